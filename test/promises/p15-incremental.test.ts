/**
 * P15 and P19: what is built from what an earlier build has made, by bytes and by diagnostics, is a clean build's. Random
 * edit scripts, a few here; `EDIT_SCRIPTS=2000` runs as many, from the seed `EDIT_SEED`.
 */

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { buildSite, type SiteResult, type World } from '../../src/build/build-site.ts';
import { createStylesheetKeeper } from '../../src/build/stylesheet-keeper.ts';
import { createStore } from '../../src/graph/store.ts';
import { createChance, editOnce, READER_SITE } from '../support/edit-scripts.ts';
import { createTestWorld } from '../support/node-world.ts';

const SITES = [
  'readers',
  'rendering-order',
  'collections',
  'plugin-include-cache',
  'feed-sitemap-redirects',
  'plugin-paginate-v2',
  'layouts',
  'data-files',
];
const SCRIPTS = Number(process.env.EDIT_SCRIPTS ?? 16);
const SEED = Number(process.env.EDIT_SEED ?? 1);

const keepers = [createStylesheetKeeper(), createStylesheetKeeper()] as const;
afterAll(() => {
  for (const keeper of keepers) keeper.close();
});

function makeSite(name: string): string {
  const source = join(mkdtempSync(join(tmpdir(), 'edits-')), 'site');
  if (name === 'readers') {
    for (const [path, content] of Object.entries(READER_SITE)) {
      mkdirSync(dirname(join(source, path)), { recursive: true });
      writeFileSync(join(source, path), content);
    }
  } else {
    cpSync(fileURLToPath(new URL(`../sites/${name}/source`, import.meta.url)), source, { recursive: true });
  }
  return source;
}

async function buildAt(source: string, destination: string, world: Partial<World>): Promise<SiteResult> {
  const overrides = new Map<string, string | boolean>([
    ['source', source],
    ['destination', join(dirname(source), destination)],
    ['disable_disk_cache', true],
  ]);
  return await buildSite({ ...createTestWorld(), ...world }, { workingFolder: source, overrides });
}

/** All that a build comes to, without the folder that it is written to: outputs by key, then what was told. */
function seen({ outputs, diagnostics, ok, counts }: SiteResult): readonly string[] {
  const lines = [...outputs, ...diagnostics, { ok, counts }].map((each) => JSON.stringify(each));
  return lines.map((line) => line.replaceAll('/dist-clean', '/dist'));
}

/** What is in one of the two alone. */
function differences(a: SiteResult, b: SiteResult): readonly string[] {
  const [own, other] = [seen(a), seen(b)];
  if (own.join('\n') === other.join('\n')) return [];
  const [ownSet, otherSet] = [new Set(own), new Set(other)];
  return [
    'in another order, or:',
    ...own.filter((line) => !otherSet.has(line)).map((line) => `incremental ${line}`),
    ...other.filter((line) => !ownSet.has(line)).map((line) => `clean ${line}`),
  ];
}

async function runScript(seed: number): Promise<number> {
  const chance = createChance(seed * 7919);
  const name = chance.pick(SITES);
  const source = makeSite(name);
  const store = createStore();
  const done: string[] = [];
  let reused = 0;
  try {
    const steps = 1 + chance.number(20);
    for (let step = 0; step <= steps; step++) {
      if (step > 0) for (let i = chance.number(3); i >= 0; i--) done.push(editOnce(chance, source));
      const incremental = await buildAt(source, 'dist', { store, stylesheets: keepers[0] });
      const clean = await buildAt(source, 'dist-clean', { stylesheets: keepers[1] });
      reused += incremental.reused;
      const told = `seed ${seed}, ${name}:\n${done.join('\n')}`;
      expect(differences(incremental, clean), told).toEqual([]);
    }
  } finally {
    rmSync(dirname(source), { recursive: true });
  }
  return reused;
}

test(`${SCRIPTS} edit scripts end with the bytes and the diagnostics of clean builds`, {
  timeout: 3_600_000,
}, async () => {
  let reused = 0;
  for (let seed = SEED; seed < SEED + SCRIPTS; seed++) reused += await runScript(seed);
  // a store that keeps nothing would pass as well
  expect(reused).toBeGreaterThan(SCRIPTS * 5);
});
