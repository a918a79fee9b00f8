/** Names of people in references and citations, as citeproc-ruby prints them. */

import type { PersonName } from '../names.ts';
import { join } from './format.ts';

const ROMANESQUE =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Common}]*$/u;

/** `D. E.` of `Donald E.`, `J.-P.` of `Jean-Paul`, `J. R.` of `JR`. */
export function initials(first: string): string {
  return first
    .replace(/(\p{Lu})[^\p{Lu}\s-]*\s*/gu, '$1. ')
    .replace(/\s*-/g, '-')
    .trim();
}

/** `van Beethoven`. */
export function familyName({ prefix, last }: PersonName): string {
  return [prefix, last].filter(Boolean).join(' ');
}

/** `Knuth, D. E.`, `King, M. L., Jr.`; scripts that put the family name first keep both. */
export function sortedName(name: PersonName): string {
  if (!isRomanesque(name)) return staticName(name);
  return [familyName(name), initials(name.first), name.suffix].filter(Boolean).join(', ');
}

/** `D. E. Knuth`. */
export function displayedName(name: PersonName): string {
  if (!isRomanesque(name)) return staticName(name);
  return [initials(name.first), familyName(name), name.suffix].filter(Boolean).join(' ');
}

function isRomanesque({ first, last }: PersonName): boolean {
  return ROMANESQUE.test((first + last).replace(/<[^>]*>/g, ''));
}

function staticName({ first, last }: PersonName): string {
  return [last, first].filter(Boolean).join(' ');
}

/** `A, B, & C`; of two with the comma only where `always`. */
export function listed(names: readonly string[], always: boolean): string {
  if (names.length < 2) return names.join('');
  const and = always || names.length > 2 ? ', & ' : ' & ';
  return join(and, join(', ', ...names.slice(0, -1)), names.at(-1)!);
}
