import { expect, test } from 'vitest';
import { hastie, siteOnDisk } from '../../support/program.ts';

async function built(manifest: string): Promise<readonly string[]> {
  const fs = siteOnDisk({ 'index.html': '---\n---\nx', 'package.json': manifest, 'package-lock.json': '{}' });
  expect((await hastie(fs, 'build')).status).toBe(0);
  return Object.keys(fs.tree('/site/dist'));
}

test("npm's files are left out of a site that has Hastie as a package", async () => {
  expect(await built('{"devDependencies": {"hastie": "^0.1.0"}}')).toEqual(['index.html']);
  expect(await built('{"dependencies": {"hastie": "*"}}')).toEqual(['index.html']);
});

test('they are content anywhere else, as in Jekyll', async () => {
  expect(await built('{"devDependencies": {"gulp": "*"}}')).toEqual([
    'index.html',
    'package-lock.json',
    'package.json',
  ]);
  expect(await built('not JSON')).toEqual(['index.html', 'package-lock.json', 'package.json']);
});
