import { expect, test } from 'vitest';
import { buildTexts } from '../../../support/temporary-site.ts';

const page = (text: string) => `---\n---\n${text}`;
const shout = `export default ({ defineFilter }) => ({
  name: 'shout',
  liquid: { filters: { shout: defineFilter((text, _, { print }) => print(text).toUpperCase()) } },
});`;

test('a plugin of _plugins needs no line in the configuration', async () => {
  const { told, read } = await buildTexts({
    '_plugins/shout.js': shout,
    'a.html': page('{{ "quiet" | shout }}'),
  });
  expect(told).toEqual([]);
  expect(read('a.html')).toBe('QUIET');
});

test('CommonJS, folders inside and several plugins in an array are read, other files are not', async () => {
  const { told, read } = await buildTexts({
    '_plugins/deep/two.cjs': `module.exports = [
      { name: 'one', transform: (html) => html + ' one' },
      { name: 'two', transform: (html) => html + ' two' },
    ];`,
    '_plugins/readme.md': 'not a plugin',
    'a.html': page('zero'),
  });
  expect(told).toEqual([]);
  expect(read('a.html')).toBe('zero one two');
});

test('TypeScript is read through esbuild, with what it imports', async () => {
  const { told, read } = await buildTexts({
    '_plugins/typed.ts': `import { end } from './lib/end';
      export default { name: 'typed', transform: (html: string): string => html + end };`,
    '_plugins/lib/end.d.ts': 'export const end: string;',
    '_plugins/lib/end.js': `export const end = ' typed'; export default { name: 'end' };`,
    'a.html': page('x'),
  });
  expect(told).toEqual([]);
  expect(read('a.html')).toBe('x typed');
});

test('without esbuild a plugin in TypeScript is told, and how to get it', async () => {
  const { result } = await buildTexts(
    { '_plugins/typed.ts': 'export default {}', 'a.html': page('x') },
    {
      modules: {
        load: () => Promise.reject(new Error('never')),
        loadTypeScript: () => Promise.resolve('missing'),
        resolve: () => undefined,
        locate: () => undefined,
      },
    },
  );
  expect(result.diagnostics.map(({ code, hint }) => [code, hint?.includes('esbuild')])).toEqual([
    ['plugin/no-typescript', true],
  ]);
});

test('an npm package that plugins: names is found from the folder of the site', async () => {
  const { told, read } = await buildTexts({
    '_config.yml': 'plugins: [hastie-shout]',
    'node_modules/hastie-shout/package.json': '{"name": "hastie-shout", "main": "shout.mjs"}',
    'node_modules/hastie-shout/shout.mjs': shout,
    'a.html': page('{{ "quiet" | shout }}'),
  });
  expect(told).toEqual([]);
  expect(read('a.html')).toBe('QUIET');
});

test('under safe nothing but what is built in is run', async () => {
  const { told, read } = await buildTexts({
    '_config.yml': 'safe: true\nplugins: [hastie-shout]',
    'node_modules/hastie-shout/package.json': '{"name": "hastie-shout", "main": "shout.mjs"}',
    'node_modules/hastie-shout/shout.mjs': 'throw new Error("run")',
    '_plugins/x.js': 'throw new Error("run")',
    'a.html': page('x'),
  });
  expect(told).toEqual(['warning plugin/unsafe', 'warning plugin/unsafe']);
  expect(read('a.html')).toBe('x');
});

test('under safe a built-in plugin runs where the whitelist names it, or the Gemfile, as in Jekyll; others are noted', async () => {
  const site = {
    '_config.yml':
      'safe: true\nplugins: [jekyll-feed, jekyll-sitemap, jekyll-mentions]\nwhitelist: jekyll-feed\n',
    Gemfile: 'gem "jekyll-mentions", group: :jekyll_plugins\n',
    'a.html': page('@jane'),
  };
  const { result, read } = await buildTexts(site);
  expect(result.diagnostics).toMatchObject([
    {
      code: 'plugin/not-whitelisted',
      severity: 'info',
      message: 'under `safe` the plugin `jekyll-sitemap` is not run: `whitelist` does not name it',
      place: { file: '_config.yml', line: 2, column: 24 },
    },
    { code: 'plugin/not-whitelisted', place: { file: '_config.yml', line: 2, column: 40 } },
  ]);
  expect(result.outputs.map(({ key }) => key).sort()).toEqual(['a.html', 'feed.xml']);
  expect(read('a.html')).toContain('user-mention');
});

test('a Ruby plugin is named with what it gave and the built-in one that is like it', async () => {
  const { result } = await buildTexts({
    '_plugins/category_generator.rb':
      'class G < Jekyll::Generator\nend\nLiquid::Template.register_tag("cats", X)',
    '_plugins/my_thing.rb': 'Jekyll::Hooks.register :site, :post_write do\nend',
    'a.html': page('x'),
  });
  expect(result.diagnostics).toMatchObject([
    {
      code: 'plugin/ruby',
      message:
        '`_plugins/category_generator.rb` is a Ruby plugin and does not run; it provides the tag `cats`, pages',
      hint: 'add the built-in plugin `jekyll-archives`, which does much the same, to `plugins:`',
      place: { file: '_plugins/category_generator.rb', line: 1, column: 1 },
    },
    {
      code: 'plugin/ruby',
      hint: 'rewrite it as `_plugins/my_thing.js`; see docs/plugins.md for examples',
    },
  ]);
});

