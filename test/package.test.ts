/** The package as published: its files, the links of its documents, its types, and that it builds and serves a site. */

import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteSettings } from '../src/model/settings/settings.ts';
import { builtInPlugins } from '../src/plugins/all.ts';
import { configSchema } from '../src/settings/schema.ts';

const root = join(import.meta.dirname, '..');
const owner = mkdtempSync(join(tmpdir(), 'package-'));
const installed = join(owner, 'node_modules', 'hastie');
const manifestOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
let packed: readonly string[] = [];

// as npm would lay it out, with no registry asked
beforeAll(() => {
  const listing = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const result: { files: { path: string }[] }[] = Object.values(JSON.parse(listing));
  packed = result[0]?.files.map(({ path }) => path) ?? [];
  for (const path of packed) {
    mkdirSync(dirname(join(installed, path)), { recursive: true });
    cpSync(join(root, path), join(installed, path));
  }
  const manifest = join(installed, 'package.json');
  execFileSync(process.execPath, [
    '--input-type=module',
    '-e',
    `import { packedManifest } from ${JSON.stringify(new URL('../scripts/pack-manifest.mjs', import.meta.url).href)};
    import { readFileSync, writeFileSync } from 'node:fs';
    writeFileSync(${JSON.stringify(manifest)}, packedManifest(readFileSync(${JSON.stringify(manifest)}, 'utf8')));`,
  ]);
  const { dependencies, optionalDependencies } = manifestOf(installed);
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
    const target = join(root, 'node_modules', name);
    if (existsSync(target)) symlinkSync(target, join(owner, 'node_modules', name), 'junction');
  }
}, 30_000);

afterAll(() => rmSync(owner, { recursive: true }));

