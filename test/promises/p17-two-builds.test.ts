/** P17: two builds at once never mix. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startOfFile } from '../../src/model/output.ts';
import { writeOutputs } from '../../src/write/write.ts';
import { accepted, claim } from '../support/destinations.ts';
import { createMemoryFs } from '../support/memory-fs.ts';
import { numberedBuild } from '../support/numbered-build.ts';
import { textOutputs } from '../support/outputs.ts';
import { createProcesses } from '../support/processes.ts';
import { createWriters, readTree, type Writers } from '../support/writer-processes.ts';

/** More of them in the nightly run. */
const RACES = Number(process.env.HASTIE_RACES ?? 8);

let writers: Writers;
beforeAll(async () => {
  writers = await createWriters();
});
afterAll(() => writers.close());

describe('two processes', () => {
  test(`${RACES} races leave one build or the other`, { timeout: 60_000 + RACES * 8_000 }, async () => {
    const site = writers.site();
    for (let race = 0; race < RACES; race++) {
      const numbers = [race * 2 + 1, race * 2 + 2];
      const startAt = Date.now() + 600;
      const ends = await Promise.all(numbers.map((number) => writers.start(site, number, { startAt }).ended));
      for (const { status, said } of ends) {
        if (status !== 0) expect(said).toMatch(/^build\/locked: process \d+ on /);
      }
      expect(ends.some(({ status }) => status === 0)).toBe(true);
      const { files, own } = readTree(`${site}/dist`);
      const same = numbers.map((number) => {
        const clean = Object.entries(numberedBuild(number));
        return clean.length === files.size && clean.every(([key, text]) => files.get(key) === text);
      });
      expect(
        same.filter((each) => each),
        `race ${race}`,
      ).toHaveLength(1);
      expect(own).toEqual([]);
    }
  });
});

describe('a build that finds another one at work', () => {
  test('writes nothing and says who it is, within six seconds', () => {
    const fs = createMemoryFs();
    fs.put('/home/ada/site/dist/index.html', 'theirs');
    claim(fs, '/home/ada/site/dist');
    fs.put('/home/ada/site/dist/.hastie-lock', '42 start-42 here\n');
    const processes = createProcesses(7, [7, 42]);
    const result = writeOutputs(
      fs,
      accepted(fs, '/home/ada/site/dist'),
      textOutputs({ 'index.html': 'ours' }),
      { keepFiles: [], adopt: false, placeOf: startOfFile, processes },
    );
    expect(result).toMatchObject({ written: [], removed: [] });
    expect(result.diagnostics).toEqual([
      {
        code: 'build/locked',
        severity: 'error',
        message: 'process 42 on here is writing to `/home/ada/site/dist` and did not finish within 5 seconds',
        hint: 'wait and build again; if no other build is running, remove `/home/ada/site/dist/.hastie-lock`',
      },
    ]);
    expect(fs.text('/home/ada/site/dist/index.html')).toBe('theirs');
    expect(processes.slept()).toBeLessThan(6000);
  });

  test('looks again once it is done', () => {
    const fs = createMemoryFs();
    const dist = '/home/ada/site/dist';
    fs.put(`${dist}/index.html`, 'old');
    claim(fs, dist);
    fs.put(`${dist}/.hastie-lock`, '42 start-42 here\n');
    const processes = createProcesses(7, [7, 42], (slept) => {
      if (slept !== 500) return;
      fs.put(`${dist}/theirs.html`, 'new');
      claim(fs, dist);
      fs.removeFile(`${dist}/.hastie-lock`);
    });
    const result = writeOutputs(fs, accepted(fs, dist), textOutputs({ 'index.html': 'ours' }), {
      keepFiles: [],
      adopt: false,
      placeOf: startOfFile,
      processes,
    });
    expect(result.removed).toEqual(['theirs.html']);
    expect(fs.tree(dist)).toEqual({ 'index.html': 'ours' });
  });

  test('looks again where the other one was done before it could be seen', () => {
    const fs = createMemoryFs();
    const dist = '/home/ada/site/dist';
    fs.put('/home/ada/site/_config.yml', '');
    const rest = { keepFiles: [], adopt: false, placeOf: startOfFile, processes: createProcesses(7) };
    let theirs: unknown;
    const late = {
      ...fs,
      createFile(path: string, content: string | Uint8Array) {
        const isFirst = theirs === undefined && path.endsWith('/.hastie-lock');
        theirs ??= isFirst ? 'at work' : undefined;
        if (isFirst) theirs = writeOutputs(fs, accepted(fs, dist), textOutputs({ 'theirs.html': 'x' }), rest);
        fs.createFile(path, content);
      },
    };
    const ours = writeOutputs(late, accepted(late, dist), textOutputs({ 'index.html': 'ours' }), rest);
    expect(theirs).toMatchObject({ written: ['theirs.html'] });
    expect(ours).toMatchObject({ written: ['index.html'], removed: ['theirs.html'], diagnostics: [] });
    expect(fs.tree(dist)).toEqual({ 'index.html': 'ours' });
  });
});
