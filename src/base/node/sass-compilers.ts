/** The two Sass compilers on Node: which is installed, told without loading it, and how each is started. */

import { existsSync, readFileSync, realpathSync } from 'node:fs';
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
  const folder = dirname(from);
  const embedded = name === 'sass' ? undefined : findPackage(folder, 'sass-embedded');
  if (embedded !== undefined && hasBinary(embedded)) return `sass-embedded ${versionIn(embedded)}`;
  const sass = findPackage(folder, 'sass');
  return `sass ${sass === undefined ? '?' : versionIn(sass)}`;
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

/** The folder of an installed package as Node would find it from `folder`: in the nearest `node_modules` above that has it. */
function findPackage(folder: string, name: string): string | undefined {
  for (let above = folder; ; above = dirname(above)) {
    const found = join(above, 'node_modules', name);
    if (existsSync(join(found, 'package.json'))) return realpathSync(found);
    if (above === dirname(above)) return undefined;
  }
}

function versionIn(folder: string): string {
  try {
    return /"version"\s*:\s*"([^"]*)"/.exec(readFileSync(join(folder, 'package.json'), 'utf8'))?.[1] ?? '?';
  } catch {
    return '?';
  }
}

/** Whether the binary for this machine is there: it is a package of its own that npm leaves out where it can't be had. */
function hasBinary(embedded: string): boolean {
  const systems = process.platform === 'linux' ? ['linux', 'linux-musl'] : [process.platform];
  return systems.some(
    (system) => findPackage(embedded, `sass-embedded-${system}-${process.arch}`) !== undefined,
  );
}
