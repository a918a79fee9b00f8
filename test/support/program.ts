/** Runs the program in this process on a disk in memory, with a terminal that records what is printed. */

import { noCache } from '../../src/cache/disk-cache.ts';
import type { StatsPorts } from '../../src/cli/commands/stats.ts';
import { run } from '../../src/cli/run.ts';
import type { World } from '../../src/pipeline/world.ts';
import { createMemoryFs, type MemoryFs } from './memory-fs.ts';
import { createMemoryWorld } from './memory-world.ts';

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

export interface ProgramOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly interactive?: boolean;
  /** As `interactive` where it is not given. */
  readonly outInteractive?: boolean;
  readonly folder?: string;
  /** Replaces ports, e.g. the file system by a faulty one. */
  readonly world?: Partial<World>;
  readonly interrupted?: () => boolean;
  /** What `hastie stats` fetches with. */
  readonly stats?: StatsPorts;
}

/** A site in `/site` with these files. */
export function siteOnDisk(files: Readonly<Record<string, string>>): MemoryFs {
  const fs = createMemoryFs();
  fs.putFolder('/site');
  for (const [path, text] of Object.entries(files)) fs.put(`/site/${path}`, text);
  return fs;
}

/** `hastie <words>` in `/site`; there is no Sass in this world. */
export async function hastie(fs: MemoryFs, words: string, options: ProgramOptions = {}): Promise<Ran> {
  let out = '';
  let err = '';
  let elapsed = 0;
  const world: World = {
    ...createMemoryWorld(fs, { env: options.env ?? {}, elapsed: () => (elapsed += 0.5) }),
    ...options.world,
  };
  const status = await run(
    words.split(' ').filter((word) => word !== ''),
    {
      world,
      cache: noCache,
      terminal: {
        out: (text) => {
          out += text;
        },
        err: (text) => {
          err += text;
        },
        interactive: options.interactive === true,
        outInteractive: options.outInteractive ?? options.interactive === true,
        columns: 80,
      },
      workingFolder: options.folder ?? '/site',
      interrupted: options.interrupted ?? (() => false),
      ...(options.stats === undefined ? {} : { stats: options.stats }),
    },
  );
  return { status, out, err };
}
