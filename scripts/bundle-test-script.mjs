/** Scripts of the tests in TypeScript as files that Node runs, for what needs a process of its own. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(fileURLToPath(import.meta.url), '../..');

/** A source keeps its own address in the bundle: what it looks for beside itself is there. */
const ownAddresses = {
  name: 'own-addresses',
  setup(build) {
    build.onLoad({ filter: /[\\/](?:src|test)[\\/].*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(join(path, '..'))),
      loader: 'ts',
    }));
  },
};

/**
 * @param {readonly string[]} entries files in `test/`, by their paths from there
 * @param {string} outdir gets one `NAME.mjs` for each entry, and what they share
 */
export async function bundleTestScripts(entries, outdir) {
  await build({
    entryPoints: entries.map((entry) => join(root, 'test', entry)),
    entryNames: '[name]',
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: entries.length > 1,
    format: 'esm',
    platform: 'node',
    // a loader of native programs, which works from its own folder alone
    external: ['esbuild'],
    logLevel: 'error',
    plugins: [ownAddresses],
    banner: {
      js: `import { createRequire as createRequireHere } from 'node:module';\nconst require = createRequireHere(${JSON.stringify(import.meta.url)});`,
    },
  });
}
