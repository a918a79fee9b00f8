/** The port to files on the real disk. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClock } from '../../../src/node/clock.ts';
import { nodeEnv } from '../../../src/node/env.ts';
import { nodeFs } from '../../../src/node/fs.ts';
import { FsError } from '../../../src/ports/fs.ts';

let root = '';
beforeAll(() => {
  root = nodeFs.realPath(mkdtempSync(join(tmpdir(), 'hastie-fs-')));
  mkdirSync(join(root, 'folder'));
  for (const name of ['b', 'a', 'Z', 'é', '\u{1f600}', '\uff01', 'a.b'])
    writeFileSync(join(root, name), name);
  symlinkSync('folder', join(root, 'link'));
  symlinkSync('nowhere', join(root, 'broken'));
  symlinkSync('round', join(root, 'round'));
});
afterAll(() => rmSync(root, { recursive: true }));

function codeOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return error instanceof FsError ? error.code : 'another error';
  }
  return 'none';
}

describe('the port to files', () => {
  it('lists a folder by code points, whatever the locale', () => {
    expect(nodeFs.list(root).map(({ name }) => name)).toEqual([
      'Z',
      'a',
      'a.b',
      'b',
      'broken',
      'folder',
      'link',
      'round',
      'é',
      '\uff01',
      '\u{1f600}',
    ]);
  });

  it('tells files, folders and links apart, and follows links only where asked', () => {
    const kinds = Object.fromEntries(nodeFs.list(root).map(({ name, kind }) => [name, kind]));
    expect(kinds).toMatchObject({ a: 'file', folder: 'folder', link: 'link', broken: 'link' });
    expect(nodeFs.stat(`${root}/link`)?.kind).toBe('folder');
    expect(nodeFs.linkStat(`${root}/link`)?.kind).toBe('link');
    expect(nodeFs.realPath(`${root}/link`)).toBe(`${root}/folder`);
  });

  it('finds nothing at the end of a link that leads nowhere or round in a circle', () => {
    expect(nodeFs.stat(`${root}/broken`)).toBeUndefined();
    expect(nodeFs.stat(`${root}/round`)).toBeUndefined();
    expect(nodeFs.stat(`${root}/a/b`)).toBeUndefined();
    expect(nodeFs.linkStat(`${root}/missing`)).toBeUndefined();
  });

  it('says by its errno why the system refuses', () => {
    expect(codeOf(() => nodeFs.readBytes(`${root}/missing`))).toBe('ENOENT');
    expect(codeOf(() => nodeFs.readBytes(`${root}/folder`))).toBe('EISDIR');
    expect(codeOf(() => nodeFs.list(`${root}/a`))).toBe('ENOTDIR');
    expect(codeOf(() => nodeFs.realPath(`${root}/round`))).toBe('ELOOP');
  });

  it('reads the start of a file, all of it where it is shorter', () => {
    expect(new TextDecoder().decode(nodeFs.readHead(`${root}/a.b`, 2))).toBe('a.');
    expect(new TextDecoder().decode(nodeFs.readHead(`${root}/a.b`, 200))).toBe('a.b');
  });

  it.skipIf(process.platform === 'win32')('calls a pipe neither a file nor a folder', () => {
    execFileSync('mkfifo', [`${root}/pipe`]);
    expect(nodeFs.linkStat(`${root}/pipe`)?.kind).toBe('other');
  });
});

describe('the clock', () => {
  it('stands still at SOURCE_DATE_EPOCH', () => {
    const env = (value: string | undefined) => ({ get: () => value, timeZone: 'UTC' });
    expect(createClock(env('86400')).now).toBe(86_400_000);
    expect(createClock(env('soon')).now).toBeGreaterThan(1_600_000_000_000);
    expect(createClock(env(undefined)).now).toBeGreaterThan(1_600_000_000_000);
  });
});

describe('the environment', () => {
  it.skipIf(process.env.TZ === '')('names the zone that the process runs in as Intl does', () => {
    expect(nodeEnv.timeZone).toBe(new Intl.DateTimeFormat().resolvedOptions().timeZone);
  });
});
