/** A site on a disk with a server of themes and a cache of its own. */

import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { noCache } from '../../../src/cache/disk-cache.ts';
import { readTarball } from '../../../src/node/tarball.ts';
import { createThemePorts } from '../../../src/node/themes.ts';
import { buildSite } from '../../../src/pipeline/build-site.ts';
import type { SiteResult } from '../../../src/pipeline/site-result.ts';
import { SingleBuild } from '../../../src/pipeline/variants/single-build.ts';
import type { World } from '../../../src/pipeline/world.ts';
import { createTestWorld } from '../../support/node-world.ts';
import { startThemeServer, type ThemeServer } from '../../support/theme-server.ts';

export const themePorts = createThemePorts(() => ({ readTarball }));

export class ThemedSite {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'themed-')));
  readonly source = join(this.root, 'site');
  /** The user's cache folder. */
  readonly caches = join(this.root, 'home/.cache');
  readonly environment: Record<string, string>;
  readonly server: ThemeServer;

  private constructor(server: ThemeServer) {
    this.server = server;
    this.environment = { HOME: join(this.root, 'home'), HASTIE_THEME_HOST: server.address };
    mkdirSync(join(this.root, 'home'));
    mkdirSync(this.source);
  }

  static async create(files: Readonly<Record<string, string>>): Promise<ThemedSite> {
    const site = new ThemedSite(await startThemeServer());
    site.put(files);
    return site;
  }

  put(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.source, path)), { recursive: true });
      writeFileSync(join(this.source, path), text);
    }
  }

  world(): World {
    return { ...createTestWorld(this.environment), themes: themePorts };
  }

  build(flags: Readonly<Record<string, string | boolean>> = {}): Promise<SiteResult> {
    const overrides = new Map<string, string | boolean>([
      ['source', this.source],
      ['destination', join(this.root, 'out')],
      ['disable_disk_cache', true],
      ...Object.entries(flags),
    ]);
    return buildSite(
      this.world(),
      { workingFolder: this.source, overrides, adoptDestination: true },
      new SingleBuild(noCache),
    );
  }

  /** A file of the built site. */
  out(path: string): string {
    return readFileSync(join(this.root, 'out', path), 'utf8');
  }

  lock(): { themes: { name: string; ref: string; commit?: string; digest: string; repository: string }[] } {
    return JSON.parse(readFileSync(join(this.source, 'hastie-themes.lock.json'), 'utf8'));
  }

  /** Every file below a folder, with its path from there; none where there is no folder. */
  files(folder: string): string[] {
    try {
      return readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((path) => statSync(join(folder, path)).isFile())
        .sort();
    } catch {
      return [];
    }
  }

  forgetCache(): void {
    rmSync(this.caches, { recursive: true, force: true });
  }

  async close(): Promise<void> {
    await this.server.close();
    rmSync(this.root, { recursive: true, force: true });
  }
}

export const codes = ({ diagnostics }: SiteResult): readonly string[] => diagnostics.map(({ code }) => code);
