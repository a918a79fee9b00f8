/** HTML at the start of a line: comments, elements that are no span elements, and the end tag of the element being filled. */

import { isSpanElement } from '../raw-html/elements.ts';
import { commentEnd, openHtmlElement } from '../raw-html/parse-element.ts';
import { readEndTag, readTag } from '../raw-html/tags.ts';
import { toNativeElements } from '../raw-html/to-native.ts';
import { Element } from '../tree/element.ts';
import { MAX_BLOCK_NESTING } from '../tree/limits.ts';
import { skipBlankChars } from '../tree/scan.ts';
import { isBlockTag } from './lazy-end.ts';
import type { BlockState } from './state.ts';

export function htmlBlock(state: BlockState, silent: boolean): boolean {
  if (state.code !== 60) return false;
  if (silent) return isBlockTag(state.text, state.mark);
  return takeComment(state) || takeElement(state) || takeEndTag(state);
}

function takeComment(state: BlockState): boolean {
  const end = commentEnd(state.source, state.pos);
  if (end < 0) return false;
  const comment = new Element('xml_comment', state.text.slice(state.pos, end), state.pos);
  comment.category = 'block';
  state.tree.append(comment);
  const line = skipBlankChars(state.text, end);
  state.pos = state.text.charCodeAt(line) === 10 ? line + 1 : end;
  return true;
}

function takeElement(state: BlockState): boolean {
  const tag = readTag(state.text, state.mark);
  if (tag === undefined || isSpanElement(tag.name.toLowerCase()) || state.level > MAX_BLOCK_NESTING)
    return false;
  openHtmlElement(state, tag, state.mark, 0);
  const element = state.tree.last();
  if (element !== undefined && state.doc.options.html_to_native) toNativeElements(element);
  return true;
}

function takeEndTag(state: BlockState): boolean {
  const tag = readEndTag(state.text, state.mark);
  if (tag === undefined || state.tree.type !== 'html_element') return false;
  const name = tag.name.toLowerCase();
  if (state.tree.value !== name || isSpanElement(name)) return false;
  state.pos = tag.end;
  state.closed = true;
  return true;
}
