/**
 * Three real sites of the corpus with their own .bib files, complete as in their repositories. Skipped if the corpus and its
 * mirrors are not beside the repository.
 */

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseBibtex } from '../../src/engines/bibtex/parse-bibtex.ts';
import { parseQuery } from '../../src/engines/bibtex/query.ts';
import { createTestWorld } from '../support/node-world.ts';
import { buildOnce } from '../support/variants.ts';

const around = join(import.meta.dirname, '../../..');
const corpus = process.env['CORPUS'] ?? join(around, 'corpus');
const mirrors = process.env['MIRROR'] ?? join(around, '.mirror');

interface Case {
  readonly owner: string;
  readonly name: string;
  readonly bib: string;
  readonly output: string;
  /** The page whose queries say what is listed; all entries are without it. */
  readonly queries?: string;
  /** Tags of the site's own Ruby code, which nobody else has. */
  readonly unknown: readonly string[];
}

const CASES: readonly Case[] = [
  {
    owner: '12wang3',
    name: '12wang3.github.io',
    bib: 'papers.bib',
    output: 'publications/index.html',
    unknown: [],
  },
  {
    owner: '594zyc',
    name: '594zyc.github.io',
    bib: 'papers.bib',
    output: 'publications/index.html',
    unknown: ['google_scholar_citations'],
  },
  {
    owner: 'CarlosGrohmann',
    name: 'website_source',
    bib: 'bib_chg_website.bib',
    output: 'pages/publications_bib/index.html',
    queries: 'pages/publications_bib.md',
    unknown: [],
  },
];

function git(mirror: string, ...args: readonly string[]): string {
  return execFileSync('git', [`--git-dir=${mirror}`, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** The checkout of the corpus, with every file that tags were cut out of as its repository has it. */
function checkOut({ owner, name }: Case, folder: string): void {
  const mirror = join(mirrors, `${owner}+${name}/repo`);
  cpSync(join(corpus, 'sites', `${owner}__${name}`), folder, {
    recursive: true,
    filter: (path) => {
      const stat = statSync(path);
      return stat.isDirectory() || stat.size < 300_000;
    },
  });
  for (const line of git(mirror, 'grep', '-lI', '{%', 'HEAD').split('\n')) {
    const path = line.replace(/^HEAD:/, '');
    if (path !== '' && existsSync(join(folder, path)))
      writeFileSync(join(folder, path), git(mirror, 'show', line));
  }
  writeFileSync(join(folder, '_config.yml'), git(mirror, 'show', 'HEAD:_config.yml'));
  writeFileSync(join(folder, '_more.yml'), 'liquid: {unknown_tags: warn}\ntheme: false\nfuture: true\n');
  rmSync(join(folder, '_plugins'), { recursive: true, force: true });
}

describe.each(CASES)('$owner/$name', (site) => {
  const there =
    existsSync(join(mirrors, `${site.owner}+${site.name}/repo`)) &&
    existsSync(join(corpus, 'sites', `${site.owner}__${site.name}`));

  test.skipIf(!there)(
    'lists every entry that its pages ask for, and warns once of each tag that nobody has',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'publications-'));
      try {
        const source = join(folder, 'site');
        checkOut(site, source);
        const overrides = new Map<string, string | boolean>([
          ['source', source],
          ['destination', join(folder, 'out')],
          ['config', '_config.yml,_more.yml'],
          ['disable_disk_cache', true],
        ]);
        const result = await buildOnce(createTestWorld({ JEKYLL_ENV: 'production' }), {
          workingFolder: source,
          overrides,
        });
        expect(result.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        const passed = result.diagnostics.filter(({ code }) => code === 'liquid/unknown-tag-passed');
        expect(passed.map(({ message }) => /`(\w+)`/.exec(message)?.[1])).toEqual(site.unknown);

        const told: unknown[] = [];
        const file = join(source, '_bibliography', site.bib);
        const bibliography = { file, text: readFileSync(file, 'utf8') };
        const { entries } = parseBibtex(bibliography, { report: (each) => told.push(each) });
        expect(told).toEqual([]);
        const asked = site.queries === undefined ? ['@*'] : queriesOf(join(source, site.queries));
        const wanted = entries.filter((entry) => asked.some((query) => parseQuery(query)(entry)));
        expect(wanted.length).toBeGreaterThan(4);
        const html = readFileSync(join(folder, 'out', site.output), 'utf8');
        expect(wanted.filter(({ key }) => !html.includes(`id="${key}"`)).map(({ key }) => key)).toEqual([]);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    60_000,
  );
});

function queriesOf(file: string): string[] {
  return Array.from(
    readFileSync(file, 'utf8').matchAll(/\{% bibliography --query (.*?) %\}/g),
    ([, query]) => query ?? '',
  );
}
