// The command line of the benchmark: its flags, their defaults, and what --quick makes of them.

import { parseArgs } from 'node:util';

export const USAGE = `usage: node bench/bench.mjs [--only 1,serve-post…] [--quick] [flags]
       node bench/bench.mjs --site FOLDER [--config A,B] [--rounds N]

  --only ROW,ROW…     these rows, by number or name
  --quick             small sizes, few rounds: about a minute; the ratios are not those of the aims' sizes
  --site FOLDER       any Jekyll site instead of the rows: Jekyll, Hastie, Hastie with nothing changed, node -e 0
  --config A,B        the settings of that folder (_config.yml)
  --flags "-I …"      more flags for Hastie's builds
  --posts N           posts of rows 3, 6 and 7 (1000)        --many N          posts of rows 4, 5 and 6 (10000)
  --rounds N          rounds at the homepage (7)             --rounds-posts N  at --posts (5)
  --rounds-many N     at --many (3)                          --saves N         saves of each serving row (10)
  --all-peers         Jekyll and Eleventy at --many, too: a quarter of an hour a round
  --perf FOLDER       the workload that has sites for Hugo and Eleventy (../shared/perf beside the repository)
  --seed N            another text of the repository's own workload (1)
  --raw FILE          where the rounds go as JSON lines (a new file in the folder for temporary files)

PERF_PEERS names a folder whose node_modules holds Eleventy, SEED_SITE the homepage of rows 1, 2 and 8.`;

const DEFAULTS = {
  posts: 1000,
  many: 10_000,
  rounds: 7,
  'rounds-posts': 5,
  'rounds-many': 3,
  saves: 10,
  seed: 1,
};
const QUICK = { posts: 60, many: 300, rounds: 2, 'rounds-posts': 2, 'rounds-many': 1, saves: 2 };
const AT_LEAST = { posts: 10, many: 10, seed: 0 };

const OPTIONS = {
  only: { type: 'string' },
  quick: { type: 'boolean', default: false },
  site: { type: 'string' },
  config: { type: 'string' },
  flags: { type: 'string', default: '' },
  'all-peers': { type: 'boolean', default: false },
  perf: { type: 'string' },
  raw: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
  ...Object.fromEntries(Object.keys(DEFAULTS).map((name) => [name, { type: 'string' }])),
};

/** The flags with all numbers filled in; throws an error whose message is meant for who typed them. */
export function readFlags(words) {
  const { values } = parseArgs({ args: words, options: OPTIONS });
  const numbers = { ...DEFAULTS, ...(values.quick ? QUICK : {}) };
  for (const name of Object.keys(DEFAULTS)) {
    if (values[name] !== undefined) numbers[name] = Number(values[name]);
    const least = AT_LEAST[name] ?? 1;
    if (!Number.isInteger(numbers[name]) || numbers[name] < least)
      throw new Error(`--${name} takes a whole number from ${least} on, not "${values[name]}"`);
  }
  if (values.site !== undefined && values.only !== undefined)
    throw new Error('--only chooses among the rows, and --site has rows of its own');
  return { ...values, ...numbers };
}
