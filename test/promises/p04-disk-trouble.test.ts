/** P4: whatever fails while writing, every file is whole, no temporary file remains, and the next build repairs the site. */

import { describe, expect, test } from 'vitest';
import { startOfFile } from '../../src/model/output.ts';
import type { WriteFs } from '../../src/ports/fs.ts';
import { type WriteResult, writeOutputs } from '../../src/write/write.ts';
import { type Scene, writerScene } from '../proof/rows/faults.ts';
import { accepted } from '../support/destinations.ts';
import { createFaultyFs, type Fault, type FaultManner, READ_CALLS } from '../support/faulty-fs.ts';
import { createMemoryFs, type MemoryFs } from '../support/memory-fs.ts';
import { textOutputs } from '../support/outputs.ts';
import { createProcesses } from '../support/processes.ts';

/** All others in the long proof. */
const CODES = ['ENOSPC', 'EACCES', 'EIO', 'EMFILE', 'EROFS', 'ENOENT'];

/** The fault at each call in turn; gives how many there were. */
async function sweep(scene: Scene, fault: Omit<Fault, 'at'>): Promise<number> {
  for (let at = 1; ; at++) {
    const failures = await scene.attempt({ ...fault, at });
    if (failures === undefined) return at - 1;
    expect(failures).toEqual([]);
  }
}

describe.each(['/home/ada/site/dist', '/home/ada/public'])('a fault while writing to %s', (folder) => {
  const scene = writerScene(folder);

  test.each(CODES)('%s at any call that writes', async (code) => {
    expect(await sweep(scene, { code })).toBeGreaterThan(70);
  });

  test.each(['ENOSPC', 'EACCES'])('%s at any call that writes, and at all after it', async (code) => {
    expect(await sweep(scene, { code, lasting: true })).toBeGreaterThan(70);
  });

  test.each<[string, FaultManner]>([
    ['half of a file is written', 'half'],
    ['the call is done but reported as failed', 'done'],
  ])('%s', async (_, manner) => {
    expect(await sweep(scene, { code: 'EIO', manner })).toBeGreaterThan(70);
  });
});

test('a disk on which every name is taken is refused, and not asked for ever', async () => {
  const scene = writerScene('/home/ada/site/dist');
  expect(await sweep(scene, { code: 'EEXIST', lasting: true, calls: ['createFile'] })).toBeGreaterThan(20);
});

describe('a fault while looking at the destination', () => {
  test.each(READ_CALLS.filter((call) => call !== 'readHead'))('at any %s', async (call) => {
    expect(await sweep(writerScene('/home/ada/public'), { code: 'EIO', calls: [call] })).toBeGreaterThan(0);
  });
});

function disk(): MemoryFs {
  const fs = createMemoryFs();
  fs.put('/home/ada/site/_config.yml', '');
  return fs;
}

function build(
  fs: WriteFs,
  folder: string,
  files: Readonly<Record<string, string>>,
  guard: WriteFs = fs,
): WriteResult {
  return writeOutputs(fs, accepted(guard, folder), textOutputs(files), {
    keepFiles: ['.git', '.svn'],
    adopt: false,
    placeOf: startOfFile,
    processes: createProcesses(1),
  });
}

describe('the message', () => {
  test('names the file, the reason and the remedy', () => {
    const fs = disk();
    const folder = '/home/ada/site/dist';
    fs.putFolder(folder);
    const faulty = createFaultyFs(fs, { at: 3, code: 'ENOSPC', lasting: true, calls: ['rename'] });
    expect(build(faulty, folder, { 'a.html': 'x' }, fs).diagnostics).toEqual([
      {
        code: 'write/failed',
        severity: 'error',
        message: 'cannot write `a.html`: the disk is full (ENOSPC)',
        hint: 'free some space and build again; every file in the destination is intact, old or new',
      },
    ]);
  });

  test('of a file that can’t be removed says so, and the others are removed', () => {
    const fs = disk();
    const folder = '/home/ada/site/dist';
    build(fs, folder, { 'a.html': '', 'b.html': '', 'c.html': '' });
    const stuck: WriteFs = {
      ...fs,
      removeFile: (path) =>
        path.endsWith('/b.html')
          ? createFaultyFs(fs, { at: 1, code: 'EPERM' }).removeFile(path)
          : fs.removeFile(path),
    };
    const result = build(stuck, folder, {}, fs);
    expect(result.removed).toEqual(['a.html', 'c.html']);
    expect(result.diagnostics).toMatchObject([
      {
        code: 'write/not-removed',
        message:
          'cannot remove `b.html`, which is no longer part of the site: the system does not allow it (EPERM)',
      },
    ]);
  });
});
