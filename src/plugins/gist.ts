/** jekyll-gist: `{% gist user/id file %}` embeds a gist. The text for browsers without scripts would need the network: left out. */

import { definePlugin } from '../plugin/api.ts';
import { refuse } from '../plugin/refuse.ts';
import { defineTag } from '../plugin/tag.ts';
import { isTruthy } from '../plugin/values.ts';

const gistTag = defineTag('gist', (call) => {
  // one word, or whatever stands before the last slash, then perhaps a file
  const [, id, file] = /^(\S+|.*(?=\/).+)\s?(\S*)$/.exec(call.markup) ?? [];
  if (id === undefined) {
    refuse({
      code: 'gist/syntax',
      message: '`gist` needs the id of a gist',
      hint: 'write `{% gist user/1234567 %}` or `{% gist user/1234567 file.js %}`',
    });
  }
  const named = (word: string) => {
    if (!/^[\w.-]+$/.test(word)) return word;
    const value = call.liquid(word);
    return isTruthy(value) ? call.print(value) : word;
  };
  const name = named((file ?? '').trim());
  const query = name === '' ? '' : `?file=${name}`;
  return `<script src="https://gist.github.com/${named(id.trim())}.js${query}"> </script>`;
});

export const gist = definePlugin({ name: 'jekyll-gist', liquid: { tags: [gistTag] } });
