/**
 * P15 and P19: what is built from what an earlier build has made, by bytes and by diagnostics, is a clean build's. A third of
 * the scripts keeps its results in memory, a third in the cache folder (and builds nothing where the memory of the whole build
 * holds), a third goes the preview's way, which sees what its watcher sees. The files on disk are compared, too.
 */

import { fileURLToPath } from 'node:url';
import { StylesheetKeeper } from '../../../src/preview/stylesheet-keeper.ts';
import {
  type EditScript,
  type Keepers,
  runRandomScript,
  shrink,
  siteBelow,
  type Way,
} from '../../support/edit-runs.ts';
import { type Chance, describeEdit, type EditShape } from '../../support/edit-scripts.ts';
import { papers } from '../../support/edit-shapes/papers.ts';
import { readers, shapeOf } from '../../support/edit-shapes/readers.ts';
import {
  assetsAsLoadPath,
  bothAsLoadPaths,
  sourceAsLoadPath,
} from '../../support/edit-shapes/stylesheets.ts';
import { type Attempts, broken, type Failure, type Row } from '../row.ts';

const recorded = (name: string): EditShape =>
  shapeOf(siteBelow(fileURLToPath(new URL(`../../sites/${name}/source`, import.meta.url))));

const SHAPES: Readonly<Record<string, EditShape>> = {
  readers,
  'rendering-order': recorded('rendering-order'),
  collections: recorded('collections'),
  'plugin-include-cache': recorded('plugin-include-cache'),
  'feed-sitemap-redirects': recorded('feed-sitemap-redirects'),
  'plugin-paginate-v2': recorded('plugin-paginate-v2'),
  layouts: recorded('layouts'),
  'data-files': recorded('data-files'),
  'source-as-load-path': sourceAsLoadPath,
  'assets-as-load-path': assetsAsLoadPath,
  'both-as-load-paths': bothAsLoadPaths,
  papers,
};

const WAYS: readonly Way[] = ['memory', 'disk', 'preview'];

/** Random edit scripts, and how many results they have reused. */
export class EditRuns implements Attempts {
  readonly full = 10_000;
  #reused = 0;
  readonly #keepers: Keepers = { incremental: new StylesheetKeeper(), clean: new StylesheetKeeper() };

  get reused(): number {
    return this.#reused;
  }

  async attempt(number: number, chance: Chance): Promise<readonly Failure[]> {
    const way = WAYS[number % WAYS.length]!;
    const name = chance.pick(Object.keys(SHAPES));
    const run = await runRandomScript(chance, SHAPES[name]!, way, this.#keepers);
    this.#reused += run.reused;
    if (run.differences.length === 0) return [];
    const script = await shrink(run.script, way, this.#keepers);
    return [
      broken(
        `${name}, ${way}: not a clean build`,
        `${printed(script)}\n${run.differences.join('\n').slice(0, 4000)}`,
      ),
    ];
  }

  close(): void {
    this.#keepers.incremental.close();
    this.#keepers.clean.close();
  }
}

const printed = (script: EditScript): string =>
  script
    .map((edits, step) => `step ${step}\n${edits.map((edit) => `  ${describeEdit(edit)}\n`).join('')}`)
    .join('');

export const edits: Row = {
  name: 'edits',
  promise: 'P15',
  counted: 'edit scripts',
  each: 1,
  weight: 30,
  // a script that fails is cut down, which takes its time
  limitMs: 600_000,
  flags: [],
  open: async () => new EditRuns(),
};
