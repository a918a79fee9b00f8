/** P20 and P19: a cache that is torn, flipped, mixed up or of another version changes nothing: not a byte, not a warning. */

import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { treeOf } from '../../support/disk-tree.ts';
import type { Chance } from '../../support/edit-scripts.ts';
import { READER_SITE } from '../../support/edit-shapes/readers.ts';
import { createScratch, hastieOnDisk, put } from '../../support/site-on-real-disk.ts';
import { type Attempts, broken, type Failure, type Row } from '../row.ts';

/** Two states of the site, so that half of the builds have something to do. */
const CHANGING = 'changing.md';
const textOf = (state: number): string =>
  `---\ntitle: State ${state}\n---\n{{ page.title }} {{ "a" | no_such_filter }} {{ site.data.people | size }}\n`;

interface Built {
  readonly status: number;
  /** The destination, and what was reported. */
  readonly tree: Readonly<Record<string, string>>;
  readonly told: string;
}

/** A site on the disk whose cache is damaged again and again. */
class CachedSite implements Attempts {
  readonly full = 1_000;
  readonly #scratch = createScratch();
  readonly #site = join(this.#scratch.path, 'site');
  readonly #clean: Built[] = [];

  async prepare(): Promise<this> {
    put(this.#site, READER_SITE);
    for (const state of [0, 1]) {
      this.#put(state);
      rmSync(this.#cache, { recursive: true, force: true });
      this.#clean.push(await this.#build());
    }
    return this;
  }

  get #cache(): string {
    return join(this.#site, '.hastie-cache');
  }

  #put(state: number): void {
    put(this.#site, { [CHANGING]: textOf(state) });
  }

  async #build(): Promise<Built> {
    const { status, out } = await hastieOnDisk(this.#site, 'build --json', { launched: true });
    const { errors, warnings } = JSON.parse(out) as Record<string, unknown>;
    return { status, tree: treeOf(join(this.#site, 'dist')), told: JSON.stringify([errors, warnings]) };
  }

  async attempt(_number: number, chance: Chance): Promise<readonly Failure[]> {
    this.#put(0);
    rmSync(this.#cache, { recursive: true, force: true });
    await this.#build();
    const what = Array.from({ length: 1 + chance.number(3) }, () => this.#damage(chance)).join('; ');
    const state = chance.number(2);
    this.#put(state);
    const found = [...this.#wrongIn(await this.#build(), state, what)];
    // what the first build has made of the damage is no trap for the next one
    if (found.length === 0) found.push(...this.#wrongIn(await this.#build(), state, `${what}; built twice`));
    return found;
  }

  #wrongIn(built: Built, state: number, context: string): readonly Failure[] {
    const clean = this.#clean[state]!;
    const keys = [...new Set([...Object.keys(built.tree), ...Object.keys(clean.tree)])];
    const wrong = keys.filter((key) => built.tree[key] !== clean.tree[key]);
    return [
      ...(built.status === clean.status
        ? []
        : [broken(`the status is ${built.status}`, `${context}\n${built.told}`)]),
      ...(wrong.length === 0
        ? []
        : [broken('files are not those of a clean build', `${context}\n${wrong.join('\n')}`)]),
      ...(built.told === clean.told
        ? []
        : [broken('other diagnostics than a clean build', `${context}\n${built.told}`)]),
    ];
  }

  /** Damages one of the files, and says how. */
  #damage(chance: Chance): string {
    const files = readdirSync(this.#cache, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    if (files.length === 0) return 'nothing is left';
    const file = chance.pick(files);
    const name = file.slice(this.#cache.length + 1);
    const whole = readFileSync(file);
    const at = chance.number(whole.length + 1);
    const kind = chance.number(DAMAGES.length + 1);
    if (kind === DAMAGES.length) {
      rmSync(file);
      return `${name} is gone`;
    }
    writeFileSync(
      file,
      DAMAGES[kind]!(whole, at, chance, () => readFileSync(chance.pick(files))),
    );
    return `${name}, ${DAMAGES[kind]!.name} at ${at} of ${whole.length}`;
  }

  close(): void {
    this.#scratch.remove();
  }
}

type Damage = (whole: Buffer, at: number, chance: Chance, other: () => Buffer) => Buffer;

const DAMAGES: readonly Damage[] = [
  function flippedBit(whole, at, chance) {
    const bytes = Buffer.from(whole);
    if (at < bytes.length) bytes[at] = bytes[at]! ^ (1 << chance.number(8));
    return bytes;
  },
  function filled(whole, at, chance) {
    return Buffer.from(whole).fill(
      chance.number(256),
      at,
      Math.min(whole.length, at + 1 + chance.number(2000)),
    );
  },
  function cutOff(whole, at) {
    return whole.subarray(0, at);
  },
  function beheaded(whole, at) {
    return whole.subarray(at);
  },
  function more(whole, at) {
    return Buffer.concat([whole.subarray(0, at), Buffer.from('\0more'), whole.subarray(at)]);
  },
  function doubled(whole) {
    return Buffer.concat([whole, whole]);
  },
  function mixed(whole, at, _chance, other) {
    return Buffer.concat([whole.subarray(0, at), other().subarray(at)]);
  },
  function exchanged(_whole, _at, _chance, other) {
    return other();
  },
];

export const corruptions: Row = {
  name: 'corruptions',
  promise: 'P20',
  counted: 'damaged caches',
  each: 1,
  weight: 4,
  limitMs: 120_000,
  flags: [],
  open: async () => await new CachedSite().prepare(),
};
