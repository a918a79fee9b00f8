/** Outputs for tests of the writer, from a short notation. */

import { toOutputKey } from '../../src/base/paths.ts';
import type { Output } from '../../src/model/output.ts';

/** `{ 'a/index.html': 'text' }` as outputs, each made from `<key>.md`. */
export function textOutputs(files: Readonly<Record<string, string>>): Output[] {
  return Object.entries(files).map(([path, text]) => {
    const key = toOutputKey(path);
    if (key === undefined) throw new Error(`not a key: ${path}`);
    return { key, from: `${path}.md`, text };
  });
}

/** A copy of `from` under `path`. */
export function copyOutput(
  path: string,
  from: string,
  size: number,
  modifiedMs: number,
  changedMs = modifiedMs,
): Output {
  const key = toOutputKey(path);
  if (key === undefined) throw new Error(`not a key: ${path}`);
  return { key, from, copy: from, size, modifiedMs, changedMs };
}
