/** P16: the same input gives the same bytes, whatever the order of a folder's entries and the machine's time zone and language. */

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { createChance } from '../support/edit-scripts.ts';
import { createTestWorld } from '../support/node-world.ts';
import { filesBelow } from '../support/recorded-sites.ts';
import { buildOnce } from '../support/variants.ts';

/** Puts the entries of each folder into an order; undefined for the system's own. */
const { order } = vi.hoisted(() => ({
  order: { shuffle: undefined as undefined | (<T>(list: T[]) => T[]) },
}));

vi.mock('node:fs', async (importOriginal) => {
  const actual = await importOriginal<typeof import('node:fs')>();
  const list = (...words: Parameters<typeof actual.readdirSync>) => {
    const entries = actual.readdirSync(...words);
    return order.shuffle === undefined ? entries : order.shuffle([...entries]);
  };
  return { ...actual, readdirSync: list };
});

const SITES = [
  'collections',
  'data-files',
  'increment-across-pages',
  'layouts',
  'pages-and-permalinks',
  'plugin-archives',
  'plugin-order',
  'posts',
  'posts-of-one-second',
  'rendering-order',
];

interface Machine {
  readonly zone: string;
  readonly language: string;
  /** Of the order of folders; undefined for the system's own. */
  readonly seed: number | undefined;
}

const MACHINES: readonly Machine[] = [
  { zone: 'UTC', language: 'C', seed: 1 },
  { zone: 'America/New_York', language: 'tr_TR.UTF-8', seed: 2 },
  { zone: 'Asia/Kolkata', language: 'sv_SE.UTF-8', seed: 3 },
  { zone: 'Pacific/Auckland', language: 'de_DE.UTF-8', seed: 4 },
];

const folder = mkdtempSync(join(tmpdir(), 'same-bytes-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => {
  order.shuffle = undefined;
});

test('folders are listed in another order', () => {
  const folder = join(import.meta.dirname, '../sites');
  const names = readdirSync(folder);
  order.shuffle = shuffler(1);
  expect(readdirSync(folder)).not.toEqual(names);
  expect(readdirSync(folder).sort()).toEqual([...names].sort());
});

describe.each(SITES)('the site %s', (name) => {
  test('comes out the same on every machine', async () => {
    const plain = await outcome(name, { zone: 'UTC', language: 'C', seed: undefined });
    expect(Object.keys(plain.files).length).toBeGreaterThan(0);
    for (const machine of MACHINES)
      expect(await outcome(name, machine), JSON.stringify(machine)).toEqual(plain);
  });
});

async function outcome(name: string, { zone, language, seed }: Machine) {
  const source = join(import.meta.dirname, '../sites', name, 'source');
  // one place for all: messages name it
  const destination = join(folder, '_site');
  const overrides = new Map<string, string | boolean>([
    ['source', source],
    ['destination', destination],
    ['disable_disk_cache', true],
    // without it the zone of the site is the machine's, as in Jekyll
    ['timezone', 'Europe/Berlin'],
  ]);
  const world = createTestWorld({ JEKYLL_ENV: 'production', LANG: language, LC_ALL: language, TZ: zone });
  order.shuffle = seed === undefined ? undefined : shuffler(seed);
  try {
    const { diagnostics } = await buildOnce(
      { ...world, env: { ...world.env, timeZone: zone } },
      { workingFolder: source, overrides },
    );
    order.shuffle = undefined;
    const files = filesBelow(destination).map((path) => [
      path,
      readFileSync(join(destination, path), 'latin1'),
    ]);
    return { files: Object.fromEntries(files) as Readonly<Record<string, string>>, diagnostics };
  } finally {
    rmSync(destination, { recursive: true });
  }
}

function shuffler(seed: number) {
  const chance = createChance(seed);
  return <T>(list: T[]): T[] => {
    for (let last = list.length - 1; last > 0; last--) {
      const other = chance.number(last + 1);
      [list[last], list[other]] = [list[other]!, list[last]!];
    }
    return list;
  };
}
