/** Packs by V8's own serializer: several times as fast as JSON, and maps stay maps. */

import { statSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { Packer } from '../ports/packer.ts';

/** @param program the file that runs: another one may build otherwise, whatever it calls its version */
export function createPacker(version: string, program: string): Packer {
  return {
    version: `${version} ${process.version} ${stampOf(program)}`,
    pack: serialize,
    unpack: deserialize,
  };
}

function stampOf(program: string): string {
  const stat = statSync(program, { throwIfNoEntry: false });
  return stat === undefined ? 'sources' : `${stat.size} ${stat.mtimeMs}`;
}
