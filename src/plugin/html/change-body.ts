/** Changes texts of a finished page, as the plugins on html-pipeline do: what stands in its body is parsed and printed again. */

import { parseFragment } from './parse.ts';
import { printFragment } from './print.ts';
import { type HtmlNode, type TextNode, visitTexts } from './tree.ts';

/** What `changeBody` changes. */
export interface BodyChange {
  /** Whether the body holds anything to change: where not, it stays as it is, to the byte. */
  readonly isConcerned: (body: string) => boolean;
  /** Elements whose texts are left alone. */
  readonly ignored: ReadonlySet<string>;
  /** What takes the place of a text; undefined leaves it. */
  readonly change: (text: TextNode) => readonly HtmlNode[] | undefined;
}

/** The page with its body changed; without a body, all of it. */
export function changeBody(html: string, change: BodyChange): string {
  const opening = html.includes('<body') ? /<body[^>]*>\s*/.exec(html) : null;
  if (opening === null) return changeFragment(html, change);
  const start = opening.index + opening[0].length;
  const closing = html.indexOf('</body>', start);
  const end = closing < 0 ? html.length : closing;
  return html.slice(0, start) + changeFragment(html.slice(start, end), change) + html.slice(end);
}

function changeFragment(html: string, { isConcerned, ignored, change }: BodyChange): string {
  if (!isConcerned(html)) return html;
  const fragment = parseFragment(html);
  visitTexts(fragment, (text, path) =>
    path.some(({ name }) => ignored.has(name)) ? undefined : change(text),
  );
  return printFragment(fragment);
}
