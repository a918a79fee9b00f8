// Builds lib/ from src/: the program as one CommonJS file (for V8's code cache), the public modules, Sass's worker, the types,
// the JSON Schema of a site's settings.
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
import { fileURLToPath, pathToFileURL } from 'node:url';

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
  { out: 'tarball.cjs', entry: 'src/node/tarball.ts', format: 'cjs' },
  { out: 'sass-worker.cjs', entry: 'src/node/sass/worker.ts', format: 'cjs' },
  { out: 'index.js', entry: 'src/index.ts', format: 'esm', banner: REQUIRE, api: ['src/index.ts'] },
  { out: 'markdown.js', entry: 'src/engines/markdown/markdown.ts', format: 'esm', platform: 'browser' },
  { out: 'liquid.js', entry: 'src/engines/liquid/engine.ts', format: 'esm', platform: 'browser' },
  subpath('plugin', ['plugin', 'tag', 'refuse', 'values', 'diagnostics']),
  subpath('html', ['html', 'markup']),
  subpath('bibtex', ['bibtex']),
  subpath('scholar', ['scholar']),
];

/** A part of the plugin API that loads without the program. */
function subpath(name, modules) {
  const api = modules.map((module) => `src/plugin/api/${module}.ts`);
  return { out: `${name}.js`, format: 'esm', platform: 'browser', api };
}

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

/**
 * A module with the values of `api`, those of the running program where one has left them (src/plugin/loading/toolbox.ts): a
 * plugin that imports another copy of the package is given the classes that the program itself compares with.
 */
async function runningProgram({ build }, api) {
  const names = await Promise.all(api.map((entry) => exportedValues(build, entry)));
  const contents = [
    ...api.map((entry, at) => `import * as own${at} from './${entry}';`),
    `const running = globalThis[Symbol.for('hastie.toolbox')];`,
    `export const { ${names.flat().sort().join(', ')} } = { ${api.map((_, at) => `...own${at}, `).join('')}...running };`,
  ];
  return { contents: contents.join('\n'), resolveDir: root, sourcefile: 'running-program.js' };
}

async function exportedValues(build, entry) {
  const { metafile } = await build({
    entryPoints: [join(root, entry)],
    format: 'esm',
    metafile: true,
    write: false,
  });
  return Object.values(metafile.outputs)[0].exports;
}

async function bundle(esbuild, { out, entry, api, format, banner, platform = 'node' }, version) {
  const result = await esbuild.build({
    ...(api === undefined
      ? { entryPoints: [join(root, entry)] }
      : { stdin: await runningProgram(esbuild, api) }),
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
  const { exportedNames, rollUpTypes } = await import('./roll-up-types.mjs');
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const folder = mkdtempSync(join(lib, 'types-'));
  try {
    const run = spawnSync(
      process.execPath,
      [compiler, '--project', 'tsconfig.types.json', '--outDir', folder],
      { cwd: root, stdio: 'inherit' },
    );
    if (run.status !== 0) throw new Error('the types can not be made');
    const declared = (entry) => join(folder, entry.replace(/^src\//, '').replace(/\.ts$/, '.d.ts'));
    for (const { out, entry, api } of BUNDLES.filter(({ format }) => format === 'esm')) {
      const text =
        entry === undefined
          ? // the same types as those of `hastie`: a class of two declarations would be two types
            `export { ${api.flatMap((each) => exportedNames(declared(each))).join(', ')} } from './index.js';\n`
          : rollUpTypes(declared(entry));
      writeFileSync(join(lib, out.replace(/\.js$/, '.d.ts')), text);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The schema of `_config.yml`, from the table of settings and those of the built-in plugins. */
async function writeSchema({ build }) {
  const folder = mkdtempSync(join(lib, 'schema-'));
  try {
    const outfile = join(folder, 'schema.mjs');
    await build({
      stdin: {
        contents: `
          import { siteSettings } from './src/model/settings/settings.ts';
          import { builtInPlugins } from './src/plugins/all.ts';
          import { configSchema } from './src/settings/schema.ts';
          export const schema = configSchema([siteSettings, ...builtInPlugins.map(({ settings = {} }) => settings)]);`,
        resolveDir: root,
      },
      bundle: true,
      format: 'esm',
      platform: 'node',
      external: EXTERNAL,
      plugins: [safeGrayMatter],
      banner: { js: REQUIRE },
      logLevel: 'warning',
      outfile,
    });
    const { schema } = await import(pathToFileURL(outfile).href);
    writeFileSync(join(lib, 'config.schema.json'), `${JSON.stringify(schema, undefined, 2)}\n`);
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
  await writeSchema(esbuild);
  await declareTypes();
}
