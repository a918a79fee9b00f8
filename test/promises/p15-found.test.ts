/**
 * P15: scripts that failed once, cut down by the row `edits` of the long proof. One that is
 * `open` fails today: take the mark away when it is mended, which the test says by failing.
 */

import { afterAll, expect, test } from 'vitest';
import { StylesheetKeeper } from '../../src/preview/stylesheet-keeper.ts';
import { type EditScript, runScript, type Way } from '../support/edit-runs.ts';
import type { Edit } from '../support/edit-scripts.ts';

const write = (path: string, text: string): Edit => ({ do: 'write', path, text });
const SASS = (paths: string): Edit =>
  write('_config.yml', `sass: {sass_dir: "", load_paths: ["${paths}"]}\n`);

interface Found {
  readonly what: string;
  readonly script: EditScript;
  /** What is wrong today, in the preview. */
  readonly open?: string;
}

const FOUND: readonly Found[] = [
  {
    what: 'a post appears in a source that is the folder of partials',
    script: [[SASS('.')], [write('_posts/2024-02-15-alpha.md', '')]],
  },
  {
    what: 'a page and a static file appear in a load path',
    script: [[SASS('assets/css')], [write('assets/css/a.md', '---\n---\nA'), write('assets/css/b.txt', 'B')]],
  },
  {
    what: 'a stylesheet appears that is copied',
    script: [[SASS('.')], [write('base.scss', '.a { b: c; }\n')]],
  },
  {
    what: 'all layouts are removed from a source that is the folder of partials',
    script: [
      [
        SASS('.'),
        write('_layouts/default.html', '<html>{{ content }}'),
        write('index.html', '---\nlayout: default\n---\nx'),
      ],
      [{ do: 'remove', path: '_layouts' }],
    ],
  },
  {
    what: 'the file is removed that a folder of data replaces',
    script: [
      [write('_data/people/ada.json', '{}')],
      [write('_data/people.yml', '')],
      [{ do: 'remove', path: '_data/people.yml' }],
    ],
  },
  {
    what: 'a link appears that leads nowhere',
    script: [[write('_config.yml', 'title: x\n')], [{ do: 'link', path: 'a.md', to: 'gone.md' }]],
  },
];

const keepers = { incremental: new StylesheetKeeper(), clean: new StylesheetKeeper() };
afterAll(() => {
  keepers.incremental.close();
  keepers.clean.close();
});

const WAYS: readonly Way[] = ['memory', 'disk', 'preview'];

for (const { what, script, open } of FOUND) {
  for (const way of WAYS) {
    const isOpen = open !== undefined && way === 'preview';
    test(isOpen ? `${what}, ${way} (open: ${open})` : `${what}, ${way}`, { fails: isOpen }, async () => {
      const { differences } = await runScript(script, way, keepers);
      expect(differences).toEqual([]);
    });
  }
}
