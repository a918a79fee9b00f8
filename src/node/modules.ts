/** Modules as Node loads them. */

import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { offerToolbox } from '../plugin/loading/toolbox.ts';
import type { Modules } from '../ports/modules.ts';

/** What is used of esbuild, which is not among our own packages at run time. */
interface Bundler {
  build(options: Readonly<Record<string, unknown>>): Promise<{
    readonly outputFiles: readonly { readonly text: string }[];
  }>;
}

interface PluginBuild {
  onResolve(
    options: { readonly filter: RegExp },
    resolve: (request: { readonly path: string }) => Readonly<Record<string, unknown>> | undefined,
  ): void;
}

/** @param importModule where `import()` can't be used itself, a function that does it */
export function createModules(importModule: () => (address: string) => Promise<unknown>): Modules {
  return {
    load(path) {
      offerToolbox();
      // the time of the file in its address: a server loads it again when it was changed
      return importModule()(`${pathToFileURL(path).href}?${statSync(path).mtimeMs}`);
    },
    loadTypeScript(path, folder) {
      offerToolbox();
      return loadTypeScript(path, folder, importModule());
    },
    resolve: resolveFrom,
  };
}

async function loadTypeScript(
  path: string,
  folder: string,
  importModule: (address: string) => Promise<unknown>,
): ReturnType<Modules['loadTypeScript']> {
  const esbuild = resolveFrom('esbuild', folder) ?? resolveFrom('esbuild', import.meta.url);
  if (esbuild === undefined) return 'missing';
  // what we use of it is declared above
  const bundler = createRequire(esbuild)(esbuild) as Bundler;
  const { outputFiles } = await bundler.build({
    entryPoints: [path],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    write: false,
    logLevel: 'silent',
    plugins: [ownPackage],
  });
  const text = outputFiles[0]?.text ?? '';
  return { exports: await importModule(`data:text/javascript;charset=utf-8,${encodeURIComponent(text)}`) };
}

/**
 * `hastie` and its subpaths are those of the program that runs, by their addresses: the bundle has none of its own to resolve
 * names from, and a site need not have the package installed.
 */
const ownPackage = {
  name: 'own-package',
  setup(build: PluginBuild): void {
    build.onResolve({ filter: /^hastie(?:$|\/)/ }, ({ path }) => {
      const found = resolveFrom(path, import.meta.url);
      return found === undefined ? undefined : { path: pathToFileURL(found).href, external: true };
    });
  },
};

/** @param from a folder, or the address of a module */
function resolveFrom(name: string, from: string): string | undefined {
  try {
    return createRequire(from.startsWith('file:') ? from : join(from, 'package.json')).resolve(name);
  } catch {
    return undefined;
  }
}
