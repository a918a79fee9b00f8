/** A whole preview session on a real folder, without HTTP: what `hastie serve` runs, with its builds counted. */

import { loadConfig } from '../../src/config/load-config.ts';
import { nodeFs } from '../../src/node/fs.ts';
import { openFileEvents } from '../../src/node/serve/file-events.ts';
import type { OpenFileEvents } from '../../src/ports/file-events.ts';
import { createRebuilder } from '../../src/serve/rebuild.ts';
import { Session } from '../../src/serve/session.ts';
import type { Change } from '../../src/serve/watch/snapshot.ts';
import { createWatchScope } from '../../src/serve/watch/watch-scope.ts';
import { createTestWorld } from './node-world.ts';
import { bodyText, get, SETTINGS } from './preview-site.ts';

export interface LiveSession {
  readonly session: Session;
  /** The changes of each build after the first one, relative to the source. */
  readonly builds: readonly (readonly string[])[];
  /** Codes of the diagnostics of the last build. */
  readonly codes: () => readonly string[];
  readonly pollingOnly: readonly string[];
  /** The page at an address, as text. */
  page(address: string): Promise<string>;
}

export async function startLiveSession(
  source: string,
  destination: string,
  { events = openFileEvents as OpenFileEvents | undefined } = {},
): Promise<LiveSession> {
  const world = createTestWorld();
  const overrides = new Map<string, string | boolean>([
    ['source', source],
    ['destination', destination],
    ['disable_disk_cache', true],
  ]);
  const flags = { workingFolder: source, overrides };
  const builds: string[][] = [];
  const pollingOnly: string[] = [];
  let codes: readonly string[] = [];
  const relative = ({ path }: Change): string => path.slice(source.length + 1);
  const session = new Session(
    {
      fs: nodeFs,
      nowMs: () => Date.now(),
      elapsed: () => performance.now(),
      after(ms, call) {
        const timer = setTimeout(call, ms);
        return () => clearTimeout(timer);
      },
      every: () => () => {},
      ownOutput: [],
      breathe: () => new Promise((resolve) => setImmediate(resolve)),
      openFileEvents: events,
    },
    createRebuilder(world, () => world.clock, flags),
    {
      built(result, _ms, changes) {
        if (changes !== undefined) builds.push(changes.map(relative).sort());
        codes = result.diagnostics.map(({ code }) => code);
      },
      fault: (_diagnostic, error) => {
        throw error;
      },
      pollingOnly: (code) => void pollingOnly.push(code),
      isOutdatedBy: () => false,
    },
    { ...SETTINGS, reload: false, run: 'live', reloadIgnores: [] },
    createWatchScope(loadConfig(nodeFs, world.env, flags, world.plugins)),
  );
  await session.build();
  await session.watch();
  return {
    session,
    builds,
    pollingOnly,
    codes: () => codes,
    page: async (address) => bodyText(await session.respond(get(address))),
  };
}
