/** P4: whatever fails while writing, every file is whole, no temporary file remains, and the next build repairs the site. */

import { describe, expect, test } from 'vitest';
import type { Output } from '../../src/model/output.ts';
import type { WriteFs } from '../../src/ports/fs.ts';
import { type WriteResult, writeOutputs } from '../../src/write/write.ts';
import { accepted, ask } from '../support/destinations.ts';
import { createFaultyFs, type Fault, type FaultManner } from '../support/faulty-fs.ts';
import { createMemoryFs, type MemoryFs } from '../support/memory-fs.ts';
import { copyOutput, textOutputs } from '../support/outputs.ts';
import { createProcesses } from '../support/processes.ts';

const CODES = ['ENOSPC', 'EACCES', 'EIO', 'EMFILE', 'EROFS', 'ENOENT'];
const PICTURE = '/home/ada/site/images/me.png';

/** Forty old files, of which some stay, some change, some go, and one is where a folder must be. */
const OLD: Readonly<Record<string, string>> = {
  ...numbered(12, (n) => [`same/${n}/index.html`, `same ${n}`]),
  ...numbered(12, (n) => [`page/${n}.html`, `old page ${n}`]),
  ...numbered(14, (n) => [`gone/${n % 3}/${n}.html`, `gone ${n}`]),
  section: 'a file for now',
  'note/a.html': 'a page in a folder for now',
};
const NEW: Readonly<Record<string, string>> = {
  ...numbered(12, (n) => [`same/${n}/index.html`, `same ${n}`]),
  ...numbered(12, (n) => [`page/${n}.html`, `new page ${n}, and longer`]),
  ...numbered(8, (n) => [`fresh/${n}/index.html`, `fresh ${n}`]),
  'section/index.html': 'a folder now',
  note: 'a file now',
};

function numbered(count: number, entry: (n: number) => [string, string]): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, n) => entry(n)));
}

function outputsOf(files: Readonly<Record<string, string>>): Output[] {
  return [...textOutputs(files), copyOutput('images/me.png', PICTURE, 3, 1_500_000_000_123.5)];
}

function disk(): MemoryFs {
  const fs = createMemoryFs();
  fs.put('/home/ada/site/_config.yml', '');
  fs.put(PICTURE, 'png', 1_500_000_000_123.5);
  return fs;
}

function build(
  fs: WriteFs,
  folder: string,
  files: Readonly<Record<string, string>>,
  guard: WriteFs = fs,
): WriteResult {
  return writeOutputs(fs, accepted(guard, folder), outputsOf(files), {
    keepFiles: ['.git', '.svn'],
    adopt: false,
    processes: createProcesses(1),
  });
}

/** What may be in a file of the destination: one of the whole texts, never a part of one. */
function expectWhole(fs: MemoryFs, folder: string, context: string): void {
  for (const [key, text] of Object.entries(fs.tree(folder))) {
    if (text === '(empty)' || key.includes('.hastie-')) continue;
    const allowed = key === 'images/me.png' ? ['png'] : [OLD[key], NEW[key]];
    expect(allowed, `${context}: ${key}`).toContain(text);
  }
}

function sweep(folder: string, fault: Omit<Fault, 'at'>): number {
  let runs = 0;
  for (let at = 1; ; at++) {
    const fs = disk();
    build(fs, folder, OLD);
    const kept = new Map(Object.entries(fs.tree(folder)).filter(([key]) => key.startsWith('same/')));
    const faulty = createFaultyFs(fs, { ...fault, at });
    const result = build(faulty, folder, NEW, fs);
    if (!faulty.struck()) return runs;
    runs++;
    const context = `${fault.code}, ${fault.manner ?? 'refused'}, call ${at}: ${faulty.log[at - 1]}`;
    const tree = fs.tree(folder);
    const errors = result.diagnostics.filter(({ severity }) => severity === 'error');
    // Silence is only right where the call did its work after all, or only tidied up.
    if (errors.length === 0) expectHarmless(faulty.log[at - 1] ?? '', fault, context);
    for (const error of errors) expect(error.hint, context).toBeTruthy();
    if (fault.lasting !== true) {
      const strays = Object.keys(tree).filter((key) => key.includes('.hastie-'));
      expect(
        strays.filter((key) => !isExcused(key, faulty.log[at - 1] ?? '')),
        context,
      ).toEqual([]);
    }
    expectWhole(fs, folder, context);
    for (const [key, text] of kept) expect(tree[key], context).toBe(text);

    const repaired = build(fs, folder, NEW);
    expect(repaired.diagnostics, context).toEqual([]);
    expect(fs.tree(folder), context).toEqual({ ...NEW, 'images/me.png': 'png' });
  }
}

/** The lock and what was to be removed anyhow may be in a state that needs no word. */
function expectHarmless(call: string, { code, manner }: Omit<Fault, 'at'>, context: string): void {
  const tidying = /\.hastie-lock/.test(call) || /^removeFolder /.test(call);
  const goneAlready = (code === 'ENOENT' || manner === 'done') && /^remove/.test(call);
  const madeAlready = /^makeFolder /.test(call);
  expect(tidying || goneAlready || madeAlready, `${context}: no error was told`).toBe(true);
}

/** When the making or removal of the lock itself fails, it may stay: the next build takes it over. */
function isExcused(key: string, call: string): boolean {
  return key.startsWith('.hastie-lock') && call.includes(key.split('/')[0] ?? key);
}

describe.each(['/home/ada/site/dist', '/home/ada/public'])('a fault while writing to %s', (folder) => {
  test.each(CODES)('%s at any call that writes', (code) => {
    expect(sweep(folder, { code })).toBeGreaterThan(70);
  });

  test.each(['ENOSPC', 'EACCES'])('%s at any call that writes, and at all after it', (code) => {
    expect(sweep(folder, { code, lasting: true })).toBeGreaterThan(70);
  });

  test.each<[string, FaultManner]>([
    ['half of a file is written', 'half'],
    ['the call is done but reported as failed', 'done'],
  ])('%s', (_, manner) => {
    expect(sweep(folder, { code: 'EIO', manner })).toBeGreaterThan(70);
  });
});

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

describe('a fault while looking at the destination', () => {
  test.each(['list', 'linkStat', 'readBytes', 'stat', 'realPath'] as const)(
    'at any %s is told, never thrown',
    (call) => {
      for (let at = 1; ; at++) {
        const fs = disk();
        build(fs, '/home/ada/public', OLD);
        const faulty = createFaultyFs(fs, { at, code: 'EIO', calls: [call] });
        const answer = ask(faulty, '/home/ada/public');
        const told =
          'code' in answer
            ? [answer]
            : writeOutputs(faulty, answer, outputsOf(NEW), {
                keepFiles: [],
                adopt: false,
                processes: createProcesses(1),
              }).diagnostics;
        if (!faulty.struck()) return;
        expectWhole(fs, '/home/ada/public', `${call} ${at}`);
        for (const diagnostic of told) expect(diagnostic.severity).toBe('error');
      }
    },
  );
});
