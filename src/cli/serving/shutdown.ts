/** How a run that watches ends: by Ctrl-C, or because code that it has loaded has changed. */

import { startingAgain } from '../../diagnostics/catalogue/program/serve.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { Config } from '../../model/config.ts';
import { Latch } from '../../serve/latch.ts';
import type { Rebuilder } from '../../serve/rebuild.ts';
import { changedCode } from '../../serve/watch/loaded-code.ts';
import type { Change } from '../../serve/watch/snapshot.ts';
import { type Context, reportDiagnostics } from '../context.ts';
import type { ServeWorld } from './serve-world.ts';

/** The exit status of a run, or the words to run the program with once more besides those of its command line. */
export type RunResult = number | { readonly restartWith: readonly string[] };

export class Shutdown {
  readonly #context: Context;
  readonly #serve: ServeWorld;
  readonly #config: Config;
  readonly #request = new Latch();
  #isOutdated = false;
  /** Undefined while an interrupt ends the process at once. */
  #ignoreInterrupts: (() => void) | undefined;

  /** Listens for interrupts from now on. */
  constructor(context: Context, serve: ServeWorld, config: Config) {
    this.#context = context;
    this.#serve = serve;
    this.#config = config;
    this.#listen();
  }

  /** Resolves when the run is to end. */
  get requested(): Promise<void> {
    return this.#request.released;
  }

  get isRequested(): boolean {
    return this.#request.isReleased;
  }

  /**
   * The same builder, but while it reads and renders Ctrl-C ends the program at once: a busy thread handles no signal, and
   * nothing is written before there are outputs.
   */
  interruptible(rebuilder: Rebuilder): Rebuilder {
    return {
      ...rebuilder,
      rebuild: async (changes, rendered) => {
        if (!this.isRequested) this.#stopListening();
        try {
          return await rebuilder.rebuild(changes, (outputs, config) => {
            this.#listen();
            rendered(outputs, config);
          });
        } finally {
          this.#listen();
        }
      },
    };
  }

  /** Whether these changes are of code that this run has loaded: then it is to end, and reports why. */
  isOutdatedBy(changes: readonly Change[]): boolean {
    const files = changedCode(this.#config, changes);
    if (files.length === 0) return false;
    reportDiagnostics(this.#context, [diagnose(startingAgain, { files })]);
    this.#isOutdated = true;
    this.#request.release();
    return true;
  }

  /** To be called when everything is closed. `words` are for the next run, should there be one. */
  finish(status: number, words: readonly string[] = []): RunResult {
    this.#stopListening();
    // A new run does not see the terminal that this one writes to.
    const colour = this.#context.palette.strong('') === '' ? [] : ['--color'];
    return this.#isOutdated ? { restartWith: [...words, ...colour] } : status;
  }

  #listen(): void {
    this.#ignoreInterrupts ??= this.#serve.onInterrupt(
      () => this.#request.release(),
      () => this.#serve.exitNow(),
    );
  }

  #stopListening(): void {
    this.#ignoreInterrupts?.();
    this.#ignoreInterrupts = undefined;
  }
}

/** Runs, and again as often as the run asks for it, with none of the code that was loaded. Resolves with the exit status. */
export async function runUntilDone(serve: ServeWorld, run: () => Promise<RunResult>): Promise<number> {
  const result = await run();
  return typeof result === 'number' ? result : await serve.restart(result.restartWith);
}
