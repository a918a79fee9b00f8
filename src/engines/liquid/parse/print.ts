/** `{{ … }}`: a value written to the output. */

import { joined, printed, toText } from '../../../ruby/print.ts';
import { isArray, isNil } from '../../../ruby/values.ts';
import type { Renderer } from '../context.ts';
import type { Span } from '../errors.ts';
import type { Expression } from '../tag.ts';

export function outputRenderer({ evaluate, literal, root }: Expression, span: Span): Renderer {
  if (literal !== undefined) {
    const text = printed(literal.value);
    return (context) => {
      context.out += text;
    };
  }
  return (context) => {
    context.here = span;
    const value = evaluate(context);
    if (typeof value === 'string') context.out += value;
    else if (isNil(value)) {
      if (value === undefined && root !== undefined) context.warnUndefined(root, span);
    } else context.out += isArray(value) ? joined(value, '') : toText(value);
  };
}
