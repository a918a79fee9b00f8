/** Every row of the catalogue, filled in with sample facts: its texts keep to the style in CONTRIBUTING.md. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Message } from '../../../src/diagnostics/diagnostic.ts';

const root = join(import.meta.dirname, '../../..');

type Facts = Readonly<Record<string, readonly unknown[]>>;

/** Samples by the name of a fact, one for each branch that rows take. */
const FACTS: Facts = {
  address: ['/about/', ''],
  addresses: [['http://192.168.1.7:4000/']],
  advice: [undefined, 'start a comment with `#`'],
  asked: ['index.md'],
  atLeast: [true, false],
  available: ['`rouge`'],
  avatar: ['images/me.jpg'],
  baseurl: ['/site', ''],
  because: ['`Gemfile` names the gem `github-pages`'],
  bracket: ['[', '{'],
  branch: ['stats'],
  but: ['`Gemfile` does not name it'],
  byte: [0xe9],
  changes: ['stylesheets have no source maps'],
  character: ['@', ''],
  close: ['%}'],
  closed: [undefined, 'title: "Home"'],
  code: ['ENOSPC', 'EMFILE', 'EIO'],
  command: ['hastie build'],
  compiler: ['sass 1.0'],
  count: [1, 2, 12],
  data: ['google-scholar-stats/gs_data.json'],
  date: ['2030-01-01'],
  depth: [100],
  destination: ['dist'],
  domain: ['ada.example'],
  during: ['during the build', 'while answering a request'],
  earlier: ['nav.yml'],
  encoding: ['utf-8'],
  example: ['plugins: [jekyll-feed]'],
  expected: ['a whole number'],
  field: ['title'],
  file: ['_config.yml'],
  files: [['a.js'], ['a.js', 'b.js'], ['a.js', 'b.js', 'c.js']],
  filter: ['sort', 'the URL filter'],
  firstLine: [2],
  flag: ['--port'],
  folder: ['_includes'],
  foreign: [true, false],
  found: ['a list'],
  fragment: ['top'],
  from: ['a.md'],
  garbled: ['Ã©'],
  given: [0, 1, 9],
  gives: [[], ['the tag `cats`', 'pages']],
  guess: ['WINDOWS-1252'],
  hint: ['rename one of the two'],
  hook: ['generate'],
  host: ['127.0.0.1'],
  icon: ['fa-envelope'],
  id: ['abcDEF:xyz123', ''],
  index: [0],
  input: ['GFM2'],
  inside: ['a/b.html'],
  insideFrom: ['b.md'],
  instead: ['`site.related_posts` contains the newest posts'],
  isRecorded: [true, false],
  isSafe: [true, false],
  key: ['title'],
  keys: [['generate', 'name']],
  kind: ['a file'],
  kinds: [[{ kind: 'import', count: 1 }]],
  known: [['UNSAFE']],
  lacking: ['--ssl-key'],
  language: ['pyhton', 'zzzzzzzzz'],
  languages: [['python']],
  last: [undefined, '_sass/a.scss'],
  least: [0, 1],
  left: ['"a"'],
  leftOut: [undefined, 'node_modules/a.pdf'],
  length: [300],
  limit: [100],
  line: [7],
  link: [undefined, '_sass/a.scss'],
  lock: ['dist/.hastie-lock'],
  looked: [['`gs_data.json`'], ['`gs_data.json`', 'the branch `stats`']],
  markup: ['a = b', ''],
  meant: ['é'],
  mended: ['title: "Jane: home"'],
  mode: ['dark'],
  most: [0, 1, 2],
  name: ['titel', 'zzzzzzzzz'],
  names: [['title'], []],
  near: [undefined, 'jekyll-feed'],
  nearest: [undefined, 'title'],
  now: ['plugins'],
  plugin: ['al-folio/details'],
  obstacle: ['_config.yml', 'dist/a'],
  offset: [3],
  open: ['{%'],
  openLine: [3],
  operand: ['SHELL'],
  operator: ['=', '<>'],
  option: ['--fiel'],
  origin: ['https://ada.example'],
  other: ['b.md'],
  others: [['github']],
  owner: ['process 42'],
  page: [undefined, '/about/'],
  parameters: ['a b'],
  parent: ['knuth81'],
  path: ['_posts/2024-01-02-a.md'],
  placeholder: ['Your Name'],
  port: [80, 4000, 65535],
  posts: ['/site/_posts'],
  priorities: [['high', 'low']],
  priority: ['hihg'],
  problem: ['needs a list, but got nil'],
  quote: ['"', "'"],
  quoted: [undefined, 'title: "@jane"'],
  real: ['/images/me.png'],
  reason: ['unexpected `=`', 'permission denied (EACCES)'],
  remote: ['ada/site'],
  repository: ['ada/site'],
  right: ['/site', ''],
  ring: [['a.html', 'b.html', 'a.html']],
  rule: ['use', 'forward'],
  searched: [['_sass']],
  seconds: [1, 10],
  separator: ['\n\n', '<!--more-->'],
  service: ['Google Analytics'],
  setting: ['someone/else'],
  settings: [['`port`'], ['`host`', '`port`']],
  shell: ['powershell'],
  sign: ['\uff1a', '\u00a0', '*', '&'],
  source: ['Google Scholar'],
  sources: [
    ['a.md', 'b.md'],
    ['a.md', 'b.md', 'c.md'],
  ],
  status: [404],
  strict: [true, false],
  through: ['dist', 'a'],
  usual: ['.hastie-cache'],
  style: ['chicago'],
  tag: ['include', 'include_relative'],
  tags: [['if']],
  target: ['the page', '/b.html'],
  text: ['soon'],
  times: [1, 2],
  total: [1, 8],
  traced: [true, false],
  type: ['misc'],
  unfetched: [undefined, 'no answer in time'],
  updated: [undefined, '2026-05-30'],
  url: ['zzz', '~bootstrap/x'],
  used: [undefined, '`a`'],
  value: ['soon'],
  version: ['1.0.0'],
  wanted: ['a list'],
  what: ['the image'],
  where: ['for x', 'the page'],
  why: ['the name contains a colon'],
  word: ['site'],
  workflow: [undefined, '.github/workflows/a.yml'],
  zone: ['Mars/Phobos'],
};

