import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
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

const PLAIN = { style: 'compressed', sourcemap: 'never' };

/** A partial in each place where one may be found, each with a rule that tells its place. */
const everywhere = (...places: readonly string[]): Files =>
  Object.fromEntries(places.map((place) => [`${place}/_w.scss`, `.in${place.replace(/\W+/g, '-')}{a:b}`]));

describe.each(COMPILERS)('where %s looks for an import', (compiler) => {
  const css = async (made: SassSite, text: string, sass: Record<string, unknown> = {}, at = {}) => {
    const { sheets } = await made.compile(text, withCompiler(compiler, { ...PLAIN, ...sass }), at);
    return sheets[0]?.css ?? sheets[0]?.diagnostics;
  };

  // The order was asked of Jekyll 4.3.1 with sassc, the folder of the stylesheet itself of its successor.
  it.each([
    ['the source folder first', ['.', 'lp', '_sass', 'assets/css'], '.in-{a:b}'],
    ['load_paths', ['lp', '_sass', 'assets/css'], '.inlp{a:b}'],
    ['sass_dir', ['_sass', 'assets/css'], '.in_sass{a:b}'],
    ["the stylesheet's own folder last", ['assets/css'], '.inassets-css{a:b}'],
  ])(
    'goes from the source folder to load_paths, sass_dir, the own folder: %s',
    async (_, places, expected) => {
      expect(await css(site(everywhere(...places)), '@import "w";', { load_paths: ['lp'] })).toBe(
        `${expected}\n`,
      );
    },
  );

  it('prefers the folder of a partial that imports', async () => {
    const files = { ...everywhere('.', '_sass', '_sass/sub'), '_sass/sub/_r.scss': '@import "w";' };
    expect(await css(site(files), '@import "sub/r";')).toBe('.in_sass-sub{a:b}\n');
  });

  it('finds by path from the source, with or without extension, underscore, index, as CSS', async () => {
    const files = {
      '_sass/_deep.scss': '.deep{a:b}',
      'lp/_w.scss': '.lp{a:b}',
      '_sass/ix/_index.scss': '.ix{a:b}',
      '_sass/plain.css': '.plain{a:b}',
    };
    const text =
      '@import "_sass/deep"; @import "_sass/_deep.scss"; @import "../lp/w"; @import "ix"; @import "plain";';
    expect(await css(site(files), text)).toBe('.deep{a:b}.deep{a:b}.lp{a:b}.ix{a:b}.plain{a:b}\n');
  });

  it('finds names with spaces and letters of other scripts', async () => {
    const files = {
      '_sass/_a b.scss': '.ab{a:b}',
      '_sass/样式/_é.scss': '.e{a:b}',
      '_sass/_100%.scss': '.p{a:b}',
    };
    expect(await css(site(files), '@import "a b"; @import "样式/é"; @import "100%";')).toBe(
      '.ab{a:b}.e{a:b}.p{a:b}\n',
    );
  });

  it('reads every file once, whatever imports it', async () => {
    const files = {
      '_sass/_a.scss': '@use "c"; .a{b:c.$x}',
      '_sass/_b.scss': '@use "c"; .b{b:c.$x}',
      '_sass/_c.scss': '$x: 1;',
    };
    expect(await css(site(files), '@use "a"; @use "b";')).toBe('.a{b:1}.b{b:1}\n');
  });

  it('prefers an import-only file for @import and ignores it for @use', async () => {
    const files = { '_sass/_a.scss': '.used{a:b}', '_sass/_a.import.scss': '.imported{a:b}' };
    expect(await css(site(files), '@import "a";')).toBe('.imported{a:b}\n');
    expect(await css(site(files), '@use "a";')).toBe('.used{a:b}\n');
  });

  it('expands wildcards of load_paths', async () => {
    const files = {
      'node_modules/one/sass/_w.scss': '.one{a:b}',
      'node_modules/two/sass/_v.scss': '.two{a:b}',
    };
    const sass = { load_paths: ['node_modules/*/sass'] };
    expect(await css(site(files), '@import "w", "v";', sass)).toBe('.one{a:b}.two{a:b}\n');
    expect(await css(site(files), '@import "w", "v";', { load_paths: 'node_modules/**/s?ss' })).toBe(
      '.one{a:b}.two{a:b}\n',
    );
  });

  it('does not run in circles on links', async () => {
    const made = site(everywhere('lp/deep'));
    for (const name of ['a', 'b', 'c', 'd']) symlinkSync('.', join(made.source, name));
    expect(await css(made, '@import "w";', { load_paths: ['**'] })).toBe('.inlp-deep{a:b}\n');
  });

  it('takes another sass_dir, confined to the source', async () => {
    expect(await css(site(everywhere('styles')), '@import "w";', { sass_dir: 'styles' })).toBe(
      '.instyles{a:b}\n',
    );
    expect(await css(site(everywhere('styles')), '@import "w";', { sass_dir: '../styles/' })).toBe(
      '.instyles{a:b}\n',
    );
  });

  it('leaves a load path outside of the source out, and says so', async () => {
    const made = site({ '../beside/_w.scss': '.beside{a:b}' });
    for (const path of ['../beside', join(made.folder, 'beside'), '~/beside', 'a/../../beside']) {
      const { sheets, diagnostics } = await made.compile(
        '@use "w" as *; .a { @include m }',
        withCompiler(compiler, { ...PLAIN, load_paths: [path] }),
      );
      expect(sheets[0]?.css).toBeUndefined();
      expect(diagnostics.map(({ code }) => code)).toEqual(['sass/load-path-outside', 'sass/import-missing']);
      expect(diagnostics[0]?.message).toContain(path);
    }
  });

  it('takes an absolute load path that lies in the source', async () => {
    const made = site(everywhere('lp'));
    expect(await css(made, '@import "w";', { load_paths: [join(made.source, 'lp')] })).toBe('.inlp{a:b}\n');
  });

  it('finds in the theme what the site lacks, and lets the site override it', async () => {
    const files = {
      '../theme/_sass/_w.scss': '.theme{a:b}',
      '../theme/_sass/_v.scss': '@import "w"; .v{a:b}',
    };
    const made = site(files);
    const at = { theme: join(made.folder, 'theme') };
    expect(await css(made, '@import "v";', {}, at)).toBe('.theme{a:b}.v{a:b}\n');
    made.write({ '_sass/_w.scss': '.own{a:b}' });
    expect(await css(made, '@import "w";', {}, at)).toBe('.own{a:b}\n');
  });

  it('follows a link that stays in the source', async () => {
    const made = site({ 'shared/_w.scss': '.shared{a:b}' });
    mkdirSync(join(made.source, '_sass'));
    symlinkSync('../shared', join(made.source, '_sass/linked'));
    symlinkSync('../shared/_w.scss', join(made.source, '_sass/_one.scss'));
    expect(await css(made, '@import "linked/w", "one";')).toBe('.shared{a:b}.shared{a:b}\n');
  });

  it('leaves plain CSS imports alone', async () => {
    const text = '@import"https://example.org/a.css";@import "https://example.org/b";@import "c.css";';
    expect(await css(site({}), text)).toBe(
      '@import"https://example.org/a.css";@import"https://example.org/b";@import"c.css"\n',
    );
  });
});
