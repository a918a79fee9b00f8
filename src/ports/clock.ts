/** The port to time. `SOURCE_DATE_EPOCH` is honoured by whoever makes the clock, once. */

export interface Clock {
  /** Milliseconds since the epoch: *now* for everything that ends up in the site, fixed for one build. */
  readonly now: number;
  /** A monotonic count of milliseconds, for durations and limits alone. */
  elapsed(): number;
}
