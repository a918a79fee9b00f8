import { describe, expect, test } from 'vitest';
import type { WriteFs } from '../../../src/ports/fs.ts';
import { takeLock } from '../../../src/write/lock.ts';
import { createFaultyFs } from '../../support/faulty-fs.ts';
import { createMemoryFs, type MemoryFs } from '../../support/memory-fs.ts';
import { createProcesses } from '../../support/processes.ts';

const LOCK = '/dist/.hastie-lock';
const HEIR = `${LOCK}-heir`;
const MINUTE = 60_000;

function disk(owner?: string): MemoryFs {
  const fs = createMemoryFs();
  fs.putFolder('/dist');
  if (owner !== undefined) fs.put(LOCK, owner);
  return fs;
}

describe('a lock', () => {
  test('names its holder while it is held, and leaves nothing', () => {
    const fs = disk();
    const taken = takeLock(fs, LOCK, createProcesses(7));
    expect(fs.tree('/dist')).toEqual({ '.hastie-lock': '7 start-7 here\n' });
    if ('lock' in taken) taken.lock.release();
    expect(fs.tree('/')).toEqual({ dist: '(empty)' });
  });

  test('is released by its holder alone', () => {
    const fs = disk();
    const taken = takeLock(fs, LOCK, createProcesses(7));
    fs.put(LOCK, '9 start-9 here\n');
    if ('lock' in taken) taken.lock.release();
    expect(fs.text(LOCK)).toBe('9 start-9 here\n');
  });

  test('is waited for while its holder lives', () => {
    const fs = disk('8 start-8 here\n');
    const processes = createProcesses(7, [7, 8], (slept) => {
      if (slept === 1000) fs.removeFile(LOCK);
    });
    expect(takeLock(fs, LOCK, processes)).toMatchObject({ waited: true });
    expect(processes.slept()).toBe(1000);
    expect(fs.text(LOCK)).toBe('7 start-7 here\n');
  });

  test('that takes long says once whom it waits for, and a short one nothing', () => {
    const waited = (until: number): string[] => {
      const fs = disk('8 start-8 here\n');
      const said: string[] = [];
      const processes = createProcesses(7, [7, 8], (slept) => {
        if (slept === until) fs.removeFile(LOCK);
      });
      takeLock(fs, LOCK, processes, (holder) => said.push(`${holder} after ${processes.slept()} ms`));
      return said;
    };
    expect(waited(250)).toEqual([]);
    expect(waited(3000)).toEqual(['process 8 on here after 500 ms']);
  });

  test('is not waited for longer than five seconds, and its holder is named', () => {
    const fs = disk('8 start-8 here\n');
    const processes = createProcesses(7, [7, 8]);
    expect(takeLock(fs, LOCK, processes)).toEqual({ heldBy: 'process 8 on here' });
    expect(processes.slept()).toBeLessThanOrEqual(5000);
    expect(fs.text(LOCK)).toBe('8 start-8 here\n');
  });

  test('of a dead process is taken over at once', () => {
    const fs = disk('8 start-8 here\n');
    const processes = createProcesses(7);
    expect(takeLock(fs, LOCK, processes)).toMatchObject({ waited: false });
    expect(processes.slept()).toBe(0);
    expect(fs.tree('/dist')).toEqual({ '.hastie-lock': '7 start-7 here\n' });
  });

  test('with our own number is a dead one’s: in a container every build may be process 1', () => {
    expect(takeLock(disk('7 start-6 here\n'), LOCK, createProcesses(7))).toMatchObject({ waited: false });
  });

  test('with a number that belongs to another process by now is a dead one’s', () => {
    const fs = disk('8 start-of-old here\n');
    expect(takeLock(fs, LOCK, createProcesses(7, [7, 8]))).toMatchObject({ waited: false });
  });

  test('of another machine counts as held: its processes can’t be asked after', () => {
    expect(takeLock(disk('8 start-8 elsewhere\n'), LOCK, createProcesses(7))).toEqual({
      heldBy: 'process 8 on elsewhere',
    });
  });

  test.each([
    ['of another machine', '8 start-8 elsewhere\n'],
    ['of a process whose start nobody knows', '8 - here\n'],
  ])('%s is taken over when it is older than a quarter of an hour', (_, owner) => {
    const old = disk();
    const processes = createProcesses(7, [7, 8]);
    old.put(LOCK, owner, processes.now() - 16 * MINUTE);
    expect(takeLock(old, LOCK, processes)).toMatchObject({ waited: false });
    const young = disk();
    young.put(LOCK, owner, processes.now() - 14 * MINUTE);
    expect(takeLock(young, LOCK, processes)).toHaveProperty('heldBy');
  });

  test('without a name is taken over only when it stays so', () => {
    const fs = disk('');
    const processes = createProcesses(7);
    expect(takeLock(fs, LOCK, processes)).toMatchObject({ waited: true });
    expect(processes.slept()).toBeGreaterThanOrEqual(3000);
    expect(fs.text(LOCK)).toBe('7 start-7 here\n');
  });

  test('with a name that can’t be read is one without a name', () => {
    const fs = disk('nonsense');
    expect(takeLock(fs, LOCK, createProcesses(7))).toHaveProperty('lock');
  });

  test('that a living heir took in the meantime stays the heir’s', () => {
    const fs = disk('8 start-8 here\n');
    const quicker: WriteFs = {
      ...fs,
      createFile(path, content) {
        // between our look and our turn another build has become the heir
        if (path === HEIR && fs.text(LOCK) === '8 start-8 here\n') {
          fs.removeFile(LOCK);
          fs.createFile(LOCK, '9 start-9 here\n');
        }
        fs.createFile(path, content);
      },
    };
    expect(takeLock(quicker, LOCK, createProcesses(7, [7, 9]))).toEqual({ heldBy: 'process 9 on here' });
    expect(fs.tree('/dist')).toEqual({ '.hastie-lock': '9 start-9 here\n' });
  });

  test('is left to the heir that is at work, and not blocked by one that died over it', () => {
    const fs = disk('8 start-8 here\n');
    fs.put(HEIR, '9 start-9 here\n');
    const processes = createProcesses(7);
    expect(takeLock(fs, LOCK, processes)).toMatchObject({ waited: true });
    expect(processes.slept()).toBeGreaterThanOrEqual(3000);
    expect(fs.tree('/dist')).toEqual({ '.hastie-lock': '7 start-7 here\n' });
  });

  test.each(['half', 'done'] as const)('that can’t be written whole is taken down again: %s', (manner) => {
    const fs = disk();
    const faulty = createFaultyFs(fs, { at: 1, code: 'ENOSPC', manner, calls: ['createFile'] });
    expect(() => takeLock(faulty, LOCK, createProcesses(7))).toThrow('ENOSPC');
    expect(fs.tree('/')).toEqual({ dist: '(empty)' });
  });

  test('is not taken over through a link in the place of the heir’s file', () => {
    const fs = disk('8 start-8 here\n');
    fs.putLink(HEIR, '/dist/thesis.txt');
    expect(takeLock(fs, LOCK, createProcesses(7))).toEqual({ heldBy: 'process 8 on here' });
    expect(fs.tree('/dist')).toEqual({
      '.hastie-lock': '8 start-8 here\n',
      '.hastie-lock-heir': '-> /dist/thesis.txt',
    });
  });

  test.each<[string, (fs: MemoryFs, path: string) => void]>([
    ['a link', (fs, path) => fs.putLink(path, '/elsewhere')],
    ['a link', (fs, path) => fs.putLink(path, '/nowhere')],
    ['a folder', (fs, path) => fs.put(`${path}/owner`, '8 start-8 here\n')],
    ['a device', (fs, path) => fs.putOther(path)],
  ])('has no chance where %s stands in its place, which is left as it is', (kind, lay) => {
    const fs = disk();
    fs.put('/elsewhere/thesis.txt', 'years of work');
    lay(fs, LOCK);
    const before = fs.tree('/');
    const processes = createProcesses(7);
    expect(takeLock(fs, LOCK, processes)).toEqual({ obstacle: kind });
    expect(processes.slept()).toBe(0);
    expect(fs.tree('/')).toEqual(before);
  });
});
