import { describe, expect, test } from 'vitest';
import { checkPaths, type PollOptions, pollFiles } from '../../../src/serve/watch/poll.ts';
import type { Change, Snapshot } from '../../../src/serve/watch/snapshot.ts';
import type { WatchScope } from '../../../src/serve/watch/watch-scope.ts';
import { createMemoryFs } from '../../support/memory-fs.ts';

const LATER = 1e15;
const everything: WatchScope = {
  roots: ['/site'],
  signature: '',
  covers: () => true,
  admits: (path) => !path.includes('dist'),
  confinedTo: undefined,
};

function disk(files: Readonly<Record<string, string>>) {
  const fs = createMemoryFs();
  fs.putFolder('/site');
  for (const [name, text] of Object.entries(files)) fs.put(`/site/${name}`, text);
  return fs;
}
type Disk = ReturnType<typeof disk>;

function polled(fs: Disk, before: Snapshot, nowMs = LATER, more: Partial<PollOptions> = {}) {
  const steps = pollFiles({ fs, nowMs: () => nowMs }, { scope: everything, before, ...more });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
const names = (changes: readonly Change[]) =>
  changes.map(({ path, kind }) => `${kind} ${path.slice(6)}`).sort();

describe('a poll', () => {
  test('finds what was added, changed and removed', () => {
    const fs = disk({ a: '1', 'b/c': '2', d: '3', 'dist/x': '4' });
    const { snapshot, changes } = polled(fs, new Map());
    expect(names(changes)).toEqual(['added a', 'added b/c', 'added d']);
    expect(polled(fs, snapshot).changes).toEqual([]);
    fs.edit('/site/a', '9');
    fs.removeFile('/site/d');
    fs.put('/site/new/e', '5');
    expect(names(polled(fs, snapshot).changes)).toEqual(['added new/e', 'changed a', 'removed d']);
  });

  test('sees a file that was replaced by another one of the same size and time', () => {
    const fs = disk({ a: 'one' });
    const { snapshot } = polled(fs, new Map());
    const mtimeMs = fs.stat('/site/a')!.mtimeMs;
    fs.put('/site/b', 'two');
    fs.rename('/site/b', '/site/a');
    fs.setModified('/site/a', mtimeMs);
    expect(names(polled(fs, snapshot).changes)).toEqual(['changed a']);
  });

  test('sees a change after which size and time were put back', () => {
    const fs = disk({ a: 'one' });
    const { snapshot } = polled(fs, new Map());
    const { mtimeMs } = fs.stat('/site/a')!;
    fs.edit('/site/a', 'two');
    fs.setModified('/site/a', mtimeMs);
    expect(names(polled(fs, snapshot).changes)).toEqual(['changed a']);
  });

  test('reads a file that was so young that its time may not show another change', () => {
    const fs = disk({ a: 'one' });
    const mtimeMs = fs.stat('/site/a')!.mtimeMs;
    const { snapshot } = polled(fs, new Map(), mtimeMs + 30);
    expect(polled(fs, snapshot, mtimeMs + 40).changes).toEqual([]);
    fs.edit('/site/a', 'two');
    fs.setModified('/site/a', mtimeMs);
    expect(names(polled(fs, snapshot, LATER).changes)).toEqual(['changed a']);
  });

  test('leaves a file that is being written for the next time, unless it has waited long enough', () => {
    const fs = disk({ a: 'one' });
    const { snapshot } = polled(fs, new Map());
    fs.edit('/site/a', 'one and a half');
    const now = fs.stat('/site/a')!.mtimeMs + 5;
    const first = polled(fs, snapshot, now);
    expect([first.changes, first.unfinished]).toEqual([[], true]);
    expect(names(polled(fs, first.snapshot, now + 30).changes)).toEqual(['changed a']);
    expect(names(polled(fs, snapshot, now, { takesUnfinished: true }).changes)).toEqual(['changed a']);
  });

  test('does not take for new what was only not watched, but whatever was moved there', () => {
    const fs = disk({ a: 'one', b: 'two' });
    const { mtimeMs } = fs.stat('/site/a')!;
    const from: WatchScope = { ...everything, covers: (path) => path !== '/site/a' };
    const added = (sinceMs: number) =>
      names(polled(fs, new Map(), LATER, { widened: { from, sinceMs } }).changes);
    expect(added(LATER)).toEqual(['added b']);
    expect(added(mtimeMs + 1)).toEqual(['added b']);
    expect(added(mtimeMs)).toEqual(['added a', 'added b']);
  });

  test('follows links to folders, once round a ring', () => {
    const fs = disk({ 'real/a': '1' });
    fs.putLink('/site/alias', '/site/real');
    fs.putLink('/site/real/ring', '/site');
    fs.putLink('/site/nowhere', '/site/gone');
    expect(names(polled(fs, new Map()).changes)).toContain('added alias/a');
    expect(polled(fs, new Map()).changes.length).toBeLessThan(10);
  });

  test('cuts links that lead back, however many there are, and in safe mode those that lead out', () => {
    const fs = disk({ 'real/a': '1' });
    fs.put('/other/b', '2');
    for (const name of ['one', 'two', 'three']) fs.putLink(`/site/${name}`, '/site');
    fs.putLink('/site/real/up', '/site');
    fs.putLink('/site/out', '/other');
    expect(names(polled(fs, new Map()).changes)).toEqual(['added out/b', 'added real/a']);
    const safe: WatchScope = { ...everything, confinedTo: '/site' };
    expect(names(polled(fs, new Map(), LATER, { scope: safe }).changes)).toEqual(['added real/a']);
  });

  test('yields on the way through many files', () => {
    const fs = disk(Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`f${i}`, 'x'])));
    const steps = pollFiles({ fs, nowMs: () => LATER }, { scope: everything, before: new Map() });
    let yields = 0;
    while (steps.next().done !== true) yields++;
    expect(yields).toBe(3);
  });
});