test('a gem that nobody has is named with its place and with advice', async () => {
  const { result } = await buildTexts({
    '_config.yml':
      'title: x\nplugins:\n  - jekyll-sitmap\n  - github-pages\n  - jekyll-nothing-of-the-kind\n',
    'a.html': page('x'),
  });
  expect(result.diagnostics.map(({ code, hint, place }) => [code, hint?.slice(0, 36), place?.line])).toEqual([
    ['plugin/unknown', 'did you mean `jekyll-sitemap`?', 3],
    ['plugin/unknown', 'write `github_pages: true` instead, ', 4],
    ['plugin/unknown', 'see docs/plugins.md to write a plugi', 5],
  ]);
});

test.each([
  [
    'throw new Error("broken\\nat all")',
    'plugin/not-loaded',
    'cannot load the plugin `_plugins/x.js`: Error: broken',
  ],
  ['export default 5', 'plugin/no-plugin', '`_plugins/x.js` must export a plugin, but exports a number'],
  [
    'export default { name: "x", generate: 5 }',
    'plugin/no-plugin',
    '`_plugins/x.js` must export a plugin, but exports one whose `generate` is a number',
  ],
  [
    'export default { name: "x", genrate() {} }',
    'plugin/unknown-hook',
    '`_plugins/x.js` has the unknown property `genrate`',
  ],
])('what is wrong with a plugin is told: %s', async (text, code, message) => {
  const { result } = await buildTexts({ '_plugins/x.js': text, 'a.html': page('x') });
  expect(result.diagnostics.map((found) => [found.code, found.message])).toEqual([[code, message]]);
});

test('a plugin that throws in a hook is named', async () => {
  const { result } = await buildTexts({
    '_plugins/x.js': 'export default { name: "x", configure() { throw new Error("no") } }',
    'a.html': page('x'),
  });
  expect(result.diagnostics.map(({ message }) => message)).toEqual([
    'the plugin `x` failed in `configure`: no',
  ]);
});

test("the plugins that a theme's gem depends on are on, whatever the configuration names", async () => {
  const { told, read } = await buildTexts({
    '_config.yml': 'theme: ./theme\ntitle: T\n',
    'theme/theme.gemspec':
      'Gem::Specification.new do |spec|\n  spec.add_runtime_dependency "jekyll", ">= 3.5"\n  spec.add_runtime_dependency "jekyll-seo-tag", "~> 2.1"\n  spec.add_development_dependency "jekyll-feed"\nend\n',
    'theme/_layouts/default.html': '{% seo title=false %}',
    'a.html': '---\nlayout: default\n---\n',
  });
  expect(told).toEqual([]);
  expect(read('a.html')).toContain('Begin Jekyll SEO tag');
});

test('the settings that a plugin declares are checked, those that are known by other rows are not its to change', async () => {
  const { result } = await buildTexts({
    '_config.yml': 'my_flag: "true"\nmy_list: one\nmy_text: x\ntitle: [a]',
    '_plugins/mine.js': `export default {
      name: 'mine',
      settings: {
        my_flag: { type: 'boolean', doc: 'A flag.' },
        my_list: { type: 'list', doc: 'A list.', mistake: { severity: 'warning', example: 'my_list: [one]' } },
        my_text: { type: 'string', doc: 'A text.' },
        title: { type: 'string', doc: 'Ours.', mistake: { severity: 'error', example: 'title: x' } },
      },
    };`,
    'a.html': page('x'),
  });
  expect(result.diagnostics.map(({ code, message, place }) => [code, message, place?.line])).toEqual([
    ['config/text-for-flag', '`my_flag` is the text `"true"`, which counts as true, as any text does', 1],
    ['config/wrong-type', '`my_list` must be a list, but is the text "one"', 2],
  ]);
});

test('a plugin whose settings are not rows is not one', async () => {
  const { result } = await buildTexts({
    '_plugins/mine.js': `export default { name: 'mine', settings: { my_flag: 'boolean' } };`,
    'a.html': page('x'),
  });
  expect(result.diagnostics.map(({ code, message }) => [code, message])).toEqual([
    [
      'plugin/no-plugin',
      '`_plugins/mine.js` must export a plugin, but exports one whose `settings.my_flag` is a string',
    ],
  ]);
});

test('any value of safe but false is safe, as in Jekyll', async () => {
  const { told } = await buildTexts({
    '_config.yml': 'safe: 1',
    '_plugins/x.js': 'throw new Error("run")',
    'a.html': page('x'),
  });
  expect(told).toEqual(['warning plugin/unsafe']);
});
