/**
 * P15 and P19: what is built from what an earlier build has made, by bytes and by diagnostics, is a clean build's. Random
 * edit scripts, a few here; `EDIT_SCRIPTS=2000` runs as many, from the seed `EDIT_SEED`. A third of them keeps its results
 * in memory, a third in the cache folder (and builds nothing where the memory of the whole build holds), a third goes the
 * preview's way, which is told what has changed and reads no more than that. The files on disk are compared, too.
 */

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { noCache } from '../../src/cache/disk-cache.ts';
import { StylesheetKeeper } from '../../src/preview/stylesheet-keeper.ts';
import {
  buildAt,
  createDiskBuilder,
  createMemoryBuilder,
  createPreviewBuilder,
  differences,
} from '../support/builders.ts';
import { treeOf } from '../support/disk-tree.ts';
import { createChance, editOnce, READER_SITE } from '../support/edit-scripts.ts';
import { SharedCompilerBuild } from '../support/variants.ts';

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

const keepers = [new StylesheetKeeper(), new StylesheetKeeper()] as const;
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

async function runScript(seed: number): Promise<number> {
  const chance = createChance(seed * 7919);
  const name = chance.pick(SITES);
  const source = makeSite(name);
  const create = [createMemoryBuilder, createDiskBuilder, createPreviewBuilder][seed % 3]!;
  const builder = create(source, 'dist', keepers[0]);
  const done: string[] = [];
  let reused = 0;
  try {
    const steps = 1 + chance.number(20);
    for (let step = 0; step <= steps; step++) {
      if (step > 0) for (let i = chance.number(3); i >= 0; i--) done.push(editOnce(chance, source));
      const lastGood = treeOf(join(dirname(source), 'dist'));
      const incremental = await builder.build();
      const clean = await buildAt(source, 'dist-clean', new SharedCompilerBuild(noCache, keepers[1]));
      reused += incremental?.reused ?? 1;
      const told = `seed ${seed}, ${name}:\n${done.join('\n')}`;
      if (incremental !== undefined) expect(differences(incremental, clean), told).toEqual([]);
      const wanted = clean.ok ? treeOf(join(dirname(source), 'dist-clean')) : lastGood;
      expect(treeOf(join(dirname(source), 'dist')), told).toEqual(wanted);
    }
  } finally {
    builder.close();
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
