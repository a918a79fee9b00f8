/** `{% ifchanged %}…{% endifchanged %}`: prints its body where that differs from the last one printed so. */

import type { TagDefinition } from '../tag.ts';

const register = 'ifchanged';

export const ifchangedTag: TagDefinition = {
  name: 'ifchanged',
  block: {},
  compile: (tag) => {
    const [own] = tag.branches();
    const { render } = own!.body;
    return {
      render: (context) => {
        const text = context.capture(render);
        if (text === context.registers.get(register)) return;
        context.registers.set(register, text);
        context.write(text);
      },
    };
  },
};
