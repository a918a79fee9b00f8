/** `@use` and `@forward` of a missing stylesheet: sassc, which has neither, prints the rule and continues. The answers are sassc 2.4.0's. */

import { afterEach, describe, expect, it } from 'vitest';
import { findUseRule } from '../../../../src/engines/sass/imports/stand-in.ts';
import { outlineOf } from '../../../support/css-outline.ts';
import { COMPILERS, type Files, SassSite, withCompiler } from './sass-site.ts';

const sites: SassSite[] = [];
const site = (files: Files): SassSite => {
  const made = new SassSite(files);
  sites.push(made);
  return made;
};
afterEach(() => {
  for (const made of sites.splice(0)) made.remove();
});

const MAIN = 'assets/css/main.scss';
const PLAIN = { sourcemap: 'never' };

const GOES_ON: readonly (readonly [name: string, scss: string, sassc: string])[] = [
  ['a missing module', '@use "gone";\n.a { b: c }\n', '@use "gone";\n.a { b: c; }\n'],
  ['nothing else', '@use "gone";\n', '@use "gone";\n'],
  ['a namespace', "@use   'gone'   as  g  ;\n.a { b: c }\n", "@use 'gone'   as  g;\n.a { b: c; }\n"],
  [
    'a configuration over several lines',
    '@use "gone" with (\n  $a: 1px,\n  $b: (c: d)\n);\n.a { b: c }\n',
    '@use "gone" with ( $a: 1px, $b: (c: d) );\n.a { b: c; }\n',
  ],
  ['@forward', '@forward "gone" show a, $b;\n.a { b: c }\n', '@forward "gone" show a, $b;\n.a { b: c; }\n'],
  [
    'two of them',
    '@use "gone"; @use "far";\n$a: 1;\n.a { b: $a }\n',
    '@use "gone";\n@use "far";\n.a { b: 1; }\n',
  ],
  [
    'a function that CSS may know',
    '@use "gone" as *;\n.a { b: f(1) }\n',
    '@use "gone" as *;\n.a { b: f(1); }\n',
  ],
];

describe.each(COMPILERS)('a @use of what is not there, compiled by %s', (compiler) => {
  it.each(GOES_ON)('is printed as sassc prints it: %s', async (_, scss, sassc) => {
    const { sheets, diagnostics } = await site({}).compile(scss, withCompiler(compiler, PLAIN));
    expect(outlineOf(sheets[0]?.css ?? '')).toEqual(outlineOf(sassc));
    expect(new Set(diagnostics.map(({ code, severity }) => `${severity} ${code}`))).toEqual(
      new Set(['warning sass/use-missing']),
    );
  });

  it('is told with its place and the nearest name', async () => {
    const files = { '_sass/_a.scss': '// first\n  @use "varaibles";\n', '_sass/_variables.scss': '' };
    const { diagnostics, sheets } = await site(files).compile(
      '\n@import "a"; .b { c: d }',
      withCompiler(compiler),
    );
    expect(diagnostics).toMatchObject([
      {
        code: 'sass/use-missing',
        message:
          'the stylesheet `varaibles` does not exist; as in Jekyll, the `@use` rule is copied into the CSS, where browsers ignore it',
        hint: 'did you mean `variables`?',
        place: { file: '_sass/_a.scss', line: 2, column: 3 },
      },
      { code: 'sass/deprecations' },
    ]);
    const map = JSON.parse(sheets[0]?.map?.text ?? '{}');
    expect([...map.sources].sort()).toEqual(['_sass/_a.scss', MAIN]);
  });

  it.each([
    ['a variable', '@use "gone";\n.a { b: gone.$c }'],
    ['a function', '@use "gone" as g;\n.a { b: g.f() }'],
    ['a mixin', '@use "gone" as *;\n.a { @include m }'],
    ['a bare variable', '@use "gone" as *;\n.a { b: $c }'],
  ])('is an error, as in Jekyll, where the stylesheet uses %s of it', async (_, scss) => {
    const { sheets, diagnostics } = await site({}).compile(scss, withCompiler(compiler));
    expect(sheets[0]?.css).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: 'sass/import-missing', severity: 'error', place: { file: MAIN, line: 3, column: 1 } },
    ]);
  });

  it('does not hide another mistake', async () => {
    const { diagnostics } = await site({}).compile(
      '@use "gone";\n.a { b: 1px + 1s }',
      withCompiler(compiler),
    );
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'warning sass/use-missing',
      'error sass/error',
    ]);
  });

  it('is looked up again when the file is there', async () => {
    const made = site({});
    const options = { isCached: true };
    const sheet = { text: '@use "late";\n.a { b: c }', ...options };
    const first = await made.compile(sheet.text, withCompiler(compiler, PLAIN), options);
    expect(first.diagnostics).toMatchObject([{ code: 'sass/use-missing' }]);
    const again = await made.compile(sheet.text, withCompiler(compiler, PLAIN), options);
    // the hint names what is there now, which nothing records
    expect(again.sheets[0]?.reused).toBe(false);
    expect(again.diagnostics).toEqual(first.diagnostics);
    made.write({ '_sass/_late.scss': '.late { x: y }' });
    const late = await made.compile(sheet.text, withCompiler(compiler, PLAIN), options);
    expect(late.diagnostics).toEqual([]);
    expect(late.sheets[0]?.css).toContain('.late');
  });

  it('reads the modules that are there as Sass does', async () => {
    const scss = '@use "sass:math";\n@use "a";\n.b { c: math.div(6px, 2); d: a.$e }';
    const { sheets, diagnostics } = await site({ '_sass/_a.scss': '$e: f;' }).compile(
      scss,
      withCompiler(compiler),
    );
    expect(diagnostics).toEqual([]);
    expect(outlineOf(sheets[0]?.css ?? '')[0]).toEqual(['.b', ['c: 3px', 'd: f']]);
  });
});

describe.each(COMPILERS)('what sassc accepts and Dart Sass does not, compiled by %s', (compiler) => {
  it.each([
    ['a @use behind a rule', '.a { b: c }\n@use "gone";', 4],
    ['@extend of a compound selector', '.a.b { c: d }\n.e { @extend .a.b; }', 4],
    ['a suffix of *', '.a * { &b { c: d } }', 3],
    ['a function that is called like one of CSS', '@function url($a) { @return $a }\n.a { b: c }', 3],
  ])('costs the stylesheet, not the site: %s', async (_, scss, line) => {
    const { sheets, diagnostics } = await site({}).compile(scss, withCompiler(compiler));
    expect(sheets[0]?.css).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: 'sass/not-in-dart-sass', severity: 'warning', place: { file: MAIN, line } },
    ]);
  });
});

describe('the rule that names a module', () => {
  it.each([
    ['@use "a";', 'a', { name: 'use', prelude: '"a"', line: 0, column: 0 }],
    ['// x\n\n  @forward "b" hide c;', 'b', { name: 'forward', prelude: '"b" hide c', line: 2, column: 2 }],
    ["@use 'a'\nul\n  x: y", 'a', { name: 'use', prelude: "'a'", line: 0, column: 0 }],
    ['@use "b"; @use "a" as *;', 'a', { name: 'use', prelude: '"a" as *', line: 0, column: 10 }],
    ['@import "a";', 'a', undefined],
    ['@use "ab";', 'a', undefined],
  ])('in %j is found by its name', (text, url, rule) => {
    expect(findUseRule(text, url)).toEqual(rule);
  });
});
