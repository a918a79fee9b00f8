/** A script of the tests in TypeScript as one file that Node runs, for tests that need a process of its own. */

import { join } from 'node:path';

interface Module {
  bundleTestScripts(entries: readonly string[], outdir: string): Promise<void>;
}

/**
 * @param name of a file beside this one, without its ending
 * @param folder gets the bundle
 * @returns the bundle's path
 */
export async function bundleScript(name: string, folder: string): Promise<string> {
  const { bundleTestScripts } = (await import(
    new URL('../../scripts/bundle-test-script.mjs', import.meta.url).href
  )) as Module;
  await bundleTestScripts([`support/${name}.ts`], folder);
  return join(folder, `${name}.mjs`);
}
