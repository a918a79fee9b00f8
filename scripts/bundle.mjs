// Builds lib/ from src/: the program as one CommonJS file (for V8's code cache), the public modules, Sass's worker, the types.
// Run by `prepare`, so that `npm ci` leaves a tool that works.

import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lib = join(root, 'lib');

/** Heavy and seldom needed, or native: loaded from node_modules when their time comes. */
const EXTERNAL = ['sass', 'sass-embedded', 'chokidar', 'esbuild', 'fsevents'];

/** gray-matter asks for `fs` in CommonJS's way, which a module has not. The engines alone stay free of Node. */
const REQUIRE =
  "import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);";

/** What is built, from which file, in which form. */
const BUNDLES = [
  { out: 'cli.cjs', entry: 'src/cli/main.ts', format: 'cjs' },
  { out: 'again.cjs', entry: 'src/cli/again-main.ts', format: 'cjs' },
  { out: 'highlight.cjs', entry: 'src/engines/highlight/highlighter.ts', format: 'cjs' },
  { out: 'highlight-fallback.cjs', entry: 'src/engines/highlight/highlight-js.ts', format: 'cjs' },
  { out: 'import-module.cjs', entry: 'src/node/import-module.ts', format: 'cjs' },
  { out: 'sass-worker.cjs', entry: 'src/node/sass/worker.ts', format: 'cjs' },
  { out: 'index.js', entry: 'src/index.ts', format: 'esm', banner: REQUIRE },
  { out: 'markdown.js', entry: 'src/engines/markdown/markdown.ts', format: 'esm', platform: 'browser' },
  { out: 'liquid.js', entry: 'src/engines/liquid/engine.ts', format: 'esm', platform: 'browser' },
];

/**
 * gray-matter comes with an engine that runs front matter as JavaScript and with an old js-yaml. Ours is the only engine it
 * is ever given, so neither is shipped: its table of engines is empty.
 */
const safeGrayMatter = {
  name: 'safe-gray-matter',
  setup(build) {
    build.onLoad({ filter: /[\\/]gray-matter[\\/]lib[\\/]engines\.js$/ }, () => ({
      contents: 'module.exports = {};',
      loader: 'js',
    }));
  },
};

/**
 * markdown-it decodes entities with a table that is unpacked when the program is loaded, a tenth of all that loading does. Few
 * sites need it: it is unpacked when the first one is met.
 */
const lateEntityTable = {
  name: 'late-entity-table',
  setup(build) {
    const change = (filter, from, to) =>
      build.onLoad({ filter }, ({ path }) => {
        const text = readFileSync(path, 'utf8');
        const contents = text.replace(from, to);
        if (contents === text) throw new Error(`${path} is not as it was: look at lateEntityTable again`);
        return { contents, loader: 'js' };
      });
    change(
      /[\\/]entities[\\/]dist[\\/]generated[\\/]decode-data-html\.js$/,
      /export const htmlDecodeTree = (?:\/\*.*?\*\/ *)?(.*?\));/s,
      'let table;\nexport const htmlDecodeTree = () => (table ??= $1);',
    );
    change(
      /[\\/]entities[\\/]dist[\\/]decode\.js$/,
      'const decodeTree = htmlDecodeTree;',
      "if (!input.includes('&')) return input;\nconst decodeTree = htmlDecodeTree();",
    );
  },
};

/** liquidjs would load Node's cryptography, the largest of its modules, for two filters that are not its own here. */
const noCryptography = {
  name: 'no-cryptography',
  setup(build) {
    build.onResolve({ filter: /^crypto$/ }, ({ importer }) =>
      /[\\/]liquidjs[\\/]/.test(importer) ? { path: 'crypto', namespace: 'nothing' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** What must not be in a bundle; a check of the result, not of the intention. */
const FORBIDDEN = [
  [/\beval\(/, 'eval'],
  [/\bnew Function\(/, 'new Function'],
  [/\bsafeLoad\b/, "js-yaml, which gray-matter's own engine brings"],
];

/** esbuild comes with the development tools; the packed one has its lib/ already. */
async function loadEsbuild() {
  try {
    return await import('esbuild');
  } catch (error) {
    if (existsSync(join(lib, 'cli.cjs'))) return undefined;
    throw error;
  }
}

async function bundle({ build }, { out, entry, format, banner, platform = 'node' }, version) {
  const result = await build({
    entryPoints: [join(root, entry)],
    bundle: true,
    format,
    platform,
    target: platform === 'node' ? 'node20.19' : 'es2023',
    external: EXTERNAL,
    plugins: [safeGrayMatter, lateEntityTable, noCryptography],
    // Names stay, so that the trace of a bug can be read; the white space goes, which V8 would have to scan.
    minifySyntax: true,
    minifyWhitespace: true,
    // The launcher hands the program to V8 byte by byte.
    charset: format === 'cjs' ? 'ascii' : 'utf8',
    legalComments: 'none',
    define: {
      HASTIE_VERSION: JSON.stringify(version),
      ...(format === 'cjs' ? { 'import.meta.url': 'bundleUrl' } : {}),
    },
    banner:
      format === 'cjs'
        ? { js: "const bundleUrl=require('node:url').pathToFileURL(__filename).href;" }
        : { js: banner ?? '' },
    logLevel: 'warning',
    metafile: true,
    write: false,
  });
  for (const input of Object.keys(result.metafile.inputs)) {
    const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input) ?? [];
    if (folder !== undefined) bundled.add(folder);
  }
  const [{ text: made }] = result.outputFiles;
  const text = format === 'cjs' ? made.replace(/[^\0-\x7f]/g, escapeUnit) : made;
  for (const [pattern, what] of FORBIDDEN) {
    if (pattern.test(text)) throw new Error(`lib/${out} holds ${what}`);
  }
  const temporary = join(lib, `${out}.new`);
  writeFileSync(temporary, text);
  renameSync(temporary, join(lib, out));
}

/** What esbuild leaves as it is in patterns, where such an escape means the same. */
function escapeUnit(unit) {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Folders of the packages that are in some bundle. */
const bundled = new Set();

/** Their licences, which have to travel with what is copied. */
function writeLicences() {
  const texts = [...bundled].sort().map((folder) => {
    const path = join(root, folder);
    const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
    const file = readdirSync(path).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file === undefined ? `Licence: ${license}` : readFileSync(join(path, file), 'utf8').trim();
    return `${name} ${version}\n\n${text}\n`;
  });
  writeFileSync(join(lib, 'THIRD-PARTY-LICENCES.txt'), texts.join(`\n${'-'.repeat(72)}\n\n`));
}

/** The declarations of what the package exports: one file for each door, made of what the compiler writes. */
async function declareTypes() {
  const { rollUpTypes } = await import('./roll-up-types.mjs');
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const folder = mkdtempSync(join(lib, 'types-'));
  try {
    const run = spawnSync(
      process.execPath,
      [compiler, '--project', 'tsconfig.types.json', '--outDir', folder],
      { cwd: root, stdio: 'inherit' },
    );
    if (run.status !== 0) throw new Error('the types can not be made');
    for (const { out, entry } of BUNDLES.filter(({ format }) => format === 'esm')) {
      const declared = join(folder, entry.replace(/^src\//, '').replace(/\.ts$/, '.d.ts'));
      writeFileSync(join(lib, out.replace(/\.js$/, '.d.ts')), rollUpTypes(declared));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const esbuild = await loadEsbuild();
if (esbuild !== undefined) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  mkdirSync(lib, { recursive: true });
  for (const each of BUNDLES) await bundle(esbuild, each, version);
  writeLicences();
  await declareTypes();
}
