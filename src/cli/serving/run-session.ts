/** The session of a command that watches: a preview, or a build that goes on. */

import { pollingOnly } from '../../diagnostics/catalogue/program/serve.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { BuildFlags } from '../../pipeline/world.ts';
import { createRebuilder } from '../../serve/rebuild.ts';
import { Session, type SessionEvents, type SessionSettings } from '../../serve/session.ts';
import type { WatchScope } from '../../serve/watch/watch-scope.ts';
import { type Context, reportDiagnostics, traceText } from '../context.ts';
import type { ServeWorld } from './serve-world.ts';
import type { Shutdown } from './shutdown.ts';

export interface RunSessionOptions {
  readonly flags: BuildFlags;
  readonly settings: SessionSettings;
  /** Undefined where nothing is to be watched. */
  readonly scope: WatchScope | undefined;
  /** Whether files are polled instead of listening to the system's events. */
  readonly polling: boolean;
  readonly built: SessionEvents['built'];
}

export function createRunSession(
  context: Context,
  serve: ServeWorld,
  shutdown: Shutdown,
  { flags, settings, scope, polling, built }: RunSessionOptions,
): Session {
  const { world, terminal, cache } = context;
  const rebuilder = createRebuilder(
    { ...world, stopped: () => shutdown.isRequested },
    serve.newClock,
    flags,
    cache,
  );
  return new Session(
    {
      ...serve,
      fs: world.fs,
      elapsed: world.clock.elapsed,
      openFileEvents: polling ? undefined : serve.openFileEvents,
    },
    shutdown.interruptible(rebuilder),
    {
      built,
      fault(diagnostic, error) {
        reportDiagnostics(context, [diagnostic]);
        terminal.err(traceText(context, error));
      },
      pollingOnly: (code, reason) => reportDiagnostics(context, [diagnose(pollingOnly, { code, reason })]),
      isOutdatedBy: (changes) => shutdown.isOutdatedBy(changes),
    },
    settings,
    scope,
  );
}
