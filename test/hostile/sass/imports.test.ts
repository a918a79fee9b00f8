import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFolderTable, type Root } from '../../../src/engines/sass/imports/folder-table.ts';
import { findPlaces } from '../../../src/engines/sass/imports/places.ts';
import { resolveImport } from '../../../src/engines/sass/imports/resolve.ts';
import { readSassSettings, sassSection } from '../../../src/engines/sass/settings.ts';
import { nodeFs } from '../../../src/node/fs.ts';
import { COMPILERS, SassSite, withCompiler } from '../../unit/engines/sass/sass-site.ts';

const SECRET = 'stolen-secret';

/** `{outside}` is the absolute folder of the secret, beside the site. */
const SPELLINGS: readonly string[] = [
  '../secret',
  '../../secret',
  '../../../secret',
  '../../../secret.scss',
  '../../../_secret',
  './../../.././secret',
  '../../../../secret',
  'x/../../../../secret',
  '..//..//..//secret',
  '%2e%2e/%2e%2e/%2e%2e/secret',
  '..%2f..%2f..%2fsecret',
  '%2e%2e%2f%2e%2e%2f%2e%2e%2fsecret',
  '..%252f..%252f..%252fsecret',
  '..\\\\..\\\\..\\\\secret',
  '../../../secret%00',
  '../../../secret%0a',
  '../../../secret?',
  '../../../secret#x',
  '{outside}/secret',
  '{outside}/secret.scss',
  '/{outside}/secret',
  '//{outside}/secret',
  '/.{outside}/secret',
  'file://{outside}/secret',
  'file://{outside}/secret.scss',
  'FILE://{outside}/secret.scss',
  'file:{outside}/secret',
  'file://localhost{outside}/secret.scss',
  'file:///%2e%2e{outside}/secret.scss',
  'hastie:source/../../secret',
  'hastie:source/assets/../../secret.scss',
  'hastie:theme/secret',
  'hastie:source/_sass%2F_ok.scss/../../../secret',
  'hastie:source/_sass%2F_ok.scss/..%2F..%2F..%2Fsecret',
  'hastie:source/_sass%2F_ok.scss/linked-folder/secret',
  'hastie:source/..%2F..%2Fx.scss/secret',
  'hastie:source/%zz.scss/secret',
  'pkg:secret',
  'C:/secret',
  '~/secret',
  'linked-file',
  'linked-folder/secret',
  'linked-index',
  'linked-root{outside}/secret',
];

describe.each(COMPILERS)('a hostile import given to %s', (compiler) => {
  let site: SassSite;
  beforeAll(() => {
    site = new SassSite({ '_sass/_ok.scss': '.ok{a:b}' });
    for (const name of ['secret', '_secret', 'index']) {
      writeFileSync(join(site.folder, `${name}.scss`), `.${SECRET}{a:b}`);
    }
    symlinkSync('../../secret.scss', join(site.source, '_sass/_linked-file.scss'));
    symlinkSync(site.folder, join(site.source, '_sass/linked-folder'));
    mkdirSync(join(site.source, '_sass/linked-index'));
    symlinkSync(join(site.folder, 'index.scss'), join(site.source, '_sass/linked-index/_index.scss'));
    symlinkSync('/', join(site.source, '_sass/linked-root'));
  });
  afterAll(() => site.remove());

  const told = async (text: string) => {
    const { sheets, diagnostics } = await site.compile(text, withCompiler(compiler));
    expect(JSON.stringify(sheets)).not.toContain(SECRET);
    // A name that was looked for inside, and is not there, is printed as Jekyll prints it, with a warning.
    const refusals = diagnostics.filter(
      ({ severity, code }) => severity === 'error' || code === 'sass/use-missing',
    );
    return { sheets, refusals };
  };

  it('does not stop an honest one', async () => {
    expect((await told('@use "ok";')).sheets[0]?.css).toContain('.ok');
  });

  it.each(SPELLINGS)('%s is refused with its place', async (spelling) => {
    const url = spelling.replaceAll('{outside}', site.folder);
    for (const rule of ['@use', '@forward', '@import']) {
      const { sheets, refusals } = await told(`${rule} "${url}";`);
      const plain = rule === '@import' && sheets[0]?.css !== undefined;
      // What looks like a stylesheet elsewhere stays an import that the browser makes.
      if (plain) expect(sheets[0]?.css).toContain('@import');
      else {
        expect(refusals).toHaveLength(1);
        expect(refusals[0]?.code).toMatch(/^sass\/(?:import-(?:outside|refused|missing)|use-missing|error)$/);
        if (refusals[0]?.code === 'sass/use-missing')
          expect(sheets[0]?.css).toMatch(new RegExp(`^${rule} "[.~/]+secret";\\n\\n/`));
        expect(refusals[0]?.place).toMatchObject({ file: 'assets/css/main.scss', line: 3 });
      }
    }
  });

  it.each(SPELLINGS)('%s is refused from within a partial and at run time', async (spelling) => {
    const url = spelling.replaceAll('{outside}', site.folder);
    site.write({ '_sass/_evil.scss': `@use "${url}";` });
    expect((await told('@use "evil";')).refusals).toHaveLength(1);
    const loaded = await told(`@use "sass:meta";\n.a { @include meta.load-css("${url}"); }`);
    expect(loaded.refusals).toHaveLength(1);
  });
});

describe('the look-up of imports', () => {
  it('asks the file system for nothing outside of the source, whatever the spelling', () => {
    const site = new SassSite({ '_sass/_ok.scss': '' });
    symlinkSync('../../secret.scss', join(site.source, '_sass/_linked-file.scss'));
    symlinkSync(site.folder, join(site.source, '_sass/linked-folder'));
    const asked: string[] = [];
    const source: Root = { name: 'source', folder: site.source };
    const watched = {
      ...nodeFs,
      list: (path: string) => {
        asked.push(path);
        return nodeFs.list(path);
      },
      readBytes: (path: string) => {
        asked.push(path);
        return nodeFs.readBytes(path);
      },
    };
    const table = createFolderTable(watched, [source]);
    const places = findPlaces(
      table,
      source,
      undefined,
      readSassSettings(sassSection(undefined), 'production').settings,
    );
    const from = { root: source, path: 'assets/css/main.scss' };
    for (const spelling of SPELLINGS) {
      const url = spelling.replaceAll('{outside}', site.folder);
      for (const fromEntry of [true, false]) {
        const found = resolveImport(table, places, { url, from, fromEntry, fromImport: true }, () => {});
        expect(found.kind).not.toBe('found');
      }
    }
    expect(asked.filter((path) => path !== site.source && !path.startsWith(`${site.source}/`))).toEqual([]);
    expect(asked.filter((path) => path.includes('linked-folder/'))).toEqual([]);
    site.remove();
  });
});
