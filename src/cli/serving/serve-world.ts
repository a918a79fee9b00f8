/** What `hastie serve` needs of the machine besides what a build needs: the one place where Node's side of it is put together. */

import { createClock } from '../../node/clock.ts';
import { nodeEnv } from '../../node/env.ts';
import { openFileEvents } from '../../node/serve/file-events.ts';
import { ownOutput } from '../../node/serve/own-output.ts';
import {
  isRestart,
  onForwardedInterrupt,
  onForwardedLine,
  restart,
} from '../../node/serve/restart-thread.ts';
import {
  type Detached,
  detach,
  networkAddresses,
  notifyParent,
  onInterrupt,
  onTypedLine,
  openBrowser,
  type ProcessOutput,
} from '../../node/serve/serve-desktop.ts';
import { listen } from '../../node/serve/serve-http.ts';
import { findPortOwner } from '../../node/serve/serve-port-owner.ts';
import type { Clock } from '../../ports/clock.ts';
import type { HttpHandlers, HttpServer, HttpServerOptions } from '../../ports/http-server.ts';
import type { SessionPorts } from '../../serve/session.ts';

export interface ServeWorld extends Omit<SessionPorts, 'fs' | 'elapsed'> {
  listen(options: HttpServerOptions, handlers: HttpHandlers): Promise<HttpServer>;
  newClock(): Clock;
  findPortOwner(port: number): Promise<string | undefined>;
  openBrowser(address: string): Promise<string | undefined>;
  networkAddresses(): readonly string[];
  /** The returned function ends it. */
  onInterrupt(first: () => void, again: () => void): () => void;
  onTypedLine(call: (line: string) => void): () => void;
  /** Runs the program once more in the background, with `words` besides those of its command line. */
  detach(words: readonly string[], output: ProcessOutput): Promise<Detached>;
  /** The same in a new thread, with none of the code that is loaded now; resolves with the exit status. */
  restart(words: readonly string[]): Promise<number>;
  /** Whether this run is such a restart. */
  readonly isRestart: boolean;
  /** Reports to the process that has detached this one. */
  notifyParent(ready: string): void;
  /** Ends the program at once, whatever it is doing. */
  exitNow(): void;
}

export function createServeWorld(exitNow: () => void): ServeWorld {
  return {
    listen,
    openFileEvents,
    findPortOwner,
    openBrowser,
    networkAddresses,
    // Signals and the keyboard belong to the main thread.
    onInterrupt: isRestart ? onForwardedInterrupt : onInterrupt,
    onTypedLine: isRestart ? onForwardedLine : onTypedLine,
    detach,
    restart: (words) => restart(words, exitNow),
    isRestart,
    ownOutput: ownOutput(),
    notifyParent,
    exitNow,
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
