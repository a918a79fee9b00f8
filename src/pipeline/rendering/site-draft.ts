/** The draft of a site: what was read, with the time of the build and the addresses that documents get. */

import { buildTime, siteTime } from '../../config/site-time.ts';
import { buildMessages } from '../../diagnostics/catalogue/site/build.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { Tracker } from '../../graph/tracker.ts';
import { createDraft, type Draft } from '../../plugin/host/draft.ts';
import { WatchedTime } from '../../ruby/time/watched-time.ts';
import type { RubyTime } from '../../ruby/values.ts';
import type { BuildRun } from '../build-run.ts';
import type { Prefetched } from '../site-state.ts';
import type { RenderingParts } from './parts.ts';

export function createSiteDraft(
  run: BuildRun,
  { config, inventory, records }: Prefetched,
  { tracker, converters, places }: Pick<RenderingParts, 'tracker' | 'converters' | 'places'>,
): Draft {
  const built = siteTime(config, run.clock, run.time) ?? buildTime(config, run.clock, run.time);
  const time = trackTime(built, tracker);
  return createDraft({
    ...{ records, tracker, config, inventory, time },
    urls: {
      permalinkStyle: config.settings.permalink,
      outputExtension: converters.outputExtension,
      slugs: config.rules.slugs,
      trailingDots: config.rules.trailingDots,
      siteTime: time,
    },
    onUnknownPlaceholder: (document, name) =>
      run.report(
        diagnose(buildMessages.unknownPlaceholder, { name }, { place: places.of(document, 'permalink') }),
      ),
  });
}

/** The running tasks depend on the time, too. */
function trackTime(time: RubyTime, tracker: Tracker): RubyTime {
  if (!(time instanceof WatchedTime)) return time;
  const { plain, witness } = time;
  return new WatchedTime(plain, {
    compared: (withMs) => witness.compared(withMs),
    whole() {
      tracker.read({ kind: 'siteTime' }, () => `${plain.epochMs}`);
      witness.whole();
    },
  });
}
