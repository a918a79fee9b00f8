/**
 * Real sites of the corpus whose repository has the branch `google-scholar-stats`: with `citations: true` every number is
 * in the HTML, and without it nothing changes. Skipped if the corpus and its mirrors are not beside the repository.
 */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodeGit } from '../../src/node/git.ts';
import type { Git } from '../../src/ports/git.ts';
import { createTestWorld } from '../support/node-world.ts';
import { buildOnce } from '../support/variants.ts';

const around = join(import.meta.dirname, '../../..');
const corpus = process.env['CORPUS'] ?? join(around, 'corpus');
const mirrors = process.env['MIRROR'] ?? join(around, '.mirror');

const SITES = [
  ['HaoTang11', 'HaoTang11.github.io'],
  ['LinB203', 'LinB203.github.io'],
  ['R-Chr', 'R-Chr.github.io'],
  ['RayeRen', 'acad-homepage.github.io'],
  ['RayeRen', 'rayeren.github.io'],
] as const;

describe.each(SITES)('%s/%s', (owner, name) => {
  const mirror = join(mirrors, `${owner}+${name}/repo`);
  const source = join(corpus, 'sites', `${owner}__${name}`);

  async function build(settings: string): Promise<string> {
    const folder = mkdtempSync(join(tmpdir(), 'citations-'));
    try {
      const more = join(folder, 'more.yml');
      writeFileSync(more, `${settings}future: true\n`);
      const overrides = new Map<string, string | boolean>([
        ['source', source],
        ['destination', join(folder, 'out')],
        ['config', `_config.yml,${more}`],
        ['disable_disk_cache', true],
      ]);
      const git: Git = (at, args, signal) => nodeGit(at, [`--git-dir=${mirror}`, ...args], signal);
      const world = { ...createTestWorld({ JEKYLL_ENV: 'production' }), git };
      const { ok } = await buildOnce(world, { workingFolder: source, overrides });
      expect(ok).toBe(true);
      return readFileSync(join(folder, 'out/index.html'), 'utf8');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  test.skipIf(!existsSync(mirror) || !existsSync(source))(
    'has every number in its HTML',
    async () => {
      const text = execFileSync('git', [`--git-dir=${mirror}`, 'show', 'google-scholar-stats:gs_data.json'], {
        encoding: 'utf8',
      });
      const { publications, citedby } = JSON.parse(text);
      const html = await build('citations: true\n');
      const spans = [...html.matchAll(/show_paper_citations["'] data=["']([^"']*)["']>([^<]*)</g)];
      expect(spans.length).toBeGreaterThan(0);
      for (const [, id = '', shown] of spans)
        expect(shown).toBe(`| Citations: ${publications[id].num_citations}`);
      for (const [, shown] of html.matchAll(/id=["']total_cit["'][^>]*>([^<]*)</g))
        expect(shown).toBe(String(citedby));
      const plain = await build('citations: false\n');
      const filled = plain
        .replaceAll(
          /(show_paper_citations["'] data=["']([^"']*)["']>)[^<]*/g,
          (_, tag, id) => `${tag}| Citations: ${publications[id].num_citations}`,
        )
        .replaceAll(/(id=["']total_cit["'][^>]*>)[^<]*/g, (_, tag) => `${tag}${citedby}`);
      expect(html).toBe(filled);
    },
    60_000,
  );
});
