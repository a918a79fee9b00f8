/** What a build renders again after a change, and the reason that it gives. */

import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentsOf, whyText } from '../../../src/cli/report/why.ts';
import { describeNode } from '../../../src/graph/nodes.ts';
import { buildSite } from '../../../src/pipeline/build-site.ts';
import type { SiteResult } from '../../../src/pipeline/site-result.ts';
import { SingleBuild } from '../../../src/pipeline/variants/single-build.ts';
import { createTestWorld, FROZEN } from '../../support/node-world.ts';
import { temporaryFolder, writeTexts } from '../../support/temporary-site.ts';
import { MemoryCache } from '../../support/variants.ts';

type Files = Readonly<Record<string, string>>;

const SITE: Files = {
  '_config.yml': 'title: T\ndescription: D\n',
  'index.md': '---\nlayout: base\n---\n{% for post in site.posts %}{{ post.title }}{% endfor %}\n',
  'about.md': '---\ntitle: About\n---\n{{ site.title }} {{ site.data.people.first }}\n',
  'plain.md': '---\n---\nPlain\n',
  'year.md': '---\n---\n{{ site.time | date: "%Y" }} {{ "now" | date: "%m" }}\n',
  '_posts/2024-01-01-a.md': '---\ntitle: A\nkind: x\n---\nText\n',
  '_layouts/base.html': '<p>{% include note.html %}</p>{{ content }}',
  '_includes/note.html': 'Note',
  '_data/people.yml': '- Ann\n',
};

/** Builds, changes files, builds again. */
async function buildTwice(change: Files, later = 0): Promise<SiteResult> {
  const source = temporaryFolder();
  const cache = new MemoryCache();
  const build = async (files: Files, now: number): Promise<SiteResult> => {
    writeTexts(source, files);
    const overrides = new Map<string, string | boolean>([
      ['source', source],
      ['destination', join(source, 'dist')],
      ['disable_disk_cache', true],
    ]);
    const clock = { now, elapsed: () => 0 };
    return await buildSite(
      { ...createTestWorld(), clock },
      { workingFolder: source, overrides },
      new SingleBuild(cache),
    );
  };
  await build(SITE, FROZEN);
  return await build(change, FROZEN + later);
}

async function reasons(change: Files, later = 0): Promise<readonly string[]> {
  const { rendered } = await buildTwice(change, later);
  return documentsOf(rendered).map(
    ({ task, reason }) =>
      `${task.document}: ${reason.kind === 'read' ? describeNode(reason.node) : reason.kind}`,
  );
}

describe('what is rendered anew', () => {
  test('is nothing where nothing changed', async () => {
    expect(await reasons({})).toEqual([]);
  });

  test('is the page itself and who reads its title', async () => {
    expect(await reasons({ '_posts/2024-01-01-a.md': '---\ntitle: B\nkind: x\n---\nText\n' })).toEqual([
      '_posts/2024-01-01-a.md: changed',
      'index.md: `title` of _posts/2024-01-01-a.md',
    ]);
  });

  test('is the page alone where nobody reads what changed', async () => {
    expect(await reasons({ '_posts/2024-01-01-a.md': '---\ntitle: A\nkind: y\n---\nMore\n' })).toEqual([
      '_posts/2024-01-01-a.md: changed',
    ]);
  });

  test('is whoever reads a list that got longer', async () => {
    expect(await reasons({ '_posts/2024-02-01-b.md': '---\ntitle: B\n---\n' })).toEqual([
      '_posts/2024-02-01-b.md: new',
      'index.md: `site.posts`',
    ]);
  });

  test('is whoever reads a setting, a data file, an include, a layout', async () => {
    expect(await reasons({ '_config.yml': 'title: U\ndescription: E\n' })).toEqual([
      'about.md: `site.title`',
    ]);
    expect(await reasons({ '_data/people.yml': '- Bob\n' })).toEqual(['about.md: `site.data.people`']);
    expect(await reasons({ '_data/more.yml': '- Bob\n' })).toEqual([]);
    expect(await reasons({ '_includes/note.html': 'Other' })).toEqual(['index.md: the include note.html']);
    expect(await reasons({ '_layouts/base.html': '{{ content }}' })).toEqual(['index.md: the layout base']);
  });

  test('is no page that prints the year, until the year is over', async () => {
    expect(await reasons({}, 3_600_000)).toEqual([]);
    expect(await reasons({}, 400 * 86_400_000)).toEqual(['year.md: the time']);
  });
});

describe('--why', () => {
  test('says what was rendered, and because of what', async () => {
    const { rendered, reused } = await buildTwice({ '_data/people.yml': '- Bob\n' });
    expect(whyText(rendered, reused)).toBe(
      `Rendered 1 document; ${reused} results of an earlier build still held.\n  about.md: \`site.data.people\` has changed\n`,
    );
    expect(whyText([], 1)).toBe('Nothing had to be rendered; 1 result of an earlier build still held.\n');
  });
});
