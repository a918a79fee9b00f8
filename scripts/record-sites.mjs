// Records what the installed Jekyll makes of the sources in test/sites and of the homepage: node scripts/record-sites.mjs [NAME …]
// GITHUB_PAGES_BUILDER is a command that builds a folder (its first argument) into another (its second) as GitHub Pages does;
// with it, sites that have a folder expected-on-github-pages get that builder's answer, too. test/README.md says how to make one.
// A site whose folder holds `jekyll: differs` in its NOTE keeps what was written there by hand. `homepage` is this repository's own.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const sites = join(root, 'test/sites');
const environment = { ...process.env, TZ: 'UTC', LC_ALL: 'C.UTF-8', JEKYLL_ENV: 'production' };
const QUIET = ['ignore', 'inherit', 'ignore'];
const names = process.argv.length > 2 ? process.argv.slice(2) : [...readdirSync(sites), 'homepage'];

for (const name of names) {
  const copy = mkdtempSync(join(tmpdir(), 'record-'));
  if (name === 'homepage') recordHomepage(join(copy, 'out'));
  else if (isRecorded(name)) recordSite(name, copy);
  rmSync(copy, { recursive: true });
}

function isRecorded(name) {
  const note = join(sites, name, 'NOTE');
  if (!existsSync(join(sites, name, 'source'))) return false;
  return !existsSync(note) || !/^jekyll: differs/m.test(readFileSync(note, 'utf8'));
}

function recordSite(name, copy) {
  cpSync(join(sites, name, 'source'), join(copy, 'source'), { recursive: true });
  build(join(copy, 'source'), join(copy, 'out'));
  keep(join(copy, 'out'), join(sites, name, 'expected'), () => true);
  console.log(`recorded ${name}`);
  const onPages = join(sites, name, 'expected-on-github-pages');
  if (!existsSync(onPages)) return;
  const builder = process.env.GITHUB_PAGES_BUILDER;
  if (builder === undefined) {
    console.log(`kept ${onPages}: GITHUB_PAGES_BUILDER is not set`);
    return;
  }
  execFileSync(builder, [join(copy, 'source'), join(copy, 'pages')], {
    cwd: join(copy, 'source'),
    env: environment,
    stdio: QUIET,
  });
  keep(join(copy, 'pages'), onPages, () => true);
  console.log(`recorded ${name} on GitHub Pages`);
}

/** Its pages and stylesheets; what Jekyll only copies is in the repository already. */
function recordHomepage(built) {
  build(root, built);
  const isMade = (path) => statSync(path).isDirectory() || ['.html', '.css'].includes(extname(path));
  keep(built, join(root, 'test/homepage/expected'), isMade);
  console.log('recorded the homepage');
}

function build(source, destination) {
  execFileSync('jekyll', ['build', '--quiet', '--disable-disk-cache', '-d', destination], {
    // Bundler looks for a Gemfile here
    cwd: source,
    env: { ...environment, ...gemsOf(source) },
    stdio: QUIET,
  });
}

/** The gems that a site has in its own bundle, before those of the system. */
function gemsOf(source) {
  const bundle = join(source, 'vendor/bundle/ruby');
  if (!existsSync(bundle)) return {};
  const own = readdirSync(bundle).map((version) => join(bundle, version));
  const system = execFileSync('gem', ['env', 'gempath'], { encoding: 'utf8' }).trim();
  return { GEM_PATH: [...own, system].join(':') };
}

function keep(built, expected, filter) {
  rmSync(expected, { recursive: true, force: true });
  cpSync(built, expected, { recursive: true, filter });
}
