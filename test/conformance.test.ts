/** Other projects' test suites, kept outside this repository, run through the published module. Ours are in `recorded-cases.test.ts`. */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const judge = join(root, '../shared/conformance');
const runner = join(judge, 'run.mjs');

/** How many cases of each file pass, of how many that can be run through a module. */
const PASSED: readonly (readonly [file: string, passed: number, of: number])[] = [
  ['kramdown.json', 164, 164],
  ['liquid-golden.json', 597, 597],
  ['liquid-lax.json', 18, 18],
];

describe.skipIf(!existsSync(runner))(
  'the recorded cases (skipped where they are not beside this repository)',
  () => {
    test.each(PASSED)(
      'of %s %i pass, of %i',
      (file, passed, of) => {
        const { stdout } = spawnSync(
          process.execPath,
          [runner, '--module', join(root, 'lib/index.js'), '--no-names', join(judge, file)],
          { encoding: 'utf8' },
        );
        const [, got = 'none', all = 'none'] = /^passed (\d+) of (\d+)$/m.exec(stdout) ?? [];
        expect({ passed: Number(got), of: Number(all) }).toEqual({ passed, of });
      },
      120_000,
    );
  },
);
