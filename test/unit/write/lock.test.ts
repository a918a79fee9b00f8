import { describe, expect, test } from 'vitest';
import { takeLock } from '../../../src/write/lock.ts';
import { createFaultyFs } from '../../support/faulty-fs.ts';
import { createMemoryFs, type MemoryFs } from '../../support/memory-fs.ts';
import { createProcesses } from '../../support/processes.ts';

const LOCK = '/dist/.hastie-lock';

function disk(owner?: string): MemoryFs {
  const fs = createMemoryFs();
  fs.putFolder('/dist');
  if (owner !== undefined) fs.put(`${LOCK}/owner`, owner);
  return fs;
}

describe('a lock', () => {
  test('names its holder while it is held, and leaves nothing', () => {
    const fs = disk();
    const taken = takeLock(fs, LOCK, createProcesses(7));
    expect(fs.tree('/dist')).toEqual({ '.hastie-lock/owner': '7 here\n' });
    if ('lock' in taken) taken.lock.release();
    expect(fs.tree('/')).toEqual({ dist: '(empty)' });
  });

  test('is waited for while its holder lives', () => {
    const fs = disk('8 here\n');
    const processes = createProcesses(7, [7, 8], (slept) => {
      if (slept !== 1000) return;
      fs.removeFile(`${LOCK}/owner`);
      fs.removeFolder(LOCK);
    });
    expect(takeLock(fs, LOCK, processes)).toMatchObject({ waited: true });
    expect(processes.slept()).toBe(1000);
    expect(fs.text(`${LOCK}/owner`)).toBe('7 here\n');
  });

  test('is not waited for longer than five seconds, and its holder is named', () => {
    const fs = disk('8 here\n');
    const processes = createProcesses(7, [7, 8]);
    expect(takeLock(fs, LOCK, processes)).toEqual({ heldBy: 'process 8 on here' });
    expect(processes.slept()).toBeLessThanOrEqual(5000);
    expect(fs.text(`${LOCK}/owner`)).toBe('8 here\n');
  });

  test('of a dead process is taken over at once', () => {
    const fs = disk('8 here\n');
    const processes = createProcesses(7);
    expect(takeLock(fs, LOCK, processes)).toMatchObject({ waited: false });
    expect(processes.slept()).toBe(0);
    expect(fs.text(`${LOCK}/owner`)).toBe('7 here\n');
  });

  test('with our own number is a dead one’s: in a container every build may be process 1', () => {
    expect(takeLock(disk('7 here\n'), LOCK, createProcesses(7))).toMatchObject({ waited: false });
  });

  test('of another machine counts as held: its processes can’t be asked after', () => {
    expect(takeLock(disk('8 elsewhere\n'), LOCK, createProcesses(7))).toEqual({
      heldBy: 'process 8 on elsewhere',
    });
  });

  test('without a name is taken over only when it stays so', () => {
    const fs = disk();
    fs.putFolder(LOCK);
    const processes = createProcesses(7);
    expect(takeLock(fs, LOCK, processes)).toMatchObject({ waited: true });
    expect(processes.slept()).toBeGreaterThanOrEqual(3000);
    expect(fs.text(`${LOCK}/owner`)).toBe('7 here\n');
  });

  test('with a name that can’t be read is one without a name', () => {
    const fs = disk('nonsense');
    expect(takeLock(fs, LOCK, createProcesses(7))).toHaveProperty('lock');
  });

  test('that a living heir took in the meantime is given back', () => {
    const fs = disk('8 here\n');
    const quicker: typeof fs = {
      ...fs,
      rename(from, to) {
        // Between our look and our rename another build has become the heir.
        if (fs.text(from) === '8 here\n') fs.writeFile(from, '9 here\n');
        fs.rename(from, to);
      },
    };
    expect(takeLock(quicker, LOCK, createProcesses(7, [7, 9]))).toEqual({ heldBy: 'process 9 on here' });
    expect(fs.tree('/dist')).toEqual({ '.hastie-lock/owner': '9 here\n' });
  });

  test('that can’t be signed is taken down again', () => {
    const fs = disk();
    const faulty = createFaultyFs(fs, { at: 1, code: 'ENOSPC', calls: ['writeFile'] });
    expect(() => takeLock(faulty, LOCK, createProcesses(7))).toThrow('ENOSPC');
    expect(fs.tree('/')).toEqual({ dist: '(empty)' });
  });
});
