/** A whole preview session on a real folder, without HTTP: what `hastie serve` runs, with its builds counted. */

import { loadConfig } from '../../src/config/load-config.ts';
import { nodeFs } from '../../src/node/fs.ts';
import { openHints } from '../../src/node/serve/watch-hints.ts';
import { createRebuilder } from '../../src/serve/rebuild.ts';
import { createSession, type Session } from '../../src/serve/session.ts';
import type { Change } from '../../src/serve/watch/snapshot.ts';
import { createWatchScope } from '../../src/serve/watch/watch-scope.ts';
import { createTestWorld } from './node-world.ts';
import { bodyText, get, SETTINGS } from './preview-site.ts';

export interface LiveSession {
  readonly session: Session;
  /** The changes of each build after the first one, relative to the source. */
  readonly builds: readonly (readonly string[])[];
  /** Codes of what the last build complained of. */
  readonly complaints: () => readonly string[];
  readonly sweepingOnly: readonly string[];
  /** The page at an address, as text. */
  page(address: string): Promise<string>;
}

export async function startLiveSession(
  source: string,
  destination: string,
  { hints = openHints as typeof openHints | undefined } = {},
): Promise<LiveSession> {
  const world = createTestWorld();
  const overrides = new Map<string, string | boolean>([
    ['source', source],
    ['destination', destination],
    ['disable_disk_cache', true],
  ]);
  const flags = { workingFolder: source, overrides };
  const builds: string[][] = [];
  const sweepingOnly: string[] = [];
  let complaints: readonly string[] = [];
  const relative = ({ path }: Change): string => path.slice(source.length + 1);
  const session = createSession(
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
      openHints: hints,
    },
    createRebuilder(world, () => world.clock, flags),
    {
      built(result, _ms, changes) {
        if (changes !== undefined) builds.push(changes.map(relative).sort());
        complaints = result.diagnostics.map(({ code }) => code);
      },
      fault: (_diagnostic, error) => {
        throw error;
      },
      sweepingOnly: (code) => void sweepingOnly.push(code),
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
    sweepingOnly,
    complaints: () => complaints,
    page: async (address) => bodyText(await session.answer(get(address))),
  };
}
