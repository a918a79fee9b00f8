/** What of a theme's repository is part of the theme. */

import { expect, test } from 'vitest';
import { lacksOf } from '../../../src/config/theme/theme-config.ts';
import { siteOnDisk } from '../../support/program.ts';

const BOTH = ['_config.yml', '_data'];

test.each([
  [
    'a block',
    's.files = `git ls-files -z`.split("\\x0").select do |f|\n    f.match(%r{^((_includes|_layouts|assets)/|README)}i)\n  end\n\n  s.metadata = { "config" => "data" }',
    BOTH,
  ],
  [
    'braces',
    's.files = `git ls-files -z`.split("\\x0").select { |f| f.match(%r!^(assets|_layouts|_data)!i) }\n  s.add_dependency "config"',
    ['_config.yml'],
  ],
  ['a list', 's.files = Dir["_layouts/**/*", "_config.yml", "_data/*"]\n', []],
  ['no list of folders', 's.files = `git ls-files`.split("\\n")\n', []],
  ['no files', 's.name = "oar"\n', []],
])('a gem with %s', (_, text, lacks) => {
  const fs = siteOnDisk({ 'oar.gemspec': `Gem::Specification.new do |s|\n  ${text}end\n` });
  expect(lacksOf(fs, '/site', 'gem')).toEqual(lacks);
  expect(lacksOf(fs, '/site', 'git')).toEqual([]);
  expect(lacksOf(fs, '/site', 'remote')).toEqual(['_config.yml']);
});
