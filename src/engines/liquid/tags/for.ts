/** `{% for x in list limit:n offset:n reversed %}…{% else %}…{% endfor %}`. */

import { isNil, type Value } from '../../../ruby/values.ts';
import { type Evaluate, interrupts, type RenderContext, type Renderer } from '../context.ts';
import { GrammarMistake } from '../expression/lexer.ts';
import { attributesOf, quotedFragment, space } from '../expression/patterns.ts';
import { StrictReader } from '../expression/strict.ts';
import { toInteger } from '../expression/to-integer.ts';
import { sliceOf } from '../render/collection.ts';
import { checkLength } from '../render/limits.ts';
import { ForloopDrop } from '../render/loop-drop.ts';
import type { TagDefinition, TagSource } from '../tag.ts';

interface Loop {
  readonly variable: string;
  /** What `offset: continue` remembers a loop by. */
  readonly name: string;
  /** How the limits name it. */
  readonly where: string;
  readonly collection: Evaluate;
  readonly limit: Evaluate | undefined;
  readonly offset: Evaluate | 'continue' | undefined;
  readonly reversed: boolean;
}

const laxSyntax = new RegExp(`^([\\w-]+)${space}+in${space}+((?:${quotedFragment})+)${space}*(reversed)?`);

export const forTag: TagDefinition = {
  name: 'for',
  block: { branches: ['else'] },
  compile: (tag) => {
    const loop = tag.read(
      () => readStrictly(tag),
      () => readLaxly(tag),
    );
    const [own, otherwise, surplus] = tag.branches();
    if (surplus !== undefined) return tag.refuse('{% for x in list %} … {% else %} … {% endfor %}');
    const turn = own!.body.render;
    const empty = otherwise?.body.render;
    return {
      render: (context) => {
        context.here = tag.span;
        const segment = segmentOf(context, loop, tag);
        if (segment.length > 0) walk(context, loop, segment, turn);
        else if (empty !== undefined) empty(context);
      },
    };
  },
};

function readLaxly(tag: TagSource): Loop {
  const found = laxSyntax.exec(tag.markup);
  if (found === null) return tag.refuse('{% for item in list %} … {% endfor %}');
  const [, variable = '', collection = '', reversed] = found;
  return loopOf(tag, variable, collection, reversed !== undefined, attributesOf(tag.markup));
}

function readStrictly(tag: TagSource): Loop {
  const reader = new StrictReader(tag.markup);
  const variable = reader.take('id');
  if (reader.takeWord('in') === undefined) throw reader.mistake('`in` is missing');
  const collection = reader.expression();
  const reversed = reader.takeWord('reversed') !== undefined;
  const attributes: [string, string][] = [];
  while (reader.look('id') && reader.look(':', 1)) {
    const at = reader.at;
    const name = reader.takeWord('limit', 'offset');
    if (name === undefined) throw new GrammarMistake('only `limit` and `offset` are allowed here', at, 1);
    reader.take(':');
    attributes.push([name, reader.expression()]);
  }
  reader.take('end');
  return loopOf(tag, variable, collection, reversed, attributes);
}

function loopOf(
  tag: TagSource,
  variable: string,
  collection: string,
  reversed: boolean,
  attributes: readonly [string, string][],
): Loop {
  const given = new Map(attributes);
  const limit = given.get('limit');
  const offset = given.get('offset');
  return {
    variable,
    name: `${variable}-${collection}`,
    where: `for ${variable}`,
    collection: tag.expression(collection, tag.markupOffset + Math.max(0, tag.markup.indexOf(collection)))
      .evaluate,
    limit: limit === undefined ? undefined : tag.expression(limit).evaluate,
    offset:
      offset === undefined ? undefined : offset === 'continue' ? 'continue' : tag.expression(offset).evaluate,
    reversed,
  };
}

function segmentOf(context: RenderContext, loop: Loop, tag: TagSource): readonly Value[] {
  let from = 0;
  if (loop.offset === 'continue') from = context.offsetOf(loop.name) ?? 0;
  else if (loop.offset !== undefined) from = count(loop.offset(context), 'offset', tag) ?? 0;
  const collection = loop.collection(context);
  const limit = loop.limit === undefined ? undefined : count(loop.limit(context), 'limit', tag);
  const to = limit === undefined ? undefined : limit + from;
  const segment = sliceOf(collection, from, to, context.limits, loop.where);
  context.setOffset(loop.name, from + segment.length);
  return loop.reversed ? segment.toReversed() : segment;
}

function count(value: Value, what: string, tag: TagSource): number | undefined {
  return isNil(value) ? undefined : Number(toInteger(value, `the \`${what}\` of \`for\``, tag.span));
}

function walk(context: RenderContext, loop: Loop, segment: readonly Value[], turn: Renderer): void {
  const { loops } = context;
  const forloop = new ForloopDrop(loop.name, segment.length, loops.at(-1), context.recorder);
  loops.push(forloop);
  const scope = new Map<string, Value>([['forloop', forloop]]);
  context.pushScope(scope);
  const { deadline } = context;
  const { where } = loop;
  for (const item of segment) {
    scope.set(loop.variable, item);
    turn(context);
    deadline.step(where);
    if (context.out.length > context.limits.output)
      checkLength(context.out.length, context.limits, where, context.limits.output);
    forloop.index++;
    if (context.interrupt === interrupts.none) continue;
    const left = context.interrupt === interrupts.break;
    context.interrupt = interrupts.none;
    if (left) break;
  }
  context.locals.pop();
  loops.pop();
}
