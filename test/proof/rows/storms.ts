/** P14: after any burst of changes the preview equals a clean build, with and without file events. */

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { treeOf } from '../../support/disk-tree.ts';
import { type LiveSession, startLiveSession } from '../../support/live-session.ts';
import { createTestWorld } from '../../support/node-world.ts';
import { buildOnce } from '../../support/variants.ts';
import { type Attempts, broken, type Failure, type Row } from '../row.ts';

const script = fileURLToPath(new URL('../../support/storm.mjs', import.meta.url));
const FILES = 1_500;
/** Milliseconds after which a preview should have come to rest. */
const PATIENCE = 40_000;

/** A preview of a folder in which storms rage. */
export class StormySite implements Attempts {
  readonly full = 100;
  readonly #work = realpathSync(mkdtempSync(join(tmpdir(), 'hastie-storm-')));
  readonly #source = join(this.#work, 'site');
  #live: LiveSession | undefined;

  static async start(): Promise<StormySite> {
    const site = new StormySite();
    const source = site.#source;
    for (let i = 0; i < 20; i++) mkdirSync(join(source, 'many', String(i)), { recursive: true });
    for (let i = 0; i < FILES; i++) writeFileSync(join(source, `many/${i % 20}/file-${i}.txt`), `0 ${i}\n`);
    writeFileSync(join(source, '_config.yml'), 'title: Storm\n');
    writeFileSync(join(source, 'index.md'), '---\ntitle: Calm\n---\nbefore\n');
    site.#live = await startLiveSession(source, join(site.#work, 'out'));
    return site;
  }

  /** How often the preview was built after the first time. */
  get builds(): number {
    return this.#live!.builds.length;
  }

  async attempt(number: number): Promise<readonly Failure[]> {
    const live = this.#live!;
    const seed = number + 1;
    const ended = storm(this.#source, seed);
    // the loop hears nothing for a while, and the system's queue of events runs over
    if (seed % 2 === 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2000);
    const status = await ended;
    if (status !== 0) return [broken(`the storm ended with ${status}`)];
    const isShown = await within(PATIENCE, async () =>
      (await live.page('/')).includes(`after Storm ${seed}: ${seed}`),
    );
    if (!isShown) return [broken('the page is not the new one', await live.page('/'))];
    const clean = await this.#cleanBuild();
    const differing = (): readonly string[] => {
      const tree = treeOf(join(this.#work, 'out'));
      const keys = [...new Set([...Object.keys(tree), ...Object.keys(clean)])];
      return keys.filter((key) => tree[key] !== clean[key]);
    };
    const isSame = await within(PATIENCE, async () => differing().length === 0);
    const moved = await live.page(`/moved-${seed}/page.html`);
    return [
      ...(isSame ? [] : [broken('the destination is not that of a clean build', differing().join('\n'))]),
      ...(moved.includes(`page ${seed}`) ? [] : [broken('a page in a moved folder is not served', moved)]),
      ...live.codes().map((code) => broken(`the preview reports ${code}`)),
    ];
  }

  async #cleanBuild(): Promise<Record<string, string>> {
    const folder = join(this.#work, 'clean');
    rmSync(folder, { recursive: true, force: true });
    const overrides = new Map<string, string | boolean>([
      ['source', this.#source],
      ['destination', folder],
      ['disable_disk_cache', true],
    ]);
    await buildOnce(createTestWorld(), { workingFolder: this.#source, overrides });
    return treeOf(folder);
  }

  async close(): Promise<void> {
    await this.#live?.session.stop();
    rmSync(this.#work, { recursive: true, force: true });
  }
}

/** The status of the process that makes the changes. */
function storm(source: string, seed: number): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, source, String(FILES), String(seed)], {
      stdio: 'inherit',
    });
    child.on('exit', resolve);
  });
}

/** Whether it comes true in time. */
async function within(ms: number, isTrue: () => Promise<boolean>): Promise<boolean> {
  for (const end = Date.now() + ms; ; ) {
    if (await isTrue()) return true;
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export const storms: Row = {
  name: 'storms',
  promise: 'P14',
  counted: `storms of ${FILES.toLocaleString('en-US')} files`,
  each: 1,
  weight: 12,
  limitMs: 180_000,
  flags: [],
  open: () => StormySite.start(),
};
