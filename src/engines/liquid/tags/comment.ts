/** `{% comment %}…{% endcomment %}`, `{% # … %}`, `{% raw %}…{% endraw %}`: text that is not rendered as Liquid. */

import type { TagDefinition } from '../tag.ts';

export const commentTag: TagDefinition = {
  name: 'comment',
  block: { ignoreUnknown: true },
  compile: (tag) => {
    tag.branches();
    return { render: () => {}, blank: true };
  },
};

export const inlineCommentTag: TagDefinition = {
  name: '#',
  compile: (tag) => {
    if (/\n[ \t\n\v\f\r]*[^# \t\n\v\f\r]/.test(tag.markup))
      return tag.refuse('{% # begin every line with # %}');
    return { render: () => {}, blank: true };
  },
};

export const rawTag: TagDefinition = {
  name: 'raw',
  block: { raw: true },
  compile: (tag) => {
    if (tag.markup.trim() !== '') return tag.refuse('{% raw %} … {% endraw %}');
    const text = tag.rawBody();
    return {
      render: (context) => {
        context.out += text;
      },
    };
  },
};
