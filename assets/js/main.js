// Three small services to the page: citation counts, words for a badge that does not load, and the navigation link of
// the section in view. Everything here may be absent from a page, and the page reads well without any of it.
(() => {
  'use strict';

  /** The citation data, or nothing where there is none to be had. */
  async function loadStats(url) {
    try {
      const response = await fetch(url);
      return response.ok ? await response.json() : undefined;
    } catch {
      return undefined; // Offline, or not JSON: the page stays as it was built.
    }
  }

  /** Writes the counts into the page; leaves alone what has no count. */
  function showCitations(stats, total, papers) {
    if (total && Number.isFinite(stats?.citedby)) total.textContent = stats.citedby;
    for (const paper of papers) {
      const count = stats?.publications?.[paper.getAttribute('data')]?.num_citations;
      if (Number.isFinite(count)) paper.textContent = `| Citations: ${count}`;
    }
  }

  /** Puts words, and the number when it is known, where a badge's picture did not come. */
  function replaceLostBadge(badge, stats) {
    const words = document.createElement('span');
    words.className = 'badge-words';
    words.textContent = [stats?.citedby, badge.alt || 'citations'].filter(Boolean).join(' ');
    badge.replaceWith(words);
  }

  /** The id that a fragment names; the fragment itself when its escapes are broken. */
  function idOf(hash) {
    try {
      return decodeURIComponent(hash.slice(1));
    } catch {
      return hash.slice(1);
    }
  }

  /** Marks the link whose section is at the top of the window, and keeps it in sight on narrow screens. */
  function followSections(bar, list) {
    const sections = [...list.querySelectorAll('a[href*="#"]')]
      .filter((link) => link.pathname === location.pathname && link.host === location.host)
      .map((link) => ({ link, target: document.getElementById(idOf(link.hash)) }))
      .filter(({ target }) => target);
    if (sections.length === 0) return;

    let current;
    let waiting = false;
    const update = () => {
      waiting = false;
      const line = bar.offsetHeight + window.innerHeight * 0.25;
      const bottom = document.documentElement.scrollHeight - 2;
      const atEnd = window.scrollY > 0 && window.scrollY + window.innerHeight >= bottom;
      const passed = sections.filter(({ target }) => target.getBoundingClientRect().top <= line);
      const next = (atEnd ? sections.at(-1) : passed.at(-1)) ?? sections[0];
      if (next === current) return;
      current?.link.removeAttribute('aria-current');
      current = next;
      current.link.setAttribute('aria-current', 'true');
      list.scrollTo({ left: current.link.offsetLeft - (list.clientWidth - current.link.offsetWidth) / 2 });
    };
    const schedule = () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(update);
    };
    addEventListener('scroll', schedule, { passive: true });
    addEventListener('resize', schedule);
    update();
  }

  const bar = document.querySelector('.masthead');
  const list = document.querySelector('.masthead__nav ul');
  if (bar && list) followSections(bar, list);

  const url = document.currentScript?.dataset.stats;
  const total = document.getElementById('total_cit');
  const papers = document.querySelectorAll('.show_paper_citations[data]');
  const badges = document.querySelectorAll('img[src^="https://img.shields.io/endpoint"]');
  if (total || papers.length > 0 || badges.length > 0) {
    const loading = url ? loadStats(url) : Promise.resolve(undefined);
    loading.then((stats) => showCitations(stats, total, papers));
    for (const badge of badges) {
      const replace = () => loading.then((stats) => replaceLostBadge(badge, stats));
      if (badge.complete && badge.naturalWidth === 0) replace();
      else badge.addEventListener('error', replace, { once: true });
    }
  }
})();
