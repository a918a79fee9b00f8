/** The port to the environment on Node. */

import type { Env } from '../env.ts';

/** Variables as the process has them; on Windows their names know no letter case, as there. */
export const nodeEnv: Env = {
  get: (name) => process.env[name],
  get timeZone() {
    return new Intl.DateTimeFormat().resolvedOptions().timeZone;
  },
};
