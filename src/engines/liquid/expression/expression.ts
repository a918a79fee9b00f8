/** A value in a template (`page.title`, `'text'`, `(1..n)`), compiled to a closure. */

import { liquidMessages } from '../../../diagnostics/catalogue/engines/liquid.ts';
import { readFloat, readInteger } from '../../../ruby/numbers/numeral.ts';
import { isInteger } from '../../../ruby/numbers/numeric.ts';
import { shown, toText } from '../../../ruby/print.ts';
import { strip } from '../../../ruby/text.ts';
import { Drop, isNil, RubyRange, type Value } from '../../../ruby/values.ts';
import type { Evaluate, RenderContext } from '../context.ts';
import { fail, type Span } from '../errors.ts';
import type { Expression } from '../tag.ts';
import { elementOf, type Field, fieldOf, isCommand, readField } from './field.ts';
import { lookUp, missing } from './lookup.ts';
import { toInteger } from './to-integer.ts';
import { WordLiteral } from './word-literal.ts';

export const nilExpression: Expression = { evaluate: () => null, literal: { value: null } };

const literals = new Map<string, Value>([
  ['', null],
  ['nil', null],
  ['null', null],
  ['true', true],
  ['false', false],
  ['blank', new WordLiteral()],
  ['empty', new WordLiteral()],
]);
const segment = /\[[^\]]+\]|[\w-]+\??/g;
const word = /[\w-]+\??/g;

/** How many brackets may stand in brackets. */
const deepest = 100;

/** Liquid's `Expression.parse`; `span` is where a mistake in it is shown. */
export function parseExpression(markup: string, span: Span, depth = 0): Expression {
  if (depth > deepest) fail(liquidMessages.tooDeep, { depth: deepest }, span);
  const text = strip(markup);
  const first = text[0];
  if ((first === '"' || first === "'") && text.endsWith(first)) return literalOf(text.slice(1, -1));
  if (/^-?\d+$/.test(text)) return literalOf(readInteger(text));
  const range = rangeEnds(text);
  if (range !== undefined) return rangeOf(range[0], range[1], span, depth);
  if (/^-?\d[\d.]+$/.test(text)) return literalOf(readFloat(text));
  if (literals.has(text)) return literalOf(literals.get(text));
  return lookupOf(text, span, depth);
}

function literalOf(value: Value): Expression {
  return { evaluate: () => value, literal: { value } };
}

/** The two ends of `(a..b)`, parted at the last `..` that can part them. */
function rangeEnds(text: string): [string, string] | undefined {
  if (!text.startsWith('(') || !text.endsWith(')')) return undefined;
  const inner = text.slice(1, -1);
  const first = /^[ \t\n\v\f\r]*([^ \t\n\v\f\r]+)/.exec(inner);
  if (first === null) return undefined;
  const word = first[1]!;
  const end = first[0].length;
  const after = /^[ \t\n\v\f\r]*\.\./.exec(inner.slice(end));
  let left: string;
  let right: string;
  const inside = word.lastIndexOf('..');
  if (after !== null) {
    left = word;
    right = inner.slice(end + after[0].length);
  } else if (inside > 0) {
    left = word.slice(0, inside);
    right = inner.slice(end - word.length + inside + 2);
  } else return undefined;
  const rightWord = strip(right);
  return rightWord === '' || /[ \t\n\v\f\r]/.test(rightWord) ? undefined : [left, rightWord];
}

function rangeOf(first: string, last: string, span: Span, depth: number): Expression {
  const from = parseExpression(first, span, depth + 1);
  const to = parseExpression(last, span, depth + 1);
  if (from.literal !== undefined && to.literal !== undefined)
    return literalOf(new RubyRange(literalEnd(from.literal.value, span), literalEnd(to.literal.value, span)));
  return {
    evaluate: (context) =>
      new RubyRange(rangeEnd(from.evaluate(context), span), rangeEnd(to.evaluate(context), span)),
  };
}

