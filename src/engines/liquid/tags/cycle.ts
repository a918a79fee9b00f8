/** `{% cycle "a", "b" %}`, `{% cycle group: "a", "b" %}`: the next of its values each time. */

import { identity } from '../../../ruby/compare.ts';
import { inspect, printed } from '../../../ruby/print.ts';
import { quotedFragment, space } from '../expression/patterns.ts';
import type { Expression, TagDefinition, TagSource } from '../tag.ts';

const named = new RegExp(`^(${quotedFragment})${space}*:${space}*([^]*)`);
const simple = new RegExp(`^(?:${quotedFragment})+`);
const member = new RegExp(`${space}*(${quotedFragment})${space}*`);
const register = 'cycle';

export const cycleTag: TagDefinition = {
  name: 'cycle',
  compile: (tag) => {
    const group = named.exec(tag.markup);
    if (group === null && !simple.test(tag.markup)) return tag.refuse('{% cycle "odd", "even" %}');
    const values = members(tag, group?.[2] ?? tag.markup);
    const name = group === null ? undefined : tag.expression(group[1]!);
    const own = keyOf(values);
    return {
      render: (context) => {
        let turns = context.registers.get(register) as Map<unknown, number> | undefined;
        if (turns === undefined) context.registers.set(register, (turns = new Map()));
        const key = name === undefined ? own : identity(name.evaluate(context));
        const turn = turns.get(key) ?? 0;
        context.here = tag.span;
        const value = values[turn]?.evaluate(context);
        context.write(printed(value));
        turns.set(key, turn + 1 >= values.length ? 0 : turn + 1);
      },
    };
  },
};

function members(tag: TagSource, markup: string): Expression[] {
  const found: Expression[] = [];
  for (const part of markup.split(',')) {
    const text = member.exec(part)?.[1];
    if (text !== undefined) found.push(tag.expression(text));
  }
  return found;
}

/** Equal lists of literals share their position; a list with a variable has its own. */
function keyOf(values: readonly Expression[]): unknown {
  if (values.every(({ literal }) => literal !== undefined))
    return identity(inspect(values.map(({ literal }) => literal!.value)));
  return { values };
}
