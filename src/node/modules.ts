/** Modules as Node loads them. */

import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { offerToolbox } from '../plugin/loading/toolbox.ts';
import type { Modules } from '../ports/modules.ts';
import { CodePlaces } from './code-places.ts';

/** What is used of esbuild, which is not among our own packages at run time. */
interface Bundler {
  build(options: Readonly<Record<string, unknown>>): Promise<{
    readonly outputFiles: readonly { readonly path: string; readonly text: string }[];
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
  const places = new CodePlaces();
  return {
    async load(path) {
      offerToolbox();
      try {
        // the time of the file in its address: a server loads it again when it was changed
        return await importModule()(`${pathToFileURL(path).href}?${statSync(path).mtimeMs}`);
      } catch (error) {
        if (error instanceof SyntaxError) places.noteSyntaxError(error, path);
        throw error;
      }
    },
    loadTypeScript(path, folder) {
      offerToolbox();
      return loadTypeScript(path, folder, importModule(), places);
    },
    resolve: resolveFrom,
    locate: (error, isWanted) => places.locate(error, isWanted),
  };
}

async function loadTypeScript(
  path: string,
  folder: string,
  importModule: (address: string) => Promise<unknown>,
  places: CodePlaces,
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
    // beside the file, so that the paths in the map are relative to its folder
    outfile: `${path}.js`,
    sourcemap: 'external',
    logLevel: 'silent',
    plugins: [ownPackage],
  });
  const textOf = (extension: string): string =>
    outputFiles.find((file) => file.path.endsWith(extension))?.text ?? '';
  const address = `data:text/javascript;charset=utf-8,${encodeURIComponent(textOf('.js'))}`;
  places.addMap(address, textOf('.map'), dirname(path));
  return { exports: await importModule(address) };
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
