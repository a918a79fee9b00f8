/** Warnings of a build that succeeded, as far as they change what a page shows: a line in the corner of the page. Pure. */

import type { Diagnostic, DiagnosticCode } from '../../diagnostics/diagnostic.ts';
import { escapeHtml } from '../../html/escape.ts';
import { entries, type Problems, placeText, sentence } from './problems-panel.ts';

export type Notices = Pick<Problems, 'diagnostics' | 'sources'>;

/** Warnings after which every page is as it would be without them. */
const NO_PAGE_CHANGES: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  ...(['sass/warn', 'sass/load-path-outside', 'config/old-name', 'config/old-scope-type'] as const),
  ...(['config/not-on-github-pages', 'config/misspelt-key', 'config/text-for-flag'] as const),
  ...(['cli/feature-absent', 'text/unknown-encoding', 'output/case-conflict', 'output/long-name'] as const),
  ...(['output/reserved-name', 'read/broken-link', 'read/link-loop', 'read/not-a-file'] as const),
  ...(['read/bad-name', 'read/no-sort-key', 'liquid/post-by-slug', 'liquid/undefined-variable'] as const),
  ...(['markdown/unused-footnote', 'markdown/duplicate-abbreviation', 'citations/unknown-paper'] as const),
]);

/** Those that speak of the server, not of the site, are left to the terminal. */
export function changesPages({ code, severity }: Diagnostic): boolean {
  return severity === 'warning' && !NO_PAGE_CHANGES.has(code) && !/^(?:serve|stats|doctor)\//.test(code);
}

/** The inside of the corner's element: one line, and the whole behind it; empty where there is nothing to say. */
export function noticesBadge({ diagnostics, sources }: Notices): string {
  const [first] = diagnostics;
  if (first === undefined) return '';
  const where = first.place === undefined ? '' : `<b>${placeText(first.place)}</b> `;
  return [
    '<div class="notices" role="status"><details><summary>',
    `<strong>${counted(diagnostics)}</strong> <span>${where}${sentence(first.message)}</span></summary>`,
    `<div class="all">${entries(diagnostics, sources)}</div></details>`,
    '<button type="button" title="Hide" aria-label="Hide the warnings">×</button></div>',
  ].join('');
}

/** The same in full, for a page of the server's own. */
export function noticesPanel({ diagnostics, sources }: Notices): string {
  if (diagnostics.length === 0) return '';
  const title = `<header><h2>${escapeHtml(counted(diagnostics))} of the last build</h2></header>`;
  return `<main class="notices">${title}${entries(diagnostics, sources)}</main>`;
}

function counted(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.length === 1 ? '1 warning' : `${diagnostics.length} warnings`;
}
