/** jekyll-avatar: `{% avatar octocat size=100 %}` shows a picture from GitHub; its text is that of version 0.8. */

import { definePlugin } from '../../plugin/api/plugin.ts';
import { defineTag, type TagCall } from '../../plugin/api/tag.ts';
import { isTruthy } from '../../plugin/api/values.ts';
import { crc32 } from './crc32.ts';

const avatarTag = defineTag('avatar', (call) => {
  const size = /\bsize=(\d+)\b/i.exec(call.markup)?.[1] ?? '40';
  const text = call.template(call.markup);
  const user = userOf(call, text);
  const path = (scale: number) => `${user}?v=3&s=${scale === 1 ? size : String(Number(size) * scale)}`;
  const server = `https://avatars${crc32(path(1)) % 4}.githubusercontent.com`;
  const url = (scale: number) => `${server}/${path(scale)}`;
  const set = [1, 2, 3, 4].map((scale) => `${url(scale)} ${scale}x`).join(', ');
  const sources: readonly (readonly [string, string])[] = text.includes('lazy=true')
    ? [
        ['src', ''],
        ['data-src', url(1)],
        ['data-srcset', set],
      ]
    : [
        ['src', url(1)],
        ['srcset', set],
      ];
  const attributes: readonly (readonly [string, string])[] = [
    ['class', Number(size) < 48 ? 'avatar avatar-small' : 'avatar'],
    ['alt', user],
    ['width', size],
    ['height', size],
    ['data-proofer-ignore', 'true'],
    ...sources,
  ];
  return `<img ${attributes.map(([name, value]) => `${name}="${value}"`).join(' ')} />`;
});

/** The variable of `user=`, else the first word, without its `@`. */
function userOf(call: TagCall, text: string): string {
  const variable = /\buser=([\w.]+)\b/.exec(call.markup)?.[1];
  if (variable === undefined) return (text.split(' ')[0] ?? '').replace(/^@/, '');
  const value = call.liquid(variable);
  return isTruthy(value) ? call.print(value) : variable;
}

export const avatar = definePlugin({ name: 'jekyll-avatar', liquid: { tags: [avatarTag] } });
