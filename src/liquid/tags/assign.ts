/** `{% assign name = value | filter %}`: sets a variable for the rest of the template. */

import { variableSignature } from '../expression/patterns.ts';
import { checkItems, checkLength } from '../limits.ts';
import type { TagDefinition } from '../tag.ts';
import { stored } from '../word-literal.ts';

const syntax = new RegExp(
  `((?:${variableSignature})+)[ \\t\\n\\v\\f\\r]*=[ \\t\\n\\v\\f\\r]*([^]*)[ \\t\\n\\v\\f\\r]*`,
  'd',
);

export const assignTag: TagDefinition = {
  name: 'assign',
  compile: (tag) => {
    const found = syntax.exec(tag.markup);
    if (found === null) return tag.refuse('{% assign name = "value" %}');
    const [, name = '', from = ''] = found;
    const { evaluate } = tag.output(from, tag.markupOffset + (found.indices?.[2]?.[0] ?? 0));
    return {
      blank: true,
      render: (context) => {
        context.here = tag.span;
        const value = stored(evaluate(context));
        if (typeof value === 'string') {
          if (value.length > context.limits.output)
            checkLength(value.length, context.limits, `assign ${name}`);
        } else if (Array.isArray(value)) checkItems(value.length, context.limits, `assign ${name}`);
        context.assigns.set(name, value);
      },
    };
  },
};
