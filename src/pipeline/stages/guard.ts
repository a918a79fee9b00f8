/** Finds the destination, or the reason why nothing may be written there. */

import { cacheNote, siteDestination } from '../../write/site-destination.ts';
import type { BuildRun } from '../build-run.ts';
import type { Guarded, WithPlugins } from '../site-state.ts';

export function guard(run: BuildRun, loaded: WithPlugins): Guarded {
  const destination = siteDestination(run.fs, run.env, loaded.config);
  if ('code' in destination) run.stop(destination);
  const note = cacheNote(run.fs, loaded.config);
  if (note !== undefined) run.report(note);
  return { ...loaded, destination };
}
