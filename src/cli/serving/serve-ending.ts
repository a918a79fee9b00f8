/** How a run that watches comes to its end: by Ctrl-C, or because code changed that it has loaded. Shared by both such commands. */

import { startingAgain } from '../../diagnostics/catalogue/program/serve.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { Config } from '../../model/config.ts';
import type { Rebuilder } from '../../serve/rebuild.ts';
import { changedCode } from '../../serve/watch/loaded-code.ts';
import type { Change } from '../../serve/watch/snapshot.ts';
import { type Context, tell } from '../context.ts';
import type { ServeWorld } from './serve-world.ts';

/** The exit status of a run, or the words to start the program again with. */
export type End = number | { readonly again: readonly string[] };

export interface Ending {
  /** Resolves when the run is to end. */
  readonly came: Promise<void>;
  isHere(): boolean;
  /**
   * The same builder, but while it reads and renders Ctrl-C ends the program at once: a busy thread can't be asked, and nothing
   * is written before there are outputs.
   */
  leaving(rebuilder: Rebuilder): Rebuilder;
  /** Whether these changes are beyond this run: then it ends, and says why. */
  isOutdatedBy(changes: readonly Change[]): boolean;
  /** When all is over: `status`, or with `more` words once more. */
  end(status: number, more?: readonly string[]): End;
}

export function createEnding(context: Context, serve: ServeWorld, config: Config): Ending {
  let isHere = false;
  let isOutdated = false;
  let come = (): void => {};
  const came = new Promise<void>((resolve) => {
    come = () => {
      isHere = true;
      resolve();
    };
  });
  let endListening: (() => void) | undefined;
  const listen = (): void => {
    endListening ??= serve.onInterrupt(come, () => serve.end());
  };
  const letGo = (): void => {
    endListening?.();
    endListening = undefined;
  };
  listen();
  return {
    came,
    isHere: () => isHere,
    leaving: (rebuilder) => ({
      ...rebuilder,
      async rebuild(changes, rendered) {
        if (!isHere) letGo();
        try {
          return await rebuilder.rebuild(changes, (outputs, config) => {
            listen();
            rendered(outputs, config);
          });
        } finally {
          listen();
        }
      },
    }),
    isOutdatedBy(changes) {
      const files = changedCode(config, changes);
      if (files.length === 0) return false;
      tell(context, [diagnose(startingAgain, { files })]);
      isOutdated = true;
      come();
      return true;
    },
    end(status, more = []) {
      letGo();
      // A new run does not see the terminal that this one writes to.
      const colour = context.palette.strong('') === '' ? [] : ['--color'];
      return isOutdated ? { again: [...more, ...colour] } : status;
    },
  };
}

/** Runs, and as often anew as the run asks for; what one has loaded is free to go before the next begins. */
export async function untilItEnds(serve: ServeWorld, run: () => Promise<End>): Promise<number> {
  const end = await run();
  return typeof end === 'number' ? end : await serve.startAgain(end.again);
}
