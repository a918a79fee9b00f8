/** Modules as Node loads them. */

import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Modules } from '../modules.ts';

/** What is used of esbuild, which is not among our own packages at run time. */
interface Bundler {
  build(options: Readonly<Record<string, unknown>>): Promise<{
    readonly outputFiles: readonly { readonly text: string }[];
  }>;
}

export const nodeModules: Modules = {
  // the time of the file in its address: a server loads it again when it was changed
  load: async (path) => await import(`${pathToFileURL(path).href}?${statSync(path).mtimeMs}`),
  async loadTypeScript(path, folder) {
    const esbuild =
      resolveFrom('esbuild', folder) ?? resolveFrom('esbuild', dirname(fileURLToPath(import.meta.url)));
    if (esbuild === undefined) return 'missing';
    const bundler: { readonly default: Bundler } = await import(pathToFileURL(esbuild).href);
    const { outputFiles } = await bundler.default.build({
      entryPoints: [path],
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      write: false,
      logLevel: 'silent',
    });
    const text = outputFiles[0]?.text ?? '';
    return { exports: await import(`data:text/javascript;charset=utf-8,${encodeURIComponent(text)}`) };
  },
  resolve: resolveFrom,
};

function resolveFrom(name: string, folder: string): string | undefined {
  try {
    return createRequire(join(folder, 'package.json')).resolve(name);
  } catch {
    return undefined;
  }
}
