/** The port to the environment on Node. */

import { readlinkSync } from 'node:fs';
import type { Env } from '../ports/env.ts';
import { zoneOfVariable } from '../ruby/time/time-zone.ts';

/** Variables as the process has them; on Windows their names know no letter case, as there. */
export const nodeEnv: Env = {
  get: (name) => process.env[name],
  get timeZone() {
    const { TZ } = process.env;
    const zone = TZ === undefined ? linkedZone() : zoneOf(zoneOfVariable(TZ));
    return zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  },
};

/** `UTC` has one name; all others stay as they are written. */
function zoneOf(text: string): string {
  return namedZone(text) ?? text;
}

/** The zone that the system's link names. Intl knows it too, but takes as long as a small build to say so. */
function linkedZone(): string | undefined {
  try {
    return namedZone(/\/zoneinfo\/(?:posix\/)?(.+)$/.exec(readlinkSync('/etc/localtime'))?.[1]);
  } catch {
    return undefined;
  }
}

/** An IANA name, with one name for UTC; undefined for anything else that may stand there. */
function namedZone(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  if (/^(?:Etc\/)?(?:UTC|UCT|Universal|Zulu)$/.test(name)) return 'UTC';
  return /^[A-Z][A-Za-z_]+(?:\/[A-Z][\w+-]*)+$/.test(name) ? name : undefined;
}
