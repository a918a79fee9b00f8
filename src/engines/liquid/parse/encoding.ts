/**
 * The encoding of what Liquid 4 renders. It joins the parts of a body as Ruby joins an array: the first part gives the
 * encoding, which is US-ASCII for no parts at all and for what is no text (nil, a number). A text of nothing but ASCII keeps
 * it, and kramdown then writes characters that it lacks as references.
 */

import { isArray, type Value } from '../../../ruby/values.ts';
import type { Renderer } from '../context.ts';
import type { Span } from '../errors.ts';
import { checkLength } from '../render/limits.ts';
import type { Expression } from '../tag.ts';
import { outputRenderer } from './print.ts';

/** What a node is to the encoding: nothing at all, UTF-8, US-ASCII, or what it has rendered inside. */
export type Part = 'none' | 'text' | 'ascii' | 'inner';

export interface Step {
  readonly render: Renderer;
  readonly isText: boolean;
  readonly part: Part;
}

const PARTS: ReadonlyMap<string, Part> = new Map([
  ['if', 'inner'],
  ['unless', 'inner'],
  ['include', 'inner'],
  ['include_relative', 'inner'],
  ['include_cached', 'inner'],
  ['increment', 'ascii'],
  ['decrement', 'ascii'],
  ['break', 'none'],
  ['continue', 'none'],
]);

/** @param isSkipped whether it is a block that prints nothing: Liquid leaves it out of the parts */
export function partOf(tag: string, isSkipped: boolean): Part {
  return isSkipped ? 'none' : (PARTS.get(tag) ?? 'text');
}

/** As the plain sequence; leaves in the context how the joined text is encoded. */
export function encodedSequence(steps: readonly Step[]): Renderer {
  return (context) => {
    let isAscii: boolean | undefined;
    for (const { render, isText, part } of steps) {
      context.isAscii = false;
      render(context);
      if (isAscii === undefined && part !== 'none')
        isAscii = part === 'ascii' || (part === 'inner' && context.isAscii);
      if (context.interrupt !== 0 && !isText) break;
    }
    context.isAscii = isAscii ?? true;
    if (context.out.length > context.limits.output)
      checkLength(context.out.length, context.limits, 'the page', context.limits.output);
  };
}

export function encodedTextRenderer(text: string): Renderer {
  return (context) => {
    context.out += text;
    context.isAscii = text === '';
  };
}

/** `{{ … }}`: what is neither text nor a list prints in US-ASCII. */
export function encodedOutputRenderer(expression: Expression, span: Span): Renderer {
  const { evaluate } = expression;
  let value: Value;
  const { literal: _, ...looked } = expression;
  const print = outputRenderer(
    {
      ...looked,
      evaluate(context) {
        value = evaluate(context);
        return value;
      },
    },
    span,
  );
  return (context) => {
    print(context);
    context.isAscii = typeof value !== 'string' && !isArray(value);
  };
}
