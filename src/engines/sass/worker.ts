/** The side that compiles: takes messages, compiles one stylesheet after another, sends results back. Knows neither threads nor Node. */

import { sassRecursion } from '../../diagnostics/catalogue/engines/sass.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { ReadFs } from '../../ports/fs.ts';
import { compileStylesheet } from './compile/compile.ts';
import type { Compiler } from './compilers/compiler.ts';
import { createFolderTable, type FolderTable, type Root } from './folder-table.ts';
import { findPlaces, type Places } from './imports/places.ts';
import type { Compiled, FromWorker, SassSite, StylesheetJob, ToWorker } from './jobs.ts';

export interface WorkshopPorts {
  readonly fs: ReadFs;
  send(message: FromWorker): void;
  /** Loads and starts the named compiler, the best that is installed without a name; rejects where none can be. */
  startCompiler(name: string | undefined): Promise<Compiler>;
}

export interface Workshop {
  /** Takes a message of the main thread. */
  take(message: ToWorker): void;
  /** Ends the compiler and leaves undone what is left to do; resolves when the compiler's process is gone. */
  end(): Promise<void>;
}

export function createWorkshop(ports: WorkshopPorts): Workshop {
  let site: SassSite | undefined;
  let compiler: Promise<Compiler> | undefined;
  let look: { readonly table: FolderTable; readonly places: Places } | undefined;
  let last: Promise<void> = Promise.resolve();
  let ended = false;

  const start = (name: string | undefined): Promise<Compiler> => {
    const starting = ports.startCompiler(name);
    // Told when the first job comes to it; until then nobody is to call it unhandled.
    starting.catch(() => {});
    return starting;
  };

  const work = async (id: number, job: StylesheetJob, current: SassSite): Promise<void> => {
    // What was still to be done must not start a compiler again.
    if (ended) return;
    let name = current.settings.compiler ?? 'the installed one';
    let reading: string | undefined;
    const reached = (file: string | undefined): void => {
      reading = file;
      ports.send({ kind: 'reached', id, file });
    };
    try {
      reached(undefined);
      look ??= lookAround(ports.fs, current);
      compiler ??= start(current.settings.compiler);
      const ready = await compiler;
      name = ready.name;
      const workplace = { compiler: ready, settings: current.settings, ...look };
      ports.send({ kind: 'done', id, compiled: await compileStylesheet(workplace, job, reached) });
    } catch (error) {
      await retire(compiler);
      compiler = undefined;
      const reason = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
      if (isOverflow(error)) ports.send({ kind: 'done', id, compiled: endless(job, reading) });
      else ports.send({ kind: 'broken', compiler: name, reason });
    }
  };

  const take = (message: ToWorker): void => {
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
  };
  const end = (): Promise<void> => {
    ended = true;
    return retire(compiler);
  };
  return { take, end };
}

function lookAround(fs: ReadFs, site: SassSite): { readonly table: FolderTable; readonly places: Places } {
  const { source, theme } = rootsOf(site);
  const table = createFolderTable(fs, theme === undefined ? [source] : [source, theme]);
  return { table, places: findPlaces(table, source, theme, site.settings) };
}

export function rootsOf(site: SassSite): { readonly source: Root; readonly theme: Root | undefined } {
  return {
    source: { name: 'source', folder: site.source },
    theme: site.theme === undefined ? undefined : { name: 'theme', folder: site.theme },
  };
}

async function retire(compiler: Promise<Compiler> | undefined): Promise<void> {
  try {
    await (await compiler)?.end();
  } catch {
    // It never started.
  }
}

/** JavaScript's way and Dart's of saying that the stack is full; after the latter the compiler's process is gone. */
function isOverflow(error: unknown): boolean {
  return error instanceof Error && /Stack Overflow|call stack/.test(error.message);
}

function endless(job: StylesheetJob, last: string | undefined): Compiled {
  const place = job.path === undefined ? undefined : { file: job.path, line: job.startLine, column: 1 };
  return {
    diagnostics: [diagnose(sassRecursion, { last }, { place })],
    deprecations: { kinds: {}, omitted: 0 },
    reads: { files: [], lookups: [] },
  };
}
