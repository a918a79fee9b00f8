/** Bad inputs, one by one, put into a site that was built before: each has its message, its exit status, and an untouched destination. */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { createTestWorld } from '../support/node-world.ts';

/** A site in which everything is right. */
const GOOD: Readonly<Record<string, string>> = {
  '_config.yml': 'title: Good\n',
  'index.md': '---\nlayout: default\n---\n# Hello\n',
  '_layouts/default.html': '<main>{{ content }}</main>\n',
  '_includes/note.html': '<i>note</i>\n',
  '_data/people.yml': '- name: Ada\n',
  'main.scss': '---\n---\na { b: c }\n',
};

type Files = Readonly<Record<string, string | Uint8Array>>;

interface Case {
  readonly what: string;
  readonly files: Files;
  readonly flags?: readonly string[];
  /** `code place` of the diagnostic that is asked for. */
  readonly told: string;
}

const bad = (what: string, files: Files, told: string, flags?: readonly string[]): Case => ({
  what,
  files,
  told,
  ...(flags === undefined ? {} : { flags }),
});

const page = (text: string): Files => ({ 'page.md': text });
const body = (text: string): Files => page(`---\ntitle: x\n---\n${text}`);
const config = (text: string): Files => ({ '_config.yml': text });
const sheet = (text: string): Files => ({ 'main.scss': `---\n---\n${text}` });

