/** Conditions of `if` and `else-if`. */

import { isNumeric } from '../csl/format.ts';
import type { Rendering } from './rendering.ts';
import type { XmlElement } from './xml.ts';

const TESTED =
  /^(is-numeric|is-uncertain-date|locator|type|variable|disambiguate|position)(?:-(any|all|none))?$/;

/** Whether a block of `choose` is the one to carry out; `else` always is. */
export function meets(rendering: Rendering, { attributes }: XmlElement): boolean {
  const match = attributes.get('match') ?? 'all';
  const results = [...attributes].flatMap(([name, values]) => {
    const [, test, own] = TESTED.exec(name) ?? [];
    if (test === undefined) return [];
    // for `none`, a single value that holds makes the condition false
    const way = own ?? (match === 'none' ? 'any' : match);
    return [
      combine(
        way,
        values
          .split(/\s+/)
          .filter(Boolean)
          .map((value) => isTrue(rendering, test, value)),
      ),
    ];
  });
  return combine(match, results);
}

function combine(match: string, results: readonly boolean[]): boolean {
  if (match === 'any') return results.some(Boolean);
  if (match === 'none') return !results.some(Boolean);
  return results.every(Boolean);
}

/** `not:` before a value turns it round. */
function isTrue(rendering: Rendering, test: string, written: string): boolean {
  const isNegated = written.startsWith('not:');
  const value = isNegated ? written.slice('not:'.length) : written;
  return holds(rendering, test, value) !== isNegated;
}

function holds({ reading, locator, label }: Rendering, test: string, value: string): boolean {
  switch (test) {
    case 'is-numeric': {
      const found = reading.peek(value);
      return found?.kind === 'text' && isNumeric(found.text);
    }
    case 'locator':
      return value === (label ?? '').replaceAll(' ', '-');
    case 'type':
      return value === reading.type;
    case 'variable':
      return reading.has(value) || (value === 'locator' && locator !== undefined);
    default:
      // dates are never uncertain; citations know nothing of those before them
      return false;
  }
}
