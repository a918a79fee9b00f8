/** Sites on the real disk, for tests of links, locks and foreign files: the program runs in this process. */

import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DiskCache } from '../../src/cache/disk-cache.ts';
import { runAgain } from '../../src/cli/commands/again.ts';
import type { StatsPorts } from '../../src/cli/commands/stats.ts';
import { parseArguments } from '../../src/cli/parse-arguments.ts';
import { createPalette } from '../../src/cli/report/colour.ts';
import { run } from '../../src/cli/run.ts';
import { createPacker } from '../../src/node/packer.ts';
import { createTestWorld } from './node-world.ts';

type Files = Readonly<Record<string, string>>;

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own for a test, in which sites and what lies beside them can be put; links of its path are resolved. */
export function createScratch(): { readonly path: string; remove(): void } {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'hastie-disk-')));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export function put(folder: string, files: Files): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** Everything below a folder: files with inode, times and text, links as `-> target`, folders as `/`. Only the time of reading is left out. */
export function snapshot(folder: string): Record<string, string> {
  const found: Record<string, string> = {};
  const visit = (key: string): void => {
    const path = join(folder, key);
    const stat = lstatSync(path);
    if (stat.isSymbolicLink()) found[key] = `-> ${readlinkSync(path)}`;
    else if (stat.isDirectory()) {
      found[`${key}/`] = `${stat.ino} ${stat.mtimeMs}`;
      for (const name of readdirSync(path).sort()) visit(key === '' ? name : `${key}/${name}`);
    } else found[key] = `${stat.ino} ${stat.mtimeMs} ${stat.nlink} ${readFileSync(path, 'utf8')}`;
  };
  visit('');
  return found;
}

interface RunOptions {
  readonly stats?: StatsPorts;
  /** Whether the memory of the last build is asked first, as the launcher does it. */
  readonly launched?: boolean;
}

/** `hastie <words>` in `folder`, with a cache of results and a memory of the build, as the program itself has them. */
export async function hastieOnDisk(
  folder: string,
  words: string,
  { stats, launched = false }: RunOptions = {},
): Promise<Ran> {
  let out = '';
  let err = '';
  const typed = words.split(' ');
  // what was written a moment ago is younger than a build would trust
  const startedMs = launched ? Date.now() + 60_000 : Date.now();
  const identity = { program: '1', words: typed, workingFolder: folder, startedMs };
  const world = createTestWorld();
  const terminal = {
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
    interactive: false,
    outInteractive: false,
    columns: 80,
  };
  const context = { terminal, workingFolder: folder, interrupted: () => false };
  const early = launched
    ? runAgain({
        ...context,
        args: parseArguments(typed),
        palette: createPalette(false),
        outPalette: createPalette(false),
        world: { ...world, identity },
      })
    : undefined;
  const status =
    early ??
    (await run(typed, {
      ...context,
      world,
      cache: new DiskCache(createPacker('1', ''), identity),
      ...(stats === undefined ? {} : { stats }),
    }));
  return { status, out, err };
}
