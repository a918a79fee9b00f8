/**
 * How the work of a function grows with its input: whether it takes time by the length of a text, or by its square. No time
 * is held against a clock: runs in one process are compared with each other, by the processor time that each took. To be
 * used in a process of its own (`growth-process.ts`), whose garbage collector does not grow with the length.
 */

/** Flags of Node for such a process: a collector that works in one thread and has room enough does the same for each text. */
export const GROWTH_FLAGS: readonly string[] = [
  '--single-threaded-gc',
  '--min-semi-space-size=256',
  '--max-semi-space-size=256',
];

/** The longer text is so many times as long: linear work takes 16 times as much, quadratic work 256 times. */
const TIMES = 16;
/** What is more than this is not linear; garbage and a busy machine were seen to double and to treble the quotient. */
export const MOST_GROWTH = 96;
/** Milliseconds of processor time below which the work on the shorter text says nothing. */
const MEASURABLE = 1;
/** A quotient that is too big is measured again: a disturbed machine gives it once, a quadratic rule each time. */
const ATTEMPTS = 3;

/**
 * How many times as much processor time the sixteenfold length takes.
 *
 * @param make a text of about a length
 * @param length of the shorter text
 */
export function growthOf(
  make: (length: number) => string,
  work: (text: string) => unknown,
  length: number,
): number {
  const [short, long] = [make(length), make(length * TIMES)];
  let large = timeOf(work, long);
  let small = MEASURABLE;
  for (let attempt = 0; attempt < ATTEMPTS && large > MOST_GROWTH * small; attempt++) {
    const again = Math.min(timeOf(work, short), timeOf(work, short), timeOf(work, short));
    // the first runs are slow, because they are not compiled yet
    small = Math.max(MEASURABLE, attempt === 0 ? again : Math.min(small, again));
    large = Math.min(large, timeOf(work, long));
  }
  return large / small;
}

/** Lengths up to which the whole suite goes, each with four times as much. */
const WHOLE_LENGTHS = [64_000, 128_000];
/** What is more than this for four times the length is not linear. */
export const MOST_WHOLE_GROWTH = 8;
/** Milliseconds of processor time that are worth comparing. */
const COMPARABLE = 20;
/** Milliseconds after which the longer text is not tried: the shorter one took too long by itself. */
const ENDLESS = 5_000;

/**
 * How many times as much processor time the fourfold length takes, up to 512,000 characters: the worst quotient of medians of
 * five; 0 where the work takes too little time to tell.
 */
export function wholeGrowthOf(make: (length: number) => string, work: (text: string) => unknown): number {
  let worst = 0;
  for (const length of WHOLE_LENGTHS) {
    const [short, long] = [make(length), make(4 * length)];
    const first = timeOf(work, short);
    if (first > ENDLESS) return Number.MAX_VALUE;
    const large = timeOf(work, long);
    if (large < COMPARABLE || large <= MOST_WHOLE_GROWTH * Math.min(first, timeOf(work, short))) continue;
    const median = (text: string): number =>
      Array.from({ length: 5 }, () => timeOf(work, text)).sort((a, b) => a - b)[2]!;
    worst = Math.max(worst, median(long) / Math.max(MEASURABLE, median(short)));
  }
  return worst;
}

/** Milliseconds of processor time that this process took, whatever else the machine did meanwhile. */
export function timeOf(work: (text: string) => unknown, text: string): number {
  const before = process.cpuUsage();
  work(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
