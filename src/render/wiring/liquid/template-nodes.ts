/** What templates read of the world around the site: includes, the clock, chance, what plugins keep. */

import { fingerprint } from '../../../base/hash.ts';
import type { SourceText } from '../../../diagnostics/source-text.ts';
import type { IncludeTable } from '../../../engines/liquid/host.ts';
import { formattedFingerprint } from '../../../graph/fingerprint-value.ts';
import type { NodeOf, Resolvers } from '../../../graph/nodes.ts';
import type { TimeRecorder } from '../../../graph/time-recorder.ts';
import type { Tracker } from '../../../graph/tracker.ts';
import type { Site } from '../../../model/site.ts';
import type { Clock } from '../../../ports/clock.ts';
import { timeInZone } from '../../../ruby/time/time-zone.ts';
import { WatchedTime } from '../../../ruby/time/watched-time.ts';
import type { RubyTime, Value } from '../../../ruby/values.ts';

const sources = new WeakMap<SourceText, string>();

export function sourceFingerprint(source: SourceText | undefined): string {
  if (source === undefined) return 'nil';
  let found = sources.get(source);
  if (found === undefined) sources.set(source, (found = `${source.file} ${fingerprint(source.text)}`));
  return found;
}

export type TemplateNodeKind =
  | 'include'
  | 'relativeInclude'
  | 'cachedText'
  | 'counterNames'
  | 'counter'
  | 'address'
  | 'postList'
  | 'sourceFile'
  | 'sourceBytes'
  | 'sourceFolder';

export interface TemplateNodeParts {
  readonly site: Site;
  readonly relativeIncludes: (document: string) => IncludeTable;
}

/** The fingerprints of includes and of what templates have cached. */
export function createTemplateResolvers(
  { site, relativeIncludes }: TemplateNodeParts,
  cached: ReadonlyMap<string, string>,
): Resolvers<'include' | 'relativeInclude' | 'cachedText'> {
  return {
    include: ({ name }) => sourceFingerprint(site.inventory.includes.get(name)),
    relativeInclude: ({ document, name }) => sourceFingerprint(relativeIncludes(document).get(name)),
    cachedText: ({ key }) => cachedFingerprint(cached.get(key)),
  };
}

function cachedFingerprint(text: string | undefined): string {
  return text === undefined ? 'nil' : fingerprint(text);
}

export function trackClock(clock: Clock, tracker: Tracker, time: TimeRecorder): Clock {
  return {
    get now() {
      tracker.read({ kind: 'now' }, () => String(clock.now));
      time.whole();
      return clock.now;
    },
    elapsed: () => clock.elapsed(),
  };
}

/** The time of the build behind `site.time` and `'now'`, recorded by what it prints: a year in a footer holds for a year. */
export function createMoments(
  clock: Clock,
  zone: string,
  tracker: Tracker,
  time: TimeRecorder,
): (value: Value, format: string) => RubyTime | undefined {
  const now = timeInZone(clock.now, zone);
  const record = (
    kind: NodeOf<'formattedSiteTime' | 'formattedNow'>['kind'],
    moment: RubyTime,
    format: string,
  ): RubyTime => {
    const text = formattedFingerprint(moment, format);
    tracker.read({ kind, format }, () => text);
    time.printed(format, text);
    return moment;
  };
  return (value, format) => {
    if (value instanceof WatchedTime) return record('formattedSiteTime', value.plain, format);
    if (typeof value !== 'string' || !/^(?:now|today)$/i.test(value)) return undefined;
    return record('formattedNow', now, format);
  };
}

/** What is random is rendered in each build, in the same order. */
export function trackRandom(random: () => number, tracker: Tracker, time: TimeRecorder): () => number {
  return () => {
    tracker.forbidKeeping({ because: 'is random' });
    // seeded by the time
    time.whole();
    return random();
  };
}

/** The texts that `include_cached` and tags of plugins cache: pages that find one depend on it, pages that add one add it again. */
export function trackCache(cached: Map<string, string>, tracker: Tracker): Map<string, string> {
  return new (class extends Map<string, string> {
    override get(key: string): string | undefined {
      const text = cached.get(key);
      recordCached(key, text, tracker);
      return text;
    }
    override set(key: string, text: string): this {
      cached.set(key, text);
      tracker.cache(key, text);
      return this;
    }
  })();
}

function recordCached(key: string, text: string | undefined, tracker: Tracker): void {
  if (!tracker.active) return;
  // objects of templates have other numbers in each build
  if (/drop \d/.test(key)) {
    tracker.forbidKeeping({ because: 'caches an object' });
    return;
  }
  const { open } = tracker;
  const hasCached = (at: number): boolean => open[at]!.cached.has(key);
  if (hasCached(open.length - 1)) return;
  if (open.some((_, at) => at < open.length - 1 && hasCached(at)))
    tracker.forbidKeeping({ because: 'reads itself' });
  tracker.read({ kind: 'cachedText', key }, () => cachedFingerprint(text));
}
