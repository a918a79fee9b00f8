/** What the theme guarantees for any site. */

import { compileString } from 'sass';
import { describe, expect, test } from 'vitest';
import { contrast } from './contrast.ts';
import { read, stylesheet } from './repository.ts';

/** The colours of one scheme: the dark block's on top of the light one's. */
const palette = (scheme: 'light' | 'dark'): ReadonlyMap<string, string> => {
  const [light = '', dark = ''] = read('_includes/css/tokens.scss').split(
    '@media (prefers-color-scheme: dark)',
  );
  const text = scheme === 'light' ? light : light + dark;
  return new Map(
    [...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((found) => [found[1] ?? '', found[2] ?? '']),
  );
};

const PAIRS = [
  ['ink', 'paper'],
  ['soft', 'paper'],
  ['accent', 'paper'],
  ['accent', 'raised'],
  ['warm', 'paper'],
  ['accent-strong', 'accent-wash'],
  ['accent', 'accent-wash'],
  ['ink', 'accent-wash'],
  ['badge-ink', 'badge'],
  ['code-comment', 'raised'],
  ['code-keyword', 'raised'],
  ['code-string', 'raised'],
  ['code-number', 'raised'],
  ['code-name', 'raised'],
] as const;

describe.each(['light', 'dark'] as const)('the %s colours', (scheme) => {
  test.each(PAIRS)('%s on %s can be read: 4.5 to 1 at least', (front, back) => {
    const colours = palette(scheme);
    expect(contrast(colours.get(front) ?? '', colours.get(back) ?? '')).toBeGreaterThanOrEqual(4.5);
  });
});

describe('the stylesheet', () => {
  test('compiles without a word of warning', () => {
    const heard: string[] = [];
    const logger = { warn: (message: string) => void heard.push(message) };
    const { css } = compileString(stylesheet(), { style: 'compressed', logger });
    expect(heard).toEqual([]);
    expect(css).not.toMatch(/@import|@use|\{%/);
    expect(css).toContain('.paper-box');
  });

  test('asks no other host for anything', () => {
    expect(stylesheet()).not.toMatch(/url\(["']?(https?:)?\/\//);
  });

  test('honours the wish for less motion, and paper', () => {
    expect(stylesheet()).toContain('@media (prefers-reduced-motion: reduce)');
    expect(stylesheet()).toContain('@media print');
  });
});

describe('the templates', () => {
  test.each(['head', 'masthead', 'author-profile', 'scripts', 'seo'])(
    '%s links to files of the site from any depth',
    (name) => {
      const links = [...read(`_includes/${name}.html`).matchAll(/(?:src|href)="([^"]*)"/g)].map(
        (found) => found[1] ?? '',
      );
      for (const link of links)
        expect(link).toMatch(/relative_url|seo_url|^https:\/\/www\.googletagmanager|address/);
    },
  );

  test('load analytics only when an id is filled in', () => {
    expect(read('_includes/scripts.html')).toMatch(
      /\{% if site\.google_analytics_id [\s\S]*googletagmanager/,
    );
  });
});
