/** `&amp;`, `&#38;`, `&#x26;` */

import { entityCodePoint, referencedCodePoint } from '../../../html/entities.ts';
import { matchAt } from '../tree/scan.ts';
import type { SpanState } from './state.ts';

const ENTITY = /&(?:([A-Za-z0-9_:][-A-Za-z0-9_.:]*)|#(\d+)|#x([0-9a-fA-F]+));/y;

export function entity(state: SpanState): boolean {
  if (state.text.charCodeAt(state.pos) !== 38) return false;
  const match = matchAt(ENTITY, state.text, state.pos);
  if (match === null) return false;
  const [original, name, decimal, hexadecimal] = match;
  const codePoint =
    name === undefined
      ? referencedCodePoint(decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal))
      : entityCodePoint(name);
  if (codePoint === undefined) {
    state.push('entity').details = { codePoint: 38 };
    state.addText(original.slice(1));
  } else state.push('entity').details = { codePoint, original };
  state.pos += original.length;
  return true;
}
