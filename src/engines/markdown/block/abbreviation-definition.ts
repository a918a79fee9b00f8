/** `*[HTML]: Hypertext …` */

import { markdownMessages } from '../../../diagnostics/catalogue/engines/markdown.ts';
import { strip } from '../../../ruby/text.ts';
import { indexInLine } from '../tree/scan.ts';
import type { BlockState } from './state.ts';

export function abbreviationDefinition(state: BlockState): boolean {
  const { text, mark, doc } = state;
  if (state.code !== 42 || text.charCodeAt(mark + 1) !== 91) return false;
  const lineEnd = text.indexOf('\n', mark);
  const close = indexInLine(text, ']:', mark + 3);
  if (close < 0 || lineEnd < 0) return false;
  const name = text.slice(mark + 2, close);
  if (doc.abbreviations.has(name))
    doc.warn(markdownMessages.duplicateAbbreviation, { name }, state.source, state.pos);
  doc.abbreviations.set(name, {
    title: strip(text.slice(close + 2, lineEnd)),
    mark: state.push('eob', 'abbrev_def'),
  });
  state.pos = lineEnd + 1;
  return true;
}