/** What stops a build. */
const ERRORS: readonly Case[] = [
  bad(
    'a bare scalar as front matter',
    page('---\njust text\n---\nx\n'),
    'front-matter/not-a-mapping page.md:2:1',
  ),
  bad('a list as front matter', page('---\n- a\n- b\n---\nx\n'), 'front-matter/not-a-mapping page.md:2:1'),
  bad('an empty permalink', page('---\npermalink: ""\n---\nx\n'), 'front-matter/empty-permalink page.md:2:1'),
  bad(
    'a date that is none',
    { '_posts/2020-01-02-a.md': '---\ndate: soon\n---\nx\n' },
    'front-matter/bad-date _posts/2020-01-02-a.md:2:7',
  ),
  bad(
    'bytes that are no UTF-8',
    { 'page.md': Uint8Array.from([45, 45, 45, 10, 45, 45, 45, 10, 97, 255, 98, 10]) },
    'text/not-utf8 page.md:3:2',
  ),
  bad(
    'an unknown placeholder in a permalink',
    { '_posts/2020-01-02-a.md': '---\npermalink: /:yaer/\n---\nx\n' },
    'permalink/unknown-placeholder _posts/2020-01-02-a.md:2:12',
  ),
  bad(
    'a page where another needs a folder',
    { 'a.md': '---\npermalink: /x\n---\n', 'b.md': '---\npermalink: /x.html/b\n---\n' },
    'output/file-and-folder a.md:1:1',
  ),
  bad('broken YAML in the configuration', config('title: [a\n'), 'yaml/unclosed-bracket _config.yml:1:8'),
  bad('a tab in the configuration', config('a:\n\tb: c\n'), 'yaml/tab _config.yml:2:1'),
  bad('collections that are a number', config('collections: 3\n'), 'config/wrong-type _config.yml:1:14'),
  bad('a time that is none', config('time: whenever\n'), 'config/bad-time _config.yml:1:7'),
  bad('another Markdown processor', config('markdown: maruku\n'), 'config/markdown _config.yml:1:11'),
  bad('a configuration file that is not there', {}, 'config/not-found', [
    '--config',
    '_config.yml,_other.yml',
  ]),
  bad('a source that is not there', {}, 'config/source-missing', ['-s', 'nowhere']),
  bad('an unknown tag', body('{% sea %}\n'), 'liquid/unknown-tag page.md:4:1'),
  bad('a tag that is never closed', body('text\n{% if true %}\nx\n'), 'liquid/unclosed-tag page.md:5:1'),
  bad('an end that fits no block', body('{% if true %}{% endfor %}\n'), 'liquid/wrong-end page.md:4:14'),
  bad('a stray end', body('{% endif %}\n'), 'liquid/stray-end page.md:4:1'),
  bad('a tag without its end', body('{% assign x = 1 \n'), 'liquid/unterminated page.md:4:1'),
  bad('an output without its end', body('{{ page.title \n'), 'liquid/unterminated page.md:4:1'),
  bad('a for without in', body('{% for x of y %}{% endfor %}\n'), 'liquid/tag-syntax page.md:4:1'),
  bad('a missing include', body('{% include nota.html %}\n'), 'liquid/include-missing page.md:4:12'),
  bad('an include that climbs', body('{% include ../index.md %}\n'), 'liquid/include-name page.md:4:12'),
  bad(
    'an include of itself',
    { ...body('{% include ring.html %}\n'), '_includes/ring.html': '{% include ring.html %}' },
    'liquid/include-cycle _includes/ring.html:1:1',
  ),
  bad(
    'a mistake inside of an include',
    { ...body('{% include note.html %}\n'), '_includes/note.html': 'one\n{% nope %}\n' },
    'liquid/unknown-tag _includes/note.html:2:1',
  ),
  bad(
    'a mistake inside of a layout',
    { '_layouts/default.html': '---\na: b\n---\n{{ content }}{% end %}\n' },
    'liquid/stray-end _layouts/default.html:4:14',
  ),
  bad(
    'a range without end',
    body('{% for i in (1..100000000000) %}{{ i }}{% endfor %}\n'),
    'liquid/limit page.md:4:1',
  ),
  bad('a link to nothing', body('{% link indx.md %}\n'), 'liquid/link-missing page.md:4:9'),
  bad(
    'a post that is not there',
    body('{% post_url 2020-01-01-none %}\n'),
    'liquid/post-missing page.md:4:13',
  ),
  bad(
    'an unknown filter under strict_filters',
    { ...config('liquid: {strict_filters: true}\n'), ...body('{{ "x" | upcse }}\n') },
    'liquid/unknown-filter page.md:4:10',
  ),
  bad(
    'an unknown variable under strict_variables',
    { ...config('liquid: {strict_variables: true}\n'), ...body('{{ nothing }}\n') },
    'liquid/undefined-variable page.md:4:4',
  ),
  bad('Sass without a brace', sheet('a { b: c\n'), 'sass/error main.scss:3:9'),
  bad('an undefined Sass variable', sheet('a { b: $c }\n'), 'sass/error main.scss:3:8'),
  bad('a missing Sass import', sheet('@import "gone";\n'), 'sass/import-missing main.scss:3:9'),
  bad(
    'a Sass import out of the source',
    sheet('@import "../../../../etc/passwd";\n'),
    'sass/import-outside main.scss:3:9',
  ),
  bad('endless Sass', sheet('@mixin a { @include a } b { @include a }\n'), 'sass/recursion main.scss:3:1'),
  bad('broken YAML in data', { '_data/people.yml': 'a: b: c\n' }, 'yaml/unquoted-colon _data/people.yml:1:5'),
  bad(
    'broken JSON in data',
    { '_data/more.json': '{"a": 1,\n "b" 2}\n' },
    'yaml/missing-comma _data/more.json:2:6',
  ),
  bad(
    'a quote that is never closed in CSV',
    { '_data/table.csv': 'a,b\n1,"2\n' },
    'data/csv _data/table.csv:2:3',
  ),
  bad(
    'an unknown YAML tag in data',
    { '_data/people.yml': 'a: !ruby/object:Gem::Spec x\n' },
    'yaml/forbidden-tag _data/people.yml:1:4',
  ),
  bad('the source as destination', {}, 'destination/protected', ['-d', '.']),
  bad('a folder of inputs as destination', {}, 'destination/holds-inputs', ['-d', '_layouts']),
  bad("somebody else's folder as destination", { 'mine/thesis.txt': 'precious' }, 'destination/not-ours', [
    '-d',
    'mine',
  ]),
  bad('a file as destination', { 'file.txt': 'x' }, 'destination/not-a-folder', ['-d', 'file.txt']),
];

