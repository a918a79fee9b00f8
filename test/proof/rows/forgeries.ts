/**
 * P1 and P2 against a repository that was made to attack: links, caches, records and settings in any combination, then
 * commands. Nothing that lies outside of the site changes, and no file of the owner's in the destination.
 */

import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fingerprint, fingerprintBytes } from '../../../src/base/hash.ts';
import type { Chance } from '../../support/edit-scripts.ts';
import { createScratch, hastieOnDisk, put, snapshot } from '../../support/site-on-real-disk.ts';
import { type Attempts, broken, type Failure, type Row } from '../row.ts';

const SITE = {
  'index.md': '---\n---\n# Hello\n',
  'about.md': '---\npermalink: /about/\n---\nAbout\n',
  'style.scss': '---\n---\na { b: c }\n',
  'robots.txt': 'all\n',
  '_layouts/default.html': '{{ content }}',
};

/** What lies beside the site, named as if it were Hastie's. */
const FOREIGN = {
  'thesis.txt': 'years of work',
  owner: 'not the owner of a lock',
  mark: 'no mark',
  'CACHEDIR.TAG': 'Signature: 8a477f597d28d172789f06886806bc55\n',
  'results/photo.bin': 'bytes',
  'results/abc123-def456.bin': 'bytes',
  'last/abc123-def456.build': 'notes',
  'stylesheets/abc123-def456.bin': 'a sheet of paper',
  'destinations/abc123.json': '{}',
  'about/index.html': 'somebody else’s page',
  'index.html': 'another page',
  '_layouts/default.html': 'SECRET {{ content }}',
};
/** Files of the owner's in the destination. */
const OWN = { 'thesis.txt': 'years of work', 'index.html': 'by hand', 'about/index.html': 'by hand, too' };

const COMMANDS = [
  'build',
  'build --safe',
  'build --incremental',
  'build --no-incremental',
  'clean',
  'clean --safe',
];

/** A repository, what lies beside it, and what its owner has put into the destination. */
class Repository {
  readonly root: string;
  readonly site: string;
  readonly outside: string;
  /** Files of the owner's that a command has changed. */
  readonly lost: string[] = [];
  #hasOwn = false;
  #settings = 'title: Ada\n';

