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

const PARTIALS = { '_sass/_a.scss': '@use "sub/b";\n.a { b: c }\n', '_sass/sub/_b.scss': '.b { m: 1px }\n' };
const TEXT = '@use "a";\n$c: red;\np { color: $c; em { x: y; } }\n';

describe.each(COMPILERS)('the shape of what %s gives', (compiler) => {
  it('ends a compressed stylesheet as Jekyll does: an empty line, the address of the map, no line end', async () => {
    const { sheets } = await site(PARTIALS).compile(TEXT, withCompiler(compiler, { style: 'compressed' }));
    expect(sheets[0]?.css).toBe(
      '.b{m:1px}.a{b:c}p{color:red}p em{x:y}\n\n/*# sourceMappingURL=main.css.map */',
    );
  });

  it.each(['expanded', 'nested', 'compact', 'unheard', undefined])(
    'expands under the style %s',
    async (style) => {
      const { sheets } = await site({}).compile('a{b:c}', withCompiler(compiler, style ? { style } : {}));
      expect(sheets[0]?.css).toBe('a {\n  b: c;\n}\n\n/*# sourceMappingURL=main.css.map */');
    },
  );

  it('ends with one line end where no source map is wanted', async () => {
    const { sheets } = await site({}).compile('a{b:c}', withCompiler(compiler, { sourcemap: 'never' }));
    expect(sheets[0]).toMatchObject({ css: 'a {\n  b: c;\n}\n' });
    expect(sheets[0]?.map).toBeUndefined();
  });

  it("writes the source map in sassc's layout, its sources told from the site's folder", async () => {
    const { sheets } = await site(PARTIALS).compile(TEXT, withCompiler(compiler));
    const map = sheets[0]?.map;
    expect(map?.name).toBe('main.css.map');
    expect(map?.text.startsWith('{\n\t"version": 3,\n\t"file": "main.css",\n\t"sources": [\n\t\t"')).toBe(
      true,
    );
    const read = JSON.parse(map?.text ?? '');
    expect(Object.keys(read)).toEqual(['version', 'file', 'sources', 'sourcesContent', 'names', 'mappings']);
    expect([...read.sources].sort()).toEqual(['_sass/_a.scss', '_sass/sub/_b.scss', 'assets/css/main.scss']);
    expect(read.sourcesContent[read.sources.indexOf('_sass/sub/_b.scss')]).toBe(
      PARTIALS['_sass/sub/_b.scss'],
    );
    expect(read.sourcesContent[read.sources.indexOf('assets/css/main.scss')]).toBe(TEXT);
    expect(read.mappings).toMatch(/^[A-Za-z0-9+/,;]+$/);
  });

  it('drops the byte order mark of a compressed stylesheet, or puts a charset in its place', async () => {
    const text = 'a::after { content: "é" }';
    const plain = await site({}).compile(text, withCompiler(compiler, { style: 'compressed' }));
    expect(plain.sheets[0]?.css).toMatch(/^a::after\{content:"é"\}\n/);
    const marked = await site({}).compile(
      text,
      withCompiler(compiler, { style: 'compressed', add_charset: true }),
    );
    expect(marked.sheets[0]?.css).toMatch(/^@charset "UTF-8";a::after/);
    const expanded = await site({}).compile(text, withCompiler(compiler));
    expect(expanded.sheets[0]?.css).toMatch(/^@charset "UTF-8";\na::after \{\n/);
  });

  it('gives an empty text back as it is, without a map', async () => {
    const { sheets } = await site({}).compile('', withCompiler(compiler));
    expect(sheets).toEqual([{ path: 'assets/css/main.scss', css: '', diagnostics: [], reused: false }]);
  });

  it('gives a text of variables alone the address of its map', async () => {
    const { sheets } = await site({}).compile('$a: 1;', withCompiler(compiler));
    expect(sheets[0]?.css).toBe('\n\n/*# sourceMappingURL=main.css.map */');
  });

  it('reads the indented syntax', async () => {
    const text = '@import a\nul\n  li\n    color: red\n';
    const { sheets } = await site(PARTIALS).compile(text, withCompiler(compiler, { style: 'compressed' }), {
      path: 'assets/ind.sass',
    });
    expect(sheets[0]?.css).toBe('.b{m:1px}.a{b:c}ul li{color:red}\n\n/*# sourceMappingURL=ind.css.map */');
  });

  it('encodes the name of the map where an address asks for it', async () => {
    const { sheets } = await site({}).compile('a{b:c}', withCompiler(compiler), { path: 'css/my é.v1.scss' });
    expect(sheets[0]?.css).toContain('sourceMappingURL=my%20%C3%A9.v1.css.map */');
    expect(sheets[0]?.map?.name).toBe('my é.v1.css.map');
    expect(JSON.parse(sheets[0]?.map?.text ?? '').sources).toEqual(['css/my%20%C3%A9.v1.scss']);
  });

  it('gives several stylesheets back in the order in which they were added', async () => {
    const stylesheets = site(PARTIALS).open(
      withCompiler(compiler, { sourcemap: 'never', style: 'compressed' }),
    );
    stylesheets.prepare(['a.scss', 'b.sass', 'c.scss']);
    stylesheets.add({ path: 'a.scss', text: '@use "a"', syntax: 'scss', startLine: 1 });
    stylesheets.add({ path: 'b.sass', text: 'p\n  q: r', syntax: 'sass', startLine: 1 });
    stylesheets.add({ path: 'c.scss', text: 'c{d:e}', syntax: 'scss', startLine: 1 });
    const { sheets } = await stylesheets.join();
    expect(sheets.map(({ path, css }) => [path, css])).toEqual([
      ['a.scss', '.b{m:1px}.a{b:c}\n'],
      ['b.sass', 'p{q:r}\n'],
      ['c.scss', 'c{d:e}\n'],
    ]);
    expect(await stylesheets.join()).toEqual({ sheets: [], diagnostics: [] });
  });

  it('compiles the text of a filter while the caller waits', () => {
    const stylesheets = site(PARTIALS).open(withCompiler(compiler, { style: 'compressed' }));
    expect(stylesheets.compileStringSync('@import "a";', 'scss')).toMatchObject({
      css: '.b{m:1px}.a{b:c}\n',
      diagnostics: [],
    });
    expect(stylesheets.compileStringSync('a\n  b: c\n', 'sass')).toMatchObject({
      css: 'a{b:c}\n',
      diagnostics: [],
    });
    expect(stylesheets.compileStringSync('', 'scss')).toEqual({
      css: '',
      diagnostics: [],
      reads: { files: [], lookups: [] },
      isDeprecated: false,
    });
    expect(stylesheets.compileStringSync('a{', 'scss')).toMatchObject({
      diagnostics: [{ code: 'sass/error', severity: 'error' }],
    });
  });

  it("compiles a filter's text in the midst of stylesheets", async () => {
    const stylesheets = site(PARTIALS).open(
      withCompiler(compiler, { sourcemap: 'never', style: 'compressed' }),
    );
    stylesheets.add({ path: 'a.scss', text: '@use "a"', syntax: 'scss', startLine: 1 });
    expect(stylesheets.compileStringSync('x{y:z}', 'scss').css).toBe('x{y:z}\n');
    stylesheets.add({ path: 'c.scss', text: 'c{d:e}', syntax: 'scss', startLine: 1 });
    const { sheets } = await stylesheets.join();
    expect(sheets.map(({ css }) => css)).toEqual(['.b{m:1px}.a{b:c}\n', 'c{d:e}\n']);
  });
});
