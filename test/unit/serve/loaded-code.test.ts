import { expect, test } from 'vitest';
import { loadConfig } from '../../../src/config/load-config.ts';
import { changedCode } from '../../../src/serve/watch/loaded-code.ts';
import type { Change } from '../../../src/serve/watch/snapshot.ts';
import { createMemoryFs } from '../../support/memory-fs.ts';

const changes: readonly Change[] = [
  { path: '/site/_plugins/a.js', kind: 'changed' },
  { path: '/site/_plugins/lib/b.mjs', kind: 'removed' },
  { path: '/site/_plugins/new.js', kind: 'added' },
  { path: '/site/_plugins/read-me.md', kind: 'changed' },
  { path: '/site/_plugins/old.rb', kind: 'changed' },
  { path: '/site/assets/app.js', kind: 'changed' },
  { path: '/site/_more/c.ts', kind: 'changed' },
  { path: '/elsewhere/d.cjs', kind: 'changed' },
];

function changed(settings: string): readonly string[] {
  const fs = createMemoryFs();
  fs.put('/site/_config.yml', settings);
  const env = { get: () => undefined, timeZone: 'UTC' };
  const config = loadConfig(fs, env, { workingFolder: '/site', overrides: new Map() }, []);
  return changedCode(config, changes);
}

test('code of plugins that has changed or gone is beyond the program that has loaded it', () => {
  expect(changed('title: x\n')).toEqual(['_plugins/a.js', '_plugins/lib/b.mjs']);
});

test('wherever the site keeps its plugins', () => {
  expect(changed('plugins_dir: [_more, /elsewhere]\n')).toEqual(['_more/c.ts', '/elsewhere/d.cjs']);
});

test('but for those that are not loaded at all', () => {
  expect(changed('safe: true\n')).toEqual([]);
});
