/**
 * P3, P6 and P7 on bad input: each mistake is reported with its place and a hint and without a stack trace; an error makes the
 * exit status 1 and leaves the destination unchanged; what Jekyll ignores is a warning, and an error under --strict.
 */

import { describe, expect, test } from 'vitest';
import { claim } from '../support/destinations.ts';
import { createFaultyFs, type Fault } from '../support/faulty-fs.ts';
import type { MemoryFs } from '../support/memory-fs.ts';
import { hastie, siteOnDisk } from '../support/program.ts';

interface Mistake {
  readonly what: string;
  readonly files: Readonly<Record<string, string>>;
  readonly code: string;
  /** `file:line:column`; empty where a mistake is of no place in a file. */
  readonly at: string;
}

const page = (body: string, frontMatter = ''): string => `---\n${frontMatter}---\n${body}\n`;
const config = (text: string, what: string, code: string, at: string): Mistake => ({
  what: `configuration: ${what}`,
  files: { '_config.yml': text },
  code,
  at: `_config.yml:${at}`,
});
const matter = (text: string, what: string, code: string, at: string): Mistake => ({
  what: `front matter: ${what}`,
  files: { 'a.md': `---\n${text}\n---\nx\n` },
  code,
  at: `a.md:${at}`,
});
/** Jekyll's way with broken front matter, asked for. */
const lenient = (...row: Parameters<typeof matter>): Mistake => {
  const mistake = matter(...row);
  return { ...mistake, files: { ...mistake.files, '_config.yml': 'strict_front_matter: false\n' } };
};
const liquid = (body: string, what: string, code: string, column: number, files = {}): Mistake => ({
  what: `Liquid: ${what}`,
  files: { 'a.md': page(`first line\n${body}`, 'title: a\n'), ...files },
  code,
  at: `a.md:5:${column}`,
});

