/** The rows of the long proof, in the order in which they run. */

import { fuzzRow } from './fuzz/engine.ts';
import { engines } from './fuzz/engines.ts';
import type { Row } from './row.ts';
import { edits } from './rows/edits.ts';
import { faults } from './rows/faults.ts';
import { keys } from './rows/keys.ts';
import { kills } from './rows/kills.ts';
import { planted } from './rows/planted.ts';

export const ROWS: readonly Row[] = [keys, faults, ...engines.map(fuzzRow), kills, edits];

export function rowNamed(name: string): Row | undefined {
  return name === planted.name ? planted : ROWS.find((row) => row.name === name);
}
