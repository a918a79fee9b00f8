/** A site in memory, as read: the base of the tests of reading. */

import { loadConfig } from '../../../src/config/load-config.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import type { Config, Overrides } from '../../../src/model/config.ts';
import type { Inventory } from '../../../src/model/inventory.ts';
import { builtInPlugins } from '../../../src/plugins/all.ts';
import { FsError, type ReadFs } from '../../../src/ports/fs.ts';
import { readSite } from '../../../src/read/read-site.ts';
import { createMemoryFs, type MemoryFs } from '../../support/memory-fs.ts';

export interface SiteInMemory {
  /** By path relative to the source. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly links?: Readonly<Record<string, string>>;
  readonly others?: readonly string[];
  /** Paths that can't be read, with errno's name. */
  readonly refused?: Readonly<Record<string, string>>;
  /** Seconds since the epoch. */
  readonly modified?: Readonly<Record<string, number>>;
  readonly flags?: Overrides;
  readonly variables?: Readonly<Record<string, string>>;
}

/** Midnight of 2026-01-01 in UTC: *now* of all tests. */
export const now = Date.UTC(2026, 0, 1);

export function configOf(site: SiteInMemory): Config {
  const flags = { workingFolder: '/site', overrides: site.flags ?? new Map() };
  return loadConfig(fsOf(site), envOf(site), flags, builtInPlugins);
}

export function readInMemory(site: SiteInMemory): {
  config: Config;
  inventory: Inventory;
  said: Diagnostic[];
} {
  const config = configOf(site);
  const inventory = readSite(fsOf(site), { now, elapsed: () => 0 }, config);
  return { config, inventory, said: [...config.diagnostics, ...inventory.diagnostics] };
}

function envOf(site: SiteInMemory) {
  return { get: (name: string) => site.variables?.[name], timeZone: 'UTC' };
}

function fsOf(site: SiteInMemory): ReadFs {
  const fs = createMemoryFs();
  fs.putFolder('/site');
  for (const [path, content] of Object.entries(site.files))
    fs.put(`/site/${path}`, content, (site.modified?.[path] ?? 0) * 1000);
  for (const [path, target] of Object.entries(site.links ?? {})) fs.putLink(`/site/${path}`, target);
  for (const path of site.others ?? []) fs.putOther(`/site/${path}`);
  return refusing(fs, site.refused ?? {});
}

function refusing(fs: MemoryFs, refused: Readonly<Record<string, string>>): ReadFs {
  const check = (path: string): string => {
    const code = refused[path.replace('/site/', '')];
    if (code !== undefined) throw new FsError(code, path, code);
    return path;
  };
  return {
    ...fs,
    stat: (path) => (refused[path.replace('/site/', '')] === 'ESTAT' ? fs.stat(check(path)) : fs.stat(path)),
    list: (folder) => fs.list(check(folder)),
    readBytes: (path) => fs.readBytes(check(path)),
    readHead: (path, length) => fs.readHead(check(path), length),
  };
}
