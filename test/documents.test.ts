/** Checks the documents against the repository: the paths, links, commands, flags, codes and packages that they name exist. */

import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FLAGS } from '../src/cli/options.ts';
import { parseArguments } from '../src/cli/parse-arguments.ts';
import { builtInPlugins } from '../src/plugins/all.ts';
import { filesBelow, type Page, type Piece, readPage } from './support/pages.ts';
import { hastie, siteOnDisk } from './support/program.ts';
import { flags } from './unit/bench/bench-modules.ts';

const root = join(import.meta.dirname, '..');

const pages: readonly Page[] = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'THIRD-PARTY.md', 'test/README.md'],
  ...filesBelow(root, ['docs']).filter((path) => path.endsWith('.md')),
].map((path) => readPage(root, path));

/** Where files of ours lie that a page may name. */
const files: readonly string[] = filesBelow(root, [
  ...['.ci', '.github', 'bench', 'bin', 'docs', 'scripts', 'src', 'test'],
  ...['_data', '_includes', '_layouts', '_pages', 'assets', 'images'],
]);

/** Files of an owner's site, of the built site, and of other projects: nothing here has to exist. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  // in the source folder of a site
  ...[
    '_plugins/',
    '_sass/',
    '_data/authors.yml',
    '_data/socials.yml',
    'google-scholar-citations.rb',
    'inspirehep-citations.rb',
    'feed.xml',
    'gems.rb',
    'main.scss',
    '404.html',
    'robots.txt',
    'sitemap.xml',
    'hastie-themes.lock.json',
  ],
  ...['.github/workflows/google_scholar_crawler.yaml', '_distill.scss', 'gs_data_shieldsio.json'],
  // in the user's cache folder
  'hastie/themes',
  // in the built site
  ...['dist/', 'about/', 'about.html', 'index.html'],
  // beside the repository, where it is present; an action of GitHub's
  ...['../shared/perf', '../shared/conformance', 'actions/checkout'],
]);

/** Links of the package's pages to files that are not packed. */
const OURS_ON_GITHUB = /^https:\/\/github\.com\/hastie\/hastie\/blob\/main\//;

const EXTENSION = /\.(?:ts|mjs|cjs|js|json|md|ya?ml|html|s?css|rb|txt|bib|png|ttf|xml)$/;
/** A code of a diagnostic, if its first part is an area of the catalogue. */
const CODE = /^([a-z]+(?:-[a-z]+)*)\/[a-z0-9]+(?:-[a-z0-9]+)*$/;

const source = filesBelow(root, ['src'])
  .map((path) => readFileSync(join(root, path), 'utf8'))
  .join('\n');
const codes = new Set([...source.matchAll(/\bcode: '([a-z-]+\/[a-z0-9-]+)'/g)].map(([, code = '']) => code));
const areas = new Set([...codes].map((code) => code.split('/')[0] ?? ''));

/** What is wrong on the pages, as `page:line: what`. */
function faults(piecesOf: (page: Page) => readonly Piece[], isFault: (text: string, page: Page) => boolean) {
  return pages.flatMap((page) =>
    piecesOf(page)
      .filter(({ text }) => isFault(text, page))
      .map(({ text, line }) => `${page.path}:${line}: ${text}`),
  );
}

describe('paths', () => {
  test('in backticks name a file or a folder', () => {
    expect(
      faults(
        ({ spans }) => spans,
        (text, { path }) =>
          isPath(text) && !isMarkup(text) && !ELSEWHERE.has(text) && !isExport(text) && !exists(text, path),
      ),
    ).toEqual([]);
  });

  test('in code and in commands name a file or a folder', () => {
    const ours = /(?<![\w./@-])(?:\.ci|bench|bin|docs|scripts|src|test)\/[\w.*<>/-]*/g;
    expect(
      faults(
        ({ code, spans }) =>
          [...code, ...spans.filter(({ text }) => text.includes(' '))].flatMap(({ text, line }) =>
            [...text.matchAll(ours)].map(([path]) => ({ text: path, line })),
          ),
        (text, { path }) => !exists(text, path),
      ),
    ).toEqual([]);
  });

  test('that are listed as elsewhere are named on a page', () => {
    const named = new Set(pages.flatMap(({ spans }) => spans.map(({ text }) => text)));
    expect([...ELSEWHERE].filter((path) => !named.has(path))).toEqual([]);
  });

  test('of links lead to a file, and to a heading of it', () => {
    expect(
      faults(
        ({ links }) => links,
        (target, page) =>
          (OURS_ON_GITHUB.test(target) || !/^(?:https?|mailto):/.test(target)) &&
          !leadsSomewhere(target, page),
      ),
    ).toEqual([]);
  });

  test.each([
    ['a file', 'src/cli/no-such-file.ts'],
    ['a folder', 'src/no-such-folder/'],
    ['a file taken for a folder', 'src/index.ts/'],
    ['a file without its folder', 'no-such-file.ts'],
    ['a pattern that nothing matches', 'src/cli/*.mjs'],
    ['a placeholder that nothing can take the place of', 'src/<name>/no-such-file.ts'],
  ])('that are wrong are found: %s', (_, path) => {
    expect(isPath(path)).toBe(true);
    expect(exists(path, 'docs/ARCHITECTURE.md')).toBe(false);
  });
});

