// One site, whole processes, interleaved: node bench/site.mjs FOLDER [--rounds 5] [--config A,B]
// Columns: Jekyll (where it is installed), Hastie with an empty cache and destination, Hastie with nothing changed, `node -e 0`.
// Prints medians of CPU time (user + system, children included) and wall time, and each as a ratio to Jekyll's and to Node's.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' }, config: { type: 'string', default: '_config.yml' } },
});
if (positionals.length !== 1) {
  console.error('usage: node bench/site.mjs FOLDER [--rounds N] [--config A,B]');
  process.exit(2);
}
const hastie = join(import.meta.dirname, '../bin/hastie.js');
const work = mkdtempSync(join(tmpdir(), 'bench-'));
const site = join(work, 'site');
cpSync(resolve(positionals[0]), site, { recursive: true });
const config = values.config
  .split(',')
  .map((file) => resolve(site, file))
  .join(',');
const env = {
  ...process.env,
  TZ: 'UTC',
  LC_ALL: 'C.UTF-8',
  JEKYLL_ENV: 'production',
  SOURCE_DATE_EPOCH: '1767225600',
};
const remove = (...names) => {
  for (const name of names) rmSync(join(work, name), { recursive: true, force: true });
};

/** What runs in each round, with what is done before it and not timed. */
const PEERS = [
  {
    name: 'jekyll',
    before: () => remove('jekyll', 'site/.jekyll-cache'),
    argv: ['jekyll', 'build', '-q', '-s', site, '-d', join(work, 'jekyll'), '--config', config],
  },
  {
    name: 'hastie, empty cache',
    before: () => remove('hastie', 'site/.hastie-cache'),
    argv: [
      process.execPath,
      hastie,
      'build',
      '-q',
      '-s',
      site,
      '-d',
      join(work, 'hastie'),
      '--config',
      config,
      '--adopt-destination',
    ],
  },
  {
    name: 'hastie, nothing changed',
    before: () => {},
    argv: [
      process.execPath,
      hastie,
      'build',
      '-q',
      '-s',
      site,
      '-d',
      join(work, 'hastie'),
      '--config',
      config,
    ],
  },
  { name: 'node -e 0', before: () => {}, argv: [process.execPath, '-e', '0'] },
].filter(({ argv }) => argv[0] !== 'jekyll' || spawnSync('jekyll', ['--version']).status === 0);

const runs = new Map(PEERS.map(({ name }) => [name, { cpu: [], wall: [] }]));
for (let round = 0; round <= Number(values.rounds); round++) {
  for (const { name, before, argv } of PEERS) {
    before();
    const start = performance.now();
    // bash's `times` tells the children's CPU time, those of Sass's own process included
    const run = spawnSync(
      'bash',
      ['-c', '"$@" >/dev/null 2>&1; status=$?; times; exit $status', 'bash', ...argv],
      { cwd: site, env, encoding: 'utf8' },
    );
    const wall = performance.now() - start;
    if (run.status !== 0) throw new Error(`${name} failed with status ${run.status}`);
    // the first round warms the disk and is not counted
    if (round === 0) continue;
    const [, children] = run.stdout.trim().split('\n');
    runs.get(name).cpu.push(children.split(' ').reduce((sum, part) => sum + seconds(part), 0));
    runs.get(name).wall.push(wall / 1000);
  }
}
rmSync(work, { recursive: true });

function seconds(text) {
  const [, minutes, rest] = /^(\d+)m([\d.]+)s$/.exec(text) ?? [];
  return Number(minutes) * 60 + Number(rest);
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

const cpuOf = (name) => (runs.has(name) ? median(runs.get(name).cpu) : Number.NaN);
const ratio = (value) => (Number.isFinite(value) ? value.toFixed(2) : '-');
console.log(`${values.rounds} rounds, interleaved\n`);
console.log('| peer | CPU ÷ Jekyll | CPU ÷ node -e 0 | CPU s | wall s |');
console.log('|---|--:|--:|--:|--:|');
for (const [name, { wall }] of runs) {
  const cpu = cpuOf(name);
  console.log(
    `| ${name} | ${ratio(cpu / cpuOf('jekyll'))} | ${ratio(cpu / cpuOf('node -e 0'))} | ${cpu.toFixed(2)} | ${median(wall).toFixed(2)} |`,
  );
}
