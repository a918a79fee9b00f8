import { afterEach, describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../../src/diagnostics/diagnostic.ts';
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

/** `file:line:column` of a place, `-` for none. */
const at = ({ place }: Pick<Diagnostic, 'place'>): string =>
  place === undefined ? '-' : `${place.file}:${place.line}:${place.column}`;
const trail = ({ trail: steps = [] }: Diagnostic): readonly string[] => steps.map(at);

// The text stands from line 3 of its file: `---`, `---`, text.
const MISTAKES: readonly (readonly [
  name: string,
  text: string,
  files: Files,
  code: string,
  place: string,
])[] = [
  ['an unclosed block', 'a {\n  b: c;\n', {}, 'sass/error', `${MAIN}:4:8`],
  ['a missing semicolon', 'a {\n  b: c\n  d: e;\n}', {}, 'sass/error', `${MAIN}:5:4`],
  ['an undefined variable', '\n  a { b: $nope; }', {}, 'sass/error', `${MAIN}:4:10`],
  ['an undefined mixin', 'a { @include nope; }', {}, 'sass/error', `${MAIN}:3:5`],
  ['an argument too many', '@mixin m($a) {}\na { @include m(1, 2); }', {}, 'sass/error', `${MAIN}:4:5`],
  ['units that do not go together', 'a { b: 1px + 1s; }', {}, 'sass/error', `${MAIN}:3:8`],
  ['@extend of what is not there', '.a { @extend .nope; }', {}, 'sass/error', `${MAIN}:3:6`],
  ['an unclosed string', 'a { b: "c; }', {}, 'sass/error', `${MAIN}:3:13`],
  ['an unclosed comment', 'a { b: c }\n/* open', {}, 'sass/error', `${MAIN}:4:8`],
  ['@error', '@error "no #{1 + 1}";', {}, 'sass/error', `${MAIN}:3:1`],
  [
    'a mistake in a partial',
    '@import "a";',
    { '_sass/_a.scss': '\n.a { b: }' },
    'sass/error',
    '_sass/_a.scss:2:9',
  ],
  [
    'a mistake two partials deep',
    '@import "a";',
    { '_sass/_a.scss': '@import "sub/b";', '_sass/sub/_b.scss': 'x{y:$z}' },
    'sass/error',
    '_sass/sub/_b.scss:1:5',
  ],
  [
    'a partial that imports itself',
    '@import "a";',
    { '_sass/_a.scss': '@import "a";' },
    'sass/error',
    '_sass/_a.scss:1:9',
  ],
  [
    'a module used twice under one name',
    '@use "a"; @use "sub/a";',
    { '_sass/_a.scss': '', '_sass/sub/_a.scss': '' },
    'sass/error',
    `${MAIN}:3:11`,
  ],
  ['a missing import', 'a{b:c}\n@import "nowhere";', {}, 'sass/import-missing', `${MAIN}:4:9`],
  [
    'a missing import of a partial',
    '@import "a";',
    { '_sass/_a.scss': '\n@import "gone";' },
    'sass/import-missing',
    '_sass/_a.scss:2:9',
  ],
  [
    'two files for one name',
    '@import "a";',
    { '_sass/_a.scss': '', '_sass/a.scss': '' },
    'sass/import-ambiguous',
    `${MAIN}:3:9`,
  ],
  [
    'an import that climbs out',
    '@import "../../../x";',
    { '../_x.scss': 'a{b:c}' },
    'sass/import-outside',
    `${MAIN}:3:9`,
  ],
  ['a file: address', '@use "file:///etc/hosts";', {}, 'sass/import-refused', `${MAIN}:3:1`],
  ['a column after wide letters', '/* 中文😀 */ a { b: $nope; }', {}, 'sass/error', `${MAIN}:3:19`],
  ['a mistake in the last line without line end', 'a{b:c}\n\n\n}', {}, 'sass/error', `${MAIN}:6:1`],
];

describe.each(COMPILERS)('a mistake in a stylesheet compiled by %s', (compiler) => {
  it.each(MISTAKES)('%s is told with its place', async (_, text, files, code, place) => {
    const { sheets, diagnostics } = await site(files).compile(text, withCompiler(compiler));
    expect(sheets[0]?.css).toBeUndefined();
    expect(sheets[0]?.map).toBeUndefined();
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map((error) => [error.code, at(error)])).toEqual([[code, place]]);
    expect(errors[0]?.message).not.toMatch(/\n|\.$|hastie:/);
  });

  it('is told with the way on which it was reached', async () => {
    const files = {
      '_sass/_a.scss': '\n@import "sub/b";',
      '_sass/sub/_b.scss': '@mixin m { x: $z }\n\n.b { @include m }',
    };
    const { diagnostics } = await site(files).compile('@import "a";', withCompiler(compiler));
    const [error] = diagnostics.filter(({ severity }) => severity === 'error');
    expect(error && at(error)).toBe('_sass/sub/_b.scss:1:15');
    expect(error && trail(error)).toEqual(['_sass/sub/_b.scss:3:6', '_sass/_a.scss:2:9', `${MAIN}:3:9`]);
  });

  it.each([
    ['varaibles', 'variables'],
    ['sub/mixn', 'sub/mixin'],
    ['sbu/mixin', 'sub/mixin'],
    ['_variable', 'variables'],
    ['variables2.scss', 'variables'],
  ])('names the nearest file for %s', async (typed, near) => {
    const files = { '_sass/_variables.scss': '', '_sass/sub/_mixin.scss': '' };
    const { diagnostics } = await site(files).compile(`@import "${typed}";`, withCompiler(compiler));
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toMatchObject([
      {
        code: 'sass/import-missing',
        message: `the imported stylesheet \`${typed}\` does not exist`,
        hint: `did you mean \`${near}\`?`,
      },
    ]);
  });

  it('says where it looked when nothing is near', async () => {
    const { diagnostics } = await site({}).compile(
      '@import "zzz";',
      withCompiler(compiler, { load_paths: ['lp'] }),
    );
    expect(diagnostics[0]?.hint).toBe(
      'add it to one of the folders that were searched: the source folder, lp, _sass, assets/css',
    );
    const webpack = await site({}).compile('@import "~bootstrap/x";', withCompiler(compiler));
    expect(webpack.diagnostics[0]?.hint).toContain('sass.load_paths');
  });

  it('warns of a partial with front matter, which Sass may well take', async () => {
    const files = { '_sass/_a.scss': '---\n---\na{b:c}' };
    const { sheets, diagnostics } = await site(files).compile('@use "a";', withCompiler(compiler));
    expect(sheets[0]?.css).toMatch(/^--- --- a \{/);
    expect(diagnostics.map((said) => [said.code, said.severity, at(said)])).toEqual([
      ['sass/front-matter', 'info', '_sass/_a.scss:1:1'],
    ]);
  });

  it.each([
    ['a function', '@function f($x) { @return f($x + 1); }\na { b: f(1); }'],
    ['a mixin', '@mixin m { @include m; }\na { @include m; }'],
    ['two mixins', '@mixin m { @include n; } @mixin n { @include m; }\na { @include m; }'],
  ])('endless recursion of %s is told, and the next stylesheet is compiled', async (_, text) => {
    const stylesheets = site({ '_sass/_a.scss': '' }).open(withCompiler(compiler));
    stylesheets.add({ path: MAIN, text: `@import "a";\n${text}`, syntax: 'scss', startLine: 3 });
    stylesheets.add({ path: 'b.scss', text: 'a{b:c}', syntax: 'scss', startLine: 3 });
    const { sheets } = await stylesheets.join();
    expect(sheets[0]).toMatchObject({ diagnostics: [{ code: 'sass/recursion', severity: 'error' }] });
    expect(sheets[0]?.diagnostics.map(at)).toEqual([`${MAIN}:3:1`]);
    expect(sheets[0]?.diagnostics[0]?.hint).toContain('_sass/_a.scss');
    expect(sheets[1]?.css).toContain('b: c');
  });

  it('does not stop the other stylesheets', async () => {
    const stylesheets = site({}).open(withCompiler(compiler));
    for (const [path, text] of [
      ['a.scss', 'a{'],
      ['b.scss', 'a{b:c}'],
      ['c.scss', '@import "gone"'],
    ] as const)
      stylesheets.add({ path, text, syntax: 'scss', startLine: 1 });
    const { sheets, diagnostics } = await stylesheets.join();
    expect(sheets.map(({ css }) => css !== undefined)).toEqual([false, true, false]);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code }) => code)).toEqual(['sass/error', 'sass/import-missing']);
  });
});