/** Whether it is written like the path of a file or folder. A code, an address on a web server or a mere extension is not. */
function isPath(text: string): boolean {
  if (!/^[\w.@*<>/-]+$/.test(text) || /^[/.@]\w*$|^@|^\/|^<\w+>\/<\w+>$/.test(text)) return false;
  const area = CODE.exec(text)?.[1];
  if (area !== undefined && areas.has(area)) return false;
  return text.includes('/') || EXTENSION.test(text);
}

/**
 * A path starts at the root, at `src/`, at the folder of its page or, as a bare `name.ts` or `name/`, in any folder. `*`, `<name>` and NAME stand
 * for a part of a path, `**` for any number of parts. What the build makes in `lib/` is looked up in the script that makes it.
 */
function exists(path: string, page: string): boolean {
  if (path.startsWith('lib/')) return path === 'lib/' || bundleScript.includes(posix.basename(path));
  const starts = ['', 'src/', `${posix.dirname(page)}/`].map((start) => posix.join(start, path));
  if (/[*<]|\bNAME\b/.test(path)) {
    const pattern = starts.map(patternOf).join('|');
    return files.some((file) => new RegExp(`^(?:${pattern})`).test(file));
  }
  if (starts.some((start) => existsSync(join(root, start)) && (!path.endsWith('/') || isFolder(start))))
    return true;
  const [name = '', rest] = path.split('/');
  if (rest === undefined) return files.some((file) => posix.basename(file) === name);
  return rest === '' && files.some((file) => file.includes(`/${name}/`));
}

const bundleScript = readFileSync(join(root, 'scripts/bundle.mjs'), 'utf8');

function isFolder(path: string): boolean {
  return statSync(join(root, path)).isDirectory();
}

function patternOf(path: string): string {
  const parts = path.replace(/[.+?()[\]{}^$|\\]/g, '\\$&').split(/(\*\*|\*|<\w+>|\bNAME\b)/);
  const pattern = parts
    .map((part, index) => (index % 2 === 0 ? part : part === '**' ? '.*' : '[^/]+'))
    .join('');
  return path.endsWith('/') ? pattern : `${pattern}(?:/|$)`;
}

function leadsSomewhere(target: string, page: Page): boolean {
  const [path = '', anchor] = target.replace(OURS_ON_GITHUB, '/').split('#');
  const file =
    path === '' ? page.path : path.startsWith('/') ? path.slice(1) : posix.join(dirname(page.path), path);
  if (!existsSync(join(root, file))) return false;
  return anchor === undefined || readPage(root, file).anchors.has(anchor);
}