/** Errors always. */
const ERRORS: readonly Mistake[] = [
  config('title: [a\n', 'an open bracket', 'yaml/unclosed-bracket', '1:8'),
  config('author:\n\tname: x\n', 'a tab', 'yaml/tab', '2:1'),
  config('title: a\nexclude: 3\n', 'a number for a list', 'config/wrong-type', '2:10'),
  config('collections: 3\n', 'a number for collections', 'config/wrong-type', '1:14'),
  config('markdown: redcarpet\n', 'an engine that is not there', 'config/markdown', '1:11'),
  config('time: never\n', 'a time that is none', 'config/bad-time', '1:7'),
  config('title: a\ndestination: .\n', 'a destination that is the source', 'destination/protected', '2:14'),
  config('theme: nowhere\n', 'a theme that is not there', 'read/theme-missing', '1:8'),
  matter('title: [a', 'an open bracket', 'front-matter/invalid-yaml', '2:8'),
  matter('title: a: b', 'a colon', 'front-matter/invalid-yaml', '2:9'),
  matter('a:\n\tb: c', 'a tab', 'front-matter/invalid-yaml', '3:1'),
  matter('title: "a', 'an open quote', 'front-matter/invalid-yaml', '2:8'),
  matter('a: *nope', 'an alias of nothing', 'front-matter/invalid-yaml', '2:4'),
  {
    what: 'front matter: not closed',
    files: { 'a.md': '---\ntitle: a\nlayout: b\n\nx\n' },
    code: 'front-matter/not-closed',
    at: 'a.md:1:1',
  },
  matter('- a', 'a list', 'front-matter/not-a-mapping', '2:1'),
  matter('just words', 'a sentence', 'front-matter/not-a-mapping', '2:1'),
  matter('permalink: ""', 'an empty permalink', 'front-matter/empty-permalink', '2:1'),
  liquid('{% nope %}', 'an unknown tag', 'liquid/unknown-tag', 1),
  liquid('a {% if b %} c', 'an open block', 'liquid/unclosed-tag', 3),
  liquid('a {{ b', 'an open output', 'liquid/unterminated', 3),
  liquid('a {% if b', 'an open tag', 'liquid/unterminated', 3),
  liquid('{% endif %}', 'an end without a beginning', 'liquid/stray-end', 1),
  liquid('{% if a %}{% endfor %}', 'the wrong end', 'liquid/wrong-end', 11),
  liquid('{% include nope.html %}', 'a missing include', 'liquid/include-missing', 12),
  liquid('{% include ../x.html %}', 'an include outside', 'liquid/include-name', 12),
  liquid('{% include x.html a=%}', 'half a parameter', 'liquid/include-parameters', 19, {
    '_includes/x.html': 'x',
  }),
  liquid('{% link nope.md %}', 'a link to nothing', 'liquid/link-missing', 9),
  liquid('{% post_url 2020-01-01-nope %}', 'a post that is not there', 'liquid/post-missing', 13),
  liquid('{% post_url nope %}', 'a name that is no post’s', 'liquid/post-name', 13),
  liquid('{% for i in (1..100000000) %}x{% endfor %}', 'a loop without end', 'liquid/limit', 1),
  liquid('{% highlight %}x{% endhighlight %}', 'code without a language', 'liquid/tag-syntax', 1),
  liquid('{% for x on y %}{% endfor %}', 'a loop with a slip', 'liquid/tag-syntax', 1),
  liquid('{% assign x %}', 'half an assignment', 'liquid/tag-syntax', 1),
  liquid('{% case %}{% endcase %}', 'a case of nothing', 'liquid/tag-syntax', 1),
  liquid('{{ "a" | shuot }}', 'an unknown filter under strict_filters', 'liquid/unknown-filter', 10, {
    '_config.yml': 'liquid:\n  strict_filters: true\n',
  }),
  liquid('{{ nope }}', 'an unknown variable under strict_variables', 'liquid/undefined-variable', 4, {
    '_config.yml': 'liquid:\n  strict_variables: true\n',
  }),
  {
    what: 'Liquid: an include that includes itself',
    files: { 'a.md': page('{% include x.html %}'), '_includes/x.html': '{% include x.html %}' },
    code: 'liquid/include-cycle',
    at: '_includes/x.html:1:1',
  },
  {
    what: 'Liquid: a mistake in an include',
    files: { 'a.md': page('{% include x.html %}'), '_includes/x.html': 'a\n{% nope %}' },
    code: 'liquid/unknown-tag',
    at: '_includes/x.html:2:1',
  },
  {
    what: 'Liquid: a mistake in a layout',
    files: { 'a.md': page('x', 'layout: d\n'), '_layouts/d.html': '<p>\n{% nope %}{{ content }}' },
    code: 'liquid/unknown-tag',
    at: '_layouts/d.html:2:1',
  },
  {
    what: 'data: broken YAML',
    files: { '_data/a.yml': 'a: [1, 2\nb: 3\n' },
    code: 'yaml/unclosed-bracket',
    at: '_data/a.yml:1:4',
  },
  {
    what: 'data: a colon that wants quotes',
    files: { '_data/a.yml': 'a: b: c\n' },
    code: 'yaml/unquoted-colon',
    at: '_data/a.yml:1:5',
  },
  {
    what: 'data: a tag of Ruby',
    files: { '_data/a.yml': 'a: !ruby/object:Gem::Spec x\n' },
    code: 'yaml/forbidden-tag',
    at: '_data/a.yml:1:4',
  },
  {
    what: 'data: broken CSV',
    files: { '_data/a.csv': 'a,b\n"x,y\n' },
    code: 'data/csv',
    at: '_data/a.csv:2:1',
  },
  {
    what: 'data: broken TSV',
    files: { '_data/a.tsv': 'a\tb\n1\t"2\n' },
    code: 'data/csv',
    at: '_data/a.tsv:2:3',
  },
  {
    what: 'posts: a date that is none',
    files: { '_posts/2020-01-01-b.md': page('x', 'date: someday\n') },
    code: 'front-matter/bad-date',
    at: '_posts/2020-01-01-b.md:2:7',
  },
  {
    what: 'posts: a date in the name that is none',
    files: { '_posts/2020-13-45-a.md': page('x') },
    code: 'front-matter/bad-date',
    at: '_posts/2020-13-45-a.md:1:1',
  },
  {
    what: 'posts: a placeholder that is none',
    files: { '_config.yml': 'permalink: /:yeer/\n', '_posts/2020-01-01-a.md': page('x') },
    code: 'permalink/unknown-placeholder',
    at: '_posts/2020-01-01-a.md:1:1',
  },
  {
    what: 'permalinks: a page where a folder must be',
    files: { 'a.md': page('x', 'permalink: /x/y.html\n'), x: 'static' },
    code: 'output/file-and-folder',
    at: 'x:1:1',
  },
  {
    what: 'permalinks: into version control',
    files: { 'a.md': page('x', 'permalink: /.git/x.html\n') },
    code: 'write/reserved-name',
    at: 'a.md:2:12',
  },
];