function literalEnd(value: Value, span: Span): number {
  if (typeof value === 'boolean' || value instanceof RubyRange)
    fail(liquidMessages.notAnInteger, { where: 'a range', value: shown(value) }, span);
  return Number(readInteger(toText(value)));
}

function rangeEnd(value: Value, span: Span): number {
  if (isNil(value)) return 0;
  if (typeof value === 'string') return Number(readInteger(value));
  return Number(toInteger(value, 'a range', span));
}

/** A bracketed part of a look-up is an expression of its own. */
function keyOf(segment: string, span: Span, depth: number): string | Expression {
  if (!segment.startsWith('[')) return segment;
  const inner = parseExpression(segment.slice(1, -1), span, depth + 1);
  return typeof inner.literal?.value === 'string' ? { ...inner } : inner;
}

/** The names and the brackets of a look-up. Behind the last `]` no bracket is closed, so that none is searched for there. */
function segmentsOf(text: string): readonly string[] {
  const end = text.lastIndexOf(']') + 1;
  if (end === 0) return text.match(word) ?? [];
  return [...(text.slice(0, end).match(segment) ?? []), ...(text.slice(end).match(word) ?? [])];
}

function lookupOf(text: string, span: Span, depth: number): Expression {
  const [name, ...rest] = segmentsOf(text).map((each) => keyOf(each, span, depth));
  if (name === undefined) return nilExpression;
  const root = typeof name === 'string' ? name : undefined;
  const start = rootOf(name, span);
  if (rest.length === 0) return { evaluate: start, ...(root === undefined ? {} : { root }) };
  const [first, ...others] = rest;
  const steps = (evaluate: Evaluate) => others.reduce((object, key) => stepOf(object, key, span), evaluate);
  if (root === undefined) return { evaluate: steps(stepOf(start, first!, span)) };
  if (typeof first !== 'string') return { evaluate: steps(elementStep(root, start, first!, span)), root };
  const field = fieldOf(root, first);
  const evaluate = steps(fieldStep(start, field, first, span));
  return { evaluate, root, ...(others.length === 0 ? { field } : {}) };
}

function rootOf(name: string | Expression, span: Span): Evaluate {
  if (typeof name === 'string')
    return (context) =>
      context.share.modes.strictVariables ? context.findStrictly(name, span) : context.find(name);
  return (context) => {
    const key = name.evaluate(context);
    return typeof key === 'string' ? context.find(key) : null;
  };
}

/** The first step from a name, which is one reading together with it. */
function fieldStep(start: Evaluate, field: Field, key: string, span: Span): Evaluate {
  const plain = stepOf(start, key, span);
  return (context) => (context.recorder.frame === undefined ? plain(context) : found(context, field));
}

function elementStep(root: string, start: Evaluate, key: Expression, span: Span): Evaluate {
  const plain = stepOf(start, key, span);
  return (context) => {
    if (context.recorder.frame === undefined) return plain(context);
    const value = key.evaluate(context);
    return found(context, elementOf(root, isInteger(value) ? Number(value) : value));
  };
}

/** Nothing is recorded under `strict_variables`: what is missing is nil. */
function found(context: RenderContext, field: Field): Value {
  const value = readField(context, field);
  return value === missing ? null : value;
}

function stepOf(object: Evaluate, key: string | Expression, span: Span): Evaluate {
  if (typeof key === 'string') {
    const command = isCommand(key);
    return (context) => {
      const target = object(context);
      const found = lookUp(target, key, command);
      return found === missing ? absent(context, target, key, span) : found;
    };
  }
  return (context) => {
    const target = object(context);
    const value = key.evaluate(context);
    const found = lookUp(target, isInteger(value) ? Number(value) : value, false);
    return found === missing ? absent(context, target, toText(value), span) : found;
  };
}

function absent(context: RenderContext, target: Value, key: string, span: Span): Value {
  if (context.share.modes.strictVariables && !(target instanceof Drop && target.has(key)))
    context.undefinedVariable(key, key, span);
  return null;
}