describe('commands', () => {
  const commands = pages.flatMap((page) =>
    [...page.code, ...page.spans].map(({ text, line }) => ({
      where: `${page.path}:${line}`,
      text: text.replace(/\s+#.*$/, ''),
    })),
  );

  test('of Hastie are understood', () => {
    const lines = commands.flatMap(({ where, text }) => {
      const [, name, rest = ''] = /^(?:\w+=\S* )*(?:npx )?(hastie|build|serve)( [^|]*)?$/.exec(text) ?? [];
      // `hastie` alone is the name of the package
      if (name === undefined || text === 'hastie' || (name !== 'hastie' && !/npx /.test(text))) return [];
      const words = rest.trim().split(/\s+/).filter(Boolean);
      return [{ where, text, typed: name === 'hastie' ? words : [name, ...words] }];
    });
    expect(lines.length).toBeGreaterThan(15);
    expect(
      lines.flatMap(({ where, text, typed }) =>
        parseArguments(typed).mistakes.map(({ message }) => `${where}: ${text}: ${message}`),
      ),
    ).toEqual([]);
  });

  test('of npm are scripts of package.json', () => {
    const { scripts } = readJson('package.json');
    const named = commands.flatMap(({ text }) => [
      ...text.matchAll(/\bnpm (?:run )?(test\b|(?<=run )[\w:-]+)/g),
    ]);
    expect(named.length).toBeGreaterThan(5);
    expect(named.map(([, name = '']) => name).filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  test('of the benchmark are understood', () => {
    const typed = commands.flatMap(
      ({ text }) => /^(?:npm run bench --|node bench\/bench\.mjs)( --\S.*)$/.exec(text)?.[1] ?? [],
    );
    expect(typed.length).toBeGreaterThan(3);
    for (const words of typed) expect(() => flags.readFlags(words.trim().split(/\s+/))).not.toThrow();
  });

  test('have a row for each flag of `serve` on its page', () => {
    const named = new Set(page('docs/serve.md').spans.flatMap(({ text }) => flagsIn(text)));
    const own = FLAGS.filter(({ commands }) => commands.join() === 'serve');
    const isNamed = ({ long, kind }: (typeof own)[number]) =>
      long.some((name) => named.has(`--${name}`) || (kind === 'switch' && named.has(`--no-${name}`)));
    expect(own.length).toBeGreaterThan(10);
    expect(own.filter((flag) => !isNamed(flag)).map(({ key }) => key)).toEqual([]);
  });

  test('have the flags that are named by themselves', () => {
    const known = new Set(
      FLAGS.flatMap(({ long, short, kind }) => [
        ...long.flatMap((name) => (kind === 'switch' ? [`--${name}`, `--no-${name}`] : [`--${name}`])),
        ...(short === undefined ? [] : [`-${short}`]),
      ]),
    );
    expect(
      faults(
        ({ spans }) => spans.flatMap(({ text, line }) => flagsIn(text).map((flag) => ({ text: flag, line }))),
        (flag, { path }) => !known.has(flag) && !(path === 'docs/benchmarks.md' && isFlagOfBenchmark(flag)),
      ),
    ).toEqual([]);
  });
});

/** The flags of a span that begins with one: `-H`, `--host NAME`. The options of a Liquid tag have a line of their own. */
function flagsIn(text: string): string[] {
  if (!/^--?[a-z]/i.test(text) || OPTIONS_OF_TAGS.test(text)) return [];
  return text.split(/\s+/).filter((word) => /^--?[a-z]/i.test(word));
}

const OPTIONS_OF_TAGS = /^-[a-z] \w+ -/;

function isFlagOfBenchmark(flag: string): boolean {
  return readFileSync(join(root, 'bench/flags.mjs'), 'utf8').includes(`  ${flag} `);
}

/** Variables that a page names because they are not read. */
const UNREAD: ReadonlySet<string> = new Set(['PAGES_AVATARS_URL', 'GITHUB_HOSTNAME']);

/** All words of the code. */
const words = new Set(source.match(/\w+/g));

describe('the names of', () => {
  test('diagnostics are rows of the catalogue', () => {
    const named = (text: string) => areas.has(CODE.exec(text)?.[1] ?? '');
    const isFault = (text: string, { path }: Page) => named(text) && !codes.has(text) && !exists(text, path);
    expect(faults(({ spans }) => spans, isFault)).toEqual([]);
    const printed = pages.flatMap(({ code }) =>
      code.flatMap(({ text }) =>
        [...text.matchAll(/ (?:error|warning) ([a-z-]+\/[a-z0-9-]+): /g)].map(([, code = '']) => code),
      ),
    );
    expect(printed.length).toBeGreaterThan(0);
    expect(printed.filter((code) => !codes.has(code))).toEqual([]);
  });

  test('all findings of `doctor` are on its page', () => {
    const named = new Set(page('docs/doctor.md').spans.map(({ text }) => text));
    expect([...codes].filter((code) => code.startsWith('doctor/') && !named.has(code))).toEqual([]);
  });

  test('all built-in plugins are on their page, and no others', () => {
    const rows = page('docs/plugins.md').text.matchAll(/^\| ((?:jekyll-|jemoji)[^|]*) \|/gm);
    const listed = [...rows].flatMap(([, names = '']) => names.split(', '));
    const aliases = new Set(builtInPlugins.flatMap(({ name, aliases = [] }) => [name, ...aliases]));
    expect(listed.filter((name) => !aliases.has(name))).toEqual([]);
    const absent = builtInPlugins.filter(({ name }) => name.startsWith('je') && !listed.includes(name));
    expect(absent.map(({ name }) => name)).toEqual([]);
  });

  test('environment variables are read by the program, its tests, its scripts or its benchmark', () => {
    const tests = files.filter(
      (path) => /^(?:test|bench|scripts)\/.*\.(?:ts|mjs)$/.test(path) && path !== 'test/documents.test.ts',
    );
    const read = source + tests.map((path) => readFileSync(join(root, path), 'utf8')).join('\n');
    const isVariable = (text: string) => /^[A-Z]+(?:_[A-Z]+)+$/.test(text) && !UNREAD.has(text);
    const isFault = (text: string) => isVariable(text) && !new RegExp(`\\b${text}\\b`).test(read);
    expect(faults(({ spans }) => spans, isFault)).toEqual([]);
  });

  test('types, functions and fields are names of the code', () => {
    const isName = (text: string) => /^(?:\w+\.)*\w*[a-z][A-Z]\w*(?:\(\w*\))?$/.test(text);
    const lastOf = (text: string) => text.replace(/\(.*/, '').replace(/^.*\./, '');
    const isFault = (text: string) => isName(text) && !words.has(lastOf(text));
    expect(faults(({ spans }) => spans, isFault)).toEqual([]);
  });

  test('decisions are numbers of pages in docs/adr', () => {
    const numbers = new Set(pages.flatMap(({ path }) => /adr\/(\d{4})-/.exec(path)?.[1] ?? []));
    const named = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/\((00\d\d)\)|docs\/adr\/(00\d\d)|\bADR (00\d\d)/g)].map(
        (match) => `${path}: ${match[1] ?? match[2] ?? match[3]}`,
      ),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((each) => !numbers.has(each.slice(-4)))).toEqual([]);
  });

  test('dependencies are those of package.json', () => {
    const { dependencies, optionalDependencies, devDependencies } = readJson('package.json');
    const rows = [...page('docs/DEPENDENCIES.md').text.matchAll(/^\| ((?!package|-)[^|]+) \|/gm)];
    const named = rows.flatMap(([, cell = '']) => cell.replace(/\(.*?\)/g, '').split(', '));
    const wanted = Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies });
    expect(named.map((each) => each.trim().replace(/ [\d.]+$/, '')).sort()).toEqual(wanted.sort());
  });
});

