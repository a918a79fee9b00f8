import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readGemfile } from '../../../../src/files/gemfile/read-gemfile.ts';
import { pluginGems } from '../../../../src/plugin/loading/gemfile-plugins.ts';
import { buildTexts, environmentOf } from '../../../support/temporary-site.ts';

const everySpelling = readFileSync(join(import.meta.dirname, 'gemfile/every-spelling.rb'), 'utf8');

const gems = (
  text: string,
  environment: Readonly<Record<string, string>> = {},
  files: Readonly<Record<string, string>> = {},
) =>
  pluginGems(
    readGemfile(text, { environment: (name) => environment[name], include: (path) => files[path] }),
  ).map(({ name }) => name);

/** What Bundler 2.3.15 requires of the same file. */
const ALWAYS_FIRST = 'c1 c2 c4/a c4/b c5 c7 d1 d2 e1 e2 e3 e4 e5 e6 e7/x e8';
const ALWAYS_LAST = 'g1 g2 g3 g4 g5 g6 h1 h2 h3 h4 h5 h6';

describe('a Gemfile is read as Bundler evaluates it', () => {
  test('with a variable that its conditions ask for', () => {
    const expected = `${ALWAYS_FIRST} e10 e12 f1 f5 f6 f7 f8 ${ALWAYS_LAST} h7 h9 i1 i2 i3 i4 i7`;
    expect(gems(everySpelling, { HASTIE_YES: '1' }).join(' ')).toBe(expected);
  });

  test('with another one', () => {
    const expected = `${ALWAYS_FIRST} e9 e12 f2 f4 1 ${ALWAYS_LAST} h8 h9 i1 i2 i3 i4 i7`;
    expect(gems(everySpelling, { HASTIE_NO: '1' }).join(' ')).toBe(expected);
  });
});

test('a condition that can’t be told is taken for true, and its other branch is not', () => {
  const text = `
if RUBY_VERSION > "3"
  gem "a", group: :jekyll_plugins
else
  gem "b", group: :jekyll_plugins
end
gem "c", group: :jekyll_plugins if File.exist?("x")
gem "d", group: :jekyll_plugins if Gem.win_platform?`;
  expect(gems(text)).toEqual(['a', 'c']);
});

test('eval_gemfile reads the other file; one that names itself ends', () => {
  const other = 'gem "b", group: :jekyll_plugins\neval_gemfile "other"';
  expect(gems('eval_gemfile "other"\ngem "a", group: :jekyll_plugins', {}, { other })).toEqual(['b', 'a']);
});

test('no beginning, end or hole of a Gemfile is too broken to be read', () => {
  for (let at = 0; at < everySpelling.length; at += 7) {
    gems(everySpelling.slice(at));
    gems(everySpelling.slice(0, at));
    gems(everySpelling.slice(0, at) + everySpelling.slice(at + 5));
  }
  expect(gems('gem "a", group: :jekyll_plugins\ngroup :x do ([{ "')).toEqual(['a']);
});

const site = {
  '_config.yml': 'url: https://example.org\n',
  'a.html': '---\n---\na',
};
const feed = 'gem "jekyll-feed", group: :jekyll_plugins\n';

test('JEKYLL_NO_BUNDLER_REQUIRE turns the Gemfile off', async () => {
  const { result } = await buildTexts(
    { ...site, Gemfile: feed },
    environmentOf({ JEKYLL_NO_BUNDLER_REQUIRE: 'true' }),
  );
  expect(result.outputs.map(({ key }) => key)).not.toContain('feed.xml');
});

test('gems.rb goes before Gemfile, and BUNDLE_GEMFILE before both', async () => {
  const files = {
    ...site,
    Gemfile: feed,
    'gems.rb': 'gem "jekyll-sitemap", group: :jekyll_plugins\n',
    'gemfiles/other': 'gem "jekyll-redirect-from", group: :jekyll_plugins\n',
  };
  const keys = async (variables: Readonly<Record<string, string>>) =>
    (await buildTexts(files, environmentOf(variables))).result.outputs
      .map(({ key }) => key)
      .filter((key) => /feed|sitemap|redirects/.test(key));
  expect(await keys({})).toEqual(['sitemap.xml']);
  expect(await keys({ BUNDLE_GEMFILE: 'gone' })).toEqual(['sitemap.xml']);
  expect(await keys({ BUNDLE_GEMFILE: 'gemfiles/other' })).toEqual(['redirects.json']);
});

test('the Gemfile’s group counts under safe, too', async () => {
  const { told, read } = await buildTexts({
    ...site,
    '_config.yml': `${site['_config.yml']}safe: true\n`,
    Gemfile: feed,
  });
  expect(told).toEqual([]);
  expect(read('feed.xml')).toContain('<feed');
});

test('one note names the plugins that are not built in; gems that are no plugins are passed over', async () => {
  const group = (...names: readonly string[]) =>
    `group :jekyll_plugins do\n${names.map((name) => `  gem "${name}"\n`).join('')}end\n`;
  const harmless = group('jekyll', 'jekyll-watch', 'wdm', 'minima', 'jekyll-theme-x', 'jekyll-feed');
  expect((await buildTexts({ ...site, Gemfile: harmless })).told).toEqual([]);
  const { result } = await buildTexts({ ...site, Gemfile: harmless + group('jekyll-x', 'jekyll-y') });
  expect(result.diagnostics).toMatchObject([
    {
      code: 'plugin/unknown-gems',
      severity: 'info',
      message: expect.stringMatching(/`jekyll-x`, `jekyll-y`$/),
      place: { file: 'Gemfile', line: 10 },
    },
  ]);
});
