/** A site of a few Sass files in a temporary folder, compiled by a real worker: the base of the stylesheet tests. */

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { DiskCache } from '../../../../src/cache/disk-cache.ts';
import type { FromWorker, ToWorker } from '../../../../src/engines/sass/jobs.ts';
import type { SassPorts, WorkerThread } from '../../../../src/engines/sass/ports.ts';
import { readSassSettings, sassSection } from '../../../../src/engines/sass/settings.ts';
import {
  createStylesheets,
  type JoinedStylesheets,
  type StylesheetOptions,
  type Stylesheets,
} from '../../../../src/engines/sass/stylesheets.ts';
import { Results } from '../../../../src/graph/results.ts';
import type { Config } from '../../../../src/model/config.ts';
import { settingsOf } from '../../../../src/model/settings/settings.ts';
import { nodeFs } from '../../../../src/node/fs.ts';
import { createPacker } from '../../../../src/node/packer.ts';
import { nodeSassPorts } from '../../../../src/node/sass/sass-ports.ts';
import type { ThreadEvents } from '../../../../src/node/sass/sass-thread.ts';
import { StylesheetResults } from '../../../../src/render/wiring/stylesheet-results.ts';

export type Files = Readonly<Record<string, string>>;

export const COMPILERS = ['sass-embedded', 'sass'] as const;
export type CompilerName = (typeof COMPILERS)[number];

export const clock = { now: 0, elapsed: () => performance.now() };

const repository = resolve(import.meta.dirname, '../../../..');
// Below node_modules, so that the worker finds the compilers as an installed one does; one for each test process.
const workerFile = join(repository, `node_modules/.cache/hastie-test/sass-worker-${process.pid}.cjs`);
let bundled = false;

/** The file of the worker, bundled from the sources on first use. */
export function bundledWorker(): string {
  if (!bundled) {
    buildSync({
      entryPoints: [join(repository, 'src/node/sass/worker.ts')],
      outfile: workerFile,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      external: ['sass', 'sass-embedded'],
      logLevel: 'error',
    });
    process.on('exit', () => rmSync(workerFile, { force: true }));
    bundled = true;
  }
  return workerFile;
}

/** Ports that count how often a worker was asked for. Workers that have nothing left to do serve the next test. */
export function countingPorts(): SassPorts & { readonly starts: () => number } {
  const ports = nodeSassPorts(bundledWorker());
  let starts = 0;
  return {
    identify: ports.identify,
    after: ports.after,
    startThread(events) {
      starts++;
      return pooledThread(ports, events);
    },
    starts: () => starts,
  };
}

interface Pooled {
  events: ThreadEvents;
  readonly thread: WorkerThread;
  busy: number;
}

const idle = new Map<string, Pooled[]>();

function pooledThread(ports: SassPorts, events: ThreadEvents): WorkerThread {
  let mine: { readonly pooled: Pooled; readonly name: string } | undefined;
  const take = (name: string): Pooled => {
    const free = idle.get(name)?.pop();
    if (free !== undefined) return Object.assign(free, { events });
    const pooled: Pooled = {
      events,
      busy: 0,
      thread: ports.startThread({
        message(message) {
          if ((message as FromWorker).kind === 'done') pooled.busy--;
          pooled.events.message(message);
        },
        broken: (reason) => pooled.events.broken(reason),
      }),
    };
    return pooled;
  };
  return {
    post(raw) {
      const message = raw as ToWorker;
      if (message.kind === 'setup') {
        const name = message.site.settings.compiler ?? 'best';
        mine ??= { pooled: take(name), name };
      }
      if (message.kind === 'compile' && mine !== undefined) mine.pooled.busy++;
      mine?.pooled.thread.post(message);
    },
    receive: (limitMs) => mine?.pooled.thread.receive(limitMs),
    end() {
      if (mine === undefined) return;
      const { pooled, name } = mine;
      pooled.events = { message: () => {}, broken: () => {} };
      if (pooled.busy === 0) idle.set(name, [...(idle.get(name) ?? []), pooled]);
      else pooled.thread.end();
      mine = undefined;
    },
  };
}

export class SassSite {
  readonly folder: string;
  readonly source: string;
  readonly cache: string;
  readonly ports = countingPorts();
  readonly opened: Stylesheets[] = [];

  constructor(files: Files) {
    this.folder = realpathSync(mkdtempSync(join(tmpdir(), 'hastie-sass-')));
    this.source = join(this.folder, 'site');
    this.cache = join(this.folder, 'cache');
    mkdirSync(this.source);
    this.write(files);
  }

  /** Paths are relative to the source; `../x` lies beside it. */
  write(files: Files): void {
    for (const [path, text] of Object.entries(files)) {
      const file = join(this.source, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }

  /** Stylesheets with the values of the configuration's `sass` key. */
  open(sass: Readonly<Record<string, unknown>> = {}, options: Partial<StylesheetOptions> = {}): Stylesheets {
    const { settings } = readSassSettings(sassSection(new Map(Object.entries(sass)) as never), 'production');
    const stylesheets = createStylesheets(
      { fs: nodeFs, clock, sass: this.ports },
      { source: this.source, settings, ...options },
    );
    this.opened.push(stylesheets);
    return stylesheets;
  }

  /** The same with what earlier ones have left in the cache folder, until its join. */
  openCached(
    sass: Readonly<Record<string, unknown>> = {},
    options: Partial<StylesheetOptions> = {},
  ): Stylesheets {
    const cache = new DiskCache(createPacker('1', ''), undefined);
    const config = { cacheFolder: this.cache, settings: settingsOf(new Map()) } as unknown as Config;
    const store = cache.recallStylesheets(nodeFs, config);
    const results = new Results(store, 'stylesheets');
    const stylesheets = this.open(sass, options);
    stylesheets.begin(nodeFs, (disk) => new StylesheetResults(disk, results));
    return {
      ...stylesheets,
      async join() {
        const joined = await stylesheets.join();
        results.commit();
        cache.keepStylesheets(nodeFs, config, store);
        return joined;
      },
    };
  }

  /** Compiles one text that stands for `path`. */
  async compile(
    text: string,
    sass: Readonly<Record<string, unknown>> = {},
    at: { path?: string; startLine?: number; isCached?: boolean } & Partial<StylesheetOptions> = {},
  ): Promise<JoinedStylesheets> {
    const { path = 'assets/css/main.scss', startLine = 3, isCached = false, ...options } = at;
    const stylesheets = isCached ? this.openCached(sass, options) : this.open(sass, options);
    stylesheets.add({ path, text, startLine, syntax: path.endsWith('.sass') ? 'sass' : 'scss' });
    const joined = await stylesheets.join();
    stylesheets.close();
    return joined;
  }

  remove(): void {
    for (const stylesheets of this.opened) stylesheets.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The options that force one of the compilers. */
export function withCompiler(
  name: CompilerName,
  sass: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return name === 'sass' ? { ...sass, implementation: 'sass' } : { ...sass };
}
