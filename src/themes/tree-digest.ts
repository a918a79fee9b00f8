/** The digest of a theme: of its files and their names, not of the archive, which a server may compress otherwise tomorrow. */

import { compareText } from '../ruby/text.ts';
import type { ThemeTree } from './unpack.ts';

/** `sha256-<64 hexadecimal digits>`: SHA-256 of a line for each file, in the order of their names: its size, its own SHA-256, its name. */
export function treeDigest(tree: ThemeTree, sha256: (content: Uint8Array) => string): string {
  const lines = [...tree]
    .sort(([a], [b]) => compareText(a, b))
    .map(([path, content]) => `${content.length} ${sha256(content)} ${path}\n`);
  return `sha256-${sha256(new TextEncoder().encode(lines.join('')))}`;
}
