/** What templates read of the world around the site: includes, the clock, chance, what plugins keep. */

import { fingerprint } from '../../base/hash.ts';
import type { SourceText } from '../../diagnostics/source-text.ts';
import type { IncludeTable, MarkupEngines } from '../../engines/liquid/host.ts';
import { formattedFingerprint } from '../../graph/fingerprint-value.ts';
import type { TimeTrace } from '../../graph/time-trace.ts';
import type { Tracker } from '../../graph/track.ts';
import type { Site } from '../../model/site.ts';
import type { Clock } from '../../ports/clock.ts';
import { timeInZone } from '../../ruby/time/time-zone.ts';
import { WatchedTime } from '../../ruby/time/watched-time.ts';
import type { RubyTime, Value } from '../../ruby/values.ts';
import type { TrackedLookup } from './site-lookup.ts';

const sources = new WeakMap<SourceText, string>();

export function sourceFingerprint(source: SourceText | undefined): string {
  if (source === undefined) return 'nil';
  let found = sources.get(source);
  if (found === undefined) sources.set(source, (found = `${source.file} ${fingerprint(source.text)}`));
  return found;
}

export interface TemplateNodeParts {
  readonly site: Site;
  readonly clock: Clock;
  readonly relativesOf: (document: string) => IncludeTable;
}

/** A function that tells what such a node is now. */
export function createTemplateNodes(
  { site, clock, relativesOf }: TemplateNodeParts,
  lookup: TrackedLookup,
  cached: ReadonlyMap<string, string>,
): (node: string) => string | undefined {
  return (node) => {
    const [kind = '', a = '', b = ''] = node.split('\0');
    switch (kind) {
      case 'i':
        return sourceFingerprint(site.inventory.includes.get(a));
      case 'x':
        return sourceFingerprint(relativesOf(a).get(b));
      case 'N':
        return String(clock.now);
      case 'n':
        return formattedFingerprint(timeInZone(clock.now, site.config.timeZone), a);
      case 'a':
        return cachedFingerprint(cached.get(node.slice(2)));
      default:
        return lookup.resolve(node);
    }
  };
}

function cachedFingerprint(text: string | undefined): string {
  return text === undefined ? 'nil' : fingerprint(text);
}

export function trackClock(clock: Clock, tracker: Tracker, time: TimeTrace): Clock {
  return {
    get now() {
      tracker.read('N', () => String(clock.now));
      time.whole();
      return clock.now;
    },
    elapsed: () => clock.elapsed(),
  };
}

/** The time of the build behind `site.time` and `'now'`, noted by what it prints: a year in a footer holds for a year. */
export function createMoments(
  clock: Clock,
  zone: string,
  tracker: Tracker,
  time: TimeTrace,
): (value: Value, format: string) => RubyTime | undefined {
  const now = timeInZone(clock.now, zone);
  const note = (kind: 't' | 'n', moment: RubyTime, format: string): RubyTime => {
    const node = `${kind}\0${format}`;
    const text = formattedFingerprint(moment, format);
    tracker.read(node, () => text);
    time.node(node, text);
    return moment;
  };
  return (value, format) => {
    if (value instanceof WatchedTime) return note('t', value.plain, format);
    if (typeof value !== 'string' || !/^(?:now|today)$/i.test(value)) return undefined;
    return note('n', now, format);
  };
}

/** What hangs on chance is made anew in each build, in the same order. */
export function spoilingRandom(random: () => number, tracker: Tracker, time: TimeTrace): () => number {
  return () => {
    tracker.spoil('draws by chance');
    // chance is seeded by the time
    time.whole();
    return random();
  };
}

/** Stylesheets inside of pages import files that nobody notes. */
export function spoilingEngines(engines: MarkupEngines, tracker: Tracker): MarkupEngines {
  const { scssify, sassify } = engines;
  const spoiling = (convert: (text: string) => string) => (text: string) => {
    tracker.spoil('compiles a stylesheet');
    return convert(text);
  };
  return {
    ...engines,
    ...(scssify === undefined ? {} : { scssify: spoiling(scssify) }),
    ...(sassify === undefined ? {} : { sassify: spoiling(sassify) }),
  };
}

/** The texts that `include_cached` and tags of plugins keep: who finds one rests on it, who brings one brings it again. */
export function trackCache(cached: Map<string, string>, tracker: Tracker): Map<string, string> {
  return new (class extends Map<string, string> {
    override get(key: string): string | undefined {
      const text = cached.get(key);
      note(key, text, tracker);
      return text;
    }
    override set(key: string, text: string): this {
      cached.set(key, text);
      tracker.keep(key, text);
      return this;
    }
  })();
}

function note(key: string, text: string | undefined, tracker: Tracker): void {
  if (!tracker.active) return;
  // objects of templates are numbered anew in each build
  if (/drop \d/.test(key)) {
    tracker.spoil('caches an include that is given an object');
    return;
  }
  const { open } = tracker;
  const keeps = (at: number): boolean => open[at]!.kept.has(key);
  if (keeps(open.length - 1)) return;
  if (open.some((_, at) => at < open.length - 1 && keeps(at)))
    tracker.spoil('finds what it keeps itself by way of an excerpt');
  tracker.readVolatile(`a\0${key}`, () => cachedFingerprint(text));
}