/** Where a fact of that name is of another kind in one row. */
const FACTS_OF: Readonly<Record<string, Facts>> = {
  'cli/missing-argument': { choices: [[], ['list', 'update']] },
  'cli/unknown-argument': { choices: [['list', 'update']], word: ['lst'] },
  'theme/other': { used: ['minima'] },
  'doctor/theme': { theme: ['minima, the gem in /gems/minima-2.5.1'] },
  'doctor/theme-behind': { ref: ['v1'], newer: ['v2'] },
  'theme/archive-refused': { reason: ['it ends too early'], from: ['https://codeload.github.com'] },
  'theme/not-fetched': { reason: ['it sends nothing for 15 seconds'], from: ['https://codeload.github.com'] },
  'theme/not-found': { status: [404, 401, 500], from: ['https://codeload.github.com/ada/oar/tar.gz/v1'] },
  'theme/lock-damaged': { why: ['it is not valid JSON'] },
  'build/more-in-file': { severity: ['error', 'warning', 'info'] },
  'cli/command-absent': { instead: ['start from a copy of the homepage'] },
  'config/misspelt-key': { nearest: ['title'] },
  'highlight/unknown-theme': { names: [['title', 'github']] },
  'liquid/incomparable': { right: ['nil'] },
  'plugin/unknown-gems': { names: [['jekyll-x'], ['jekyll-octicons'], ['jekyll-x', 'jekyll-y']] },
  'serve/not-opened': { address: ['http://localhost:4000/'] },
  'stats/unknown-source': { names: [['scholar', 'openalex']] },
  'write/link-in-the-way': { link: ['_config.yml', 'a'] },
  'build/locked': { owner: ['process 42', 'another build'] },
  'citations/unknown-paper': { near: [undefined, { title: 'On Boats', id: 'abcDEF:xyz132' }] },
  'data/csv': { what: ['the quote that starts here is never closed'] },
  'destination/protected': { what: ['the source folder itself'] },
  'front-matter/invalid-yaml': { what: ['a tab is used where YAML requires spaces'] },
  'front-matter/not-a-mapping': { line: ['title:x', 'just text'] },
  'front-matter/not-closed': { found: [undefined, '--'] },
  'front-matter/not-opened': { why: ['above', 'mistyped', 'carriage-returns'] },
  'liquid/filter-input': { advice: ['pass a list of objects that have this field'] },
  'liquid/include-missing': { folder: ['_includes', "the page's folder"] },
  'liquid/limit': { what: ['takes'], limit: ['10 seconds'] },
  'output/long-name': { what: ['name', 'path'] },
  'sass/import-outside': { link: [undefined, '_sass/_a.scss'] },
  'sass/error': { reason: ['expected "{"', 'Undefined variable.', 'Invalid CSS after "a"'] },
  'sass/not-in-dart-sass': { reason: ['compound selectors may no longer be extended'] },
  'sass/deprecated': { text: ['The slash is deprecated.'], kind: ['slash-div'] },
  'serve/fault': { what: ['TypeError: x is not a function'] },
  'serve/polling-only': { reason: ['permission denied'] },
  'serve/ssl-incomplete': { given: ['--ssl-cert'] },
  'serve/ssl-unreadable': { path: [undefined, 'cert.pem'] },
  'yaml/bad-code-point': { found: ['\\ud83d', '\\U00110000'] },
  'yaml/control-character': { code: [7] },
};