describe('the packed package', () => {
  test('has no script, and every file that its package.json names', () => {
    const { bin, exports, scripts, devDependencies } = manifestOf(installed);
    expect(scripts).toBeUndefined();
    expect(devDependencies).toBeUndefined();
    const doors = Object.values<string | Record<string, string>>(exports).flatMap((door) =>
      typeof door === 'string' ? [door] : Object.values(door),
    );
    for (const path of [...Object.values<string>(bin), ...doors])
      expect(packed).toContain(path.replace(/^\.\//, ''));
  });

  test('says where it comes from, and keeps out what was compiled on the way', () => {
    const { repository, homepage, bugs, keywords, license } = manifestOf(installed);
    expect([repository.url, homepage, bugs].every((url) => url.includes('github.com/'))).toBe(true);
    expect(keywords).toContain('jekyll');
    expect(license).toBe('MIT');
    expect(packed.filter((path) => /^lib\/\.|^(?:src|test|scripts)\//.test(path))).toEqual([]);
    expect(packed.filter((path) => path.endsWith('.d.ts')).sort()).toEqual([
      'lib/bibtex.d.ts',
      'lib/html.d.ts',
      'lib/index.d.ts',
      'lib/liquid.d.ts',
      'lib/markdown.d.ts',
      'lib/plugin.d.ts',
      'lib/scholar.d.ts',
    ]);
  });

  test('has the schema of the settings as their tables have them now', () => {
    const tables = [siteSettings, ...builtInPlugins.map(({ settings = {} }) => settings)];
    const packedSchema = JSON.parse(readFileSync(join(installed, 'lib/config.schema.json'), 'utf8'));
    expect(packedSchema).toEqual(JSON.parse(JSON.stringify(configSchema(tables))));
  });

  test('holds whatever its documents link to', () => {
    const dead: string[] = [];
    for (const path of packed.filter((each) => each.endsWith('.md'))) {
      const text = readFileSync(join(installed, path), 'utf8').replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
      for (const [, link = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^(?:[a-z]+:|#)/.test(link)) continue;
        if (!existsSync(join(installed, dirname(path), link.replace(/#.*/, ''))))
          dead.push(`${path}: ${link}`);
      }
    }
    expect(dead).toEqual([]);
  });

  test.each([
    ['node16', 'node16'],
    ['esnext', 'bundler'],
  ])('has types that a strict program takes (%s, %s)', (module, moduleResolution) => {
    const file = join(owner, `use-${moduleResolution}.mts`);
    writeFileSync(
      file,
      `import { build, definePlugin, defineTag, renderLiquid, renderMarkdown, type Plugin, type SiteResult } from 'hastie';
import { createMarkdown } from 'hastie/markdown';
import { createLiquid } from 'hastie/liquid';
import { type BibEntry, parseBibtex } from 'hastie/bibtex';
import { type ElementNode, parseFragment } from 'hastie/html';
import { definePlugin as defined, RubyTime, type Value } from 'hastie/plugin';
import { readScholarData } from 'hastie/scholar';
import type { RubyTime as SameTime } from 'hastie';
const plugin: Plugin = definePlugin({ name: 'x', liquid: { tags: [defineTag('t', (call) => call.markup)] } });
const result: Promise<SiteResult> = build({ settings: { source: '.' } });
const text: string = renderMarkdown('a') + renderLiquid('{{ a }}', { a: 1 });
// @ts-expect-error a name is a text
const wrong: Plugin = { name: 1 };
const counting: Plugin = defined({
  name: 'counting',
  createState: () => ({ count: 0 }),
  generate(site) {
    site.state.count++;
    // @ts-expect-error the state is what createState gives
    site.state.other = 1;
  },
});
const tree: ElementNode = parseFragment('<p>');
const entries: readonly BibEntry[] = parseBibtex({ file: 'a.bib', text: '' }, { report: () => {} }).entries;
const time: SameTime = new RubyTime(0, 0);
const value: Value = time;
export { counting, entries, readScholarData, tree, value };
export { createLiquid, createMarkdown, plugin, result, text, wrong };
`,
    );
    const settings = ['--noEmit', '--strict', '--skipLibCheck', 'false', '--target', 'es2022', '--types', ''];
    const run = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/typescript/bin/tsc'),
        ...settings,
        ...['--module', module, '--moduleResolution', moduleResolution, file],
      ],
      { cwd: owner, encoding: 'utf8' },
    );
    expect(run.stdout).toBe('');
    expect(run.status).toBe(0);
  });
});

describe('installed in a folder', () => {
  const run = (command: string) =>
    spawnSync(process.execPath, [join(installed, 'bin', `${command}.js`)], {
      cwd: join(owner, 'site'),
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    });

  test('says in a sentence that an empty folder holds no site, and writes nothing', () => {
    mkdirSync(join(owner, 'site'));
    const { status, stderr, stdout } = run('build');
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toBe(
      `\`build\` is short for \`hastie build\`, and ${join(owner, 'site')} does not contain a site (no _config.yml, _pages, _posts, _layouts or index page).\nChange to the folder of your site, or name it: \`hastie build --source FOLDER\`.\n`,
    );
    expect(existsSync(join(owner, 'site', 'dist'))).toBe(false);
  });

  test('builds a site with a stylesheet and coloured code', () => {
    writeFileSync(join(owner, 'site', '_config.yml'), 'title: Home\nplugins: [jemoji]\n');
    const code = '```clean\nvalue a = 1\n```\n\n```abnf\na = "b"\n```';
    writeFileSync(join(owner, 'site', 'index.md'), `---\n---\n# {{ site.title }} :smile:\n\n${code}\n`);
    writeFileSync(join(owner, 'site', 'main.scss'), '---\n---\na { b { color: red } }\n');
    const { status, stderr } = run('build');
    expect(stderr).not.toMatch(/warning|error/);
    expect(status).toBe(0);
    const html = readFileSync(join(owner, 'site', 'dist', 'index.html'), 'utf8');
    expect(html).toContain('class="emoji"');
    expect(html).toContain('language-clean');
    expect(readFileSync(join(owner, 'site', 'dist', 'main.css'), 'utf8')).toContain('a b {');
  });

  test('runs plugins of the site that import the package: the HTML tree, BibTeX, and classes as the program has them', () => {
    const put = (path: string, text: string): void => {
      mkdirSync(dirname(join(owner, 'site', path)), { recursive: true });
      writeFileSync(join(owner, 'site', path), text);
    };
    symlinkSync(join(root, 'node_modules/esbuild'), join(owner, 'node_modules/esbuild'), 'junction');
    put(
      '_plugins/typed.ts',
      `import { parseBibtex, sortForm, parseNames } from 'hastie/bibtex';
import { elementsBelow, parseFragment, printFragment } from 'hastie/html';
import { definePlugin, defineTag, read, RubyTime, type Plugin } from 'hastie';
const plugin: Plugin = definePlugin({
  name: 'typed',
  createState: () => ({ links: 0 }),
  liquid: {
    tags: [
      defineTag('first_author', (call) => {
        const text = call.files.read('papers.bib') ?? '';
        const [entry] = parseBibtex({ file: 'papers.bib', text }, { report: call.report }).entries;
        return parseNames(entry?.fields.get('author') ?? '').map(sortForm)[0] ?? '';
      }),
      defineTag('site_title', (call) => call.print(read(call.site, 'title'))),
      defineTag('is_time', (call) => String(read(call.site, 'time') instanceof RubyTime)),
    ],
  },
  transform(html, page, site) {
    if (!html.includes('<a')) return html;
    const tree = parseFragment(html);
    for (const [element] of elementsBelow(tree))
      if (element.name === 'a') element.attributes.set('data-n', String(++site.state.links));
    return printFragment(tree);
  },
});
export default plugin;
`,
    );
    put(
      '_plugins/native.mjs',
      `import { defineTag, isTruthy, read, refuse, RubyTime } from 'hastie/plugin';
import { build } from 'hastie';
const time = defineTag('native_time', ({ site }) => String(read(site, 'time') instanceof RubyTime && isTruthy(read(site, 'title'))));
const never = defineTag('never', () => refuse({ code: 'native/never', message: 'this is never right', hint: 'take it out' }));
export default { name: 'native', liquid: { tags: [time, never] }, configure: () => ({ kind: typeof build }) };
`,
    );
    put('papers.bib', '@book{k, author = {Donald E. Knuth and Ada}, title = {T}}');
    const tags = '{% first_author %}|{% site_title %}|{% is_time %}|{% native_time %}|{{ site.kind }}';
    put('plugins.html', `---\n---\n${tags} <a href=x>1</a><a href=y>2</a>`);
    const { status, stderr } = run('build');
    expect(stderr).not.toMatch(/warning|error/);
    expect(status).toBe(0);
    expect(readFileSync(join(owner, 'site', 'dist', 'plugins.html'), 'utf8')).toBe(
      'Knuth, Donald E.|Home|true|true|function <a href="x" data-n="1">1</a><a href="y" data-n="2">2</a>',
    );
    put('plugins.html', '---\n---\n\n{% never %}');
    const refused = run('build');
    expect(refused.status).not.toBe(0);
    expect(refused.stderr).toMatch(/plugins\.html:4:1.*\n?.*this is never right/);
    for (const path of ['_plugins', 'papers.bib', 'plugins.html'])
      rmSync(join(owner, 'site', path), { recursive: true });
  });

  test('serves it', async () => {
    const port = await freePort();
    const server = spawn(process.execPath, [join(installed, 'bin', 'serve.js'), '--port', String(port)], {
      cwd: join(owner, 'site'),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    try {
      await new Promise<void>((resolve, reject) => {
        for (const stream of [server.stdout, server.stderr])
          stream.on('data', (chunk: Buffer) => String(chunk).includes('Serving') && resolve());
        server.once('exit', (status) => reject(new Error(`it ended with ${status}`)));
      });
      const answer = await fetch(`http://localhost:${port}/`);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('class="emoji"');
    } finally {
      server.removeAllListeners('exit');
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill();
      await ended;
    }
  });
});

test('the lock names every package that one of its packages may bring: `npm ci` refuses a lock with holes', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const names = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
  const missing = Object.entries<{ optionalDependencies?: Record<string, string> }>(packages).flatMap(
    ([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !names.has(name))
        .map((name) => `${path}: ${name}`),
  );
  expect(missing).toEqual([]);
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
