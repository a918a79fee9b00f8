/** The clocks of other time zones, read off this process's own clock: it follows the variable `TZ` at once, without Intl. */

/** Seconds east of UTC that `zone` is at a moment; undefined where this process's clock does not follow, as on a worker thread. */
export function zoneClock(epochMs: number, zone: string): number | undefined {
  follows ??= minutesWest('Etc/GMT+11') === 660 && minutesWest('Etc/GMT-13') === -780;
  if (!follows) return undefined;
  const west = minutesWest(zone, epochMs);
  // An offset with seconds would have been rounded; none has had any since 1972.
  return Number.isInteger(west) ? 0 - 60 * west : undefined;
}

let follows: boolean | undefined;

function minutesWest(zone: string, epochMs = 0): number {
  const { TZ } = process.env;
  try {
    process.env.TZ = zone;
    return new Date(epochMs).getTimezoneOffset();
  } finally {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  }
}
