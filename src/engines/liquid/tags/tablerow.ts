/** `{% tablerow x in list cols:n %}…{% endtablerow %}`: a loop that prints the rows of a table. */

import { liquidMessages } from '../../../diagnostics/catalogue/engines/liquid.ts';
import { truthy } from '../../../ruby/compare.ts';
import { readInteger } from '../../../ruby/numbers/numeral.ts';
import { shown } from '../../../ruby/print.ts';
import { isNil, RubyFloat, type Value } from '../../../ruby/values.ts';
import type { RenderContext } from '../context.ts';
import { fail } from '../errors.ts';
import { attributesOf, quotedFragment, space } from '../expression/patterns.ts';
import { sliceOf } from '../render/collection.ts';
import { TablerowloopDrop } from '../render/loop-drop.ts';
import type { TagDefinition } from '../tag.ts';

const syntax = new RegExp(`(\\w+)${space}+in${space}+((?:${quotedFragment})+)`);

export const tablerowTag: TagDefinition = {
  name: 'tablerow',
  block: {},
  compile: (tag) => {
    const found = syntax.exec(tag.markup);
    if (found === null) return tag.refuse('{% tablerow item in list cols:3 %} … {% endtablerow %}');
    const [, variable = '', name = ''] = found;
    const collection = tag.expression(name, tag.markupOffset + Math.max(0, tag.markup.indexOf(name)));
    const attributes = new Map(attributesOf(tag.markup).map(([key, value]) => [key, tag.expression(value)]));
    const number = (context: RenderContext, key: string) =>
      attributes.has(key) ? wholeNumber(attributes.get(key)!.evaluate(context), key) : undefined;
    const [own] = tag.branches();
    const { render } = own!.body;
    return {
      render: (context) => {
        context.here = tag.span;
        const value = collection.evaluate(context);
        if (!truthy(value)) return;
        const from = number(context, 'offset') ?? 0;
        const limit = number(context, 'limit');
        const where = `tablerow ${variable}`;
        const items = sliceOf(
          value,
          from,
          limit === undefined ? undefined : from + limit,
          context.limits,
          where,
        );
        const loop = new TablerowloopDrop(items.length, number(context, 'cols') ?? 0, context.recorder);
        const scope = new Map<string, Value>([['tablerowloop', loop]]);
        context.write('<tr class="row1">\n');
        context.pushScope(scope);
        for (const item of items) {
          scope.set(variable, item);
          context.write(`<td class="col${loop.column}">`);
          render(context);
          context.write('</td>');
          context.deadline.step(where);
          if (loop.column === loop.columns && loop.index !== loop.length - 1)
            context.write(`</tr>\n<tr class="row${loop.row + 1}">`);
          loop.next();
        }
        context.locals.pop();
        context.write('</tr>\n');
      },
    };
  },
};

/** `to_i`, which nil, numbers and texts have. */
function wholeNumber(value: Value, where: string): number {
  if (isNil(value)) return 0;
  if (typeof value === 'string') return Number(readInteger(value));
  if (typeof value === 'number') return Math.trunc(value);
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof RubyFloat) return value.value;
  return fail(liquidMessages.notAnInteger, {
    where: `the \`${where}\` of \`tablerow\``,
    value: shown(value),
  });
}
