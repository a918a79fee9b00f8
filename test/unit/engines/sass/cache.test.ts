import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StylesheetOptions } from '../../../../src/engines/sass/stylesheets.ts';
import { COMPILERS, SassSite, withCompiler } from './sass-site.ts';

const MAIN = 'assets/css/main.scss';
const TEXT = '@import "a";\n@warn "careful";\np { color: red; }\n';

describe.each(COMPILERS)('the memory of what %s made', (compiler) => {
  let site: SassSite;
  beforeEach(() => {
    site = new SassSite({ '_sass/_a.scss': '@import "sub/b"; .a{b:c}', '_sass/sub/_b.scss': '.b{c:d}' });
  });
  afterEach(() => site.remove());

  interface Change {
    readonly text?: string;
    readonly startLine?: number;
    readonly sass?: Record<string, unknown>;
    readonly options?: Partial<StylesheetOptions>;
  }

  /** One build; tells the stylesheet and whether a worker was started. */
  const build = async ({ text = TEXT, startLine = 3, sass = {}, options = {} }: Change = {}) => {
    const before = site.ports.starts();
    const stylesheets = site.openCached(withCompiler(compiler, { style: 'compressed', ...sass }), options);
    stylesheets.prepare([MAIN]);
    stylesheets.add({ path: MAIN, text, syntax: 'scss', startLine });
    const { sheets, diagnostics } = await stylesheets.join();
    stylesheets.close();
    const [sheet] = sheets;
    return {
      css: sheet?.css,
      map: sheet?.map,
      reused: sheet?.reused,
      diagnostics,
      started: site.ports.starts() > before,
    };
  };
  const records = (): readonly string[] => readdirSync(join(site.cache, 'stylesheets'));

  it('serves an unchanged stylesheet without starting anything, diagnostics and map included', async () => {
    const first = await build();
    expect(first).toMatchObject({ reused: false, started: true });
    expect(first.diagnostics.map(({ code }) => code)).toEqual(['sass/warn', 'sass/deprecations']);
    const second = await build();
    expect(second).toEqual({ ...first, reused: true, started: false });
    expect(records()).toHaveLength(1);
  });

  it.each<[string, (site: SassSite) => Change | undefined]>([
    ['its own text changes', () => ({ text: `${TEXT}i{j:k}` })],
    ['the place of its text in the file changes', () => ({ startLine: 7 })],
    ['the settings change', () => ({ sass: { style: 'expanded' } })],
    ['a partial changes', (made) => void made.write({ '_sass/_a.scss': '.a{b:z}' })],
    ['a partial of a partial changes', (made) => void made.write({ '_sass/sub/_b.scss': '.b{c:z}' })],
    ['a partial appears that comes before', (made) => void made.write({ '_a.scss': '.first{a:b}' })],
    [
      'a partial appears beside the importing one',
      (made) =>
        void made.write({
          '_sass/sub/sub/_b.scss': '',
          '_sass/_sub/b.scss': '',
          '_sass/sub/b.import.scss': '.z{a:b}',
        }),
    ],
    [
      'a load path is filled',
      (made) => {
        made.write({ 'lp/_a.scss': '.lp{a:b}' });
        return { sass: { load_paths: ['lp'] } };
      },
    ],
    [
      'a theme is there',
      (made) => {
        made.write({ '../theme/_sass/_x.scss': '' });
        return { options: { theme: join(made.folder, 'theme') } };
      },
    ],
  ])('compiles again when %s', async (_, change) => {
    await build();
    const changed = await build(change(site) ?? {});
    expect(changed).toMatchObject({ reused: false, started: true });
    expect(changed.css).toBeDefined();
  });

  it('compiles again when a partial is gone, and tells the mistake', async () => {
    await build();
    unlinkSync(join(site.source, '_sass/sub/_b.scss'));
    const { css, diagnostics } = await build();
    expect(css).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toContain('sass/import-missing');
  });

  it('compiles again when a file becomes ambiguous', async () => {
    await build();
    site.write({ '_sass/a.scss': '' });
    expect((await build()).diagnostics.map(({ code }) => code)).toContain('sass/import-ambiguous');
  });

  it('compiles again when a partial becomes a link that leads out', async () => {
    await build();
    site.write({ '../outside.scss': '.b{c:d}' });
    unlinkSync(join(site.source, '_sass/sub/_b.scss'));
    symlinkSync('../../../outside.scss', join(site.source, '_sass/sub/_b.scss'));
    expect((await build()).diagnostics.map(({ code }) => code)).toContain('sass/import-outside');
  });

  it('uses the result again when a change is taken back', async () => {
    await build();
    site.write({ '_sass/_c.scss': 'unused' });
    expect(await build()).toMatchObject({ reused: true, started: false });
  });

  it('keeps no mistakes', async () => {
    const { css } = await build({ text: 'a{' });
    expect(css).toBeUndefined();
    expect(existsSync(join(site.cache, 'stylesheets'))).toBe(false);
  });

  it.each<[string, (file: string) => void]>([
    ['empty', (file) => writeFileSync(file, '')],
    ['cut off', (file) => writeFileSync(file, readFileSync(file).subarray(0, 200))],
    [
      'changed in one byte',
      (file) => {
        const bytes = readFileSync(file);
        bytes.writeUInt8(bytes.readUInt8(bytes.length - 40) ^ 1, bytes.length - 40);
        writeFileSync(file, bytes);
      },
    ],
    ['something else', (file) => writeFileSync(file, '{"css":"evil{}"}'.repeat(20))],
    ['gone', (file) => rmSync(file)],
  ])('loses only time when the record is %s', async (_, spoil) => {
    const first = await build();
    for (const name of records()) spoil(join(site.cache, 'stylesheets', name));
    expect(await build()).toEqual(first);
    expect(await build()).toMatchObject({ css: first.css, reused: true, started: false });
  });

  it('loses only time when nothing can be written', async () => {
    writeFileSync(site.cache, 'a file where the folder should be');
    expect(await build()).toMatchObject({ reused: false });
    expect((await build()).css).toBeDefined();
  });

  it('leaves no temporary file behind', async () => {
    await build();
    expect(records().filter((name) => !name.endsWith('.bin'))).toEqual([]);
  });

  it('remembers the texts of filters', async () => {
    const compile = async () => {
      const stylesheets = site.openCached(withCompiler(compiler));
      const made = stylesheets.compileStringSync('@use "a"; x{y:z}', 'scss');
      await stylesheets.join();
      stylesheets.close();
      return made;
    };
    const first = await compile();
    const starts = site.ports.starts();
    expect(await compile()).toEqual(first);
    expect(site.ports.starts()).toBe(starts);
    site.write({ '_sass/sub/_b.scss': '.b{c:z}' });
    expect((await compile()).css).toContain('c: z');
  });

  it('sees what changed between two builds of one session', async () => {
    const stylesheets = site.open(withCompiler(compiler, { style: 'compressed', sourcemap: 'never' }));
    const once = async () => {
      stylesheets.add({ path: MAIN, text: '@use "sub/b";', syntax: 'scss', startLine: 1 });
      return (await stylesheets.join()).sheets[0]?.css;
    };
    expect(await once()).toBe('.b{c:d}\n');
    site.write({ '_sass/sub/_b.scss': '.b{c:z}' });
    expect(await once()).toBe('.b{c:z}\n');
    expect(site.ports.starts()).toBe(1);
  });
});
