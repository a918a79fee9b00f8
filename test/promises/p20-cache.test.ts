/**
 * P20: a cache that is torn, flipped or of another version costs time and nothing else.
 */

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DiskCache } from '../../src/cache/disk-cache.ts';
import { createPacker } from '../../src/node/packer.ts';
import { buildSite } from '../../src/pipeline/build-site.ts';
import type { SiteResult } from '../../src/pipeline/site-result.ts';
import { StylesheetKeeper } from '../../src/preview/stylesheet-keeper.ts';
import { failuresOf } from '../proof/row.ts';
import { corruptions } from '../proof/rows/corruptions.ts';
import { READER_SITE } from '../support/edit-shapes/readers.ts';
import { createTestWorld } from '../support/node-world.ts';
import { SharedCompilerBuild } from '../support/variants.ts';

/** A thousand in the long proof. */
const CORRUPTIONS = 40;

const keeper = new StylesheetKeeper();
let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'corrupt-'));
  for (const [path, content] of Object.entries(READER_SITE)) {
    mkdirSync(dirname(join(root, 'site', path)), { recursive: true });
    writeFileSync(join(root, 'site', path), content);
  }
});
afterAll(() => {
  keeper.close();
  rmSync(root, { recursive: true });
});

async function build(settings: Readonly<Record<string, boolean>>, version = '1'): Promise<SiteResult> {
  const source = join(root, 'site');
  const overrides = new Map<string, string | boolean>([
    ['source', source],
    ['destination', join(root, 'dist')],
    ['cache_dir', join(root, 'cache')],
    ...Object.entries(settings),
  ]);
  const packer = createPacker(version, '');
  return await buildSite(
    createTestWorld(),
    { workingFolder: source, overrides },
    new SharedCompilerBuild(new DiskCache(packer, undefined), keeper),
  );
}

/** Where a text is kept is no part of what a build comes to. */
const seen = ({ outputs, diagnostics }: SiteResult): string =>
  JSON.stringify([outputs, diagnostics], (key, value) => (key === 'kept' ? undefined : value));

/** Where the cache lies, whatever the settings make of `cache_dir`. */
function cacheFile(result: SiteResult): string {
  const folder = join(result.config.cacheFolder, 'results');
  return join(folder, readdirSync(folder).find((name) => name.endsWith('.bin')) ?? '');
}

describe('the cache folder', () => {
  test('keeps results from one build to the next, and gives the same site', async () => {
    const first = await build({ incremental: true });
    const second = await build({ incremental: true });
    expect([first.reused, second.rendered.length]).toEqual([
      0,
      second.rendered.filter(({ notKept }) => notKept).length,
    ]);
    expect(second.reused).toBeGreaterThan(5);
    expect(seen(second)).toBe(seen(first));
  });

  test('is not looked at under --disable-disk-cache and under --safe', async () => {
    await build({ incremental: true });
    for (const off of [
      { incremental: true, disable_disk_cache: true },
      { incremental: true, safe: true },
    ])
      expect((await build(off)).reused).toBe(0);
  });

  test('of another version is not read, and is cleared away', async () => {
    const old = cacheFile(await build({ incremental: true }));
    const newer = await build({ incremental: true }, '2');
    expect(newer.reused).toBe(0);
    expect(cacheFile(newer)).not.toBe(old);
    expect((await build({ incremental: true })).reused).toBe(0);
  });

  test(`changes nothing when it is damaged, in ${CORRUPTIONS} ways`, { timeout: 120_000 }, async () => {
    expect(await failuresOf(corruptions, { attempts: CORRUPTIONS })).toEqual([]);
  });
});
