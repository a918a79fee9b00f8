/** The port to the environment: variables by name, and the machine's time zone. */

export interface Env {
  get(name: string): string | undefined;
  /** The IANA name of the zone that the process runs in (`TZ`, else the system's). */
  readonly timeZone: string;
}
