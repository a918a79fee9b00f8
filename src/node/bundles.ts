/** The other files of `lib/`: loaded by name when their time comes, so that what a build does not need costs it nothing. */

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** The absolute path of a bundle: beside the one that this file is part of, or in `lib` when the sources run as they are. */
export function bundleFile(name: string): string {
  const beside = fileURLToPath(new URL(`./${name}`, import.meta.url));
  return existsSync(beside) ? beside : fileURLToPath(new URL(`../../lib/${name}`, import.meta.url));
}

/** The exports of a bundle in CommonJS. */
export function loadBundle(name: string): unknown {
  return createRequire(import.meta.url)(bundleFile(name));
}
