/** Where a destination may not be: the folders that a site is made from. */

import { expect, test } from 'vitest';
import { inputFolders } from '../../../src/config/inputs.ts';
import { configOf } from '../read/site-in-memory.ts';

const inputs = (text: string) => inputFolders(configOf({ files: { '_config.yml': text } }));

test('are the usual ones where nothing is set, or set to nothing', () => {
  const usual = ['_layouts', '_includes', '_data', '_plugins', '_sass', '_posts', '_drafts'].map(
    (name) => `/site/${name}`,
  );
  expect(inputs('title: x')).toEqual(expect.arrayContaining(usual));
  expect(inputs('data_dir:\nplugins_dir:\nlayouts_dir:\nsass:')).toEqual(expect.arrayContaining(usual));
});

test('are all those that settings name', () => {
  const named = inputs(
    'plugins_dir: [a, lib/b]\ndata_dir: facts\nsass: {sass_dir: styles}\ncollections_dir: docs\ncollections: [talks]',
  );
  expect(named).toEqual(
    expect.arrayContaining(
      ['a', 'lib/b', 'facts', 'styles', 'docs', 'docs/_talks', 'docs/_posts', 'docs/_drafts'].map(
        (name) => `/site/${name}`,
      ),
    ),
  );
  expect(inputs('plugins_dir: "a,b"')).toEqual(expect.arrayContaining(['/site/a', '/site/b']));
});

test('are never the source itself', () => {
  expect(inputs('plugins_dir: .\ndata_dir: ""\nsass: {sass_dir: .}')).not.toContain('/site');
});
