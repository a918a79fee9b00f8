/** A value with its filters (`page.title | upcase | default: 'x'`), compiled to a closure. */

import { liquidMessages } from '../base/catalogue/liquid.ts';
import { diagnose } from '../base/diagnostic.ts';
import { nearest } from '../base/nearest.ts';
import type { Value } from '../base/ruby/values.ts';
import type { Evaluate } from './context.ts';
import type { Span } from './errors.ts';
import { type Expression, nilExpression, parseExpression } from './expression/expression.ts';
import { quotedFragment, space } from './expression/patterns.ts';
import { StrictReader } from './expression/strict.ts';
import type { FilterDefinition } from './filter.ts';
import { type Grammar, type Markup, oneLine, readMarkup } from './grammar.ts';
import { whereabouts } from './source.ts';

interface FilterCall {
  readonly name: string;
  readonly span: Span;
  readonly args: readonly string[];
}

interface Reading {
  readonly value: string | undefined;
  readonly valueSpan: Span;
  readonly calls: readonly FilterCall[];
  /** Read by the lax grammar, with a warning of its own. */
  readonly lax?: boolean;
}

/** Compiles `{{ … }}`, the right side of `assign`, the argument of `echo`. */
export function compileOutput(markup: Markup, grammar: Grammar): Expression {
  const reading = readMarkup(
    grammar,
    markup,
    () => readStrictly(markup),
    () => readLaxly(markup),
    describe,
  );
  const start =
    reading.value === undefined ? nilExpression : parseExpression(reading.value, reading.valueSpan);
  if (reading.calls.length === 0) return start;
  let { evaluate } = start;
  for (const call of reading.calls) evaluate = compileCall(evaluate, call, grammar, reading.lax === true);
  return { evaluate };
}

function describe({ value, calls }: Reading): string | undefined {
  if (value === undefined) return undefined;
  return `\`${[oneLine(value), ...calls.map(({ name }) => name)].join(' | ')}\``;
}

function readStrictly(markup: Markup): Reading {
  const reader = new StrictReader(markup.text);
  const calls: FilterCall[] = [];
  const valueAt = reader.at;
  if (reader.look('end')) return { value: undefined, valueSpan: spanOf(markup, 0, 1), calls };
  const value = reader.expression();
  while (reader.takeIf('|') !== undefined) {
    const at = reader.at;
    const name = reader.take('id');
    const args: string[] = [];
    if (reader.takeIf(':') !== undefined) {
      args.push(reader.argument());
      while (reader.takeIf(',') !== undefined) args.push(reader.argument());
    }
    calls.push({ name, span: spanOf(markup, at, name.length), args });
  }
  reader.take('end');
  return { value, valueSpan: spanOf(markup, valueAt, value.length), calls };
}

const valuePattern = new RegExp(`(${quotedFragment})([^]*)`);
const filterPattern = new RegExp(`(?:${space}+|${quotedFragment}|,)+`, 'g');
const argumentPattern = new RegExp(`[:,]${space}*((?:\\w+${space}*:${space}*)?${quotedFragment})`, 'g');

function readLaxly(markup: Markup): Reading {
  const found = valuePattern.exec(markup.text);
  const calls: FilterCall[] = [];
  if (found === null) return { value: undefined, valueSpan: spanOf(markup, 0, 1), calls, lax: true };
  const [, value = '', rest = ''] = found;
  const restAt = found.index + value.length;
  const bar = rest.indexOf('|');
  if (bar >= 0) {
    const filters = rest.slice(bar + 1);
    for (const call of filters.matchAll(filterPattern)) {
      const name = /\w+/.exec(call[0]);
      if (name === null) continue;
      const args = Array.from(call[0].matchAll(argumentPattern), (argument) => argument[1]!);
      const at = restAt + bar + 1 + call.index + name.index;
      calls.push({ name: name[0], span: spanOf(markup, at, name[0].length), args });
    }
  }
  return { value, valueSpan: spanOf(markup, found.index, value.length), calls, lax: true };
}

function spanOf(markup: Markup, at: number, length: number): Span {
  return { offset: markup.offset + at, length };
}

const named = new RegExp(`^(\\w[\\w-]*)${space}*:${space}*(${quotedFragment})$`);

interface Arguments {
  readonly count: number;
  readonly evaluate: (context: Parameters<Evaluate>[0]) => readonly Value[];
}

function compileCall(input: Evaluate, call: FilterCall, grammar: Grammar, lax: boolean): Evaluate {
  const { name, span } = call;
  const definition = grammar.filters.get(name);
  const args = compileArguments(call);
  if (definition === undefined) return unknownFilter(input, call, grammar, lax);
  const [least, most] = definition.takes;
  if (args.count < least || args.count > most) {
    const facts = { filter: name, given: args.count, least, most };
    return (context) => context.fail(liquidMessages.filterArguments, facts, span);
  }
  return invocation(input, definition, args, span);
}

const nothing: readonly Value[] = [];

function invocation(input: Evaluate, { run }: FilterDefinition, args: Arguments, span: Span): Evaluate {
  if (args.count === 0)
    return (context) => {
      const value = input(context);
      context.here = span;
      return run(value, nothing, context);
    };
  return (context) => {
    const value = input(context);
    const given = args.evaluate(context);
    context.here = span;
    return run(value, given, context);
  };
}

function unknownFilter(
  input: Evaluate,
  { name, span }: FilterCall,
  grammar: Grammar,
  lax: boolean,
): Evaluate {
  const facts = { name, nearest: nearest(name, grammar.filters.keys()) };
  if (grammar.strictFilters) return (context) => context.fail(liquidMessages.unknownFilter, facts, span);
  const warning = diagnose(liquidMessages.unknownFilter, facts, whereabouts(grammar.source, span));
  const told = grammar.warnings.some(
    ({ code, message }) => code === warning.code && message === warning.message,
  );
  if (!told && !(lax && grammar.mode !== 'lax')) grammar.warnings.push(warning);
  return input;
}

function compileArguments({ args, span }: FilterCall): Arguments {
  const plain: Evaluate[] = [];
  const pairs: [string, Evaluate][] = [];
  for (const text of args) {
    const pair = named.exec(text);
    if (pair === null) plain.push(parseExpression(text, span).evaluate);
    else pairs.push([pair[1]!, parseExpression(pair[2]!, span).evaluate]);
  }
  const [first] = plain;
  if (plain.length === 1 && pairs.length === 0)
    return { count: 1, evaluate: (context) => [first!(context) ?? null] };
  if (pairs.length === 0)
    return { count: plain.length, evaluate: (context) => plain.map((evaluate) => evaluate(context) ?? null) };
  return {
    count: plain.length + 1,
    evaluate: (context) => [
      ...plain.map((evaluate) => evaluate(context) ?? null),
      new Map(pairs.map(([key, evaluate]) => [key, evaluate(context)] as const)),
    ],
  };
}
