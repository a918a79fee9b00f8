/** Lines of braces: attribute list definitions (`{:name: …}`), attribute lists (`{: …}`) and extensions (`{::comment}`). */

import { markdownMessages } from '../../../diagnostics/catalogue/engines/markdown.ts';
import { createAttributeList } from '../tree/apply-attributes.ts';
import {
  attributeNameEnd,
  blockAttributeList,
  closingBraceOfLine,
  readAttributeList,
} from '../tree/attribute-list.ts';
import { findStop, handleExtension, readExtensionTag } from '../tree/extension.ts';
import { restOfBlankLine } from '../tree/scan.ts';
import type { BlockState } from './state.ts';

export function extensionBlock(state: BlockState, silent: boolean): boolean {
  const { text, mark } = state;
  if (state.code !== 123 || text.charCodeAt(mark + 1) !== 58) return false;
  if (silent) return blockAttributeList(state.source, mark) !== undefined;
  return takeDefinition(state) || takeExtension(state) || takeAttributeList(state);
}

function takeDefinition(state: BlockState): boolean {
  const { text, mark, doc } = state;
  const nameEnd = attributeNameEnd(text, mark + 2);
  if (nameEnd === mark + 2 || text.charCodeAt(nameEnd) !== 58) return false;
  const brace = closingBraceOfLine(state.source, nameEnd + 1);
  if (brace < 0) return false;
  const name = text.slice(mark + 2, nameEnd);
  let list = doc.attributeLists.get(name);
  if (list === undefined) {
    list = createAttributeList();
    doc.attributeLists.set(name, list);
  }
  readAttributeList(text.slice(nameEnd + 1, brace), list, doc, state.source, mark);
  state.pos = restOfBlankLine(text, brace + 1);
  state.push('eob', 'ald');
  return true;
}

function takeExtension(state: BlockState): boolean {
  const { text, mark, doc } = state;
  const tag = readExtensionTag(state.source, mark, true);
  if (tag === undefined) return false;
  const lineEnd = restOfBlankLine(text, tag.end);
  if (tag.stop) {
    doc.warn(markdownMessages.strayExtensionStop, { name: tag.name }, state.source, mark);
    return false;
  }
  const options = createAttributeList();
  readAttributeList(tag.attributes, options, doc, state.source, mark);
  let body: string | undefined;
  let end = lineEnd;
  if (!tag.closed) {
    const stop = findStop(state.source, tag.name, lineEnd, 'block');
    if (stop === undefined) {
      doc.warn(markdownMessages.openExtension, { name: tag.name }, state.source, mark);
      return false;
    }
    body = text.slice(lineEnd, stop.start).replace(/\n$/, '');
    end = stop.end;
  }
  const extension = { name: tag.name, options: options.attributes, body, category: 'block' as const };
  if (!handleExtension(extension, state.tree, doc, state.source, mark)) return false;
  state.pos = end;
  if (tag.name === 'options') state.push('eob', 'extension');
  return true;
}

/** An attribute list belongs to the block before it, or to the next one after a blank line. */
function takeAttributeList(state: BlockState): boolean {
  const list = blockAttributeList(state.source, state.mark);
  if (list === undefined) return false;
  const last = state.tree.last();
  const offset = state.mark;
  state.pos = list.end;
  if (last !== undefined && last.type !== 'blank' && (last.type !== 'eob' || takesAttributes(last.value))) {
    last.ial ??= createAttributeList();
    readAttributeList(list.content, last.ial, state.doc, state.source, offset);
    state.measure();
    if (blockAttributeList(state.source, state.mark) === undefined) state.push('eob', 'ial');
  } else {
    state.ial ??= createAttributeList();
    readAttributeList(list.content, state.ial, state.doc, state.source, offset);
  }
  return true;
}

function takesAttributes(mark: string): boolean {
  return mark === 'link_def' || mark === 'abbrev_def' || mark === 'footnote_def';
}
