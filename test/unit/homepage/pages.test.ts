/** What the homepage's pages and data must agree on. */

import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dig, isRecord, ROOT, read, readJson, readYaml, topLevel } from './repository.ts';

const about = read('_pages/about.md');
const stats = readJson('google-scholar-stats/gs_data.json');
const boxes = about.split("<div class='paper-box'>").slice(1);

const firstBytes = (path: string): string => {
  const file = openSync(join(ROOT, path), 'r');
  const bytes = Buffer.alloc(8);
  readSync(file, bytes, 0, 8, 0);
  closeSync(file);
  return bytes.toString('hex');
};

const matchesGlob = (name: string, pattern: string): boolean =>
  new RegExp(`^${pattern.replace(/[.+^$()|]/g, '\\$&').replaceAll('*', '.*')}$`).test(name);

describe('the page about the author', () => {
  test('stands at the root and is led to from its two older addresses', () => {
    expect(about).toMatch(/^---\npermalink: \/\n/);
    expect(about).toContain('redirect_from:\n  - /about/\n  - /about.html\n');
  });

  test('has the four sections that the navigation names', () => {
    expect(about.match(/^# .+$/gm)).toEqual(['# 🔥 News', '# 📝 Selected Publications', '# 📖 Educations']);
    expect(about).toContain("id='about-me'");
    const links = readYaml('_data/navigation.yml').main;
    expect(links).toMatchObject([
      { url: '/#about-me' },
      { url: '/#-news' },
      { url: '/#-selected-publications' },
      { url: '/#-educations' },
    ]);
  });

  test('makes the address of the badge data from the configuration alone', () => {
    expect(about).toContain('{% if site.google_scholar_stats_use_cdn %}');
    expect(about).toContain('"https://cdn.jsdelivr.net/gh/" | append: site.repository | append: "@"');
    expect(about).toContain('"https://raw.githubusercontent.com/" | append: site.repository | append: "/"');
    expect(about).toContain(
      'https://img.shields.io/endpoint?url={{ url | url_encode }}&logo=Google%20Scholar',
    );
  });

  test('has no garbled character', () => {
    expect(about).not.toMatch(/ğŸ|â€|Ã©|ã€|\uFFFD/);
  });
});

describe('every paper box', () => {
  test.each(boxes.map((box) => [box.match(/^\[(.+?)\]\(/m)?.[1] ?? '', box]))(
    '%s: counts its own citations',
    (title, box) => {
      const ids = [...box.matchAll(/<span class='show_paper_citations' data='(.+?)'><\/span>/g)].map(
        (found) => found[1],
      );
      expect(ids).toHaveLength(1);
      const known = dig(stats, 'publications', ids[0] ?? '', 'bib', 'title');
      const start = (text: string) => text.toLowerCase().split(/[:?]/)[0];
      expect(start(String(known))).toBe(start(title));
    },
  );

  test.each(boxes.map((box) => [box.match(/src='(.+?)'/)?.[1] ?? '', box]))(
    '%s: is the kind of picture its name says',
    (path, box) => {
      expect(firstBytes(path)).toMatch(path.endsWith('.png') ? /^89504e470d0a1a0a/ : /^ffd8ff/);
      expect(box).toMatch(/alt="[^"]{10,}"/);
      expect(box).toMatch(/<div class="badge">[A-Za-z]+ \d{4}/);
    },
  );
});

describe('the citation data', () => {
  test('is in the format of the template: the author, then papers under their own ids', () => {
    expect(stats.container_type).toBe('Author');
    expect(Object.keys(isRecord(stats.publications) ? stats.publications : {})).toHaveLength(boxes.length);
    for (const [id, paper] of Object.entries(isRecord(stats.publications) ? stats.publications : {})) {
      expect(paper).toMatchObject({ author_pub_id: id, num_citations: expect.any(Number) });
      expect(id.startsWith(`${stats.scholar_id}:`)).toBe(true);
    }
  });

  test('keeps every digit of a number that JavaScript would round', () => {
    expect(read('google-scholar-stats/gs_data.json')).toMatch(/"organization": \d{19}[,}]/);
  });

  test('gives the badge the total as text', () => {
    const badge = readJson('google-scholar-stats/gs_data_shieldsio.json');
    expect(badge).toEqual({ schemaVersion: 1, label: 'citations', message: String(stats.citedby) });
  });

  test('belongs to the profile that the sidebar links to', () => {
    expect(dig(readYaml('_config.yml'), 'author', 'googlescholar')).toContain(`user=${stats.scholar_id}`);
  });
});

describe('the configuration', () => {
  test('publishes nothing of the tool', () => {
    const site = ['assets', 'images', 'google-scholar-stats'];
    const names = (lines: readonly string[]) => lines.map((line) => line.replace(/\/$/, ''));
    const excluded = names(readYaml('_config.yml').exclude as string[]);
    const kept = [...site, ...names(read('.gitignore').split('\n')), ...excluded];
    const published = topLevel().filter(
      (name) => !/^[._]/.test(name) && !kept.some((pattern) => matchesGlob(name, pattern)),
    );
    expect(published).toEqual([]);
  });

  test('reads the folder of pages, which Jekyll alone would skip', () => {
    expect(readYaml('_config.yml').include).toContain('_pages');
  });
});
