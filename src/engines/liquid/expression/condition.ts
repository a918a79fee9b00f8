/** Conditions of `if`, `unless`, `case` and `where_exp`: comparisons joined by `and` and `or`, read from the right. */

import { liquidMessages } from '../../../diagnostics/catalogue/engines/liquid.ts';
import { equal, isEmpty, order, truthy } from '../../../ruby/compare.ts';
import { isNumeric } from '../../../ruby/numbers/numeric.ts';
import { shown, toText } from '../../../ruby/print.ts';
import {
  Drop,
  isArray,
  isHash,
  isNil,
  RubyDate,
  RubyRange,
  RubyTime,
  type Value,
} from '../../../ruby/values.ts';
import type { Evaluate } from '../context.ts';
import { fail, type Span } from '../errors.ts';
import type { Markup } from '../parse/grammar.ts';
import type { Expression } from '../tag.ts';
import { nilExpression, parseExpression } from './expression.ts';
import { testField } from './field.ts';
import { quotedFragment, space } from './patterns.ts';
import { StrictReader } from './strict.ts';

/** Compared with, the words `blank` and `empty` are a test of the other side. */
type Question = 'blank' | 'empty';

interface Operand extends Expression {
  readonly question?: Question;
}

interface Comparison {
  readonly evaluate: Evaluate;
}

const questions: ReadonlySet<string> = new Set(['blank', 'empty']);

/** The operand `markup` stands for; `blank` and `empty` are questions unless `plain` (in `where_exp`). */
export function operand(markup: string, span: Span, plain = false): Operand {
  if (!plain && questions.has(markup)) {
    const question = markup === 'blank' ? 'blank' : 'empty';
    // Alone it is an object, hence true.
    return { evaluate: () => true, question };
  }
  return parseExpression(markup, span);
}

/**
 * Liquid's strict grammar for conditions. Throws `GrammarMistake`.
 *
 * @param single whether it is one comparison, as for the filters of Jekyll 3
 */
export function strictCondition(markup: Markup, plain = false, single = false): Expression {
  const reader = new StrictReader(markup.text);
  const parts: Comparison[] = [];
  const joins: string[] = [];
  while (true) {
    parts.push(strictComparison(reader, markup, plain));
    const join = single ? undefined : reader.takeWord('and', 'or');
    if (join === undefined) break;
    joins.push(join);
  }
  reader.take('end');
  return chain(parts, joins);
}

function strictComparison(reader: StrictReader, markup: Markup, plain: boolean): Comparison {
  const spanFrom = (at: number): Span => ({
    offset: markup.offset + at,
    length: Math.max(1, reader.at - at),
  });
  const leftAt = reader.at;
  const left = operand(reader.expression(), spanFrom(leftAt), plain);
  const operatorAt = reader.at;
  const operator = reader.takeIf('comparison');
  if (operator === undefined) return left;
  const span = { offset: markup.offset + operatorAt, length: operator.length };
  const rightAt = reader.at;
  return comparison(left, operator, operand(reader.expression(), spanFrom(rightAt), plain), span);
}

const parts = new RegExp(
  `\\b(?:${space}?and${space}?|${space}?or${space}?)\\b|(?:${space}*(?!\\b(?:${space}?and${space}?|${space}?or${space}?)\\b)(?:${quotedFragment}|[^ \\t\\n\\v\\f\\r]+)${space}*)+`,
  'g',
);
const comparisonPattern = new RegExp(
  `(${quotedFragment})${space}*([=!<>a-z_]+)?${space}*(${quotedFragment})?`,
);

/** Liquid's lax grammar for conditions; undefined where even that can't read it. */
export function laxCondition(markup: Markup): Expression | undefined {
  const found = Array.from(markup.text.matchAll(parts), (match) => ({ text: match[0], at: match.index }));
  const comparisons: Comparison[] = [];
  const joins: string[] = [];
  while (true) {
    const part = found.pop();
    const read = laxComparison(part, markup);
    if (read === undefined) return undefined;
    comparisons.unshift(read);
    const join = found.pop();
    if (join === undefined) return chain(comparisons, joins);
    const word = join.text.trim();
    if (word !== 'and' && word !== 'or') return undefined;
    joins.unshift(word);
  }
}

function laxComparison(
  part: { text: string; at: number } | undefined,
  markup: Markup,
): Comparison | undefined {
  if (part === undefined) return undefined;
  const found = comparisonPattern.exec(part.text);
  if (found === null) return undefined;
  const [whole, left = '', operator, right] = found;
  const start = markup.offset + part.at + found.index;
  const operatorAt = operator === undefined ? 0 : whole.indexOf(operator, left.length);
  const leftSide = operand(left, { offset: start, length: left.length });
  if (operator === undefined) return leftSide;
  const rightSpan = { offset: start + operatorAt + operator.length, length: right?.length ?? 1 };
  const rightSide = right === undefined ? nilExpression : operand(right, rightSpan);
  return comparison(leftSide, operator, rightSide, { offset: start + operatorAt, length: operator.length });
}

