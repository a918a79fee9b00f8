/** Sites with mistakes: the message, its place, its severity, and its hint. */

import { describe, expect, it } from 'vitest';
import { readInMemory, type SiteInMemory } from './site-in-memory.ts';

type Row = readonly [what: string, site: SiteInMemory, said: string, hint: RegExp];

const bytes = (...parts: readonly (string | number)[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : [part])),
  );
const page = (frontMatter: string): SiteInMemory => ({ files: { 'a.md': `---\n${frontMatter}\n---\ntext` } });
const post = (frontMatter: string): SiteInMemory => ({
  files: { '_posts/2020-01-01-a.md': `---\n${frontMatter}\n---\ntext` },
});
const data = (name: string, text: string): SiteInMemory => ({ files: { [`_data/${name}`]: text } });
const config = (text: string): SiteInMemory => ({ files: { '_config.yml': text } });
const flags = (...pairs: readonly (readonly [string, string])[]) => new Map(pairs);
const latin = bytes('---\ntitle: x\n---\nline\ncaf', 0xe9, ' ok');

const frontMatter: readonly Row[] = [
  [
    'an unquoted colon',
    page('layout: x\ntitle: A: B'),
    'error front-matter/invalid-yaml a.md:3:9',
    /title: "A: B"/,
  ],
  [
    'an unquoted colon where it is to be let pass',
    { files: { '_config.yml': 'strict_front_matter: false', ...page('title: A: B').files } },
    'warning front-matter/invalid-yaml a.md:2:9',
    /in quotes: `title: "A: B"`$/,
  ],
  [
    'an unquoted colon, with the way out',
    { files: { '_config.yml': 'strict_front_matter:', ...page('title: A: B').files } },
    'error front-matter/invalid-yaml a.md:2:9',
    /title: "A: B"`\n.*`strict_front_matter: false` in `_config.yml` .*$/,
  ],
  [
    'a list in a post where it is to be let pass',
    { files: { '_config.yml': 'strict_front_matter: false', ...post('- a').files } },
    'warning front-matter/not-a-mapping _posts/2020-01-01-a.md:2:1',
    /title: My page/,
  ],
  [
    'categories that are a number where they are to be let pass',
    { files: { '_config.yml': 'strict_front_matter: false', ...post('categories: 5').files } },
    'warning front-matter/bad-categories _posts/2020-01-01-a.md:2:13',
    /\[news, talks\]`$/,
  ],
  [
    'a page whose lines below the first are indented less',
    page(' title: x\nlayout: y'),
    'error yaml/ignored-rest a.md:3:1',
    /same column/,
  ],
  ['two colons behind a key', page('permalink:: /'), 'error yaml/stray-colon a.md:2:11', /permalink: \//],
  [
    'a key indented with spaces that are none',
    page('a:\n\u00a0b: c'),
    'error yaml/odd-sign a.md:3:1',
    /ordinary space/,
  ],
  [
    'an unquoted colon in a file with Windows line ends',
    { files: { 'a.md': '---\r\nlayout: x\r\ntitle: A: B\r\n---\r\n' } },
    'error front-matter/invalid-yaml a.md:3:9',
    /in quotes/,
  ],
  ['a tab', page('author:\n\tname: x'), 'error front-matter/invalid-yaml a.md:3:1', /spaces/],
  [
    'a quote left open in a layout',
    { files: { '_layouts/a.html': '---\na: "b\n---\nx' } },
    'error front-matter/invalid-yaml _layouts/a.html:2:4',
    /close it/,
  ],
  ['a list', page('- a\n- b'), 'error front-matter/not-a-mapping a.md:2:1', /title: My page/],
  ['plain text', page('just text'), 'error front-matter/not-a-mapping a.md:2:1', /title: My page/],
  [
    'a list in a post',
    post('- a'),
    'error front-matter/not-a-mapping _posts/2020-01-01-a.md:2:1',
    /title: My page/,
  ],
  [
    'no closing fence',
    { files: { 'a.md': '---\ntitle: x\n\ntext' } },
    'error front-matter/not-closed a.md:1:1',
    /---/,
  ],
  [
    'a byte order mark',
    { files: { 'a.md': '\ufeff---\ntitle: x\n---\n' } },
    'info front-matter/byte-order-mark a.md:1:1',
    /without a byte order mark/,
  ],
  [
    'a date that is none',
    post('title: x\ndate: soon'),
    'error front-matter/bad-date _posts/2020-01-01-a.md:3:7',
    /2024-05-01/,
  ],
  [
    'an empty date',
    post('title: x\ndate:'),
    'error front-matter/bad-date _posts/2020-01-01-a.md:3:1',
    /2024-05-01/,
  ],
  [
    'a date that is none in the name of a file',
    { files: { '_posts/2020-13-41-a.md': '---\n---\n' } },
    'error front-matter/bad-date _posts/2020-13-41-a.md:1:1',
    /2024-05-01/,
  ],
  [
    'an empty permalink',
    page('title: x\npermalink: ""'),
    'error front-matter/empty-permalink a.md:3:1',
    /\/about\//,
  ],
  [
    'an empty permalink in a layout',
    { files: { '_layouts/a.html': '---\npermalink: ""\n---\n' } },
    'error front-matter/empty-permalink _layouts/a.html:2:1',
    /\/about\//,
  ],
  [
    'categories that are a number',
    post('categories: 5'),
    'error front-matter/bad-categories _posts/2020-01-01-a.md:2:13',
    /\[news, talks\]/,
  ],
  [
    'a key that is there twice',
    page('title: x\nlayout: y\ntitle: z'),
    'warning yaml/duplicate-key a.md:4:1',
    /remove one/,
  ],
  [
    'an object of Ruby',
    page('x: !ruby/object:File {}'),
    'error front-matter/invalid-yaml a.md:2:4',
    /plain values/,
  ],
  [
    'a function of JavaScript',
    page('x: !!js/function "1"'),
    'warning yaml/unknown-tag a.md:2:4',
    /remove it, or put the value in quotes/,
  ],
];

const encodings: readonly Row[] = [
  [
    'a page in Latin-1',
    { files: { 'a.md': latin } },
    'error text/not-utf8 a.md:5:4',
    /iconv -f WINDOWS-1252 -t UTF-8 "a.md"/,
  ],
  [
    'a page in GBK',
    { files: { 'a.md': bytes('---\ntitle: ', 0xd6, 0xd0, 0xce, 0xc4, '\n---\n') } },
    'error text/not-utf8 a.md:2:8',
    /-f GBK/,
  ],
  [
    'data in UTF-16',
    { files: { '_data/x.yml': bytes(0xff, 0xfe, 'a', 0, ':', 0) } },
    'error text/not-utf8 _data/x.yml:1:1',
    /-f UTF-16/,
  ],
  [
    'data in UTF-16 without a mark',
    { files: { '_data/x.yml': bytes('a', 0, ':', 0, 0xe9, 0) } },
    'error text/not-utf8 _data/x.yml:1:5',
    /-f UTF-16LE/,
  ],
  [
    'a configuration in Latin-1',
    { files: { '_config.yml': bytes('a: ', 0xe9) } },
    'error text/not-utf8 _config.yml:1:4',
    /-f WINDOWS-1252/,
  ],
  [
    'a character cut off at the end',
    { files: { '_data/x.yml': bytes('a: ', 0xe4, 0xb8) } },
    'error text/not-utf8 _data/x.yml:1:4',
    /iconv/,
  ],
  [
    'an encoding that nobody knows',
    config('encoding: klingon'),
    'warning text/unknown-encoding _config.yml:1:11',
    /UTF-8/,
  ],
];

const dataFiles: readonly Row[] = [
  [
    'a bracket left open',
    data('x.yml', 'a: [1,\nb: 2\n'),
    'error yaml/unclosed-bracket _data/x.yml:1:4',
    /close it with `]`/,
  ],
  [
    'a colon forgotten in JSON',
    data('x.json', '{"a": 1,\n "b" 2}'),
    'error yaml/missing-comma _data/x.json:2:6',
    /comma/,
  ],
  ['a quote left open in CSV', data('x.csv', 'a,b\n1,"x\n'), 'error data/csv _data/x.csv:2:3', /close it/],
  [
    'a quote inside of a field of CSV',
    data('x.csv', 'a,b\n1,x"y"\n'),
    'error data/csv _data/x.csv:2:4',
    /twice/,
  ],
  [
    'text behind a quoted field of CSV',
    data('x.csv', 'a,b\n1,"x"y\n'),
    'error data/csv _data/x.csv:2:6',
    /remove it/,
  ],
  [
    'two kinds of line ends in TSV',
    data('x.tsv', 'a\tb\n1\t2\r\n'),
    'error data/csv _data/x.tsv:2:4',
    /one kind/,
  ],
  [
    'a converter that is none',
    { files: { '_config.yml': 'csv_reader:\n  csv_converters: [numerc]', '_data/x.csv': 'a\n1' } },
    'error data/unknown-converter _config.yml:2:20',
    /`numeric`/,
  ],
  [
    'two files of one name',
    { files: { '_data/x.csv': 'a\n1', '_data/x.yml': 'a: 1' } },
    'warning data/name-clash _data/x.csv:1:1',
    /rename/,
  ],
];

const configs: readonly Row[] = [
  [
    'a bracket left open',
    config('title: x\nfoo: [a\nbar: b'),
    'error yaml/unclosed-bracket _config.yml:2:6',
    /close it/,
  ],
  ['a tab', config('a:\n\tb: 1'), 'error yaml/tab _config.yml:2:1', /spaces/],
  ['a list', config('- a'), 'warning config/not-a-mapping _config.yml:1:1', /title: My homepage/],
  ['TOML', { files: { '_config.toml': 'a = 1' } }, 'error config/toml _config.toml:1:1', /as YAML/],
  [
    'a file that is not there',
    { ...config(''), flags: flags(['config', '_cnfig.yml']) },
    'error config/not-found -',
    /`_config.yml`/,
  ],
  [
    'a file that is no YAML',
    { files: { 'c.txt': 'a: 1' }, flags: flags(['config', 'c.txt']) },
    'warning config/unknown-format c.txt:1:1',
    /rename/,
  ],
  [
    'plugins that are no list',
    config('plugins: jekyll-feed'),
    'error config/wrong-type _config.yml:1:10',
    /plugins: \[jekyll-feed/,
  ],
  [
    'plugins that are empty',
    config('title: x\nplugins:'),
    'error config/wrong-type _config.yml:2:1',
    /plugins: \[/,
  ],
  [
    'an exclude that is no list',
    config('exclude: a b'),
    'error config/wrong-type _config.yml:1:10',
    /exclude: \[README.md\]/,
  ],
  [
    'collections that are text',
    config('collections: talks'),
    'error config/wrong-type _config.yml:1:14',
    /talks/,
  ],
  [
    'a collection that is a flag',
    config('collections:\n  talks: true'),
    'error config/wrong-type _config.yml:2:10',
    /output: true/,
  ],
  [
    'a permalink that is a number',
    config('permalink: 5'),
    'error config/wrong-type _config.yml:1:12',
    /:title/,
  ],
  [
    'a negative limit',
    config('limit_posts: -1'),
    'error config/limit-posts _config.yml:1:14',
    /write 0, or remove it/,
  ],
  [
    'a flag in quotes',
    config('future: "false"'),
    'warning config/text-for-flag _config.yml:1:9',
    /future: false/,
  ],
  [
    'a misspelt key',
    config('title: x\npermalnk: pretty'),
    'warning config/misspelt-key _config.yml:2:1',
    /`permalink`/,
  ],
  [
    'an underscore too many',
    config('base_url: /x'),
    'warning config/misspelt-key _config.yml:1:1',
    /`baseurl`/,
  ],
  ['an outdated key', config('gems: [x]'), 'warning config/old-name _config.yml:1:1', /`plugins`/],
  [
    'a time zone that is none',
    config('timezone: Asia/Shangai'),
    'warning config/unknown-time-zone _config.yml:1:11',
    /`Asia\/Shanghai`/,
  ],
  ['a time that is none', config('time: never'), 'error config/bad-time _config.yml:1:7', /2024-05-01/],
  [
    'defaults without values',
    config('defaults:\n  - scope: {path: ""}'),
    'warning config/front-matter-defaults _config.yml:2:5',
    /`values:`/,
  ],
  [
    'an outdated type in defaults',
    config('defaults:\n  - scope: {type: post}\n    values: {a: 1}'),
    'warning config/old-scope-type _config.yml:2:19',
    /`posts`/,
  ],
  [
    'a theme that is not installed',
    { files: { '_config.yml': 'theme: nosuch', 'node_modules/nosuh/x': '' } },
    'error read/theme-missing _config.yml:1:8',
    /`nosuh`/,
  ],
  ['a theme that is a list', config('theme: [a]'), 'warning read/theme-not-text _config.yml:1:8', /my-theme/],
  [
    'an epoch that is none',
    { files: {}, variables: { SOURCE_DATE_EPOCH: 'yesterday' } },
    'warning config/source-date-epoch -',
    /date \+%s/,
  ],
];

const files: readonly Row[] = [
  [
    'a link that leads nowhere',
    { files: {}, links: { 'l.md': 'nowhere' } },
    'warning read/broken-link l.md:1:1',
    /remove/,
  ],
  [
    'a link that leads back',
    { files: { 'd/a.md': '---\n---\n' }, links: { 'd/l': '..' } },
    'warning read/link-loop d/l:1:1',
    /exclude/,
  ],
  ['a link to itself', { files: {}, links: { l: 'l' } }, 'warning read/broken-link l:1:1', /remove/],
  ['a pipe', { files: {}, others: ['fifo'] }, 'warning read/not-a-file fifo:1:1', /exclude/],
  [
    'a pipe among the data',
    { files: { '_data/a.yml': 'a: 1' }, others: ['_data/b.yml'] },
    'warning read/not-a-file _data/b.yml:1:1',
    /exclude/,
  ],
  [
    'a file without permission',
    { ...page('a: 1'), refused: { 'a.md': 'EACCES' } },
    'error read/unreadable a.md:1:1',
    /permissions/,
  ],
  [
    'a folder without permission',
    { files: { 'd/a.md': '---\n---\n' }, refused: { d: 'EACCES' } },
    'error read/unreadable d:1:1',
    /permissions/,
  ],
  [
    'a file that may not even be looked at',
    { ...page('a: 1'), refused: { 'a.md': 'ESTAT' } },
    'error read/unreadable a.md:1:1',
    /permissions/,
  ],
  [
    'a pipe for a configuration',
    { files: {}, others: ['_config.yml'] },
    'error read/not-a-file _config.yml:1:1',
    /exclude/,
  ],
  [
    'a layout without permission',
    { files: { '_layouts/a.html': 'x' }, refused: { '_layouts/a.html': 'EIO' } },
    'error text/unreadable _layouts/a.html:1:1',
    /permissions/,
  ],
  [
    'a post of the future',
    { files: { '_posts/2030-01-01-a.md': '---\n---\n' } },
    'info read/future-post _posts/2030-01-01-a.md:1:1',
    /--future/,
  ],
  [
    'a document without the key that sorts it',
    {
      files: {
        '_config.yml': 'collections: {t: {sort_by: n}}',
        '_t/a.md': '---\nn: 1\n---\n',
        '_t/b.md': '---\n---\n',
      },
    },
    'warning read/no-sort-key _t/b.md:1:1',
    /n: 1/,
  ],
];

for (const [kind, rows] of Object.entries({
  'front matter': frontMatter,
  encodings,
  'data files': dataFiles,
  'the configuration': configs,
  'files and links': files,
}))
  describe(`something wrong with ${kind}`, () => {
    it.each(rows)('%s is told', (_, site, wanted, hint) => {
      const { said } = readInMemory(site);
      expect(
        said.map(({ severity, code, place }) => {
          const at = place === undefined ? '-' : `${place.file}:${place.line}:${place.column}`;
          return `${severity} ${code} ${at}`;
        }),
      ).toEqual([wanted]);
      expect(said[0]?.hint).toMatch(hint);
    });
  });

describe('several things wrong at once', () => {
  it('are all told in one go', () => {
    const { said } = readInMemory({
      files: {
        '_config.yml': 'exclude: x\nfuture: "true"',
        'a.md': '---\ntitle: A: B\n---\n',
        'b.md': latin,
        '_data/c.csv': 'a\n"b',
        '_posts/2020-01-01-d.md': '---\ndate: soon\n---\n',
      },
      links: { e: 'nowhere' },
    });
    expect(said.map(({ code }) => code).sort()).toEqual([
      'config/text-for-flag',
      'config/wrong-type',
      'data/csv',
      'front-matter/bad-date',
      'front-matter/invalid-yaml',
      'read/broken-link',
      'text/not-utf8',
    ]);
  });
});

describe('what is no mistake', () => {
  it.each<readonly [string, SiteInMemory]>([
    ['an empty folder', { files: {} }],
    ['an empty configuration', config('')],
    ['keys of one’s own', config('mytitle: x\nrefs: [a]\nfeature: y\nheroes: 1\nteam: z')],
    ['tabs between the values of JSON', data('x.json', '{\n\t"a":\t1\n}')],
    [
      'a page in Latin-1 where the configuration says so',
      { files: { '_config.yml': 'encoding: iso-8859-1', 'a.md': latin } },
    ],
    ['a picture among the includes', { files: { '_includes/a.png': bytes(0x89, 'PNG', 0xff, 0xfe) } }],
    ['a file of bytes without front matter', { files: { 'a.bin': bytes(0xff, 0, 0xfe) } }],
    ['a first line that asks for JavaScript', { files: { 'a.md': '---js\n{a: process.exit(1)}\n---\n' } }],
    ['front matter that is empty', page('')],
    ['front matter of comments', page('# nothing\n\n# yet')],
  ])('%s is read without a word', (_, site) => {
    expect(readInMemory(site).said).toEqual([]);
  });

  it('keeps back what is wrong with an include until it is asked for', () => {
    const { inventory } = readInMemory({ files: { '_includes/a.html': 'x', '_includes/b.html': latin } });
    expect([...inventory.includes.keys()]).toEqual(['a.html']);
    expect(inventory.unreadableIncludes?.get('b.html')).toMatchObject([
      { code: 'text/not-utf8', place: { file: '_includes/b.html', line: 5, column: 4 } },
    ]);
  });
});