/** What Jekyll lets pass: a warning, and an error under --strict. */
const WARNINGS: readonly Case[] = [
  bad('a configuration that is a list', config('- a\n'), 'config/not-a-mapping _config.yml:1:1'),
  bad(
    'an unknown time zone',
    config('timezone: Asia/Shanghia\n'),
    'config/unknown-time-zone _config.yml:1:11',
  ),
  bad('broken front matter', page('---\ntitle: "x\n---\ntext\n'), 'front-matter/invalid-yaml page.md:2:8'),
  bad('a tab in front matter', page('---\na:\n\tb: c\n---\ntext\n'), 'front-matter/invalid-yaml page.md:3:1'),
  bad(
    'front matter that is never closed',
    page('---\ntitle: x\ntext\n'),
    'front-matter/not-closed page.md:1:1',
  ),
  bad('a missing layout', page('---\nlayout: defualt\n---\nx\n'), 'layout/missing page.md:2:9'),
  bad('an unknown filter', body('{{ "x" | upcse }}\n'), 'liquid/unknown-filter page.md:4:10'),
  bad('an unknown plugin', config('plugins: [jekyll-nothing]\n'), 'plugin/unknown _config.yml:1:11'),
  bad(
    'two pages of one address',
    { 'a.md': '---\npermalink: /x/\n---\n', 'b.md': '---\npermalink: /x/\n---\n' },
    'output/conflict b.md:1:1',
  ),
];

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'bad-inputs-'));
});
afterAll(() => rmSync(root, { recursive: true }));

function put(folder: string, files: Files): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

async function hastie(folder: string, ...flags: readonly string[]) {
  let out = '';
  let err = '';
  const status = await run(['build', '--json', ...flags], {
    world: createTestWorld(),
    terminal: {
      out: (text) => void (out += text),
      err: (text) => void (err += text),
      interactive: false,
      columns: 80,
    },
    workingFolder: folder,
    interrupted: () => false,
  });
  return { status, out, err };
}

function snapshot(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map((entry) => [
      join(entry.parentPath, entry.name),
      readFileSync(join(entry.parentPath, entry.name), 'latin1'),
    ]),
  );
}

let serial = 0;
async function builtSite(): Promise<string> {
  const folder = join(root, String(serial++));
  put(folder, GOOD);
  const { status, err } = await hastie(folder);
  expect(err).toMatch(/^Built/);
  expect(status).toBe(0);
  return folder;
}

/** `code file:line:column` of each diagnostic in the JSON report. */
function toldIn(out: string): string[] {
  const report = JSON.parse(out) as Record<
    'errors' | 'warnings',
    { code: string; file?: string; line?: number; column?: number; hint?: string }[]
  >;
  return [...report.errors, ...report.warnings].map(({ code, file, line, column }) =>
    file === undefined ? code : `${code} ${file}:${line}:${column}`,
  );
}

describe('a bad input stops the build and leaves the destination as it was', () => {
  test.each(ERRORS)('$what', async ({ files, flags = [], told }) => {
    const folder = await builtSite();
    put(folder, files);
    const before = snapshot(folder);
    const { status, out, err } = await hastie(folder, ...flags);
    expect(toldIn(out)).toContain(told);
    expect(status).toBe(1);
    expect(err).toContain('hint: ');
    expect(err).not.toMatch(/\n\s+at /);
    for (const [file, text] of before) expect(readFileSync(file, 'latin1'), file).toBe(text);
    expect(new Set(snapshot(join(folder, 'dist')).keys())).toEqual(
      new Set([...before.keys()].filter((file) => file.startsWith(join(folder, 'dist')))),
    );
  });
});

describe('what Jekyll lets pass is a warning, and an error under --strict', () => {
  test.each(WARNINGS)('$what', async ({ files, told }) => {
    const folder = await builtSite();
    const before = snapshot(join(folder, 'dist'));
    put(folder, files);
    const strict = await hastie(folder, '--strict');
    expect(toldIn(strict.out)).toContain(told);
    expect(strict.status).toBe(1);
    expect(snapshot(join(folder, 'dist'))).toEqual(before);
    const lenient = await hastie(folder);
    expect(toldIn(lenient.out)).toContain(told);
    expect(lenient.status).toBe(0);
  });
});

test('ten mistakes in one site are ten reports of one run', async () => {
  const folder = await builtSite();
  put(
    folder,
    Object.fromEntries(
      Array.from({ length: 10 }, (_, at) => [`p${at}.md`, `---\n---\n${'\n'.repeat(at)}{% nope %}\n`]),
    ),
  );
  const { out } = await hastie(folder);
  expect(toldIn(out).filter((told) => told.startsWith('liquid/unknown-tag'))).toEqual(
    Array.from({ length: 10 }, (_, at) => `liquid/unknown-tag p${at}.md:${3 + at}:1`),
  );
});
