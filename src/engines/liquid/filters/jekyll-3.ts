/** Filters that Jekyll 3.10 and Liquid 4.0.4 have otherwise, and the names of those that they lack. */

import { liquidMessages } from '../../../diagnostics/catalogue/engines/liquid.ts';
import { isEmpty, truthy } from '../../../ruby/compare.ts';
import { shown, timeAsList, toText } from '../../../ruby/print.ts';
import { slugify } from '../../../ruby/slugify.ts';
import { isArray, isHash, isNil, RubyTime, type Value } from '../../../ruby/values.ts';
import { fail } from '../errors.ts';
import { toInteger } from '../expression/to-integer.ts';
import { WordLiteral } from '../expression/word-literal.ts';
import { type FilterTable, filter } from '../filter.ts';
import { membersOf } from '../render/collection.ts';
import { grouped, selectable, sortBy } from './data.ts';
import { rawPropertyOf } from './property.ts';
import { countWords } from './text.ts';

export const LACKING: ReadonlySet<string> = new Set([
  'base64_decode',
  'base64_encode',
  'base64_url_safe_decode',
  'base64_url_safe_encode',
  'find',
  'find_exp',
  'remove_last',
  'replace_last',
]);

export const jekyll3Filters: FilterTable = {
  where: filter(2, 2, (input, [property, target], context) => {
    if (isNil(property) || isNil(target)) return input;
    const text = target instanceof WordLiteral ? '' : toText(target);
    return (
      selectable(input, context, 'where')?.filter((item) =>
        listOf(rawPropertyOf(item, property, 'where')).some((each) => toText(each) === text),
      ) ?? input
    );
  }),
  group_by: filter(1, 1, (input, [property], context) => {
    const items = membersOf(input, context.limits, 'group_by');
    return items === undefined
      ? input
      : grouped(items, (item) => toText(rawPropertyOf(item, property, 'group_by')));
  }),
  sort: filter(0, 2, (input, [property, nils = 'first'], context) =>
    sortBy(input, property, nils, context, { propertyOf: rawPropertyOf, comparesTexts: false }),
  ),
  slugify: filter(0, 1, (input, [mode]) => {
    if (isNil(input)) return null;
    if (typeof input === 'string')
      return slugify(input, isNil(mode) ? 'default' : toText(mode), false, 'alphabetic');
    return fail(liquidMessages.filterInput, {
      filter: 'slugify',
      problem: `needs text, but got ${shown(input)}`,
      advice: 'convert it to text first with `| append: ""`',
    });
  }),
  truncatewords: filter(0, 2, (input, [count = 15, tail = '...']) => {
    if (isNil(input)) return null;
    const words = toText(input)
      .split(/[ \t\n\v\f\r\0]+/)
      .filter((word) => word !== '');
    const last = Math.max(0, Number(toInteger(count, 'truncatewords')) - 1);
    return words.length > last ? words.slice(0, last + 1).join(' ') + toText(tail) : input;
  }),
  number_of_words: filter(0, 0, (input) => countWords(input, undefined)),
  default: filter(0, 1, (input, [given = '']) => (!truthy(input) || isEmpty(input) === true ? given : input)),
};

/** Ruby's `Array(value)`. */
function listOf(value: Value): readonly Value[] {
  if (isNil(value)) return [];
  if (isArray(value)) return value;
  if (value instanceof RubyTime) return timeAsList(value);
  return isHash(value) ? Array.from(value) : [value];
}
