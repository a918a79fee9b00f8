/** Puts the reload script into a page on its way to the browser. Written files never hold it. Pure. */

import { OWN_PATH } from '../http/guard.ts';
import { escapeHtml } from './escape-html.ts';

export interface PageIdentity {
  /** The build that the page is of. */
  readonly build: string;
  /** Its address as changes will name it; empty for a page that stands for another one (404). */
  readonly address: string;
  /** On a page that tells what is wrong instead: which mistakes those are. */
  readonly problems?: number | undefined;
}

/** After `<head>`, so that it runs early; a page without one gets it at its end. */
export function injectScript(html: string, { build, address, problems }: PageIdentity): string {
  const broken = problems === undefined ? '' : ` data-problems="${problems}"`;
  const script = `<script src="${OWN_PATH}reload.js" data-build="${escapeHtml(build)}" data-page="${escapeHtml(address)}"${broken} defer></script>`;
  const at = afterHead(html);
  return at === undefined ? html + script : html.slice(0, at) + script + html.slice(at);
}

/** The offset behind the tag `<head …>`, comments passed over. */
function afterHead(html: string): number | undefined {
  const seen = /<!--|<head(?=[\s>])/gi;
  for (let match = seen.exec(html); match !== null; match = seen.exec(html)) {
    const end = html.indexOf(match[0] === '<!--' ? '-->' : '>', seen.lastIndex);
    if (end < 0) return undefined;
    if (match[0] !== '<!--') return end + 1;
    seen.lastIndex = end + 3;
  }
  return undefined;
}
