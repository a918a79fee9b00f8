/** A value with its filters (`page.title | upcase | default: 'x'`), compiled to a closure. */

import { nearest } from '../../../base/nearest.ts';
import { liquidMessages } from '../../../diagnostics/catalogue/engines/liquid.ts';
import { diagnose } from '../../../diagnostics/diagnostic.ts';
import type { Value } from '../../../ruby/values.ts';
import type { Evaluate, RenderContext } from '../context.ts';
import type { Span } from '../errors.ts';
import { nilExpression, parseExpression } from '../expression/expression.ts';
import { quotedFragment, space } from '../expression/patterns.ts';
import { StrictReader } from '../expression/strict.ts';
import type { FilterDefinition } from '../filter.ts';
import { checkLength } from '../render/limits.ts';
import type { Expression } from '../tag.ts';
import { type Grammar, type Markup, MOST_SUGGESTIONS, oneLine, readMarkup } from './grammar.ts';
import { whereabouts } from './source.ts';

interface FilterCall {
  readonly name: string;
  /** Where the name stands in the markup. */
  readonly at: number;
  readonly args: readonly string[];
}

/** What a markup says, wherever it stands. */
interface Reading {
  readonly value: string | undefined;
  readonly valueAt: number;
  readonly calls: readonly FilterCall[];
  /** Read by the lax grammar, with a warning of its own. */
  readonly lax?: boolean;
}

/** Compiles `{{ … }}`, the right side of `assign`, the argument of `echo`. */
export function compileOutput(markup: Markup, grammar: Grammar): Expression {
  const reading = readMarkup(
    grammar,
    markup,
    () => knownReading(markup.text),
    () => readLaxly(markup.text),
    describe,
  );
  const { value, valueAt, calls, lax = false } = reading;
  const start =
    value === undefined ? nilExpression : parseExpression(value, spanOf(markup, valueAt, value.length));
  if (calls.length === 0) return start;
  let { evaluate } = start;
  for (const call of calls) {
    const span = spanOf(markup, call.at, call.name.length);
    evaluate = compileCall(evaluate, call, span, grammar, lax);
  }
  return { evaluate };
}

function describe({ value, calls }: Reading): string | undefined {
  if (value === undefined) return undefined;
  return `\`${[oneLine(value), ...calls.map(({ name }) => name)].join(' | ')}\``;
}

const mostReadings = 2000;
const longestKept = 200;
const known = new Map<string, Reading>();

/** Cached, because posts use the same markup. */
function knownReading(text: string): Reading {
  if (text.length > longestKept) return readStrictly(text);
  let reading = known.get(text);
  if (reading === undefined) {
    reading = readStrictly(text);
    if (known.size >= mostReadings) known.clear();
    known.set(text, reading);
  }
  return reading;
}

function readStrictly(text: string): Reading {
  const reader = new StrictReader(text);
  const calls: FilterCall[] = [];
  const valueAt = reader.at;
  if (reader.look('end')) return { value: undefined, valueAt, calls };
  const value = reader.expression();
  while (reader.takeIf('|') !== undefined) {
    const { at } = reader;
    const name = reader.take('id');
    const args: string[] = [];
    if (reader.takeIf(':') !== undefined) {
      args.push(reader.argument());
      while (reader.takeIf(',') !== undefined) args.push(reader.argument());
    }
    calls.push({ name, at, args });
  }
  reader.take('end');
  return { value, valueAt, calls };
}

const valuePattern = new RegExp(`(${quotedFragment})([^]*)`);
const filterPattern = new RegExp(`(?:${space}+|${quotedFragment}|,)+`, 'g');
const argumentPattern = new RegExp(`[:,]${space}*((?:\\w+${space}*:${space}*)?${quotedFragment})`, 'g');

function readLaxly(text: string): Reading {
  const found = valuePattern.exec(text);
  const calls: FilterCall[] = [];
  if (found === null) return { value: undefined, valueAt: 0, calls, lax: true };
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
      calls.push({ name: name[0], at, args });
    }
  }
  return { value, valueAt: found.index, calls, lax: true };
}

function spanOf(markup: Markup, at: number, length: number): Span {
  return { offset: markup.offset + at, length };
}

const named = new RegExp(`^(\\w[\\w-]*)${space}*:${space}*(${quotedFragment})$`);

interface Arguments {
  readonly count: number;
  readonly evaluate: (context: RenderContext) => readonly Value[];
}

function compileCall(
  input: Evaluate,
  call: FilterCall,
  span: Span,
  grammar: Grammar,
  lax: boolean,
): Evaluate {
  const { name } = call;
  const definition = grammar.filters.get(name);
  const args = compileArguments(call, span);
  if (definition === undefined) return unknownFilter(input, name, span, grammar, lax);
  const [least, most] = definition.takes;
  if (args.count < least || args.count > most) {
    const facts = { filter: name, given: args.count, least, most };
    return (context) => context.fail(liquidMessages.filterArguments, facts, span);
  }
  return invocation(bounded(input, name, span), definition, args, span);
}

/** A text that filters have made longer and longer is refused before the next one makes it too long for the system. */
function bounded(input: Evaluate, name: string, span: Span): Evaluate {
  return (context) => {
    const value = input(context);
    if (typeof value === 'string' && value.length > context.limits.text) {
      context.here = span;
      checkLength(value.length, context.limits, name);
    }
    return value;
  };
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

function unknownFilter(input: Evaluate, name: string, span: Span, grammar: Grammar, lax: boolean): Evaluate {
  const { warnings, warnedOf } = grammar;
  const isSuggested = warnings.length < MOST_SUGGESTIONS && !warnedOf.has(name);
  const facts = { name, nearest: isSuggested ? nearest(name, grammar.filters.keys()) : undefined };
  if (grammar.strictFilters) return (context) => context.fail(liquidMessages.unknownFilter, facts, span);
  if (warnedOf.has(name) || (lax && grammar.mode !== 'lax')) return input;
  warnedOf.add(name);
  warnings.push(diagnose(liquidMessages.unknownFilter, facts, whereabouts(grammar.source, span)));
  return input;
}

function compileArguments({ args }: FilterCall, span: Span): Arguments {
  const plain: Expression[] = [];
  const pairs: [string, Evaluate][] = [];
  for (const text of args) {
    const pair = named.exec(text);
    if (pair === null) plain.push(parseExpression(text, span));
    else pairs.push([pair[1]!, parseExpression(pair[2]!, span).evaluate]);
  }
  const values = (context: RenderContext) => plain.map(({ evaluate }) => evaluate(context) ?? null);
  if (pairs.length === 0) {
    const written = plain.map(({ literal }) => literal?.value ?? null);
    const isWritten = plain.every(({ literal }) => literal !== undefined);
    return { count: plain.length, evaluate: isWritten ? () => written : values };
  }
  return {
    count: plain.length + 1,
    evaluate: (context) => [
      ...values(context),
      new Map(pairs.map(([key, evaluate]) => [key, evaluate(context)] as const)),
    ],
  };
}
