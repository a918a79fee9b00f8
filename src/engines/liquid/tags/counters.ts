/** `{% increment n %}` and `{% decrement n %}`: counters that outlive the template, for all documents of a build. */

import { liquidMessages } from '../../../diagnostics/catalogue/engines/liquid.ts';
import { isInteger } from '../../../ruby/numbers/numeric.ts';
import { shown, toText } from '../../../ruby/print.ts';
import { strip } from '../../../ruby/text.ts';
import { toRubyInteger, type Value } from '../../../ruby/values.ts';
import type { RenderContext } from '../context.ts';
import { fail } from '../errors.ts';
import type { TagDefinition } from '../tag.ts';

export const incrementTag: TagDefinition = {
  name: 'increment',
  compile: (tag) => {
    const name = strip(tag.markup);
    return {
      render: (context) => {
        context.here = tag.span;
        const value = current(context, name, 'increment');
        context.share.counters.set(name, add(value, 1));
        context.write(toText(value));
      },
    };
  },
};

export const decrementTag: TagDefinition = {
  name: 'decrement',
  compile: (tag) => {
    const name = strip(tag.markup);
    return {
      render: (context) => {
        context.here = tag.span;
        const value = add(current(context, name, 'decrement'), -1);
        context.share.counters.set(name, value);
        context.write(toText(value));
      },
    };
  },
};

function current(context: RenderContext, name: string, tag: string): number | bigint {
  const { counters, globals } = context.share;
  context.recorder.spoil();
  const value: Value = counters.get(name) ?? globals.get(name) ?? 0;
  if (isInteger(value)) return value;
  return value === false ? 0 : fail(liquidMessages.notAnInteger, { where: tag, value: shown(value) });
}

function add(value: number | bigint, step: number): number | bigint {
  return toRubyInteger(BigInt(value) + BigInt(step));
}
