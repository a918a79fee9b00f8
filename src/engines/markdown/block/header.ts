/** What both kinds of header share: an id in braces at the end, and the element itself. */

import { rightStrip } from '../../../ruby/text.ts';
import type { BlockState } from './state.ts';

const NAME_START =
  ':A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C-\\u200D\\u2070-\\u218F' +
  '\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const ID = new RegExp(`^[${NAME_START}][${NAME_START}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F-\\u2040]*$`, 'u');

export interface HeaderText {
  readonly text: string;
  readonly id: string | undefined;
}

/** Splits `Title {#id}`. */
export function readHeaderText(line: string): HeaderText {
  const text = rightStrip(line);
  if (text.endsWith('}')) {
    const brace = text.lastIndexOf('{#');
    const before = text.charCodeAt(brace - 1);
    const id = text.slice(brace + 2, -1);
    if (brace > 0 && (before === 32 || before === 9) && ID.test(id))
      return { text: rightStrip(text.slice(0, brace - 1)), id };
  }
  return { text, id: undefined };
}

/** Adds a header and goes on after it. */
export function addHeader(state: BlockState, level: number, { text, id }: HeaderText, end: number): void {
  const header = state.push('header');
  header.details = { level, rawText: text };
  state.addRawText(header, text);
  if (id !== undefined) header.attr().set('id', id);
  state.pos = end;
}
