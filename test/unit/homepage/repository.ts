/** Reads the homepage's own files for the tests beside it. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseYaml } from '../../../src/engines/yaml/parse-yaml.ts';
import { toPlain } from '../../../src/render/wiring/plain.ts';

export const ROOT: string = join(import.meta.dirname, '..', '..', '..');

export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

export const readYaml = (path: string): Record<string, unknown> => {
  const value: unknown = toPlain(parseYaml({ file: path, text: read(path) }, { zone: 'UTC' }).value);
  return isRecord(value) ? value : {};
};

export const readJson = (path: string): Record<string, unknown> => {
  const value: unknown = JSON.parse(read(path));
  return isRecord(value) ? value : {};
};

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value under a chain of keys, or undefined where the chain breaks. */
export const dig = (value: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce<unknown>((found, key) => (isRecord(found) ? found[key] : undefined), value);

/** The stylesheet's source as Liquid joins it: the front matter gone, each include in its place. */
export const stylesheet = (): string =>
  read('assets/css/main.scss')
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/\{% include (css\/[\w-]+\.scss) %\}/g, (_, name: string) => read(join('_includes', name)));

export const topLevel = (): readonly string[] => readdirSync(ROOT);
