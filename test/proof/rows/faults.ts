/**
 * P3 and P4: a fault at every call of the disk port, with every error, in every manner. Whatever fails, every file of the
 * destination is whole, old or new; an error is reported unless the site came out right; the next build repairs it.
 */

import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { type Output, startOfFile } from '../../../src/model/output.ts';
import type { WriteFs } from '../../../src/ports/fs.ts';
import { writeOutputs } from '../../../src/write/write.ts';
import { ask } from '../../support/destinations.ts';
import {
  createFaultyFs,
  type Fault,
  type FaultManner,
  type FaultyFs,
  READ_CALLS,
  WRITE_CALLS,
} from '../../support/faulty-fs.ts';
import { createMemoryFs, type MemoryFs } from '../../support/memory-fs.ts';
import { copyOutput, textOutputs } from '../../support/outputs.ts';
import { createProcesses } from '../../support/processes.ts';
import { hastie, siteOnDisk } from '../../support/program.ts';
import { type Attempts, broken, type Failure, type Row } from '../row.ts';

type Files = Readonly<Record<string, string>>;

/** What systems say when a call fails. */
const CODES: readonly string[] = [
  ...['EACCES', 'EAGAIN', 'EBADF', 'EBUSY', 'EDQUOT', 'EEXIST', 'EFBIG', 'EINTR', 'EINVAL', 'EIO', 'EISDIR'],
  ...[
    'ELOOP',
    'EMFILE',
    'EMLINK',
    'ENAMETOOLONG',
    'ENFILE',
    'ENODEV',
    'ENOENT',
    'ENOMEM',
    'ENOSPC',
    'ENOTDIR',
  ],
  ...['ENOTEMPTY', 'ENXIO', 'EPERM', 'EROFS', 'ESTALE', 'ETIMEDOUT', 'ETXTBSY', 'EXDEV', 'UNKNOWN'],
];
/** By these a system says that something is not there: what is read of it may be left out. */
const ABSENT: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'ELOOP']);

interface Manner {
  readonly manner: FaultManner;
  readonly lasting: boolean;
}
const MANNERS: readonly Manner[] = [
  { manner: 'refused', lasting: false },
  { manner: 'refused', lasting: true },
  { manner: 'half', lasting: false },
  { manner: 'done', lasting: false },
];

/** A build that comes upon a fault. */
export interface Scene {
  readonly name: string;
  /** Builds the second site over the first one, with this fault. Gives what went wrong, undefined where it did not strike. */
  attempt(fault: Fault): Promise<readonly Failure[] | undefined> | readonly Failure[] | undefined;
  /** How many calls a build makes that none disturbs. */
  count(calls: readonly (keyof WriteFs)[]): Promise<number> | number;
}

const PICTURE = '/home/ada/site/images/me.png';

/** Forty old files, of which some stay, some change, some go, and one is where a folder must be. */
const OLD: Files = {
  ...numbered(12, (n) => [`same/${n}/index.html`, `same ${n}`]),
  ...numbered(12, (n) => [`page/${n}.html`, `old page ${n}`]),
  ...numbered(14, (n) => [`gone/${n % 3}/${n}.html`, `gone ${n}`]),
  section: 'a file for now',
  'note/a.html': 'a page in a folder for now',
};
const NEW: Files = {
  ...numbered(12, (n) => [`same/${n}/index.html`, `same ${n}`]),
  ...numbered(12, (n) => [`page/${n}.html`, `new page ${n}, and longer`]),
  ...numbered(8, (n) => [`fresh/${n}/index.html`, `fresh ${n}`]),
  'section/index.html': 'a folder now',
  note: 'a file now',
};

function numbered(count: number, entry: (n: number) => [string, string]): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, n) => entry(n)));
}

const outputsOf = (files: Files): Output[] => [
  ...textOutputs(files),
  copyOutput('images/me.png', PICTURE, 3, 1_500_000_000_123.5),
];

function diskWithPicture(): MemoryFs {
  const fs = createMemoryFs();
  fs.put('/home/ada/site/_config.yml', '');
  fs.put(PICTURE, 'png', 1_500_000_000_123.5);
  return fs;
}

const OPTIONS = { keepFiles: ['.git', '.svn'], adopt: false, placeOf: startOfFile };

function write(fs: WriteFs, folder: string, files: Files): readonly Diagnostic[] {
  const options = { ...OPTIONS, processes: createProcesses(1) };
  const answer = ask(fs, folder);
  if ('code' in answer) return [answer];
  return writeOutputs(fs, answer, outputsOf(files), options).diagnostics;
}

