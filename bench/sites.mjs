// Where the sites come from: the workload beside the repository, which has them for every peer, or what the repository has.

import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { run } from './children.mjs';
import { folderIn } from './scratch.mjs';
import { writeWorkload } from './workload/site.mjs';

const ROOT = resolve(import.meta.dirname, '..');

/** Not copied: what is not the site's, and what a build would only have to leave out. */
const LEFT_OUT =
  /(?:^|\/)(?:\.git|node_modules|\.(?:jekyll|hastie|sass)-cache)$|^(?:_site|dist|\.jekyll-metadata|Gemfile(?:\.lock)?)$/;

export function copySite(from, to) {
  const source = resolve(from);
  cpSync(source, to, {
    recursive: true,
    // the sitemap tells when static files were last changed
    preserveTimestamps: true,
    filter: (path) => !LEFT_OUT.test(relative(source, path)),
  });
  return to;
}

/** The folder of the workload for all peers; undefined where there is none. */
export function findPerf(named) {
  const folder = named === undefined ? join(ROOT, '..', 'shared', 'perf') : resolve(named);
  if (existsSync(join(folder, 'gen.mjs'))) return folder;
  if (named !== undefined) throw new Error(`--perf: there is no gen.mjs in ${folder}`);
  return undefined;
}

/** A folder of anybody's: `{ name, label, sources, absent }`, the last saying why a peer has no site. */
export function folderSite(folder, { scratch }) {
  const source = copySite(folder, join(scratch, 'sites', 'site'));
  return { name: 'site', label: `the folder ${folder}`, sources: { jekyll: source }, absent: {} };
}

/** The homepage: SEED_SITE's, as the workload lays it out for Hugo and Eleventy, else the one in the repository. */
export async function homepageSite({ scratch, perf, env }) {
  const name = 'homepage';
  const seed = env.SEED_SITE;
  if (seed === undefined || seed === '') {
    const source = copySite(ROOT, join(scratch, 'sites', name));
    // Jekyll has no citations to fill in, and a page with them would be another page.
    const settings = join(source, '_config.yml');
    writeFileSync(settings, readFileSync(settings, 'utf8').replace(/^citations: true$/m, 'citations: false'));
    return alone(name, 'the homepage of this repository, without its citations', source);
  }
  if (perf === undefined || env.PERF_PEERS === undefined)
    return alone(name, 'the homepage that SEED_SITE names', copySite(seed, join(scratch, 'sites', name)));
  const work = folderIn(scratch, 'perf');
  await must([process.execPath, join(perf, 'bench.mjs'), 'prepare', '--sites', 'seed'], {
    env: { ...env, PERF_WORK: work },
  });
  return forAll(name, 'the homepage that SEED_SITE names', join(work, 'sites', 'seed'));
}

/** Pages and papers beside the posts, as in the tables that came with the workload; between them by the square root. */
const BESIDE = { 100: [10, 40], 1000: [20, 100], 10000: [50, 300] };

/** A site of that many posts. */
export async function postsSite(name, posts, { scratch, perf, env, seed }) {
  const home = join(scratch, 'sites', name);
  if (perf === undefined) {
    writeWorkload(home, { posts, seed });
    return { ...alone(name, `the repository's own workload of ${count(posts)} posts`, home), posts };
  }
  const [pages, papers] = BESIDE[posts] ?? [0.6, 3].map((times) => Math.round(times * Math.sqrt(posts)));
  const sizes = ['--posts', posts, '--pages', pages, '--papers', papers].map(String);
  await must([process.execPath, join(perf, 'gen.mjs'), home, ...sizes], { env });
  // Eleventy's configuration asks for its plugins from where it lies
  if (env.PERF_PEERS !== undefined)
    symlinkSync(resolve(env.PERF_PEERS, 'node_modules'), join(home, 'node_modules'));
  return { ...forAll(name, `the workload for all peers with ${count(posts)} posts`, home), posts };
}

const count = (posts) => posts.toLocaleString('en-GB');

function forAll(name, label, home) {
  const sources = { jekyll: 'jekyll', hugo: 'hugo', eleventy: 'eleventy' };
  for (const peer of Object.keys(sources)) sources[peer] = join(home, peer);
  return { name, label, sources, absent: {} };
}

function alone(name, label, source) {
  const absent = { hugo: 'it has no site there', eleventy: 'it has no site there' };
  return { name, label, sources: { jekyll: source }, absent };
}

async function must(argv, options) {
  const { status, out, err } = await run(argv, options);
  if (status !== 0)
    throw new Error(`${basename(dirname(argv[1]))}/${basename(argv[1])} failed: ${out}${err}`);
}