/** Warnings, because Jekyll builds such a site; errors under `--strict`. */
const WARNINGS: readonly Mistake[] = [
  config('- a\n- b\n', 'a list', 'config/not-a-mapping', '1:1'),
  config('timezone: Mars/Base\n', 'an unknown time zone', 'config/unknown-time-zone', '1:11'),
  config('plugins: [jekyll-fed]\n', 'an unknown plugin', 'plugin/unknown', '1:11'),
  config('desination: out\n', 'a mistyped key', 'config/misspelt-key', '1:1'),
  config('encoding: klingon\n', 'an unknown encoding', 'text/unknown-encoding', '1:11'),
  lenient('title: [a', 'an open bracket', 'front-matter/invalid-yaml', '2:8'),
  lenient('title: a: b', 'a colon', 'front-matter/invalid-yaml', '2:9'),
  lenient('a:\n\tb: c', 'a tab', 'front-matter/invalid-yaml', '3:1'),
  lenient('title: "a', 'an open quote', 'front-matter/invalid-yaml', '2:8'),
  lenient('a: *nope', 'an alias of nothing', 'front-matter/invalid-yaml', '2:4'),
  matter('a: 1\na: 2', 'a key twice', 'yaml/duplicate-key', '3:1'),
  matter('a: !!js/function "x"', 'a tag that would run code', 'yaml/unknown-tag', '2:4'),
  liquid('{{ "a" | shuot }}', 'an unknown filter', 'liquid/unknown-filter', 10),
  {
    what: 'layouts: one that is not there',
    files: { 'a.md': page('x', 'layout: nope\n') },
    code: 'layout/missing',
    at: 'a.md:2:9',
  },
  {
    what: 'layouts: a ring',
    files: {
      'a.md': page('x', 'layout: a\n'),
      '_layouts/a.html': page('{{ content }}', 'layout: b\n'),
      '_layouts/b.html': page('{{ content }}', 'layout: a\n'),
    },
    code: 'layout/cycle',
    at: '_layouts/a.html:2:9',
  },
  {
    what: 'data: two files of one name',
    files: { '_data/a.yml': 'a: 1\n', '_data/a.json': '{}' },
    code: 'data/name-clash',
    at: '_data/a.json:1:1',
  },
  {
    what: 'permalinks: two pages at one place',
    files: { 'a.md': page('x', 'permalink: /x/\n'), 'b.md': page('x', 'permalink: /x/\n') },
    code: 'output/conflict',
    at: 'b.md:2:12',
  },
];

function disk(files: Readonly<Record<string, string>>): MemoryFs {
  const fs = siteOnDisk({ 'index.md': page('Hello'), ...files });
  fs.put('/site/dist/index.html', 'the last good one');
  fs.put('/site/dist/old/page.html', 'gone from the source');
  claim(fs, '/site/dist', { source: '/site', cacheFolder: '/site/.hastie-cache', inputs: [] });
  return fs;
}

