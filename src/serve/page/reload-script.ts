/**
 * What runs in the browser: connects to the reload stream, swaps stylesheets, reloads the page when something that it is
 * made of changed, keeps what was scrolled, and shows mistakes over the page. Old syntax, no dependency, no global left.
 */

import { OWN_PATH } from '../http/guard.ts';
import { NOTICE_STYLE, OVERLAY_STYLE } from './own-style.ts';

/** Text of `/__hastie/reload.js`. `retryMs` is how long a lost server is waited for between two tries. */
export function reloadScript(retryMs: number): string {
  return `(function () {
'use strict';
var me = document.currentScript, page = me.getAttribute('data-page'), build = me.getAttribute('data-build');
var broken = me.getAttribute('data-problems');
var kept = 'hastie-scroll ' + location.pathname + location.search;
var source, timer, overlay, hiding, notice, noticed = '';
// A page may say with \`<base>\` that its links start elsewhere.
var own = location.origin + '${OWN_PATH}';

function pathOf(url) {
  try { var u = new URL(url, document.baseURI); return u.origin === location.origin ? u.pathname : ''; } catch (e) { return ''; }
}

function sheets() {
  return Array.prototype.filter.call(document.querySelectorAll('link[rel~="stylesheet"][href]'), function (link) {
    return !link.hasAttribute('data-hastie-old');
  });
}

/** Whether the page is made of this address: itself, or what it loaded, stylesheets apart. */
function uses(address, loaded) {
  return address === page || address === decodeURI(page) || loaded.indexOf(address) >= 0;
}

/** A new sheet is put behind the old one, which goes when the new one is there: nothing flickers. */
function swap(link) {
  var next = link.cloneNode(), url = new URL(link.href);
  url.searchParams.set('hastie', Date.now().toString(36));
  next.href = url.href;
  link.setAttribute('data-hastie-old', '');
  next.onload = next.onerror = function () { link.remove(); };
  link.after(next);
}

function apply(addresses) {
  if (addresses === null || page === '') return reload();
  var links = sheets(), linked = links.map(function (link) { return pathOf(link.href); });
  var loaded = performance.getEntriesByType('resource').map(function (entry) { return pathOf(entry.name); });
  var swapped = [];
  for (var i = 0; i < addresses.length; i++) {
    var address = addresses[i], at = linked.indexOf(address);
    if (at >= 0) swapped.push(links[at]);
    else if (uses(address, loaded)) return reload();
  }
  swapped.forEach(swap);
}

function reload() {
  remember();
  location.reload();
}

function scrolled() {
  return Array.prototype.filter.call(document.querySelectorAll('*'), function (element) {
    return (element.scrollTop > 0 || element.scrollLeft > 0) && element !== document.scrollingElement;
  }).slice(0, 20);
}

function pathTo(element) {
  var path = [];
  for (; element.parentElement; element = element.parentElement)
    path.unshift(Array.prototype.indexOf.call(element.parentElement.children, element));
  return path;
}

function remember() {
  try {
    sessionStorage.setItem(kept, JSON.stringify({ x: scrollX, y: scrollY, inner: scrolled().map(function (element) {
      return [pathTo(element), element.scrollLeft, element.scrollTop];
    }) }));
  } catch (e) {}
}

function restore() {
  try {
    var was = JSON.parse(sessionStorage.getItem(kept));
    sessionStorage.removeItem(kept);
    if (!was) return;
    var put = function () {
      scrollTo({ left: was.x, top: was.y, behavior: 'instant' });
      was.inner.forEach(function (entry) {
        var element = document.documentElement;
        entry[0].forEach(function (index) { element = element && element.children[index]; });
        if (element) { element.scrollLeft = entry[1]; element.scrollTop = entry[2]; }
      });
    };
    put();
    if (document.readyState !== 'complete') addEventListener('load', put, { once: true });
  } catch (e) {}
}

function showProblems() {
  fetch(own + 'problems').then(function (answer) { return answer.ok ? answer.text() : ''; }).then(function (html) {
    if (html === '') return hideProblems();
    if (!overlay) {
      overlay = document.createElement('hastie-problems');
      overlay.attachShadow({ mode: 'open' });
      hiding = function (event) { if (event.key === 'Escape') hideProblems(); };
      addEventListener('keydown', hiding);
      document.documentElement.appendChild(overlay);
    }
    overlay.shadowRoot.innerHTML = '<style>' + ${JSON.stringify(OVERLAY_STYLE)} + '</style>' + html;
    overlay.shadowRoot.querySelector('button').onclick = hideProblems;
  }).catch(function () {});
}

function hideProblems() {
  if (!overlay) return;
  removeEventListener('keydown', hiding);
  overlay.remove();
  overlay = undefined;
}

/** A line in the corner; one that was hidden stays hidden until it says something else. */
function showNotices(id) {
  if (id === noticed) return;
  noticed = id;
  var hidden = '';
  try { hidden = sessionStorage.getItem('hastie-notices'); } catch (e) {}
  if (id === '' || id === hidden || document.querySelector('main.notices')) return hideNotices();
  fetch(own + 'notices').then(function (answer) { return answer.ok ? answer.text() : ''; }).then(function (html) {
    if (id !== noticed) return;
    if (html === '') return hideNotices();
    if (!notice) {
      notice = document.createElement('hastie-notices');
      notice.attachShadow({ mode: 'open' });
      document.documentElement.appendChild(notice);
    }
    notice.shadowRoot.innerHTML = '<style>' + ${JSON.stringify(NOTICE_STYLE)} + '</style>' + html;
    notice.shadowRoot.querySelector('button').onclick = function () {
      try { sessionStorage.setItem('hastie-notices', id); } catch (e) {}
      hideNotices();
    };
  }).catch(function () {});
}

function hideNotices() {
  if (notice) notice.remove();
  notice = undefined;
}

/** All builds since the one that is shown, oldest first; where some are no longer known, the page is reloaded. */
function receive(state) {
  if (broken !== null) return state.problems === +broken ? undefined : reload();
  if (state.build !== build) {
    var missed = [], known = false;
    state.builds.forEach(function (entry) {
      if (known) missed.push(entry.changed);
      if (entry.build === build) known = true;
    });
    build = state.build;
    if (!known || missed.indexOf(null) >= 0) return apply(null);
    apply(Array.prototype.concat.apply([], missed));
  }
  if (state.problems) showProblems(); else hideProblems();
  showNotices(state.notices);
}

function connect() {
  if (source) return;
  source = new EventSource(own + 'events');
  source.onmessage = function (event) { receive(JSON.parse(event.data)); };
  source.onerror = function () {
    if (source && source.readyState === 2) { disconnect(); timer = setTimeout(connect, ${retryMs}); }
  };
}

function disconnect() {
  clearTimeout(timer);
  if (source) source.close();
  source = undefined;
}

/** A browser keeps six connections to a server: pages that nobody sees must not take them all. */
document.addEventListener('visibilitychange', function () {
  clearTimeout(timer);
  if (document.hidden) timer = setTimeout(disconnect, 5000); else connect();
});
addEventListener('pagehide', disconnect);
addEventListener('pageshow', function (event) { if (event.persisted) connect(); });
restore();
connect();
})();
`;
}
