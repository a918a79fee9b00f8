/** What `hastie serve` needs of the machine besides what a build needs: the one place where Node's side of it is put together. */

import { createClock } from '../../node/clock.ts';
import { nodeEnv } from '../../node/env.ts';
import { ownOutput } from '../../node/serve/own-output.ts';
import { isStartedAgain, onHandedInterrupt, onHandedLine, startAgain } from '../../node/serve/serve-again.ts';
import {
  type Detached,
  detach,
  networkAddresses,
  onInterrupt,
  onTypedLine,
  openBrowser,
  type Said,
  tellParent,
} from '../../node/serve/serve-desktop.ts';
import { type HttpHandlers, type HttpOptions, type HttpServer, listen } from '../../node/serve/serve-http.ts';
import { findPortOwner } from '../../node/serve/serve-port-owner.ts';
import { openHints } from '../../node/serve/watch-hints.ts';
import type { Clock } from '../../ports/clock.ts';
import type { SessionPorts } from '../../serve/session.ts';

export interface ServeWorld extends Omit<SessionPorts, 'fs' | 'elapsed'> {
  listen(options: HttpOptions, handlers: HttpHandlers): Promise<HttpServer>;
  newClock(): Clock;
  findPortOwner(port: number): Promise<string | undefined>;
  openBrowser(address: string): Promise<string | undefined>;
  networkAddresses(): readonly string[];
  /** The returned function ends it. */
  onInterrupt(first: () => void, again: () => void): () => void;
  onTypedLine(call: (line: string) => void): () => void;
  /** `more` are words for the command line besides those that this program was given. */
  detach(more: readonly string[], said: Said): Promise<Detached>;
  /** Runs the program anew until it ends, with none of the code that is loaded now; resolves with its exit status. */
  startAgain(more: readonly string[]): Promise<number>;
  /** Whether this is such a new run. */
  readonly isStartedAgain: boolean;
  tellParent(ready: string): void;
  /** Ends the program at once, whatever it is at. */
  end(): void;
}

export function createServeWorld(end: () => void): ServeWorld {
  return {
    listen,
    openHints,
    findPortOwner,
    openBrowser,
    networkAddresses,
    // Signals and the keyboard are the first thread's.
    onInterrupt: isStartedAgain ? onHandedInterrupt : onInterrupt,
    onTypedLine: isStartedAgain ? onHandedLine : onTypedLine,
    detach,
    startAgain: (more) => startAgain(more, end),
    isStartedAgain,
    ownOutput: ownOutput(),
    tellParent,
    end,
    newClock: () => createClock(nodeEnv),
    nowMs: () => Date.now(),
    after(ms, call) {
      const timer = setTimeout(call, ms);
      return () => clearTimeout(timer);
    },
    every(ms, call) {
      const timer = setInterval(call, ms);
      timer.unref();
      return () => clearInterval(timer);
    },
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
  };
}
