/** Puts the reload script into a page on its way to the browser. Written files never hold it. Pure. */

import { escapeHtml } from '../../html/escape.ts';
import { tagsOf } from '../../html/tags.ts';
import { OWN_PATH } from '../http/guard.ts';

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

/** The offset behind the tag `<head …>`. */
function afterHead(html: string): number | undefined {
  for (const { name, isEnd, end } of tagsOf(html)) if (name === 'head' && !isEnd) return end;
  return undefined;
}
