/** The worker: takes messages, compiles one stylesheet after another, posts the results. Knows neither threads nor Node. */

import type * as Sass from 'sass';
import { sassRecursion } from '../../diagnostics/catalogue/engines/sass.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { ReadFs } from '../../ports/fs.ts';
import { compileStylesheet } from './compile/compile.ts';
import type { Compiler } from './compilers/compiler.ts';
import { javascriptCompiler } from './compilers/javascript-compiler.ts';
import { type CompilerProcess, nativeCompiler } from './compilers/native-compiler.ts';
import { createFolderTable, type FolderTable } from './imports/folder-table.ts';
import { findPlaces, type Places, rootsOf } from './imports/places.ts';
import {
  type Compiled,
  type FromWorker,
  type SassSite,
  type StylesheetJob,
  startOfSheet,
  type ToWorker,
} from './jobs.ts';

export interface SassWorkerPorts {
  readonly fs: ReadFs;
  post(message: FromWorker): void;
  /** Starts the native compiler's process; undefined where none is installed. */
  startNative(): CompilerProcess | undefined;
  /** Loads the `sass` package, the compiler where the native one is missing or unwanted. */
  loadSass(): Promise<Pick<typeof Sass, 'compileString'>>;
}

export interface SassWorker {
  /** Takes a `ToWorker` from the main thread. */
  take(message: unknown): void;
  /** Ends the compiler and drops the jobs that are left; resolves when the compiler's process has ended. */
  end(): Promise<void>;
}

/** What is known of the site's folders until they may have changed. */
interface Look {
  readonly table: FolderTable;
  readonly places: Places;
}

export function createSassWorker(ports: SassWorkerPorts): SassWorker {
  let site: SassSite | undefined;
  let compiler: Promise<Compiler> | undefined;
  let look: Look | undefined;
  let last: Promise<void> = Promise.resolve();
  let ended = false;

  const start = (name: string | undefined): Promise<Compiler> => {
    const starting = startCompiler(ports, name);
    // The first job that awaits it reports a failure; until then it is not an unhandled rejection.
    starting.catch(() => {});
    return starting;
  };

  const work = async (id: number, job: StylesheetJob, current: SassSite): Promise<void> => {
    // A job left over at the end must not start a compiler again.
    if (ended) return;
    let name = current.settings.compiler ?? 'the installed one';
    let reading: string | undefined;
    const reached = (file: string | undefined): void => {
      reading = file;
      ports.post({ kind: 'reached', id, file });
    };
    try {
      reached(undefined);
      look ??= lookAround(ports.fs, current);
      compiler ??= start(current.settings.compiler);
      const ready = await compiler;
      name = ready.name;
      const workplace = { compiler: ready, settings: current.settings, ...look };
      ports.post({ kind: 'done', id, compiled: await compileStylesheet(workplace, job, reached) });
    } catch (error) {
      await endCompiler(compiler);
      compiler = undefined;
      const reason = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
      if (isOverflow(error)) ports.post({ kind: 'done', id, compiled: endless(job, reading) });
      else ports.post({ kind: 'broken', compiler: name, reason });
    }
  };

  return {
    take(raw) {
      // The main thread of this program is the only sender.
      const message = raw as ToWorker;
      switch (message.kind) {
        case 'setup':
          site = message.site;
          look = undefined;
          compiler ??= start(site.settings.compiler);
          break;
        case 'refresh':
          look = undefined;
          break;
        case 'compile': {
          const current = site;
          if (current !== undefined) last = last.then(() => work(message.id, message.job, current));
          break;
        }
      }
    },
    end() {
      ended = true;
      return endCompiler(compiler);
    },
  };
}

/** The named compiler; without a name the native one where it is installed. Rejects where it can't be started. */
async function startCompiler(ports: SassWorkerPorts, name: string | undefined): Promise<Compiler> {
  const process = name === 'sass' ? undefined : ports.startNative();
  return process === undefined ? javascriptCompiler(await ports.loadSass()) : nativeCompiler(process);
}

function lookAround(fs: ReadFs, site: SassSite): Look {
  const { source, theme } = rootsOf(site);
  const table = createFolderTable(fs, theme === undefined ? [source] : [source, theme]);
  return { table, places: findPlaces(table, source, theme, site.settings) };
}

async function endCompiler(compiler: Promise<Compiler> | undefined): Promise<void> {
  try {
    await (await compiler)?.end();
  } catch {
    // It never started.
  }
}

/** JavaScript's message and Dart's for a stack overflow; after Dart's the compiler's process has ended. */
function isOverflow(error: unknown): boolean {
  return error instanceof Error && /Stack Overflow|call stack/.test(error.message);
}

function endless(job: StylesheetJob, last: string | undefined): Compiled {
  const place = startOfSheet(job);
  return {
    diagnostics: [diagnose(sassRecursion, { last }, { place })],
    deprecations: { kinds: {}, omitted: 0 },
    reads: { files: [], lookups: [] },
  };
}
