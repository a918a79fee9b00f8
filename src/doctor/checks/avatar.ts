/** The picture of the author: named, and there. */

import { placeInConfig } from '../../config/place-in-config.ts';
import { doctorMessages } from '../../diagnostics/catalogue/program/doctor.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import { isHash } from '../../ruby/values.ts';
import { targetOf } from '../addresses.ts';
import type { Check, CheckedSite } from '../checked-site.ts';

const KEY = ['author', 'avatar'] as const;
const ROOT = { url: '/', base: undefined };

export const avatar: Check = {
  name: 'avatar',
  examine(site, report) {
    const author = site.config.settings.author;
    if (!isHash(author)) return;
    const named = author.get('avatar');
    if (named === undefined || named === null || named === '') {
      // a theme may do without one
      if (!author.has('avatar') && !mentionsAvatar(site)) return;
      const place = placeInConfig(site.config, KEY, 'key') ?? placeInConfig(site.config, ['author'], 'key');
      report(diagnose(doctorMessages.avatarEmpty, {}, { place }));
      return;
    }
    const path = avatarPath(site);
    // a template may put a folder before it
    if (path === undefined || site.outputs.some(({ key }) => `/${key}`.endsWith(`/${path}`))) return;
    const nearest = site.index.findFolded(path) ?? site.index.findNearest(path);
    const place = placeInConfig(site.config, KEY, 'value');
    report(diagnose(doctorMessages.avatarMissing, { avatar: String(named), nearest }, { place }));
  },
};

/** The avatar's path from the root of the site; undefined where there is none, or it lies elsewhere. */
export function avatarPath({ config, home }: Pick<CheckedSite, 'config' | 'home'>): string | undefined {
  const { author } = config.settings;
  const named = isHash(author) ? author.get('avatar') : undefined;
  if (typeof named !== 'string' || named === '') return undefined;
  const below = /^https?:/i.test(named) || named.startsWith('//') ? named : named.replace(/^\//, '');
  const target = targetOf(below, ROOT, home);
  return target.kind === 'inside' ? target.path : undefined;
}

function mentionsAvatar({ inventory }: CheckedSite): boolean {
  const texts = [
    ...[...inventory.includes.values()].map(({ text }) => text),
    ...[...inventory.layouts.values()].map(({ body }) => body.text),
  ];
  return texts.some((text) => /\bauthor\.avatar\b/.test(text));
}
