/** A script of the tests in TypeScript as one file that Node runs, for tests that need a process of its own. */

import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const SUPPORT = new URL('./', import.meta.url);

/**
 * @param name of a file beside this one
 * @param outfile where the bundle is put
 */
export async function bundleScript(name: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [fileURLToPath(new URL(name, SUPPORT))],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
    // what the sources look for beside themselves: other bundles and packages
    define: { 'import.meta.url': JSON.stringify(new URL('../../src/node/bundles.ts', SUPPORT).href) },
    banner: {
      js: `import { createRequire as createRequireHere } from 'node:module';\nconst require = createRequireHere(${JSON.stringify(SUPPORT.href)});`,
    },
  });
}