type Row = Message<Record<string, unknown>>;

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && 'code' in value && 'message' in value;
}

async function readRows(): Promise<readonly Row[]> {
  const folder = join(root, 'src/diagnostics/catalogue');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const modules = await Promise.all(files.map(async (file) => (await import(join(folder, file))) as object));
  const values = modules.flatMap((module) => Object.values(module) as unknown[]);
  const rows = values.flatMap((value) =>
    isRow(value)
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).filter(isRow)
        : [],
  );
  return [...new Map(rows.map((row) => [row.code, row])).values()];
}

interface Text {
  readonly message: string;
  readonly hint: string | undefined;
}

/** What a row says for every combination of the samples of the facts that it reads. */
function textsOf(row: Row): readonly Text[] {
  const read = new Map<string, readonly unknown[]>();
  const samplesOf = (name: string): readonly unknown[] => {
    const samples = FACTS_OF[row.code]?.[name] ?? FACTS[name];
    if (samples === undefined)
      throw new Error(`${row.code} reads the fact ${name}, of which there is no sample`);
    return samples;
  };
  const textOf = (chosen: ReadonlyMap<string, unknown>): Text => {
    const facts = new Proxy<Record<string, unknown>>(
      {},
      {
        get(_, name) {
          const key = String(name);
          if (!read.has(key)) read.set(key, samplesOf(key));
          return chosen.has(key) ? chosen.get(key) : samplesOf(key)[0];
        },
      },
    );
    return { message: row.message(facts), hint: row.hint?.(facts) };
  };
  const texts: Text[] = [];
  const seen = new Set<string>();
  const waiting: ReadonlyMap<string, unknown>[] = [new Map()];
  for (let chosen = waiting.pop(); chosen !== undefined; chosen = waiting.pop()) {
    texts.push(textOf(chosen));
    // a branch may read facts that no other one does, so that combinations grow while texts are made
    for (const [name, samples] of read)
      for (const sample of samples) {
        const next = new Map(chosen).set(name, sample);
        const key = JSON.stringify([...next].map(([fact, value]) => [fact, value ?? null]).sort());
        if (seen.has(key) || seen.size > 3000) continue;
        seen.add(key);
        waiting.push(next);
      }
  }
  return texts;
}

/** Literal translations and private words that native writers do not use, with what to write. */
const CALQUES: readonly (readonly [RegExp, string])[] = [
  [/(?<!there )\b(?:is|are) no (?!longer\b)/, 'is not a valid …'],
  [
    /\bthere is no (?:citation|command|file|filter|picture|source|stylesheet|tag)\b/,
    'unknown …, or … does not exist',
  ],
  [/\b(?:told|tells?|heard|hushed|spoilt|stumbled)\b/, 'report'],
  [/\banew\b/, 'again, or overwrite'],
  [
    /\b(?:carried over|put it right\b(?! after)|taken away|take it out|take .* out\b)/,
    'move, correct, remove',
  ],
  [/\bwhat is no more\b/, 'removed'],
  [/\bshall\b/, 'must'],
  [/\bhangs on\b/, 'depends on'],
  [/\bbehind (?:the|a|it)\b(?! link)/, 'after'],
  [/\binside of\b|\boutside of\b/, 'inside, outside'],
  [/\bleads? (?:to nothing|nowhere|past|out)\b/, 'is broken, is outside'],
  [/\bstands? (?:here|in|outside|where|behind|inside|between)\b/, 'is'],
  [/\bholds\b/, 'contains'],
  [/\b(?:slips?|mended|mend)\b/, 'mistake, fix'],
  [/\bsigns?\b/, 'character'],
  [/\bby itself alone\b|\b\w+ alone, not\b/, 'only'],
  [/\bwrite it so\b/, 'write it as'],
  [/\bas (?:it was|asked)\b/, 'unchanged, on request'],
  [/\bno part of\b/, 'not part of'],
  [/\bcan't\b|\bcan not\b|\bwon't\b|\bdon't\b|\bdoesn't\b/, 'cannot, does not'],
];

const calquesIn = (text: string): readonly string[] =>
  CALQUES.filter(([pattern]) => pattern.test(text)).map(
    ([pattern, better]) => `${text} — ${pattern}: write "${better}"`,
  );

