/** `{% assign name = value | filter %}`: sets a variable for the rest of the template. */

import { leftStrip, rightStrip } from '../../../ruby/text.ts';
import { variableSignature } from '../expression/patterns.ts';
import { stored } from '../expression/word-literal.ts';
import { checkItems, checkLength } from '../render/limits.ts';
import type { TagDefinition } from '../tag.ts';

const nameAtEnd = new RegExp(`(?:${variableSignature})+$`);

interface Assignment {
  readonly name: string;
  readonly from: string;
  readonly offset: number;
}

/** The name before the first `=` that has one, and what stands behind it. */
function readAssignment(markup: string): Assignment | undefined {
  for (let at = markup.indexOf('='); at >= 0; at = markup.indexOf('=', at + 1)) {
    const before = rightStrip(markup.slice(0, at));
    let start = before.length;
    while (start > 0 && /[\w\-.[\]()]/.test(before[start - 1]!)) start--;
    const found = nameAtEnd.exec(before.slice(start))?.[0];
    if (found === undefined) continue;
    const tail = markup.slice(at + 1);
    const from = leftStrip(tail);
    return { name: found, from, offset: at + 1 + tail.length - from.length };
  }
  return undefined;
}

export const assignTag: TagDefinition = {
  name: 'assign',
  compile: (tag) => {
    const found = readAssignment(tag.markup);
    if (found === undefined) return tag.refuse('{% assign name = "value" %}');
    const { name } = found;
    const { evaluate } = tag.output(found.from, tag.markupOffset + found.offset);
    return {
      blank: true,
      render: (context) => {
        context.here = tag.span;
        const value = stored(evaluate(context));
        if (typeof value === 'string') {
          if (value.length > context.limits.text) checkLength(value.length, context.limits, `assign ${name}`);
        } else if (Array.isArray(value)) checkItems(value.length, context.limits, `assign ${name}`);
        context.assign(name, value);
      },
    };
  },
};
