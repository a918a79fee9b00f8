/** The second thread of a big build: the same build as in the main thread, which gives away results in place of a site. */

import { assist } from '../base/node/assistant-thread.ts';
import { zoneClock } from '../base/node/zone-clock.ts';
import { lendZoneClock } from '../base/ruby/time-zone.ts';
import { type BuildFlags, buildSite } from '../build/build-site.ts';
import { idleStylesheets } from '../build/stylesheet-keeper.ts';
import type { StoreData } from '../graph/store.ts';
import { createStore } from '../graph/store.ts';
import { createWorld } from './world.ts';

export interface AssistantOrder {
  readonly flags: BuildFlags;
  /** The time of the main thread's build. */
  readonly now: number;
}

export async function runAssistant(): Promise<void> {
  await assist<StoreData>(async (order, assistance) => {
    // The door: the main thread is this program's own.
    const { flags, now } = order as AssistantOrder;
    lendZoneClock(zoneClock);
    // an assistant has none of its own
    const { crew: _, ...world } = createWorld();
    const clock = { ...world.clock, now };
    await buildSite(
      { ...world, clock, store: createStore(), stylesheets: idleStylesheets, assistance },
      { ...flags, dryRun: true },
    );
  });
}