describe.each(COMPILERS)('what a stylesheet says through %s', (compiler) => {
  it('passes @warn and @debug on with their places', async () => {
    const files = { '_sass/_a.scss': '@mixin m { @warn "old #{1 + 1}"; }\n.a { @include m; }' };
    const text = '@use "a";\n@debug "x: #{2 * 3}";\na { b: c }';
    const { sheets, diagnostics } = await site(files).compile(text, withCompiler(compiler));
    expect(sheets[0]?.css).toContain('b: c');
    expect(diagnostics.map((said) => [said.code, said.severity, said.message, at(said)])).toEqual([
      ['sass/warn', 'info', 'old 2', '_sass/_a.scss:1:12'],
      ['sass/debug', 'info', 'x: 6', `${MAIN}:4:1`],
    ]);
    expect(diagnostics[0] && trail(diagnostics[0])).toEqual(['_sass/_a.scss:2:6', `${MAIN}:3:1`]);
  });

  it('tells no more than a hundred of them, and counts the rest', async () => {
    const text = '@for $i from 1 through 300 { @warn $i; @debug $i; }';
    const { diagnostics } = await site({}).compile(text, withCompiler(compiler));
    expect(diagnostics).toHaveLength(101);
    expect(diagnostics.at(-1)).toMatchObject({ code: 'sass/more-messages', place: { file: MAIN, line: 3 } });
    expect(diagnostics.at(-1)?.message).toBe(
      '500 more messages from `@warn` and `@debug` in this stylesheet',
    );
  });

  it('folds deprecated uses of all stylesheets into one line', async () => {
    const stylesheets = site({ '_sass/_a.scss': '.a { b: lighten(red, 5%); c: (6px/2) }' }).open(
      withCompiler(compiler),
    );
    for (const path of ['a.scss', 'b.scss'])
      stylesheets.add({ path, text: '@import "a";', syntax: 'scss', startLine: 1 });
    const { diagnostics } = await stylesheets.join();
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ code: 'sass/deprecations', severity: 'info' });
    expect(diagnostics[0]?.message).toMatch(/ 8 times: .*import 2.*/);
    expect(diagnostics[0]?.message).toMatch(/slash-div 2/);
  });

  it('lists each deprecated use under verbose', async () => {
    const files = { '_sass/_a.scss': '\n.a { b: (6px/2) }' };
    const { diagnostics } = await site(files).compile(
      '@import "a";',
      withCompiler(compiler, { verbose: true }),
    );
    expect(diagnostics.map((said) => [said.code, at(said)])).toEqual([
      ['sass/deprecated', `${MAIN}:3:9`],
      ['sass/deprecated', '_sass/_a.scss:2:10'],
      ['sass/deprecations', `${MAIN}:3:9`],
    ]);
  });

  it('keeps silent about deprecations that the configuration names', async () => {
    const sass = withCompiler(compiler, { silence_deprecations: ['import', 'slash-div'] });
    const { diagnostics } = await site({ '_sass/_a.scss': '.a { b: (6px/2) }' }).compile(
      '@import "a";',
      sass,
    );
    expect(diagnostics).toEqual([]);
  });
});
