#!/usr/bin/env node
// Runs the comparison and writes a table, ratios first: `npm run bench`, or `node bench/bench.mjs --help`.

import { join } from 'node:path';
import { measureBuilds } from './builds.mjs';
import { readFlags, USAGE } from './flags.mjs';
import { load, machineFacts } from './machine.mjs';
import { buildEnvironment, findPeers } from './peers.mjs';
import { progress } from './progress.mjs';
import { openRawRounds } from './raw-rounds.mjs';
import { reportText } from './report.mjs';
import { chooseRows, FOLDER_ROWS, peersOf, ROWS } from './rows.mjs';
import { folderIn, openScratch, remove } from './scratch.mjs';
import { measureServing } from './serving.mjs';
import { findPerf, folderSite, homepageSite, postsSite } from './sites.mjs';
import { compareWithJekyll } from './trees.mjs';

/** What was typed, or the end of the program where it makes no sense. */
function readCommandLine() {
  try {
    const flags = readFlags(process.argv.slice(2));
    if (flags.help) leave(0, USAGE);
    const table = flags.site === undefined ? ROWS : FOLDER_ROWS;
    const { chosen, unknown } = chooseRows(table, flags.only);
    if (unknown.length > 0)
      throw new Error(`--only: no row is called ${unknown.join(', ')} (rows: ${names(table)})`);
    return { flags, rows: chosen, perf: flags.site === undefined ? findPerf(flags.perf) : undefined };
  } catch (error) {
    return leave(2, `${error.message}\n\n${USAGE}`);
  }
}

const names = (rows) => rows.map(({ id }) => id).join(' ');

function leave(status, text) {
  (status === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  process.exit(status);
}

const { flags, rows, perf } = readCommandLine();
const loads = { start: load() };
const warnings = [];
const scratch = openScratch();
const bench = {
  scratch,
  env: buildEnvironment(process.env, folderIn(scratch, 'tmp')),
  peers: await findPeers(process.env),
  perf,
  seed: flags.seed,
  config: flags.config,
  flags: flags.flags.split(/\s+/).filter((word) => word !== ''),
  raw: openRawRounds(flags.raw),
  warn(text) {
    warnings.push(text);
    progress(text);
  },
  fail(text, log = '') {
    warnings.push(`**Failed**: ${text}`);
    progress(`failed: ${text}\n${log}`);
    process.exitCode = 1;
  },
};

progress(`every round goes to ${bench.raw.path}`);

const SITES = {
  homepage: { make: () => homepageSite(bench), rounds: flags.rounds, warmUp: 1 },
  posts: { make: () => postsSite('posts', flags.posts, bench), rounds: flags['rounds-posts'], warmUp: 1 },
  many: { make: () => postsSite('many', flags.many, bench), rounds: flags['rounds-many'], warmUp: 0 },
  site: { make: () => folderSite(flags.site, bench), rounds: flags.rounds, warmUp: 1 },
};

/** Medians by name, as the aims name them. */
const figures = new Map();
const builds = [];
const serving = new Map();

for (const [name, plan] of Object.entries(SITES)) {
  const wanted = rows.filter(({ site }) => site === name);
  if (wanted.length === 0) continue;
  try {
    progress(`${name}: making the site`);
    const site = await plan.make();
    await runBuilds(site, plan, wanted);
    for (const row of wanted.filter(({ serve }) => serve !== undefined)) await runServing(row, site);
    await remove(join(bench.scratch, 'sites', name));
  } catch (error) {
    bench.fail(`${name}: ${error.message}`);
  }
}

async function runBuilds(site, plan, wanted) {
  const takePart = peersOf(wanted, flags['all-peers']);
  const reasons = new Map(
    takePart.map((peer) => [peer, bench.peers[peer].absent ?? site.absent[peer]]).filter(([, why]) => why),
  );
  const present = takePart.filter((peer) => !reasons.has(peer));
  if (present.length === 0) return;
  const medians = await measureBuilds(site, present, plan, bench);
  for (const [peer, measures] of medians) {
    for (const [measure, value] of Object.entries(measures)) {
      figures.set(`${site.name}/${peer}/${measure}`, value);
      if (site.posts !== undefined)
        figures.set(`${site.name}/${peer}/${measure} per post`, value / site.posts);
    }
  }
  const isCompared = medians.has('jekyll') && medians.has('hastie');
  builds.push({
    site,
    medians,
    equality: isCompared
      ? compareWithJekyll(medians.get('jekyll').out, medians.get('hastie').out)
      : undefined,
    absent: [...reasons].map(([peer, why]) => `${peer} is absent: ${why}`),
  });
  await remove(join(bench.scratch, 'out', site.name));
}

async function runServing(row, site) {
  if (row.serve === 'sass' && bench.peers['sass-embedded'].absent !== undefined)
    bench.warn(`${row.id} has nothing to be held against: there is no sass-embedded`);
  try {
    const measured = await measureServing(row, site, flags.saves, bench);
    serving.set(row.id, measured);
    for (const [name, value] of Object.entries(measured)) figures.set(`${row.id}/${name}/ms`, value);
  } catch (error) {
    bench.fail(`${row.id}: ${error.message}`);
  }
}

process.stdout.write(
  reportText({
    facts: machineFacts(bench.peers, {
      ...loads,
      end: load(),
      highest: Math.max(loads.start, bench.raw.highestLoad()),
    }),
    notes: flags.quick ? ['**Quick**: the sizes are too small for the aims; believe no figure.'] : [],
    rows,
    figures,
    sizes: { posts: flags.posts, many: flags.many },
    builds,
    serving,
    warnings,
    raw: bench.raw.path,
  }),
);