/** Ruby Liquid evaluates from the left and lets everything to the right of `and` and `or` be their right side. */
function chain(comparisons: readonly Comparison[], joins: readonly string[]): Expression {
  let evaluate = comparisons.at(-1)!.evaluate;
  for (let i = joins.length - 1; i >= 0; i--)
    evaluate = joined(comparisons[i]!.evaluate, joins[i]!, evaluate);
  return { evaluate };
}

function joined(left: Evaluate, join: string, right: Evaluate): Evaluate {
  return join === 'and'
    ? (context) => {
        const value = left(context);
        return truthy(value) ? right(context) : value;
      }
    : (context) => {
        const value = left(context);
        return truthy(value) ? value : right(context);
      };
}

function comparison(left: Operand, operator: string, right: Operand, span: Span): Comparison {
  const { evaluate: a } = left;
  const { evaluate: b } = right;
  switch (operator) {
    case '==':
      return { evaluate: equality(left, right) };
    case '!=':
    case '<>': {
      const same = equality(left, right);
      return { evaluate: (context) => !truthy(same(context)) };
    }
    case 'contains':
      return {
        evaluate: relation(left, right, (context) => contains(a(context), b(context)), contains),
      };
    case '<':
      return { evaluate: (context) => compare(a(context), b(context), span, (sign) => sign < 0) };
    case '>':
      return { evaluate: (context) => compare(a(context), b(context), span, (sign) => sign > 0) };
    case '<=':
      return { evaluate: (context) => compare(a(context), b(context), span, (sign) => sign <= 0) };
    case '>=':
      return { evaluate: (context) => compare(a(context), b(context), span, (sign) => sign >= 0) };
    default:
      return { evaluate: () => fail(liquidMessages.unknownOperator, { operator }, span) };
  }
}

/** `left == right`, where `empty` and `blank` ask the other side; plain Ruby has no answer to `blank`. */
export function equality(left: Operand, right: Operand): Evaluate {
  const asked = left.question ?? right.question;
  if (asked === undefined) {
    const { evaluate: a } = left;
    const { literal } = right;
    if (typeof literal?.value === 'string') {
      const wanted = literal.value;
      return relation(left, right, (context) => a(context) === wanted, equal);
    }
    const { evaluate: b } = right;
    return relation(left, right, (context) => equal(a(context), b(context)), equal);
  }
  if (left.question !== undefined && right.question !== undefined) return () => false;
  const other = left.question === undefined ? left.evaluate : right.evaluate;
  return asked === 'empty'
    ? (context) => isEmpty(other(context)) === true
    : (context) => context.share.modes.isBlank?.(other(context)) === true;
}

/**
 * A comparison whose result is all that an include reads of the field on one of its sides, while it is recorded: of both
 * sides that of the page, which is another one the next time.
 */
function relation(
  left: Operand,
  right: Operand,
  plain: Evaluate,
  holds: (left: Value, right: Value) => boolean,
): Evaluate {
  const asked = right.field?.name === 'page' ? right.field : (left.field ?? right.field);
  if (asked === undefined) return plain;
  const other = (asked === right.field ? left : right).evaluate;
  const isRight = asked === right.field;
  return (context) => {
    if (context.recorder.frame === undefined) return plain(context);
    const value = other(context);
    return testField(context, asked, isRight ? (seen) => holds(value, seen) : (seen) => holds(seen, value));
  };
}

function contains(left: Value, right: Value): boolean {
  if (!truthy(left) || !truthy(right)) return false;
  if (typeof left === 'string') return left.includes(toText(right));
  if (isArray(left)) return left.some((item) => equal(item, right));
  if (isHash(left)) return left.has(right);
  if (left instanceof RubyRange)
    return isNumeric(right) && (order(right, left.first) ?? -1) >= 0 && (order(right, left.last) ?? 1) <= 0;
  if (left instanceof Drop && typeof right === 'string') return false;
  return false;
}

function ordered(value: Value): boolean {
  return (
    typeof value === 'string' || isNumeric(value) || value instanceof RubyTime || value instanceof RubyDate
  );
}

function compare(left: Value, right: Value, span: Span, test: (sign: number) => boolean): Value {
  if (typeof left === 'number' && typeof right === 'number')
    return test(left < right ? -1 : left > right ? 1 : left === right ? 0 : Number.NaN);
  if (isNil(left) || isNil(right) || !ordered(left) || !ordered(right)) return null;
  const sign = order(left, right);
  if (sign !== undefined) return test(sign);
  if (isNumeric(left) && isNumeric(right)) return false;
  return fail(liquidMessages.incomparable, { left: shown(left), right: shown(right) }, span);
}