/** The writer alone. */
export function writerScene(folder: string): Scene {
  const builtBefore = (): MemoryFs => {
    const fs = diskWithPicture();
    write(fs, folder, OLD);
    return fs;
  };
  return {
    name: `the writer, to ${folder}`,
    count(calls) {
      const counted = createFaultyFs(builtBefore(), { at: Number.POSITIVE_INFINITY, code: '', calls });
      write(counted, folder, NEW);
      return counted.log.length;
    },
    attempt(fault) {
      const fs = builtBefore();
      const faulty = createFaultyFs(fs, fault);
      const diagnostics = write(faulty, folder, NEW);
      if (!faulty.struck()) return undefined;
      if (isContradiction(fault, faulty)) return [];
      const left = new Left(fault, faulty, fs.tree(folder));
      left.expectWhole(
        { ...OLD, 'images/me.png': 'png' },
        { ...NEW, 'images/me.png': 'png' },
        diagnostics.filter(({ severity }) => severity === 'error'),
      );
      left.expectNoStrays();
      const repaired = write(fs, folder, NEW);
      left.expectRepaired(repaired, fs.tree(folder), { ...NEW, 'images/me.png': 'png' });
      return left.failures;
    },
  };
}

const page = (text: string, matter = ''): string => `---\n${matter}---\n${text}\n`;
const SITE_BEFORE: Files = {
  '_config.yml': `title: a
collections: {notes: {output: true}}
plugins: [jekyll-sitemap]
url: https://a.b
theme: ./theme
defaults: [{scope: {path: "deep*"}, values: {layout: d}}]
`,
  'theme/_layouts/e.html': 'theme {{ content }}',
  'theme/_config.yml': 'of_theme: 1\n',
  'theme/assets/theme.txt': 'theme',
  'deep/p.md': page('{{ site.of_theme }} deep'),
  Gemfile: "group :jekyll_plugins do\n  gem 'jekyll-redirect-from'\nend\n",
  'package.json': '{"dependencies": {"hastie": "*"}}',
  '_layouts/d.html': '<p>{{ content }}{{ site.title }}',
  '_includes/x.html': 'x',
  '_data/a.yml': 'a: 1\n',
  '_data/deep/b.csv': 'a,b\n1,2\n',
  '_posts/2020-01-01-b.md': page('x', 'layout: d\n'),
  '_notes/n.md': page('a note'),
  'a.md': page('{% include x.html %}', 'layout: d\n'),
  'e.md': page('e', 'layout: e\nredirect_from: /old/\n'),
  'gone.md': page('soon gone'),
  'section.html': page('a page', 'permalink: /section\n'),
  'me.png': 'png',
};
const SITE_AFTER: Files = {
  ...SITE_BEFORE,
  '_data/a.yml': 'a: 2\n',
  'a.md': page('{% include x.html %} {{ site.data.a.a }} {{ site.data.deep.b[0].b }}', 'layout: d\n'),
  'section.html': page('a page', 'permalink: /section/\n'),
  '_posts/2020-01-02-c.md': page('another', 'layout: d\n'),
};
delete (SITE_AFTER as Record<string, string>)['gone.md'];

interface Built {
  readonly errors: readonly { readonly code: string }[];
  readonly status: number;
}

async function build(fs: MemoryFs, faulty: WriteFs = fs): Promise<Built> {
  const { status, out } = await hastie(fs, 'build --json', { world: { fs: faulty } });
  return { status, errors: (JSON.parse(out) as { errors: { code: string }[] }).errors };
}

