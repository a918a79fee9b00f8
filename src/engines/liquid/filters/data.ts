/** Jekyll's filters for data: where, sort, group, and pushing and popping. */

import { liquidMessages } from '../../../diagnostics/catalogue/engines/liquid.ts';
import { identity, order, truthy } from '../../../ruby/compare.ts';
import { shown, toText } from '../../../ruby/print.ts';
import { sortAsRuby } from '../../../ruby/sort.ts';
import { characters, compareText } from '../../../ruby/text.ts';
import { isArray, isHash, isNil, type Value } from '../../../ruby/values.ts';
import type { RenderContext } from '../context.ts';
import { fail } from '../errors.ts';
import { toInteger } from '../expression/to-integer.ts';
import { type FilterTable, filter } from '../filter.ts';
import { membersOf } from '../render/collection.ts';
import { checkItems } from '../render/limits.ts';
import { toJson } from './json.ts';
import { matches, propertyOf } from './property.ts';

export const dataFilters: FilterTable = {
  where: filter(2, 2, (input, [property, target], context) => {
    if (!truthy(property) || isArray(target) || isHash(target)) return input;
    const items = selectable(input, context, 'where');
    return items === undefined
      ? input
      : items.filter((item) => matches(propertyOf(item, property, 'where'), target));
  }),
  where_exp: filter(2, 2, (input, [variable, expression], context) => {
    const items = selectable(input, context, 'where_exp');
    if (items === undefined) return input;
    const test = condition(expression, context);
    return inScope(variable, context, (set) => items.filter((item) => truthy(test(set(item)))));
  }),
  find: filter(2, 2, (input, [property, target], context) => {
    if (!truthy(property) || isArray(target) || isHash(target)) return input;
    const items = selectable(input, context, 'find');
    if (items === undefined) return input;
    const found = items.find((item) => matches(propertyOf(item, property, 'find'), target));
    return found === false ? null : found;
  }),
  find_exp: filter(2, 2, (input, [variable, expression], context) => {
    const items = selectable(input, context, 'find_exp');
    if (items === undefined) return input;
    const test = condition(expression, context);
    return inScope(variable, context, (set) => items.find((item) => truthy(test(set(item)))));
  }),
  group_by: filter(1, 1, (input, [property], context) => {
    const items = membersOf(input, context.limits, 'group_by');
    if (items === undefined) return input;
    return grouped(items, (item) => toText(propertyOf(item, property, 'group_by')));
  }),
  group_by_exp: filter(2, 2, (input, [variable, expression], context) => {
    const items = membersOf(input, context.limits, 'group_by_exp');
    if (items === undefined) return input;
    const evaluate = context.share.compile('output', toText(expression));
    return inScope(variable, context, (set) => grouped(items, (item) => evaluate(set(item))));
  }),
  sort: filter(0, 2, (input, [property, nils = 'first'], context) =>
    sortBy(input, property, nils, context, { propertyOf, comparesTexts: true }),
  ),
  pop: filter(0, 1, (input, [count = 1]) =>
    isArray(input) ? input.slice(0, Math.max(0, input.length - amount(count, 'pop'))) : input,
  ),
  push: filter(1, 1, (input, [item], context) => {
    if (!isArray(input)) return input;
    checkItems(input.length + 1, context.limits, 'push');
    return [...input, item];
  }),
  shift: filter(0, 1, (input, [count = 1]) => (isArray(input) ? input.slice(amount(count, 'shift')) : input)),
  unshift: filter(1, 1, (input, [item], context) => {
    if (!isArray(input)) return input;
    checkItems(input.length + 1, context.limits, 'unshift');
    return [item, ...input];
  }),
  sample: filter(0, 1, (input, [count = 1], context) => sample(input, count, context)),
  array_to_sentence_string: filter(0, 1, (input, [connector = 'and']) => sentence(input, toText(connector))),
  jsonify: filter(0, 0, (input) => toJson(input)),
};

/** What `select` walks over: members, or a hash's values; undefined for what has none. */
export function selectable(
  input: Value,
  context: RenderContext,
  where: string,
): readonly Value[] | undefined {
  return isHash(input) ? Array.from(input.values()) : membersOf(input, context.limits, where);
}

function condition(expression: Value, context: RenderContext): (context: RenderContext) => Value {
  return context.share.compile('condition', toText(expression));
}

