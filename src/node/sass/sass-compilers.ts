/** Which Sass compilers are installed, found by looking at files, without loading anything. */

import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface NativeCompiler {
  /** The program and its first arguments. */
  readonly command: readonly [string, ...string[]];
  readonly version: string;
}

/**
 * The native compiler that the `sass-embedded` package brings for this machine, in a package of its own that npm leaves out
 * where it can't be had. `from` is a file from whose folder packages are found.
 */
export function findNativeCompiler(from: string): NativeCompiler | undefined {
  const host = findPackage(dirname(from), 'sass-embedded');
  if (host === undefined) return undefined;
  const systems = process.platform === 'linux' ? ['linux', 'linux-musl'] : [process.platform];
  for (const system of systems) {
    const folder = findPackage(host, `sass-embedded-${system}-${process.arch}`);
    const command = folder === undefined ? undefined : commandIn(join(folder, 'dart-sass'));
    if (folder !== undefined && command !== undefined) return { command, version: versionIn(folder) };
  }
  return undefined;
}

/** Name and version of the compiler that a worker beside `from` takes: `sass-embedded 1.97.3`; of `sass` where `name` asks for it. */
export function identifyCompiler(from: string, name?: string): string {
  const native = name === 'sass' ? undefined : findNativeCompiler(from);
  if (native !== undefined) return `sass-embedded ${native.version}`;
  const folder = findPackage(dirname(from), 'sass');
  return `sass ${folder === undefined ? '?' : versionIn(folder)}`;
}

/** What a stylesheet that grows without end may take, in megabytes; the largest themes take a tenth. */
const HEAP_MB = 768;

/** Dart's runtime with a snapshot of the compiler, or the compiler as one program. */
function commandIn(folder: string): readonly [string, ...string[]] | undefined {
  const runtime = join(folder, 'src', process.platform === 'win32' ? 'dart.exe' : 'dart');
  const snapshot = join(folder, 'src/sass.snapshot');
  if (existsSync(runtime) && existsSync(snapshot))
    return [runtime, `--old_gen_heap_size=${HEAP_MB}`, snapshot];
  const program = join(folder, process.platform === 'win32' ? 'sass.exe' : 'sass');
  return existsSync(program) ? [program] : undefined;
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