/** A whole build through the command line. */
export async function buildScene(): Promise<Scene> {
  const builtBefore = async (): Promise<MemoryFs> => {
    const fs = siteOnDisk(SITE_BEFORE);
    await build(fs);
    for (const [path, text] of Object.entries(SITE_AFTER))
      if (SITE_BEFORE[path] !== text) fs.put(`/site/${path}`, text);
    fs.removeFile('/site/gone.md');
    return fs;
  };
  const before = (await builtBefore()).tree('/site/dist');
  const clean = siteOnDisk(SITE_AFTER);
  await build(clean);
  const after = clean.tree('/site/dist');
  return {
    name: 'a whole build',
    async count(calls) {
      const fs = await builtBefore();
      const counted = createFaultyFs(fs, { at: Number.POSITIVE_INFINITY, code: '', calls });
      await build(fs, counted);
      return counted.log.length;
    },
    async attempt(fault) {
      const fs = await builtBefore();
      const faulty = createFaultyFs(fs, fault);
      const { status, errors } = await build(fs, faulty);
      if (!faulty.struck()) return undefined;
      if (isContradiction(fault, faulty)) return [];
      const tree = fs.tree('/site/dist');
      const left = new Left(fault, faulty, tree);
      left.expect((status === 1) === errors.length > 0, 'the status is not that of the errors');
      left.expectWhole(before, after, errors);
      const wasWriting = errors.some(({ code }) => /^(?:write|build)\//.test(code));
      if (errors.length > 0 && !wasWriting)
        left.expect(
          JSON.stringify(tree) === JSON.stringify(before),
          'an error, and the destination has changed',
        );
      left.expectNoStrays();
      const repaired = await build(fs);
      left.expectRepaired(repaired.errors, fs.tree('/site/dist'), after);
      return left.failures;
    },
  };
}

/** By these codes a disk says that something is there, or in there, which it is not. */
function isContradiction({ at, code, manner = 'refused' }: Fault, { log }: FaultyFs): boolean {
  const [call = ''] = (log[at - 1] ?? '').split(' ');
  if (call === 'removeFolder' && code === 'ENOTEMPTY') return true;
  const isCreating = /^(?:createFile|copyFile|makeFolder)$/.test(call);
  return code === 'EEXIST' && !(isCreating && manner === 'refused');
}

/** What a fault has left in the destination. */
class Left {
  readonly failures: Failure[] = [];
  readonly #fault: Fault;
  readonly #call: string;
  readonly #tree: Files;

  constructor(fault: Fault, faulty: FaultyFs, tree: Files) {
    this.#fault = fault;
    this.#call = faulty.log[fault.at - 1] ?? '';
    this.#tree = tree;
  }

  expect(isRight: boolean, what: string, detail = ''): void {
    const { code, manner, lasting, at } = this.#fault;
    if (isRight) return;
    const manners = `${manner ?? 'refused'}${lasting === true ? ' from then on' : ''}`;
    this.failures.push(
      broken(
        `${what}: ${this.#call.split(' ')[0]}`,
        `${code}, ${manners}, at call ${at}: ${this.#call}\n${detail}`,
      ),
    );
  }

  /** One of the whole texts, never a part of one; and without an error, the new site. */
  expectWhole(before: Files, after: Files, errors: readonly unknown[]): void {
    for (const [key, text] of Object.entries(this.#tree)) {
      if (text === '(empty)' || key.includes('.hastie-')) continue;
      const isWhole = text === before[key] || text === after[key] || this.#mayLack();
      this.expect(isWhole, 'a file is not whole', `${key}: ${text}`);
    }
    for (const [key, text] of Object.entries(before))
      if (after[key] === text && !this.#mayLack())
        this.expect(this.#tree[key] === text, 'a file that stays has changed', key);
    if (errors.length > 0) return;
    const wrong = differing(this.#lasting(this.#tree), this.#lasting(after));
    this.expect(wrong === '' || this.#mayLack(), 'no error, and not the new site', wrong);
  }

  /** Files alone, without those of our own and without one that the system called gone already. */
  #lasting(tree: Files): Files {
    const { code, manner } = this.#fault;
    const isCalledGone = (key: string): boolean =>
      /^remove/.test(this.#call) &&
      (code === 'ENOENT' || manner === 'done') &&
      this.#call.endsWith(`/${key}`);
    return Object.fromEntries(
      Object.entries(tree).filter(
        ([key, text]) => text !== '(empty)' && !key.includes('.hastie-') && !isCalledGone(key),
      ),
    );
  }

  /** Where the system said that an input is not there, the site may lack what comes of it. */
  #mayLack(): boolean {
    const isRead = READ_CALLS.some((call) => this.#call.startsWith(`${call} `));
    return isRead && ABSENT.has(this.#fault.code);
  }

  /** What a lasting fault leaves can't be tidied up. Of the lock, what failed itself may stay: the next build takes it over. */
  expectNoStrays(): void {
    if (this.#fault.lasting === true) return;
    const strays = Object.keys(this.#tree).filter(
      (key) =>
        key.includes('.hastie-') &&
        !(key.startsWith('.hastie-lock') && this.#call.includes(key.split('/')[0] ?? key)),
    );
    this.expect(strays.length === 0, 'files of our own are left', strays.join('\n'));
  }

  expectRepaired(complaints: readonly unknown[], tree: Files, after: Files): void {
    this.expect(complaints.length === 0, 'the next build complains', JSON.stringify(complaints));
    const wrong = differing(tree, after);
    this.expect(wrong === '', 'the next build does not repair it', wrong);
  }
}

/** The files that are not the same, a line each. */
function differing(found: Files, wanted: Files): string {
  return [...new Set([...Object.keys(found), ...Object.keys(wanted)])]
    .filter((key) => found[key] !== wanted[key])
    .map((key) => `${key}: ${found[key]}, not ${wanted[key]}`)
    .join('\n');
}

const ALL_CALLS = [...READ_CALLS, ...WRITE_CALLS];

export const faults: Row = {
  name: 'faults',
  promise: 'P4',
  counted: 'faults of the disk',
  each: 1,
  weight: 20,
  limitMs: 20_000,
  flags: [],
  async open(): Promise<Attempts> {
    const scenes = [writerScene('/home/ada/site/dist'), writerScene('/home/ada/public'), await buildScene()];
    const kinds = CODES.flatMap((code) => MANNERS.map((manner) => ({ code, ...manner })));
    const faults: { readonly scene: Scene; readonly fault: Fault }[] = [];
    for (const scene of scenes) {
      const calls = await scene.count(ALL_CALLS);
      for (let at = 1; at <= calls; at++)
        for (const kind of kinds) faults.push({ scene, fault: { ...kind, at, calls: ALL_CALLS } });
    }
    return {
      full: faults.length,
      async attempt(number) {
        // a part of them is of every kind: the prime takes them from everywhere, and each one once
        const { scene, fault } = faults[(number * 15_485_863) % faults.length]!;
        return (await scene.attempt(fault)) ?? [];
      },
      close: () => {},
    };
  },
};