/** Proper names with which a text may begin. */
const NAMES = /^(?:CommonMark|GitHub|Google|Hastie|Jekyll|OpenAlex|Sass|Semantic|SerpApi|Windows|YAML|UTC)\b/;

/** `a sentence`, `\`code\` …`, `"quoted" …`, `12 …` */
const begins = (text: string): boolean => /^[a-z`"“\d<{[%&*]/.test(text) || NAMES.test(text);

/** What is wrong with the form of a text. */
function faultsOf(text: string): readonly string[] {
  return [
    ...(begins(text) ? [] : [`${text} — begins with a capital`]),
    ...(/[.!;:,]$/.test(text) ? [`${text} — ends with a stop`] : []),
    ...(/ {2}|^\s|\s$/.test(text) ? [`${text} — has stray spaces`] : []),
    ...(/undefined(?! variable)|\[object|NaN|\bnull\b/.test(text) ? [`${text} — prints a missing fact`] : []),
    ...((text.match(/`/g)?.length ?? 0) % 2 === 0 ? [] : [`${text} — has an unpaired backtick`]),
    ...(/(?<![`\w/.])(?:_config\.yml|--[a-z]+|\{%)(?![^`]*`(?:[^`]*`[^`]*`)*[^`]*$)/.test(text)
      ? [`${text} — names a file, flag or tag without backticks`]
      : []),
    ...(/\b1 (?:files|pages|papers|times|places|arguments|items|messages|seconds|keys)\b/.test(text)
      ? [`${text} — has a plural after 1`]
      : []),
    ...calquesIn(text),
  ];
}

const VERBS = new Set(
  (
    'adapt add bound build change check choose close compare convert copy correct create define delete did divide ' +
    'download draw end expect export fix free give increase indent install keep leave look make move name open pass ' +
    'paste pick print publish put raise refer remove rename render replace report resize rewrite run save see set shorten show start ' +
    'stop try use wait write'
  ).split(' '),
);

/** The first word of a hint is a verb, or it asks `did you mean …?`. */
const isImperative = (hint: string): boolean => VERBS.has(/^[a-z]+/.exec(hint)?.[0] ?? '');

const rows = await readRows();

test('the walk finds the whole catalogue', () => {
  expect(rows.length).toBeGreaterThan(200);
});

describe.each(rows.map((row) => [row.code, row] as const))('%s', (_, row) => {
  test('keeps to the style', () => {
    const texts = textsOf(row);
    expect([...new Set(texts.flatMap(({ message }) => faultsOf(message)))]).toEqual([]);
    const hints = texts.flatMap(({ hint }) => (hint === undefined ? [] : hint.split('\n')));
    expect([...new Set(hints.flatMap((hint) => faultsOf(hint)))]).toEqual([]);
    expect([...new Set(hints.filter((hint) => !isImperative(hint)))]).toEqual([]);
    if (row.severity === 'error') expect(texts.filter(({ hint }) => hint === undefined)).toEqual([]);
  });
});

test('the checks find what they are there for', () => {
  expect(faultsOf('The file is broken')).toHaveLength(1);
  expect(faultsOf('the file is broken.')).toHaveLength(1);
  expect(faultsOf('the  file')).toHaveLength(1);
  expect(faultsOf('`x` is no port')).toHaveLength(1);
  expect(faultsOf('`x of y')).toHaveLength(1);
  expect(faultsOf('add it to _config.yml')).toHaveLength(1);
  expect(faultsOf('1 papers are kept')).toHaveLength(1);
  expect(faultsOf('`x` is not a valid port; add `--port 1` to `_config.yml`')).toEqual([]);
  expect(isImperative('ports below 1024 need rights')).toBe(false);
});

describe('texts outside of the catalogue', () => {
  const folders = ['src/cli', 'src/serve', 'src/stats', 'src/doctor', 'src/plugins', 'bin'];
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.[tj]s$/.test(name))
      .map((name) => `${folder}/${name}`),
  );

  /** Literals of several words; comments are none. */
  const literals = (text: string): readonly string[] =>
    text
      .split('\n')
      .filter((line) => !/^\s*(?:\/\/|\/?\*)/.test(line))
      .flatMap((line) => line.replace(/\$\{[^}]*\}/g, '…').match(/'[^'\n]*'|"[^"\n]*"|`[^`\n]*`/g) ?? [])
      .filter((literal) => /[a-z] [a-z]/.test(literal));

  test('are free of calques, too', () => {
    const found = files.flatMap((file) =>
      literals(readFileSync(join(root, file), 'utf8')).flatMap((literal) =>
        calquesIn(literal).map((fault) => `${file}: ${fault}`),
      ),
    );
    expect(found).toEqual([]);
  });
});
