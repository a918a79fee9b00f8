/** The second thread as it really is: another thread of the bundled program (`lib/`, which `npm ci` and `npm test` make). */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { buildSite, type SiteResult, type World } from '../../../src/build/build-site.ts';
import { createCrew } from '../../../src/cli/world.ts';
import { createTestWorld, FROZEN } from '../../support/node-world.ts';

const POSTS = 2000;

test('a big site is the same with its help', { timeout: 120_000 }, async () => {
  const source = mkdtempSync(join(tmpdir(), 'two-threads-'));
  onTestFinished(() => rmSync(source, { recursive: true }));
  mkdirSync(join(source, '_posts'));
  writeFileSync(join(source, '_config.yml'), 'timezone: UTC\n');
  for (let i = 0; i < POSTS; i++) {
    const day = new Date(Date.UTC(2001, 0, 1 + i)).toISOString().slice(0, 10);
    const text = `## Post ${i}\n\n{{ page.previous.title }} {{ page.title }}: *text*\n`;
    writeFileSync(join(source, '_posts', `${day}-p.md`), `---\ntitle: P${i}\n---\n${text}`);
  }
  const build = async (world: Partial<World>): Promise<SiteResult> =>
    await buildSite(
      { ...createTestWorld(), ...world },
      {
        workingFolder: source,
        overrides: new Map<string, string | boolean>([
          ['source', source],
          ['disable_disk_cache', true],
        ]),
        dryRun: true,
      },
    );
  const crew = createCrew(FROZEN);
  let claimed = 0;
  const shared = await build({
    crew(flags) {
      const assistant = crew(flags);
      // the main thread gives the other one its time to start
      const take: typeof assistant.take = (chunk) => assistant.take(chunk);
      const claim: typeof assistant.claim = (chunk) => {
        if (chunk === 1) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1500);
        const isOurs = assistant.claim(chunk);
        if (!isOurs) claimed++;
        return isOurs;
      };
      return { ...assistant, take, claim };
    },
  });
  const alone = await build({});
  expect(shared.outputs).toEqual(alone.outputs);
  expect(shared.diagnostics).toEqual(alone.diagnostics);
  expect(claimed).toBeGreaterThan(0);
  expect(shared.reused).toBeGreaterThan(0);
});