describe('a check of what an event named', () => {
  const check = (fs: Disk, snapshot: Snapshot, ...paths: string[]) =>
    checkPaths(
      { fs, nowMs: () => LATER },
      everything,
      snapshot,
      paths.map((path) => `/site/${path}`),
    );

  test('brings the snapshot up to date, so that the next poll finds nothing', () => {
    const fs = disk({ a: '1', b: '2', 'c/d': '3', 'c/e': '4' });
    const { snapshot } = polled(fs, new Map());
    fs.edit('/site/a', '11');
    fs.removeFile('/site/b');
    fs.removeFile('/site/c/d');
    fs.removeFile('/site/c/e');
    fs.removeFolder('/site/c');
    fs.put('/site/n/o', '5');
    expect(names(check(fs, snapshot, 'a', 'b', 'c', 'n').changes)).toEqual([
      'added n/o',
      'changed a',
      'removed b',
      'removed c/d',
      'removed c/e',
    ]);
    expect(polled(fs, snapshot).changes).toEqual([]);
  });

  test('finds nothing at or behind a link that leads back', () => {
    const fs = disk({ a: '1', 'real/b': '2' });
    const { snapshot } = polled(fs, new Map());
    fs.putLink('/site/loop', '/site');
    fs.putLink('/site/real/up', '/site');
    expect(check(fs, snapshot, 'loop', 'loop/a', 'loop/loop', 'real/up/real', 'real').changes).toEqual([]);
  });

  test('says nothing about what is as it was', () => {
    const fs = disk({ a: '1' });
    const { snapshot } = polled(fs, new Map());
    expect(check(fs, snapshot, 'a', 'nothing')).toEqual({ changes: [], unfinished: false });
  });

  test('waits for a file that was emptied', () => {
    const fs = disk({ a: '1' });
    const { snapshot } = polled(fs, new Map());
    fs.edit('/site/a', '');
    expect(check(fs, snapshot, 'a')).toEqual({ changes: [], unfinished: true });
  });

  test('does not go beyond the scope', () => {
    const fs = disk({ a: '1' });
    const none: WatchScope = { ...everything, covers: () => false };
    expect(checkPaths({ fs, nowMs: () => LATER }, none, new Map(), ['/site/a']).changes).toEqual([]);
  });
});
