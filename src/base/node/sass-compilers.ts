/** The two Sass compilers on Node: which is installed, told without loading it, and how each is started. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as Sass from 'sass';
import type * as Embedded from 'sass-embedded';

type Options = Sass.StringOptions<'sync'>;

/** A compiler that is ready to work. */
export interface StartedCompiler {
  readonly name: 'sass-embedded' | 'sass';
  compile(text: string, options: Options): Promise<Sass.CompileResult>;
  end(): void;
}

/**
 * Name and version of the compiler that `startCompiler` takes: `sass-embedded 1.97.3`. `from` is a file from whose
 * folder packages are found; `undefined` as name asks for the best one. Reads a few lines, loads nothing.
 */
export function identifyCompiler(from: string, name?: string): string {
  const find = createRequire(from);
  const embedded = name === 'sass' ? undefined : versionOf(find, 'sass-embedded');
  if (embedded !== undefined && hasBinary(find)) return `sass-embedded ${embedded}`;
  return `sass ${versionOf(find, 'sass') ?? '?'}`;
}

/** Loads the named compiler, the best installed one without a name, and starts its process where it has one. */
export async function startCompiler(name?: string): Promise<StartedCompiler> {
  if (name !== 'sass') {
    try {
      return await startEmbedded();
    } catch (error) {
      // Not installed, or no binary for this machine.
      if (name === 'sass-embedded') throw error;
    }
  }
  const sass = await import('sass');
  return {
    name: 'sass',
    compile: async (text, options) => sass.compileString(text, options),
    end: () => {},
  };
}

type EmbeddedOptions = Embedded.StringOptions<'async'>;

async function startEmbedded(): Promise<StartedCompiler> {
  const embedded = await import('sass-embedded');
  const compiler = await embedded.initAsyncCompiler();
  const died = new Promise<never>((_, reject) => {
    childOf(compiler)?.on('error', reject);
    childOf(compiler)?.on('exit', (code) => reject(new Error(`its process ended with ${code}`)));
  });
  died.catch(() => {});
  return {
    name: 'sass-embedded',
    compile: (text, options) =>
      // The door: the two packages declare the same options, each in its own words.
      Promise.race([compiler.compileStringAsync(text, options as object as EmbeddedOptions), died]),
    end: () => childOf(compiler)?.kill('SIGKILL'),
  };
}

interface Child {
  on(event: 'error' | 'exit', listener: (what: unknown) => void): void;
  kill(signal: string): void;
}

/** The compiler's process, which the package keeps to itself; without it a crash shows only as a silence. */
function childOf(compiler: object): Child | undefined {
  return 'process' in compiler ? (compiler.process as Child) : undefined;
}

function versionOf(find: NodeJS.Require, name: string): string | undefined {
  try {
    const main = find.resolve(name);
    const end = main.replaceAll('\\', '/').lastIndexOf(`/node_modules/${name}/`);
    const folder = end < 0 ? dirname(main) : main.slice(0, end + `/node_modules/${name}`.length);
    const described: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return typeof described === 'object' && described !== null && 'version' in described
      ? String(described.version)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the binary for this machine is there: it is a package of its own that npm leaves out where it can't be had. */
function hasBinary(find: NodeJS.Require): boolean {
  const near = createRequire(find.resolve('sass-embedded'));
  const system = process.platform === 'linux' ? ['linux', 'linux-musl'] : [process.platform];
  return system.some((name) => {
    try {
      near.resolve(`sass-embedded-${name}-${process.arch}/package.json`);
      return true;
    } catch {
      return false;
    }
  });
}
