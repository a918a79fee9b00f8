/** `{% capture name %}…{% endcapture %}`: keeps what its body prints in a variable. */

import { variableSignature } from '../expression/patterns.ts';
import { checkLength } from '../render/limits.ts';
import type { TagDefinition } from '../tag.ts';

const syntax = new RegExp(`(?:${variableSignature})+`);

export const captureTag: TagDefinition = {
  name: 'capture',
  block: {},
  compile: (tag) => {
    const name = syntax.exec(tag.markup)?.[0];
    if (name === undefined) return tag.refuse('{% capture name %} … {% endcapture %}');
    const [own] = tag.branches();
    const { render } = own!.body;
    return {
      blank: true,
      render: (context) => {
        const text = context.capture(render);
        context.here = tag.span;
        if (text.length > context.limits.text) checkLength(text.length, context.limits, `capture ${name}`);
        context.assign(name, text);
      },
    };
  },
};