interface Told {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

async function told(
  fs: MemoryFs,
  words: string,
): Promise<{ status: number; errors: Told[]; warnings: Told[] }> {
  const { status, out } = await hastie(fs, `${words} --json`);
  return { status, ...JSON.parse(out) };
}

function placesOf(complaints: readonly Told[], code: string): string[] {
  return complaints
    .filter((each) => each.code === code)
    .map(({ file, line, column }) => (file === undefined ? '' : `${file}:${line}:${column}`));
}

function expectHelpful(complaints: readonly Told[]): void {
  for (const { code, message, hint } of complaints) {
    expect(hint, `${code} has a hint`).toBeTruthy();
    expect(message, `${code} has no trace`).not.toMatch(/\n\s+at |\.ts:\d|undefined|\[object/);
  }
}

describe('an error is told, and nothing is touched', () => {
  test.each(ERRORS)('$what', async ({ files, code, at }) => {
    const fs = disk(files);
    const before = fs.tree('/site/dist');
    const { status, errors } = await told(fs, 'build');
    expect(placesOf(errors, code)).toContain(at);
    expectHelpful(errors);
    expect(status).toBe(1);
    expect(fs.tree('/site/dist')).toEqual(before);
  });

  test('text that is not UTF-8', async () => {
    const fs = disk({});
    fs.put('/site/a.md', new Uint8Array([45, 45, 45, 10, 45, 45, 45, 10, 0xe9, 0x20, 10]));
    const before = fs.tree('/site/dist');
    const { status, errors } = await told(fs, 'build');
    expect(placesOf(errors, 'text/not-utf8')).toEqual(['a.md:3:1']);
    expect(status).toBe(1);
    expect(fs.tree('/site/dist')).toEqual(before);
  });
});

describe('what Jekyll lets pass is a warning, and an error under `--strict`', () => {
  test.each(WARNINGS)('$what', async ({ files, code, at }) => {
    const fs = disk(files);
    const before = fs.tree('/site/dist');
    const strict = await told(fs, 'build --strict');
    expect(strict.status).toBe(1);
    expect(fs.tree('/site/dist')).toEqual(before);
    const { status, errors, warnings } = await told(fs, 'build');
    expect(errors).toEqual([]);
    expect(placesOf(warnings, code)).toContain(at);
    expectHelpful(warnings);
    expect(status).toBe(0);
    expect(fs.text('/site/dist/index.html')).toBe('<p>Hello</p>\n');
  });
});

test('ten mistakes in one site are ten reports in one run', async () => {
  const files = Object.fromEntries(
    ERRORS.filter(({ what }) => what.startsWith('Liquid'))
      .slice(0, 10)
      .map((mistake, i) => [`p${i}.md`, mistake.files['a.md'] ?? '']),
  );
  const { errors } = await told(disk(files), 'build');
  expect(new Set(errors.map(({ file }) => file)).size).toBe(10);
});

describe('a fault while reading', () => {
  const SITE = {
    '_config.yml': 'title: a\n',
    '_layouts/d.html': '<p>{{ content }}',
    '_includes/x.html': 'x',
    '_data/a.yml': 'a: 1\n',
    '_posts/2020-01-01-b.md': page('x', 'layout: d\n'),
    'a.md': page('{% include x.html %}', 'layout: d\n'),
    'me.png': 'png',
  };
  const READS: Fault['calls'] = ['list', 'stat', 'linkStat', 'realPath', 'readBytes', 'readHead'];

  test.each(['EIO', 'EACCES', 'EMFILE'])(
    '%s at any call that reads: an error and nothing touched, or a whole site',
    async (code) => {
      let runs = 0;
      for (let at = 1; ; at++) {
        const fs = disk(SITE);
        const before = fs.tree('/site/dist');
        const faulty = createFaultyFs(fs, { at, code, calls: READS });
        const context = () => `${code} at ${faulty.log[at - 1]}`;
        const { status, out } = await hastie(fs, 'build --json', { world: { fs: faulty } });
        if (!faulty.struck()) break;
        runs++;
        const { errors } = JSON.parse(out) as { errors: Told[] };
        expect(status, context()).toBe(errors.length > 0 ? 1 : 0);
        if (errors.length > 0 && !errors.some((each) => each.code.startsWith('write/')))
          expect(fs.tree('/site/dist'), context()).toEqual(before);
        for (const text of Object.values(fs.tree('/site/dist'))) expect(text, context()).not.toBe('');
      }
      expect(runs).toBeGreaterThan(20);
    },
  );
});
