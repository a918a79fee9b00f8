/** P1: nothing outside the destination (and the cache folder) is ever created, changed or removed. */

import { describe, expect, test } from 'vitest';
import type { Output } from '../../src/model/output.ts';
import { startOfFile } from '../../src/model/output.ts';
import { writeOutputs } from '../../src/write/write.ts';
import { failuresOf } from '../proof/row.ts';
import { DIST, diskBesideOthers as disk, keys, outside } from '../proof/rows/keys.ts';
import { accepted, claim } from '../support/destinations.ts';
import type { MemoryFs } from '../support/memory-fs.ts';
import { textOutputs } from '../support/outputs.ts';
import { createProcesses } from '../support/processes.ts';

function write(fs: MemoryFs, outputs: readonly Output[]) {
  const options = {
    keepFiles: ['.git', '.svn'],
    adopt: false,
    placeOf: startOfFile,
    processes: createProcesses(1),
  };
  return writeOutputs(fs, accepted(fs, DIST), outputs, options);
}

test('400 sites of hostile permalinks are written, or refused, inside', async () => {
  expect(await failuresOf(keys, { attempts: 400 })).toEqual([]);
});

interface Trap {
  readonly what: string;
  readonly lay: (fs: MemoryFs) => void;
  readonly outputs: readonly string[];
}

const TRAPS: readonly Trap[] = [
  {
    what: 'a folder that is a link outside',
    lay: (fs) => fs.putLink(`${DIST}/a`, '/srv/secret'),
    outputs: ['a/index.html'],
  },
  {
    what: 'a folder further down that is a link outside',
    lay: (fs) => fs.putLink(`${DIST}/a/b`, '/srv/secret'),
    outputs: ['a/b/c/index.html'],
  },
  { what: 'a relative link', lay: (fs) => fs.putLink(`${DIST}/a`, '../../..'), outputs: ['a/thesis.txt'] },
  {
    what: 'a link to the destination itself',
    lay: (fs) => fs.putLink(`${DIST}/a`, '.'),
    outputs: ['a/index.html'],
  },
  {
    what: 'a link that leads nowhere yet',
    lay: (fs) => fs.putLink(`${DIST}/a`, '/srv/new'),
    outputs: ['a/index.html'],
  },
  {
    what: 'two links in a ring',
    lay: (fs) => {
      fs.putLink(`${DIST}/a`, `${DIST}/b`);
      fs.putLink(`${DIST}/b`, `${DIST}/a`);
    },
    outputs: ['a/index.html'],
  },
  {
    what: 'a page that is a link to a file outside',
    lay: (fs) => fs.putLink(`${DIST}/index.html`, '/srv/secret/index.html'),
    outputs: ['index.html'],
  },
  {
    what: 'a page that is a link to a file that is not there',
    lay: (fs) => fs.putLink(`${DIST}/index.html`, '/srv/secret/new.html'),
    outputs: ['index.html'],
  },
  {
    what: 'a page that is a link to a folder',
    lay: (fs) => fs.putLink(`${DIST}/index.html`, '/srv/secret'),
    outputs: ['index.html'],
  },
  {
    what: 'a kept folder that is a link',
    lay: (fs) => fs.putLink(`${DIST}/.gits`, '/srv/secret'),
    outputs: ['.gits/index.html'],
  },
];

describe('no link inside the destination is followed', () => {
  test.each(TRAPS)('$what', ({ lay, outputs }) => {
    const fs = disk();
    lay(fs);
    claim(fs, DIST);
    const before = outside(fs);
    const result = write(fs, textOutputs(Object.fromEntries(outputs.map((key) => [key, 'ours']))));
    expect(result.written).toEqual([]);
    expect(result.diagnostics).toMatchObject([{ code: 'write/link-in-the-way', severity: 'error' }]);
    expect(outside(fs)).toEqual(before);
  });

  test.each(TRAPS)('$what: when nothing is to be written there, it goes as a link', ({ lay, what }) => {
    const fs = disk();
    lay(fs);
    claim(fs, DIST);
    const before = outside(fs);
    expect(write(fs, textOutputs({ 'other.html': 'x' })).diagnostics).toEqual([]);
    expect(outside(fs)).toEqual(before);
    if (!what.startsWith('a kept')) expect(fs.tree(DIST)).toEqual({ 'other.html': 'x' });
  });

  test('a link that appears between the look and the write is not followed either', () => {
    const fs = disk();
    const sly: MemoryFs = {
      ...fs,
      createFile(path, content) {
        if (path === `${DIST}/.hastie-lock`) fs.putLink(`${DIST}/a`, '/srv/secret');
        fs.createFile(path, content);
      },
    };
    const before = outside(fs);
    expect(write(sly, textOutputs({ 'a/index.html': 'ours' })).diagnostics).toMatchObject([
      { code: 'write/failed', message: expect.stringContaining('ELOOP') },
    ]);
    expect(outside(fs)).toEqual(before);
  });
});
