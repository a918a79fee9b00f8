/** A folder on the real disk as data: every file with its bytes. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** By path below the folder, each byte a character; empty where there is no folder. */
export function treeOf(folder: string, below = ''): Record<string, string> {
  const found: Record<string, string> = {};
  if (!existsSync(join(folder, below))) return found;
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) Object.assign(found, treeOf(folder, path));
    else found[path] = readFileSync(join(folder, path), 'latin1');
  }
  return found;
}
