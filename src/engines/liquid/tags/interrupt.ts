/** `{% break %}` and `{% continue %}`: leave a loop, or its current iteration. */

import { interrupts } from '../context.ts';
import type { TagDefinition } from '../tag.ts';

export const breakTag: TagDefinition = {
  name: 'break',
  compile: () => ({
    render: (context) => {
      context.interrupt = interrupts.break;
    },
  }),
};

export const continueTag: TagDefinition = {
  name: 'continue',
  compile: () => ({
    render: (context) => {
      context.interrupt = interrupts.continue;
    },
  }),
};
