/** Where errors of plugins come from: V8's stacks, the places of syntax errors, esbuild's messages. */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CodePlace } from '../ports/modules.ts';

/** `    at Object.generate (file:///site/_plugins/a.js?17:3:9)`, with or without a name. */
const FRAME = /^\s+at (?:.*? \()?(.+):(\d+):(\d+)\)?$/;
/** The first line of the stack of a syntax error; the line itself and a caret below it follow. */
const SYNTAX_ERROR = /^((?:file:|\/|[A-Za-z]:[\\/]).+):(\d+)$/;

/** The modules that were made of TypeScript, by their addresses. */
export class CodePlaces {
  readonly #files = new WeakMap<object, string>();
  readonly #maps = new Map<string, { readonly map: SourceMap; readonly folder: string }>();

  /**
   * @param map as esbuild wrote it
   * @param folder absolute, which its sources are relative to
   */
  addMap(address: string, map: string, folder: string): void {
    this.#maps.set(address, { map: new SourceMap(JSON.parse(map)), folder });
  }

  /** Notes the file in which an error of syntax may be: V8 does not say where it is in a module that is imported. */
  noteSyntaxError(error: SyntaxError, path: string): void {
    this.#files.set(error, path);
  }

  /** As `Modules.locate`. */
  locate(error: unknown, isWanted: (path: string) => boolean): CodePlace | undefined {
    const known = this.#places(error).map((place, at) => ({ ...place, isInnermost: at === 0 }));
    return known.find(({ path }) => isWanted(path));
  }

  #places(error: unknown): readonly Omit<CodePlace, 'isInnermost'>[] {
    const built = ofEsbuild(error);
    if (built !== undefined) return [built];
    const file = error instanceof SyntaxError ? this.#files.get(error) : undefined;
    const stack = (file && complaintOfNode(file)) ?? (error instanceof Error ? error.stack : undefined) ?? '';
    const lines = stack.split('\n');
    const [address, line] = SYNTAX_ERROR.exec(lines[0] ?? '')?.slice(1) ?? [];
    if (address !== undefined && line !== undefined)
      return [this.#placeIn(address, Number(line), columnOfCaret(lines))];
    return lines.flatMap((text) => {
      const [from, row, column] = FRAME.exec(text)?.slice(1) ?? [];
      return from === undefined ? [] : [this.#placeIn(from, Number(row), Number(column))];
    });
  }

  #placeIn(address: string, line: number, column: number): Omit<CodePlace, 'isInnermost'> {
    const made = this.#maps.get(address);
    const entry = made?.map.findEntry(line - 1, column - 1);
    if (made !== undefined && entry !== undefined && 'originalSource' in entry)
      return {
        path: withSlashes(resolve(made.folder, entry.originalSource)),
        line: entry.originalLine + 1,
        column: entry.originalColumn + 1,
      };
    return { path: pathOf(address), line, column };
  }
}

/** What Node itself says of a file that it can't parse, like the stack of a syntax error; undefined where it can. */
function complaintOfNode(file: string): string | undefined {
  const type = file.endsWith('.cjs') ? 'commonjs' : 'module';
  try {
    // read from the standard input, a file is a module whatever the packages around it say
    const { stderr } = spawnSync(process.execPath, ['--check', `--input-type=${type}`, '-'], {
      input: readFileSync(file),
      encoding: 'utf8',
      timeout: CHECK_LIMIT_MS,
    });
    return stderr.startsWith('[stdin]:') ? stderr.replace('[stdin]', () => file) : undefined;
  } catch {
    return undefined;
  }
}

/** How long Node may take to parse a plugin, in milliseconds. */
const CHECK_LIMIT_MS = 5_000;

/** The first mistake in TypeScript that esbuild could not read; its columns count from 0. */
function ofEsbuild(error: unknown): Omit<CodePlace, 'isInnermost'> | undefined {
  if (!(error instanceof Error) || !('errors' in error) || !Array.isArray(error.errors)) return undefined;
  const location: unknown = error.errors[0]?.location;
  if (typeof location !== 'object' || location === null) return undefined;
  const { file, line, column } = location as { file?: unknown; line?: unknown; column?: unknown };
  if (typeof file !== 'string' || typeof line !== 'number' || typeof column !== 'number') return undefined;
  return { path: withSlashes(resolve(file)), line, column: column + 1 };
}

function columnOfCaret(lines: readonly string[]): number {
  const caret = lines.find((line) => /^\s*\^+\s*$/.test(line));
  return caret === undefined ? 1 : caret.indexOf('^') + 1;
}

/** The path of an address, without what tells one time of a file from another. */
function pathOf(address: string): string {
  if (!address.startsWith('file:')) return withSlashes(address.replace(/\?[\d.]+$/, ''));
  return withSlashes(fileURLToPath(new URL(address.replace(/[?#].*$/, ''))));
}

function withSlashes(path: string): string {
  return path.replaceAll('\\', '/');
}
