/** The script that draws the stand-in pictures. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ROOT } from './repository.ts';

const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
afterAll(() => rmSync(folder, { recursive: true }));

const draw = (...names: readonly string[]): void => {
  execFileSync(process.execPath, [join(ROOT, 'scripts', 'make-images.mjs'), folder, ...names]);
};

test('draws just the pictures asked for, each in the format of its name', () => {
  const names = ['12631729772695_.pic.jpg', 'favicon-16x16.png', 'favicon.ico'];
  draw(...names);
  expect(readdirSync(folder).sort()).toEqual(names);

  const jpeg = readFileSync(join(folder, '12631729772695_.pic.jpg'));
  expect([jpeg.readUInt16BE(0), jpeg.readUInt16BE(jpeg.length - 2)]).toEqual([0xffd8, 0xffd9]);

  const png = readFileSync(join(folder, 'favicon-16x16.png'));
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([16, 16]);

  const icon = readFileSync(join(folder, 'favicon.ico'));
  expect([icon.readUInt16LE(2), icon[6], icon.readUInt32LE(18)]).toEqual([1, 48, 22]);
});

test('draws the same picture every time', () => {
  const path = join(folder, 'favicon-32x32.png');
  draw('favicon-32x32.png');
  const first = readFileSync(path);
  draw('favicon-32x32.png');
  expect(readFileSync(path).equals(first)).toBe(true);
});
