/** Plugins of a site that say that they look at nothing but what they are given: their pages are kept. */

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentsOf } from '../../../src/cli/report/why.ts';
import { buildSite } from '../../../src/pipeline/build-site.ts';
import { SingleBuild } from '../../../src/pipeline/variants/single-build.ts';
import { createTestWorld } from '../../support/node-world.ts';
import { temporaryFolder, writeTexts } from '../../support/temporary-site.ts';
import { MemoryCache } from '../../support/variants.ts';

type Files = Readonly<Record<string, string>>;

const plugin = (isPure: boolean, mark = '!'): string => `export default ({ defineFilter }) => ({
  name: 'words',
  isPure: ${isPure},
  liquid: {
    filters: { shout: defineFilter((input) => String(input).toUpperCase() + '${mark}') },
  },
  generate(site, generation) {
    generation.addPage({ path: 'words.html', content: site.files.read('words.txt') ?? '' });
  },
});
`;

const SITE: Files = {
  '_config.yml': 'title: T\n',
  'a.md': "---\n---\n{{ 'a' | shout }}\n",
  'b.md': '---\n---\nB\n',
  'words.txt': 'one',
};

/** What the builds after the first have rendered. */
async function rendered(first: Files, ...changes: readonly Files[]): Promise<readonly (readonly string[])[]> {
  const source = temporaryFolder();
  const cache = new MemoryCache();
  const found: (readonly string[])[] = [];
  for (const files of [{ ...SITE, ...first }, ...changes]) {
    writeTexts(source, files);
    const overrides = new Map<string, string | boolean>([
      ['source', source],
      ['destination', join(source, 'dist')],
      ['disable_disk_cache', true],
    ]);
    const world = createTestWorld();
    const result = await buildSite(world, { workingFolder: source, overrides }, new SingleBuild(cache));
    expect(result.diagnostics).toEqual([]);
    found.push(documentsOf(result.rendered).map(({ task }) => task.document));
  }
  return found.slice(1);
}

const ALL = ['a.md', 'b.md', 'words:words.html:2'];

test('with a pure plugin a page is rendered again only where what it reads has changed', async () => {
  const pure = { '_plugins/words.mjs': plugin(true) };
  expect(await rendered(pure, {}, { 'words.txt': 'two' }, { 'b.md': '---\n---\nC\n' })).toEqual([
    [],
    ['words:words.html:2'],
    ['b.md'],
  ]);
});

test('with other code everything is rendered again', async () => {
  const pure = { '_plugins/words.mjs': plugin(true) };
  expect(await rendered(pure, { '_plugins/words.mjs': plugin(true, '?') }, {})).toEqual([ALL, []]);
  expect(
    await rendered(pure, { '_plugins/more/list.mjs': "export default { name: 'list', isPure: true };\n" }),
  ).toEqual([ALL]);
});

test('without that word everything is rendered in each build', async () => {
  expect(await rendered({ '_plugins/words.mjs': plugin(false) }, {}, {})).toEqual([ALL, ALL]);
});
