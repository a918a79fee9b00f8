/** P14: after any burst of changes the preview equals a clean build, with and without file events. */

import { spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LiveSession, startLiveSession } from '../support/live-session.ts';
import { createTestWorld } from '../support/node-world.ts';
import { buildOnce } from '../support/variants.ts';

const STORMS = Number(process.env.HASTIE_STORMS ?? 2);
const FILES = Number(process.env.HASTIE_STORM_FILES ?? 1_500);

const script = fileURLToPath(new URL('../support/storm.mjs', import.meta.url));
let work: string;
let source: string;
let live: LiveSession;

beforeAll(async () => {
  work = realpathSync(mkdtempSync(join(tmpdir(), 'hastie-storm-')));
  source = join(work, 'site');
  for (let i = 0; i < 20; i++) mkdirSync(join(source, 'many', String(i)), { recursive: true });
  for (let i = 0; i < FILES; i++) writeFileSync(join(source, `many/${i % 20}/file-${i}.txt`), `0 ${i}\n`);
  writeFileSync(join(source, '_config.yml'), 'title: Storm\n');
  writeFileSync(join(source, 'index.md'), '---\ntitle: Calm\n---\nbefore\n');
  live = await startLiveSession(source, join(work, 'out'));
}, 60_000);
afterAll(async () => {
  await live.session.stop();
  rmSync(work, { recursive: true, force: true });
}, 120_000);

function tree(folder: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    found[path.slice(folder.length + 1)] = readFileSync(path, 'utf8');
  }
  return found;
}

async function cleanBuild(): Promise<Record<string, string>> {
  const folder = join(work, 'clean');
  rmSync(folder, { recursive: true, force: true });
  const overrides = new Map<string, string | boolean>([
    ['source', source],
    ['destination', folder],
    ['disable_disk_cache', true],
  ]);
  const { ok } = await buildOnce(createTestWorld(), { workingFolder: source, overrides });
  expect(ok).toBe(true);
  return tree(folder);
}

function storm(seed: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, source, String(FILES), String(seed)], {
      stdio: 'inherit',
    });
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the storm ended with ${code}`))));
  });
}

describe(`${STORMS} storms of ${FILES} files`, () => {
  for (let seed = 1; seed <= STORMS; seed++) {
    const isDeaf = seed % 2 === 0;
    test(`number ${seed}${isDeaf ? ', while nobody listened' : ''}`, { timeout: 120_000 }, async () => {
      const ended = storm(seed);
      // The loop hears nothing for a while, and the system's queue of events runs over.
      if (isDeaf) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2000);
      await ended;
      await expect
        .poll(() => live.page('/'), { timeout: 30_000, interval: 50 })
        .toContain(`after Storm ${seed}: ${seed}`);
      const clean = await cleanBuild();
      await expect.poll(() => tree(join(work, 'out')), { timeout: 10_000, interval: 200 }).toEqual(clean);
      expect(await live.page(`/moved-${seed}/page.html`)).toContain(`page ${seed}`);
      expect(live.codes()).toEqual([]);
    });
  }

  test('were a handful of builds, not thousands', () => {
    expect(live.builds.length).toBeLessThanOrEqual(STORMS * 12);
  });
});
