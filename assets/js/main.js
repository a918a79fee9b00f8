// Two small services to the page: citation counts, and the navigation link of the section in view.
// Everything here may be absent from a page, and the page reads well without any of it.
(() => {
  'use strict';

  const statsUrl = document.currentScript?.dataset.stats;

  /** Writes the counts of the citation data into the page; leaves alone what has no count. */
  async function showCitations(url) {
    const total = document.getElementById('total_cit');
    const papers = document.querySelectorAll('.show_paper_citations[data]');
    if (!url || (!total && papers.length === 0)) return;
    const response = await fetch(url);
    if (!response.ok) return;
    const stats = await response.json();
    if (total && Number.isFinite(stats?.citedby)) total.textContent = stats.citedby;
    for (const paper of papers) {
      const count = stats?.publications?.[paper.getAttribute('data')]?.num_citations;
      if (Number.isFinite(count)) paper.textContent = `| Citations: ${count}`;
    }
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
  function followSections() {
    const bar = document.querySelector('.masthead');
    const list = document.querySelector('.masthead__nav ul');
    if (!bar || !list) return;
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
      const atEnd = window.scrollY > 0 && window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2;
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

  showCitations(statsUrl).catch(() => {}); // Offline or not JSON: the page stays as it was built.
  followSections();
})();
