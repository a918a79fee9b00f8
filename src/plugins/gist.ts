/** jekyll-gist: `{% gist user/id file %}` embeds a gist. The text for browsers without scripts would need the network: left out. */

import { definePlugin } from '../plugin/api/plugin.ts';
import { refuse } from '../plugin/api/refuse.ts';
import { defineTag, type TagCall } from '../plugin/api/tag.ts';

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
  const name = argumentText(call, (file ?? '').trim());
  const query = name === '' ? '' : `?file=${name}`;
  return `<script src="https://gist.github.com/${argumentText(call, id.trim())}.js${query}"> </script>`;
});

/** What an argument prints: the value of the expression that Liquid's context makes of it, itself where that is nil. */
function argumentText(call: TagCall, argument: string): string {
  const [, double, single] = /^"(.*)"$|^'(.*)'$/s.exec(argument) ?? [];
  const quoted = double ?? single;
  if (quoted !== undefined) return quoted;
  if (/^-?\d[\d.]*$/.test(argument)) return call.print(call.liquid(argument));
  // a lookup is whatever looks like names, with anything in between
  // behind the last `]` no bracket is closed: none is searched for there
  const end = argument.lastIndexOf(']') + 1;
  const [first, ...others] = [
    ...(argument.slice(0, end).match(/\[[^\]]+\]|[\w-]+\??/g) ?? []),
    ...(argument.slice(end).match(/[\w-]+\??/g) ?? []),
  ];
  if (first === undefined || first.startsWith('[')) return argument;
  const path = others.map((name) => (name.startsWith('[') ? name : `.${name}`));
  const value = call.liquid(first + path.join(''));
  return value === null || value === undefined ? argument : call.print(value);
}

export const gist = definePlugin({ name: 'jekyll-gist', liquid: { tags: [gistTag] } });