/** Runs `body` with a variable that it sets for one item after the other. */
function inScope<T>(
  variable: Value,
  context: RenderContext,
  body: (set: (item: Value) => RenderContext) => T,
): T {
  const scope = new Map<string, Value>();
  const name = toText(variable);
  context.pushScope(scope);
  const result = body((item) => {
    scope.set(name, item);
    context.deadline.step('a filter');
    return context;
  });
  context.locals.pop();
  return result;
}

export function grouped(items: readonly Value[], keyOf: (item: Value) => Value): Value {
  const groups = new Map<unknown, { name: Value; items: Value[] }>();
  for (const item of items) {
    const name = keyOf(item);
    const key = identity(name);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { name, items: [item] });
    else group.items.push(item);
  }
  return Array.from(
    groups.values(),
    ({ name, items: members }) =>
      new Map<Value, Value>([
        ['name', name],
        ['items', members],
        ['size', members.length],
      ]),
  );
}

/** How `sort` reads a field, and whether fields that Ruby can't compare are compared as texts. */
export interface SortRules {
  readonly propertyOf: (item: Value, property: Value, filterName: string) => Value;
  readonly comparesTexts: boolean;
}

export function sortBy(
  input: Value,
  property: Value,
  nils: Value,
  context: RenderContext,
  rules: SortRules,
): Value {
  const refuse = (problem: string, advice: string) =>
    fail(liquidMessages.filterInput, { filter: 'sort', problem, advice });
  if (isNil(input))
    return refuse(
      'got nil instead of a list',
      'check first that there is a list: `{% if list %} … {% endif %}`',
    );
  const items = membersOf(input, context.limits, 'sort');
  if (items === undefined)
    return refuse(`needs a list, but got ${shown(input)}`, 'make a list first with `| split: ","`');
  if (isNil(property)) return sortAsRuby(items, (a, b) => order(a, b) ?? incomparable(a, b));
  if (nils !== 'first' && nils !== 'last')
    return refuse(
      `cannot put nil ${shown(nils)}`,
      'write `"first"` or `"last"` for where items without the field go',
    );
  const step = nils === 'first' ? -1 : 1;
  const keyed = items.map((item) => [rules.propertyOf(item, property, 'sort'), item] as const);
  const sorted = sortAsRuby(keyed, ([a], [b]) => {
    if (isNil(a) || isNil(b)) return isNil(a) ? (isNil(b) ? 0 : step) : -step;
    return order(a, b) ?? (rules.comparesTexts ? compareText(toText(a), toText(b)) : incomparable(a, b));
  });
  return sorted.map(([, item]) => item);
}

function incomparable(a: Value, b: Value): never {
  return fail(liquidMessages.incomparable, { left: shown(a), right: shown(b) });
}

function amount(count: Value, where: string): number {
  const value = Number(toInteger(count, where));
  if (value >= 0) return value;
  return fail(liquidMessages.notAnInteger, { where, value: toText(count) });
}

function sample(input: Value, count: Value, context: RenderContext): Value {
  if (!isArray(input)) return input;
  const wanted = Number.isInteger(count) ? Number(count) : 1;
  const rest = [...input];
  const chosen: Value[] = [];
  while (chosen.length < Math.max(1, wanted) && rest.length > 0)
    chosen.push(...rest.splice(Math.floor(context.host.random() * rest.length), 1));
  return wanted === 1 ? chosen[0] : wanted < 1 ? [] : chosen;
}

/** Ruby only calls `size` and `[]`, which a text and a hash have too. */
function sentence(input: Value, connector: string): string {
  const texts = sentenceParts(input)?.map((item) => toText(item));
  if (texts === undefined)
    return fail(liquidMessages.filterInput, {
      filter: 'array_to_sentence_string',
      problem: `needs a list, but got ${shown(input)}`,
      advice: 'make a list first with `| split: ","`',
    });
  if (texts.length < 3) return texts.join(` ${connector} `);
  return `${texts.slice(0, -1).join(', ')}, ${connector} ${texts.at(-1)}`;
}

function sentenceParts(input: Value): readonly Value[] | undefined {
  if (isArray(input)) return input;
  const parts =
    typeof input === 'string'
      ? characters(input)
      : isHash(input)
        ? Array.from(input.keys(), (_, i) => input.get(i))
        : undefined;
  return parts !== undefined && parts.length < 3 ? parts : undefined;
}
