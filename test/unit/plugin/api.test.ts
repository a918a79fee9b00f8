/** What the package exports for plugins: one set of names, in `hastie`, in its subpaths and in the toolbox. Needs `lib/`. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toolbox } from '../../../src/plugin/loading/toolbox.ts';

const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'src/plugin/api');

/** The values of the API, by name. */
async function valuesOfApi(): Promise<Readonly<Record<string, unknown>>> {
  const modules = await Promise.all(
    readdirSync(folder).map(async (name) => ({ ...(await import(join(folder, name))) })),
  );
  const names = modules.flatMap((module) => Object.keys(module));
  expect(names).toEqual([...new Set(names)]);
  return Object.assign({}, ...modules);
}

test('the toolbox has every value of it', async () => {
  const values = await valuesOfApi();
  expect(Object.keys(values).length).toBeGreaterThan(40);
  expect({ ...toolbox }).toEqual(values);
});

test('so has the package, and its subpaths share them out', async () => {
  const names = Object.keys(await valuesOfApi());
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const load = async (subpath: string): Promise<string[]> =>
    Object.keys(await import(join(root, exports[subpath].default)));
  expect(await load('.')).toEqual(expect.arrayContaining(names));
  const shares = await Promise.all(['./plugin', './html', './bibtex', './scholar'].map(load));
  expect(shares.flat().sort()).toEqual(names.sort());
});

test('the document names every value of it', async () => {
  const text = readFileSync(join(root, 'docs/plugins.md'), 'utf8');
  const missing = Object.keys(await valuesOfApi()).filter((name) => !new RegExp(`\`${name}\\b`).test(text));
  expect(missing).toEqual([]);
});
