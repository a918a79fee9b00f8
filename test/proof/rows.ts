/** The rows of the long proof, in the order in which they run. */

import { fuzzRow } from './fuzz/engine.ts';
import { engines } from './fuzz/engines.ts';
import type { Row } from './row.ts';
import { corruptions } from './rows/corruptions.ts';
import { edits } from './rows/edits.ts';
import { faults } from './rows/faults.ts';
import { forgeries } from './rows/forgeries.ts';
import { growths } from './rows/growth.ts';
import { keys } from './rows/keys.ts';
import { kills } from './rows/kills.ts';
import { planted } from './rows/planted.ts';
import { requests } from './rows/requests.ts';
import { sites } from './rows/sites.ts';
import { storms } from './rows/storms.ts';

export const ROWS: readonly Row[] = [
  keys,
  faults,
  ...engines.map(fuzzRow),
  sites,
  growths,
  requests,
  corruptions,
  forgeries,
  kills,
  storms,
  edits,
];

export function rowNamed(name: string): Row | undefined {
  return name === planted.name ? planted : ROWS.find((row) => row.name === name);
}