describe('docs/PROMISES.md', () => {
  const rows = [...page('docs/PROMISES.md').text.matchAll(/^\| (P\d+) \| .* \| (.*) \|$/gm)].map(
    ([, number = '', where = '']) => ({ number, where }),
  );
  const suites = files.filter((path) => /^test\/promises\/.*\.test\.ts$/.test(path));

  test('names the test of each promise, or says that it has none', () => {
    expect(rows.map(({ number }) => number)).toEqual(
      Array.from({ length: 20 }, (_, index) => `P${index + 1}`),
    );
    expect(rows.filter(({ where }) => !/^(?:`test\/[^`]+\.test\.ts`(?:, |$))+$|^none: /.test(where))).toEqual(
      [],
    );
  });

  test('names every file of test/promises, in the row of its number', () => {
    const isNamed = (path: string) => {
      const [, number] = /\/p0?(\d+)-/.exec(path) ?? [];
      return rows.some(
        (row) => (number === undefined || row.number === `P${number}`) && row.where.includes(`\`${path}\``),
      );
    };
    expect(suites.length).toBeGreaterThan(10);
    expect(suites.filter((path) => !isNamed(path))).toEqual([]);
  });

  test('says how many cases run by default', () => {
    const shared = files.filter((path) => path.startsWith('test/support/'));
    const tests = [...suites, ...shared].map((path) => readFileSync(join(root, path), 'utf8')).join('\n');
    const said = [...page('docs/PROMISES.md').text.matchAll(/`([A-Z_]+)` \(([\d,]+)\)/g)];
    const wrong = said.filter(
      ([, name, count = '']) => !tests.includes(`process.env.${name} ?? ${count.replace(',', '_')})`),
    );
    expect(said.length).toBeGreaterThan(3);
    expect(wrong.map(([text]) => text)).toEqual([]);
  });
});

