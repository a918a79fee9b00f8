/** Replaces character references (`&amp;`, `&#38;`, `&#x26;`) by their characters. */

import { characterOf, entityCodePoint } from './entities.ts';

const REFERENCE = /&(?:#(\d+)|#[xX]([\da-fA-F]+)|([A-Za-z]\w*));/g;

/**
 * A reference to no character, or by a name that HTML 4 lacks, stays as it is written; one to NUL becomes the replacement
 * character.
 */
export function resolveReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
    const codePoint = name === undefined ? numberOf(decimal, hexadecimal) : entityCodePoint(name);
    if (codePoint === 0) return '\ufffd';
    return (codePoint === undefined ? undefined : characterOf(codePoint)) ?? whole;
  });
}

function numberOf(decimal: string | undefined, hexadecimal: string | undefined): number {
  return decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10);
}