  constructor(root: string) {
    this.root = root;
    this.site = join(root, 'site');
    this.outside = join(root, 'outside');
    put(this.site, { ...SITE, '_config.yml': this.#settings });
    put(this.outside, FOREIGN);
    mkdirSync(join(this.outside, 'empty'));
  }

  get cache(): string {
    return join(this.site, '.hastie-cache');
  }

  /** What it says; which of the owner's files it changes is noted. */
  async run(command: string): Promise<string> {
    const before = this.#intact();
    const { out, err } = await hastieOnDisk(this.site, command, { launched: true });
    const after = this.#intact();
    this.lost.push(...before.filter((key) => !after.includes(key)));
    return out + err;
  }

  /** Those of the owner's files that are still what they were. */
  #intact(): readonly string[] {
    if (!this.#hasOwn) return [];
    return Object.entries(OWN).flatMap(([key, text]) => {
      const path = join(this.site, 'dist', key);
      return existsSync(path) && readFileSync(path, 'utf8') === text ? [key] : [];
    });
  }

  set(line: string): void {
    this.#settings += `${line}\n`;
    writeFileSync(join(this.site, '_config.yml'), this.#settings);
  }

  /** Puts a link in the place of whatever is there. */
  link(place: string, target: string): void {
    const path = join(this.site, place);
    // behind a link it would be an attack of ours on what lies outside
    if (!this.#isInside(dirname(path))) return;
    mkdirSync(dirname(path), { recursive: true });
    rmSync(path, { recursive: true, force: true });
    symlinkSync(target, path);
  }

  write(place: string, text: string | Buffer): void {
    const path = join(this.site, place);
    if (!this.#isInside(dirname(path))) return;
    mkdirSync(dirname(path), { recursive: true });
    rmSync(path, { recursive: true, force: true });
    writeFileSync(path, text);
  }

  /** Whether a folder of the site, which need not be there, is reached through folders alone. */
  #isInside(folder: string): boolean {
    if (folder === this.site) return true;
    if (!this.#isInside(dirname(folder))) return false;
    const there = lstatSync(folder, { throwIfNoEntry: false });
    return there === undefined || there.isDirectory();
  }

  /** Replaces the destination by one that its owner has filled. */
  putOwn(): void {
    rmSync(join(this.site, 'dist'), { recursive: true, force: true });
    put(join(this.site, 'dist'), OWN);
    this.#hasOwn = true;
  }
}

type Attack = (repository: Repository, chance: Chance) => string | Promise<string>;

const PLACES = [
  ...[
    'dist',
    'dist/.hastie-lock',
    'dist/.hastie-tmp-0',
    'dist/.hastie-tmp-1',
    'dist/about',
    'dist/about/index.html',
  ],
  ...[
    'dist/about/.hastie-tmp-0',
    'dist/index.html',
    'dist/.hastie-lock/owner',
    'dist/style.css',
    'dist/gone.html',
  ],
  ...[
    '.hastie-cache',
    '.hastie-cache/last',
    '.hastie-cache/results',
    '.hastie-cache/stylesheets',
    '.hastie-cache/mark',
  ],
  ...[
    '.hastie-cache/destinations',
    '.hastie-cache/CACHEDIR.TAG',
    '.hastie-cache/.gitignore',
    '.hastie-cache/.hastie-tmp-0',
  ],
  ...[
    '.hastie-cache/results/.hastie-tmp-0',
    'linked',
    '_layouts',
    '_includes',
    '_data',
    '_sass',
    '_posts',
    '.jekyll-cache',
    '_site',
  ],
];
const TARGETS = [
  '.',
  'thesis.txt',
  'new',
  'results',
  'last',
  'destinations',
  'empty',
  'mark',
  'CACHEDIR.TAG',
  'about',
  'index.html',
];

const SETTINGS = [
  ...[
    'cache_dir: ../outside',
    'cache_dir: ../outside/results',
    'cache_dir: OUTSIDE',
    'cache_dir: .',
    'cache_dir: dist',
  ],
  ...[
    'cache_dir: _layouts',
    'cache_dir: linked',
    'cache_dir: linked/empty',
    'cache_dir: .hastie-cache/../../outside',
    'cache_dir: ~',
  ],
  ...[
    'cache_dir: ""',
    'cache_dir: "../site/../outside"',
    'destination: ../outside',
    'destination: linked',
    'destination: .',
  ],
  ...[
    'destination: ..',
    'destination: /',
    'destination: _layouts',
    'destination: .hastie-cache',
    'destination: OUTSIDE/about',
  ],
  ...[
    'theme: ../outside',
    'theme: ./linked',
    'layouts_dir: ../outside/_layouts',
    'keep_files: [".."]',
    'include: ["../outside/thesis.txt"]',
  ],
  ...[
    'plugins_dir: ../outside',
    'data_dir: ../outside',
    'collections_dir: ../outside',
    'sass: {sass_dir: ../../outside}',
    'safe: true',
  ],
  ...['disable_disk_cache: true', 'incremental: true', 'permalink: /../../outside/:title', 'exclude: []'],
];

const ATTACKS: readonly Attack[] = [
  function link(repository, chance) {
    const [place, target] = [chance.pick(PLACES), chance.pick(TARGETS)];
    repository.link(place, join(repository.outside, target));
    return `${place} -> outside/${target}`;
  },
  function setting(repository, chance) {
    const line = chance.pick(SETTINGS);
    repository.set(line.replace('OUTSIDE', repository.outside));
    return line;
  },
  function own(repository) {
    repository.putOwn();
    return 'files of the owner’s in the destination';
  },
  function record(repository, chance) {
    const destination = join(repository.site, 'dist');
    repository.putOwn();
    const { ino: inode, birthtimeMs } = statSync(destination);
    const keys = [...Object.keys(OWN), '../outside/thesis.txt', 'about/'];
    const body = JSON.stringify({
      destination,
      folder: { inode, birthtimeMs },
      isMade: true,
      keys,
      found: [],
    });
    repository.write(
      `.hastie-cache/destinations/${fingerprint(destination)}.json`,
      sealedSomehow(body, chance),
    );
    return 'a forged record';
  },
  async function copy(repository, chance) {
    if (!existsSync(join(repository.cache, 'CACHEDIR.TAG'))) await repository.run('build');
    if (!existsSync(repository.cache)) return 'no cache to copy';
    cpSync(repository.cache, `${repository.cache}-copy`, {
      recursive: true,
      preserveTimestamps: chance.number(2) === 0,
      verbatimSymlinks: true,
    });
    rmSync(repository.cache, { recursive: true });
    renameSync(`${repository.cache}-copy`, repository.cache);
    repository.putOwn();
    return 'a copied cache';
  },
  function memory(repository, chance) {
    const paths = [
      '../outside/thesis.txt',
      join(repository.outside, 'thesis.txt'),
      'thesis.txt',
      'index.html',
    ];
    const body = JSON.stringify({
      source: repository.site,
      cacheFolder: repository.cache,
      destination: chance.pick([join(repository.site, 'dist'), repository.outside]),
      readings: [],
      outputs: paths.map((path) => [path, 'forged', 6]),
      diagnostics: [],
    });
    for (const name of ['last', 'results', 'stylesheets'])
      repository.write(
        `.hastie-cache/${name}/abc123-def456.${name === 'last' ? 'build' : 'bin'}`,
        sealedSomehow(body, chance),
      );
    return 'a forged memory';
  },
  function lock(repository, chance) {
    repository.write(
      'dist/.hastie-lock',
      chance.pick(['', 'owner\n', `${process.pid} x y\n`, '1 start-1 here\n', '\0'.repeat(100)]),
    );
    return 'a lock';
  },
  async function built(repository) {
    await repository.run('build');
    return 'built';
  },
];

/** As files of the cache look from outside: with the head of old ones, with one that is nearly right, or bare. */
function sealedSomehow(body: string, chance: Chance): Buffer {
  const bytes = Buffer.from(body);
  const head = chance.pick([
    `${bytes.length} ${fingerprintBytes(bytes)}`,
    `${bytes.length} ${fingerprint(JSON.stringify(['1 1', 'x', bytes.length, fingerprintBytes(bytes), '1 1']))}`,
    undefined,
  ]);
  return head === undefined ? bytes : Buffer.concat([Buffer.from(head.padEnd(64)), bytes]);
}

class Forgeries implements Attempts {
  readonly full = 1_000;
  readonly #scratch = createScratch();
  #serial = 0;

  async attempt(_number: number, chance: Chance): Promise<readonly Failure[]> {
    const root = join(this.#scratch.path, String(this.#serial++));
    const repository = new Repository(root);
    const done: string[] = [];
    const before = JSON.stringify(snapshot(repository.outside));
    for (let attacks = 1 + chance.number(4); attacks > 0; attacks--)
      done.push(await chance.pick(ATTACKS)(repository, chance));
    const failures: Failure[] = [];
    for (let commands = 1 + chance.number(3); commands > 0 && failures.length === 0; commands--) {
      const command = chance.pick(COMMANDS);
      done.push(command);
      const said = await repository.run(command);
      const context = `${done.join('; ')}\n${said}`;
      if (JSON.stringify(snapshot(repository.outside)) !== before)
        failures.push(broken('something outside has changed', context));
      const { lost } = repository;
      if (lost.length > 0)
        failures.push(broken('a file of the owner’s has changed', `${lost.join()}\n${context}`));
      if (/internal error|\n\s+at /.test(said))
        failures.push(broken('a stack or an internal error', context));
    }
    rmSync(root, { recursive: true, force: true });
    return failures;
  }

  close(): void {
    this.#scratch.remove();
  }
}

export const forgeries: Row = {
  name: 'forgeries',
  promise: 'P1',
  counted: 'forged repositories',
  each: 1,
  weight: 6,
  limitMs: 120_000,
  flags: [],
  open: async () => new Forgeries(),
};