test('README.md shows a mistake as it is printed', async () => {
  const fs = siteOnDisk({
    '_includes/author.html': '<aside>\n{% if author.bio %}<p>{{ author.bio }}</p>\n{% endfi %}\n',
    '_layouts/default.html': '<body>\n{% include author.html %}\n{{ content }}\n',
    'index.md': '---\nlayout: default\n---\n',
  });
  const { err, out } = await hastie(fs, 'build');
  const block = /^## What a mistake looks like\n\n((?: {4}.*\n)+)/m.exec(page('README.md').text)?.[1];
  expect(block?.replace(/^ {4}/gm, '')).toBe(err + out);
});

test('docs/theme.md names every setting and every key of front matter that the theme reads', () => {
  const theme = files.filter((path) => /^(?:_includes|_layouts)\/.*\.html$/.test(path));
  const read = theme
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .flatMap((text) =>
      [...text.matchAll(/\b(?:site|page)\.(?:author\.)?([a-z_]+)/g)].map(([, key = '']) => key),
    );
  // what Jekyll itself gives
  const given = ['data', 'plugins', 'posts', 'static_files', 'time'];
  const said = new Set(page('docs/theme.md').spans.map(({ text }) => text.replace(/[:.].*/, '')));
  expect(read.length).toBeGreaterThan(20);
  expect([...new Set(read)].filter((key) => !said.has(key) && !given.includes(key))).toEqual([]);
});

test('docs/plugins.md names every part of a plugin', () => {
  const said = page('docs/plugins.md')
    .spans.map(({ text }) => text)
    .join('\n');
  const [, body = ''] = /^export interface Plugin\b[^{]*\{\n([\s\S]*?)^\}/m.exec(source) ?? [];
  const parts = [...body.matchAll(/^ {2,4}(?:readonly )?(\w+)\??[(:]/gm)].map(([, part = '']) => part);
  expect(parts).toContain('transform');
  expect(parts.filter((part) => !new RegExp(`\\b${part}\\b`).test(said))).toEqual([]);
});

test('docs/ARCHITECTURE.md names every folder of src, from the top floor to the ground', () => {
  const floors = page('docs/ARCHITECTURE.md').code.flatMap(
    ({ text }) => /^(?:\d+ +)?(src\/\w+)\/ /.exec(text)?.[1] ?? [],
  );
  const folders = new Set(files.flatMap((path) => /^src\/\w+(?=\/)/.exec(path)?.[0] ?? []));
  expect([...floors].sort()).toEqual([...folders].sort());
});

test('docs/ARCHITECTURE.md names what is in the folder of each engine', () => {
  const [, table = ''] =
    /^\| engine \|.*\n\|.*\n((?:\|.*\n)+)/m.exec(page('docs/ARCHITECTURE.md').text) ?? [];
  const named = table
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [folder = '', ...files] = [...row.matchAll(/`([^`]+)`/g)].map(([, path]) => path);
      return [folder, ...files.map((file) => folder + file)].map((path) => `src/${path}`);
    });
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('each decision says its date and its status', () => {
  const decisions = pages.filter(({ path }) => path.startsWith('docs/adr/'));
  expect(decisions.length).toBeGreaterThan(15);
  const without = decisions.filter(({ text }) => !/^Date: \d{4}-\d\d-\d\d[^\n]*\bStatus: /m.test(text));
  expect(without.map(({ path }) => path)).toEqual([]);
});

function page(path: string): Page {
  const found = pages.find((each) => each.path === path);
  if (found === undefined) throw new Error(`no page ${path}`);
  return found;
}

function readJson(path: string) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

/** A tag of HTML is no path, though it has a slash. */
function isMarkup(text: string): boolean {
  return /^<\/?[a-z]+>$/.test(text);
}

/** `hastie/html`: what the package is imported by. */
function isExport(text: string): boolean {
  const { name, exports } = readJson('package.json') as { name: string; exports: Record<string, unknown> };
  return text.startsWith(`${name}/`) && Object.hasOwn(exports, `.${text.slice(name.length)}`);
}
