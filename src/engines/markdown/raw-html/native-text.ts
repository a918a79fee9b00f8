/** Text of HTML that becomes Markdown's own: white space joined, entities as elements. */

import { characterOf, entityCodePoint, referencedCodePoint } from '../../../html/entities.ts';
import { Element } from '../tree/element.ts';

const ENTITY = /&(?:([A-Za-z0-9_:][-A-Za-z0-9_.:]*)|#(\d+)|#x([0-9a-fA-F]+));/g;
const QUOTES = new Set(['lsquo', 'rsquo', 'ldquo', 'rdquo']);
const SYMBOLS = new Set(['mdash', 'ndash', 'hellip', 'laquo', 'raquo']);

/** All text within an element. */
export function textBelow(element: Element): string {
  const own = element.type === 'text' ? element.value : '';
  return own + element.children.map(textBelow).join('');
}

/** The pieces of a text: what is between its entities, and the entities. */
export function splitEntities(raw: string, preserve: boolean): Element[] {
  const text = preserve ? raw : raw.replace(/[ \t\r\n\f\v]+/g, ' ');
  const pieces: Element[] = [];
  let start = 0;
  for (const match of text.matchAll(ENTITY)) {
    pieces.push(new Element('text', text.slice(start, match.index)));
    const { element, length } = toEntity(match);
    pieces.push(element);
    start = match.index + length;
  }
  if (start < text.length) pieces.push(new Element('text', text.slice(start)));
  return pieces;
}

function toEntity(match: RegExpExecArray): { element: Element; length: number } {
  const [original, name, decimal, hexadecimal] = match;
  const { length } = original;
  if (name !== undefined && QUOTES.has(name)) return { element: new Element('smart_quote', name), length };
  if (name !== undefined && SYMBOLS.has(name))
    return { element: new Element('typographic_sym', name), length };
  const codePoint =
    name === undefined
      ? referencedCodePoint(decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal))
      : entityCodePoint(name);
  const element = new Element('entity');
  element.details = codePoint === undefined ? { codePoint: 38 } : { codePoint, original };
  return { element, length: codePoint === undefined ? 1 : length };
}

/** The text of code with its entities as characters; undefined where one has none. */
export function codeText(raw: string): string | undefined {
  let code = '';
  for (const piece of splitEntities(raw, true)) {
    const codePoint =
      piece.type === 'entity' ? (piece.details.codePoint ?? 38) : entityCodePoint(piece.value);
    const character = piece.type === 'text' ? piece.value : characterOf(codePoint ?? 0xfffd);
    if (character === undefined) return undefined;
    code += character;
  }
  return code;
}
