/**
 * Order decides which declaration wins. sassc, like Ruby's Sass and Dart Sass before 1.92, prints the declarations of a rule
 * before the rules that are nested in it; from 1.92 on Dart Sass leaves them where they stand (docs/adr/0013).
 */

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { outlineOf } from '../../../support/css-outline.ts';
import { COMPILERS, SassSite, withCompiler } from './sass-site.ts';

const sites: SassSite[] = [];
afterEach(() => {
  for (const site of sites.splice(0)) site.remove();
});

/** Each with what sassc 2.4.0 printed of it. */
const CASES: readonly (readonly [name: string, scss: string, sassc: string])[] = [
  [
    'a declaration behind a breakpoint mixin',
    '@mixin wide { @media (min-width: 925px) { @content; } }\n.box { @include wide { display: block; } display: flex; }\n',
    '.box { display: flex; }\n\n@media (min-width: 925px) { .box { display: block; } }\n',
  ],
  [
    'a declaration behind a nested rule',
    '.a { color: red; .b { color: blue; } color: green; &:hover { x: y; } margin: 0; }\n',
    '.a { color: red; color: green; margin: 0; }\n\n.a .b { color: blue; }\n\n.a:hover { x: y; }\n',
  ],
  [
    'a mixin of declarations behind a nested rule',
    '@mixin m { padding: 0; i { x: y; } border: 0; }\n.a { b { x: y; } @include m; }\n',
    '.a { padding: 0; border: 0; }\n\n.a b { x: y; }\n\n.a i { x: y; }\n',
  ],
  [
    'a declaration behind a nested media query and a query in it',
    '.a { @media print { .b { x: y; } z: w; } q: r; }\n',
    '.a { q: r; }\n\n@media print { .a { z: w; }\n  .a .b { x: y; } }\n',
  ],
  [
    'what @extend joins in a rule with a declaration behind',
    '%p { i { x: y; } color: red; }\n.a { @extend %p; b { x: y; } color: blue; }\n',
    '.a { color: red; }\n\n.a i { x: y; }\n\n.a { color: blue; }\n\n.a b { x: y; }\n',
  ],
];

describe.each(COMPILERS)('the cascade of what %s compiles', (compiler) => {
  it.each(CASES)('is that of sassc for %s', async (_, scss, sassc) => {
    const site = new SassSite({});
    sites.push(site);
    const { sheets } = await site.compile(scss, withCompiler(compiler, { sourcemap: 'never' }));
    expect(outlineOf(sheets[0]?.css ?? '')).toEqual(outlineOf(sassc));
  });
});

describe('the compilers that are asked for', () => {
  const root = resolve(import.meta.dirname, '../../../..');
  const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));

  it.each(['sass', 'sass-embedded'])(
    '%s is named by one version alone, which is the one installed',
    (name) => {
      const { dependencies, optionalDependencies } = read('package.json');
      const version = dependencies[name] ?? optionalDependencies[name];
      expect(version, 'a range lets an installation take a compiler that no test has seen').toMatch(
        /^\d+\.\d+\.\d+$/,
      );
      expect(read(`node_modules/${name}/package.json`).version).toBe(version);
      expect(read('package-lock.json').packages[`node_modules/${name}`].version).toBe(version);
    },
  );
});
