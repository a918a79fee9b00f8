/** What is wrong with the site, as HTML: the inside of the overlay and of the page that stands in for a site not built yet. Pure. */

import type { Diagnostic, Place, TrailStep } from '../../diagnostics/diagnostic.ts';
import type { SourceText } from '../../diagnostics/source-text.ts';
import { escapeHtml } from '../../html/escape.ts';
import { problemFrame } from './problem-frame.ts';

export interface Problems {
  /** Those that keep the site from being built. */
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: (file: string) => SourceText | undefined;
  /** Whether an older state of the site is shown meanwhile. */
  readonly isStale: boolean;
}

/** How many are shown in full. */
const MOST = 20;

const WAYS: Readonly<Record<TrailStep['kind'], string>> = {
  include: 'included at',
  layout: 'layout used at',
  page: 'for the page',
  import: 'imported at',
  call: 'called at',
};

/** A `<main>`; its style is `PANEL_STYLE`. */
export function problemsPanel({ diagnostics, sources, isStale }: Problems): string {
  const count = groupSame(diagnostics).flat().length;
  return [
    '<main role="alert" aria-live="assertive">',
    `<header><h1>${count === 1 ? 'The site cannot be built' : `${count} errors prevent the site from being built`}</h1>`,
    '<button type="button" title="Hide (Esc)" aria-label="Hide">×</button></header>',
    entries(diagnostics, sources),
    `<footer>${isStale ? 'The page behind this is from the last successful build. ' : ''}This message disappears once the ${count === 1 ? 'error is' : 'errors are'} fixed.</footer>`,
    '</main>',
  ].join('\n');
}

/** An `<article>` for each message. */
export function entries(diagnostics: readonly Diagnostic[], sources: Problems['sources']): string {
  const groups = groupSame(diagnostics);
  const rest = groups.length - MOST;
  return [
    ...groups.slice(0, MOST).map((group) => entry(group, sources)),
    ...(rest > 0 ? [`<p class="more">and ${rest} more; see the terminal</p>`] : []),
  ].join('\n');
}

/** Groups equal messages, each place once: every page reports a broken layout. */
function groupSame(diagnostics: readonly Diagnostic[]): (readonly Diagnostic[])[] {
  const groups = new Map<string, Map<string, Diagnostic>>();
  for (const diagnostic of diagnostics) {
    const said = `${diagnostic.code} ${diagnostic.message}`;
    const group = groups.get(said) ?? new Map<string, Diagnostic>();
    const where = diagnostic.place === undefined ? '' : placeText(diagnostic.place);
    groups.set(said, group.set(where, group.get(where) ?? diagnostic));
  }
  return [...groups.values()].map((group) => [...group.values()]);
}

function entry(group: readonly Diagnostic[], sources: Problems['sources']): string {
  const [first, ...others] = group;
  if (first === undefined) return '';
  const { code, severity, message, hint, place, trail = [] } = first;
  const source = place && sources(place.file);
  const places = [...new Set(others.flatMap((other) => (other.place ? [placeText(other.place)] : [])))];
  return [
    `<article class="${severity}">`,
    `<p class="where">${place === undefined ? '' : `<b>${placeText(place)}</b> `}<code>${escapeHtml(code)}</code></p>`,
    `<h2>${sentence(message)}</h2>`,
    place !== undefined && source !== undefined ? problemFrame(source, place) : '',
    ...trail.map(({ kind, place: at }) => `<p class="trail">${WAYS[kind]} <b>${placeText(at)}</b></p>`),
    ...(places.length > 0
      ? [`<p class="trail">also at <b>${places.slice(0, 5).join('</b>, <b>')}</b></p>`]
      : []),
    ...(hint === undefined ? [] : [`<p class="hint">${sentence(hint)}</p>`]),
    '</article>',
  ].join('');
}

export function placeText({ file, line, column }: Place): string {
  return escapeHtml(`${file}:${line}:${column}`);
}

/** Words between backticks are code. */
export function sentence(text: string): string {
  return escapeHtml(text.trimEnd())
    .replace(/`([^`\n]+)`/g, '<code>$1</code>')
    .replaceAll('\n', '<br>');
}
