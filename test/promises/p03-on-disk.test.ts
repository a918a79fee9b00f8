/** P3 on a real disk with a real Sass: whatever stops a build has its message and exit status, and leaves the destination unchanged. */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noCache } from '../../src/cache/disk-cache.ts';
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

const sheet = (text: string): Files => ({ 'main.scss': `---\n---\n${text}` });

/** What stops a build. */
const ERRORS: readonly Case[] = [
  bad(
    'bytes that are no UTF-8',
    { 'page.md': Uint8Array.from([45, 45, 45, 10, 45, 45, 45, 10, 97, 255, 98, 10]) },
    'text/not-utf8 page.md:3:2',
  ),
  bad('a configuration file that is not there', {}, 'config/not-found', [
    '--config',
    '_config.yml,_other.yml',
  ]),
  bad('a source that is not there', {}, 'config/source-missing', ['-s', 'nowhere']),
  bad('Sass without a brace', sheet('a { b: c\n'), 'sass/error main.scss:3:9'),
  bad('an undefined Sass variable', sheet('a { b: $c }\n'), 'sass/error main.scss:3:8'),
  bad('a missing Sass import', sheet('@import "gone";\n'), 'sass/import-missing main.scss:3:9'),
  bad(
    'a Sass import out of the source',
    sheet('@import "../../../../etc/passwd";\n'),
    'sass/import-outside main.scss:3:9',
  ),
  bad('endless Sass', sheet('@mixin a { @include a } b { @include a }\n'), 'sass/recursion main.scss:3:1'),
  bad('the source as destination', {}, 'destination/protected', ['-d', '.']),
  bad('a folder of inputs as destination', {}, 'destination/holds-inputs', ['-d', '_layouts']),
  bad("somebody else's folder as destination", { 'mine/thesis.txt': 'precious' }, 'destination/not-ours', [
    '-d',
    'mine',
  ]),
  bad('a file as destination', { 'file.txt': 'x' }, 'destination/not-a-folder', ['-d', 'file.txt']),
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
    cache: noCache,
    terminal: {
      out: (text) => void (out += text),
      err: (text) => void (err += text),
      interactive: false,
      outInteractive: false,
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
