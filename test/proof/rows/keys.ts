/** P1: permalinks that try to lead outside of the destination, made into keys and written. */

import { toOutputKey } from '../../../src/base/paths.ts';
import { startOfFile } from '../../../src/model/output.ts';
import { writeOutputs } from '../../../src/write/write.ts';
import { accepted } from '../../support/destinations.ts';
import type { Chance } from '../../support/edit-scripts.ts';
import { createMemoryFs, type MemoryFs } from '../../support/memory-fs.ts';
import { createProcesses } from '../../support/processes.ts';
import { broken, type Failure, type Row } from '../row.ts';

export const DIST = '/home/ada/site/dist';

/** A site beside what must stay as it is. */
export function diskBesideOthers(): MemoryFs {
  const fs = createMemoryFs();
  fs.put('/home/ada/site/_config.yml', 'title: Ada');
  fs.put('/home/ada/thesis.txt', 'years of work');
  fs.put('/srv/secret/index.html', 'secret');
  fs.putFolder(DIST);
  return fs;
}

/** The whole disk without the destination and the cache. */
export function outside(fs: MemoryFs): Record<string, string> {
  const own = /^home\/ada\/site\/(?:dist|\.hastie-cache)(?:\/|$)/;
  return Object.fromEntries(Object.entries(fs.tree('/')).filter(([key]) => !own.test(key)));
}

const COMMON = ['..', '.', '', 'a', 'b', 'index.html', '%2e%2e', '~', '...', '..a', 'a/../..', '.%2e'];
const RARE = [
  ...['C:', '\\..', 'con', '.hastie-lock', '.hastie-tmp-0', '.hastie-cache', '.git', '\u202e', ' ', '//'],
  ...['dist', '../dist', '%00', '\0', '%', '%2', '%c0%ae%c0%ae', '%252e%252e', '/etc', '~root', '\ud800'],
  ...['e\u0301', '\u212a', 'a'.repeat(255), 'a'.repeat(256), 'é'.repeat(128), '..'.repeat(200), '__proto__'],
];

function segment(chance: Chance): string {
  const kind = chance.number(8);
  if (kind < 4) return chance.pick(COMMON);
  if (kind < 6) return chance.pick(RARE);
  // any UTF-16 units, or any ASCII
  const below = kind === 6 ? 65_536 : 128;
  return Array.from({ length: chance.number(9) }, () => String.fromCharCode(chance.number(below))).join('');
}

/** One in sixty is longer than any path may be. */
export function hostilePermalink(chance: Chance): string {
  const length = chance.number(60) === 0 ? 1000 : chance.number(9);
  return Array.from({ length }, () => segment(chance)).join('/');
}

const isInside = (key: string): boolean => key.split('/').every((part) => !/^\.{0,2}$|\0/.test(part));

const EACH = 8;

export const keys: Row = {
  name: 'keys',
  promise: 'P1',
  counted: 'hostile permalinks',
  each: EACH,
  weight: 7,
  limitMs: 20_000,
  flags: [],
  open: async () => ({ full: 1_000_000 / EACH, attempt, close: () => {} }),
};

/** A site of such permalinks is written or refused, then emptied. */
function attempt(_number: number, chance: Chance): readonly Failure[] {
  const permalinks = Array.from({ length: EACH }, () => hostilePermalink(chance));
  const found = [...new Set(permalinks.flatMap((permalink) => toOutputKey(permalink) ?? []))];
  const failures = found
    .filter((key) => !isInside(key))
    .map((key) => broken('a key with `..`, `.`, an empty segment or NUL', JSON.stringify(key)));
  const fs = diskBesideOthers();
  const before = JSON.stringify(outside(fs));
  const options = {
    keepFiles: ['.git', '.svn'],
    adopt: false,
    placeOf: startOfFile,
    processes: createProcesses(1),
  };
  for (const outputs of [found.map((key) => ({ key, from: 'x.md', text: key })), []]) {
    writeOutputs(fs, accepted(fs, DIST), outputs, options);
    if (JSON.stringify(outside(fs)) !== before)
      failures.push(broken('something outside has changed', JSON.stringify(permalinks)));
  }
  return failures;
}
