/** The options of `npm run prove`. */

import { parseArgs } from 'node:util';
import type { Row } from './row.ts';
import { ROWS, rowNamed } from './rows.ts';

export interface Options {
  readonly minutes: number;
  readonly rows: readonly Row[];
  readonly seed: number;
  /** The only attempt of each row, undefined for all of them. */
  readonly attempt: number | undefined;
  /** How many attempts of each row at most. */
  readonly count: number;
  readonly jobs: number;
  /** Gets the table as JSON. */
  readonly json: string | undefined;
}

export const HELP = `npm run prove -- [options]

Holds every promise of docs/PROMISES.md against generated attacks, and prints what was tried and what failed.

  --minutes N, --hours N   how long it runs: 10 minutes, unless it is told otherwise or all is tried before
  --row NAME[,NAME]        these rows alone
  --seed N                 other inputs (1)
  --attempt N              this attempt of the row alone, as a failure prints it
  --count N                at most so many attempts of each row
  --jobs N                 how many processes share a row (1)
  --json FILE              writes the table there, too

Rows:
${ROWS.map(({ name, promise, counted }) => `  ${name.padEnd(18)} ${promise.padEnd(4)} ${counted}`).join('\n')}
`;

/** Undefined where help is asked for. Throws with a sentence about what can't be understood. */
export function readOptions(words: readonly string[]): Options | undefined {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...words],
    options: {
      ...{ minutes: text, hours: text, row: { ...text, multiple: true }, seed: text, attempt: text },
      ...{ count: text, jobs: text, json: text, help: { type: 'boolean' } },
    },
  });
  if (values.help === true) return undefined;
  const hours = numberOf('--hours', values.hours);
  const attempt = numberOf('--attempt', values.attempt);
  const rows = rowsOf(values.row ?? []);
  if (attempt !== undefined && rows.length !== 1)
    throw new Error('`--attempt` needs the name of its row: add `--row`');
  return {
    minutes: numberOf('--minutes', values.minutes) ?? (hours === undefined ? 10 : hours * 60),
    rows,
    seed: numberOf('--seed', values.seed) ?? 1,
    attempt,
    count: numberOf('--count', values.count) ?? Number.POSITIVE_INFINITY,
    jobs: Math.max(1, numberOf('--jobs', values.jobs) ?? 1),
    json: values.json,
  };
}

function numberOf(flag: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+(?:\.\d+)?$/.test(text)) throw new Error(`\`${flag}\` needs a number, not \`${text}\``);
  return Number(text);
}

function rowsOf(named: readonly string[]): readonly Row[] {
  const names = named.flatMap((each) => each.split(','));
  if (names.length === 0) return ROWS;
  return names.map((name) => {
    const row = rowNamed(name);
    if (row === undefined)
      throw new Error(`there is no row \`${name}\`: ${ROWS.map((each) => each.name).join(', ')}`);
    return row;
  });
}
