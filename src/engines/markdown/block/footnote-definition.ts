/** `[^name]: text`, with indented blocks after it. */

import { markdownMessages } from '../../../diagnostics/catalogue/engines/markdown.ts';
import { attributeNameEnd } from '../tree/attribute-list.ts';
import { Element } from '../tree/element.ts';
import { MAX_BLOCK_NESTING } from '../tree/limits.ts';
import { nextLine } from '../tree/scan.ts';
import { Source } from '../tree/source.ts';
import { indentedEnd, outdent } from './codeblock.ts';
import { type BlockState, parseBlocks } from './state.ts';

export function footnoteDefinition(state: BlockState): boolean {
  const { text, mark, doc } = state;
  if (state.code !== 91 || text.charCodeAt(mark + 1) !== 94 || state.level >= MAX_BLOCK_NESTING) return false;
  const nameEnd = attributeNameEnd(text, mark + 2);
  if (nameEnd === mark + 2 || !text.startsWith(']:', nameEnd)) return false;
  const name = text.slice(mark + 2, nameEnd);
  const end = indentedEnd(state, nextLine(text, nameEnd));
  const content = new Element('footnote_def', '', state.pos);
  const source = new Source(outdent(text.slice(nameEnd + 2, end)), state.source, nameEnd + 2);
  parseBlocks(state, source, content);
  if (doc.footnotes.has(name))
    doc.warn(markdownMessages.duplicateFootnote, { name }, state.source, state.pos);
  doc.footnotes.set(name, {
    content,
    mark: state.push('eob', 'footnote_def'),
    offset: state.pos,
    outer: state.source,
    used: false,
  });
  state.pos = end;
  return true;
}
