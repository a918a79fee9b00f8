import { describe, expect, test } from 'vitest';
import { compileRubyPattern, PatternMistake } from '../../../src/plugins/al-folio/ruby-pattern.ts';
import { singular } from '../../../src/plugins/archives/singular.ts';
import { buildTexts } from '../../support/temporary-site.ts';

const page = (text: string, config: string) => ({ 'a.html': `---\n---\n${text}`, '_config.yml': config });

describe('a pattern of Ruby', () => {
  test.each([
    ['(a+)+', 'a repeated group'],
    ['(a|b)*c', 'a repeated group'],
    ['((a*)b)*', 'a repeated group'],
    ['(?>a)', 'JavaScript has no `(?>`'],
    ['(?i)a', 'JavaScript has no `(?i)`'],
    ['a++', 'JavaScript has no possessive'],
    ['[a&&b]', 'a character class inside'],
    ['[[:^alpha:]]', 'JavaScript has no `[:^alpha:]`'],
    ['(a', 'Unterminated group'],
  ])('%s is refused', (pattern, reason) => {
    expect(() => compileRubyPattern(pattern, 'g')).toThrow(PatternMistake);
    expect(() => compileRubyPattern(pattern, 'g')).toThrow(reason);
  });

  test('is a mistake of the page where it can’t be used', async () => {
    const { result } = await buildTexts(
      page('x {{ "a" | regex_replace: "(a+)+", "b" }}', 'plugins: [jekyll-regex-replace]\n'),
    );
    expect(result.diagnostics).toMatchObject([
      { code: 'regex-replace/pattern', severity: 'error', place: { file: 'a.html', line: 3 } },
    ]);
  });
});

test.each([
  ['tags', 'tag'],
  ['categories', 'category'],
  ['series', 'series'],
  ['status', 'status'],
  ['people', 'person'],
  ['glass', 'glass'],
  ['years', 'year'],
])('%s is the plural of %s', (plural, one) => {
  expect(singular(plural)).toBe(one);
});

test('a file that is not there has no digest', async () => {
  const { result } = await buildTexts(
    page('{{ "/assets/a.js" | bust_file_cache }}', 'plugins: [jekyll-cache-bust]\n'),
  );
  expect(result.diagnostics).toMatchObject([
    { code: 'cache-bust/no-file', severity: 'error', place: { file: 'a.html', line: 3 } },
  ]);
});

test('a profile that nobody knows is left out with a warning', async () => {
  const { told, read } = await buildTexts({
    ...page('{% social_links %}', 'plugins: [jekyll-socials]\n'),
    '_data/socials.yml': 'nowhere: jane\nemail: a@b.c\n',
  });
  expect(told).toEqual(['warning socials/unknown']);
  expect(read('a.html')).toBe(
    "<a href='mailto:a@b.c' title='Email'><i class='fa-solid fa-envelope'></i></a>",
  );
});

test('a tweet is a quotation with a link', async () => {
  const { read } = await buildTexts(
    page('{% twitter https://x.com/a/status/1?b=1&c=2 %}', 'plugins: [jekyll-twitter-plugin]\n'),
  );
  const address = 'https://x.com/a/status/1?b=1&amp;c=2';
  expect(read('a.html')).toBe(
    `<div class='jekyll-twitter-plugin'><blockquote class="twitter-tweet"><a href="${address}">${address}</a></blockquote></div>`,
  );
  const { told } = await buildTexts(page('{% twitter "none" %}', 'plugins: [jekyll-twitter-plugin]\n'));
  expect(told).toEqual(['error twitter/address']);
});

test.each(['{% tabs %}{% endtabs %}', '{% tab log %}{% endtab %}'])('%s lacks a name', async (text) => {
  const { told } = await buildTexts(page(text, 'plugins: [jekyll-tabs]\n'));
  expect(told).toEqual(['error liquid/tag-syntax']);
});

test('citation counts come from the data of the site', async () => {
  const { read } = await buildTexts({
    ...page(
      '{% assign me = "AbC" %}{% assign a = "p1" %}{% assign b = "p2" %}{% google_scholar_citations me a %} {% google_scholar_citations me b %} {% inspirehep_citations a %}',
      'plugins: [al-folio/google-scholar-citations, al-folio/inspirehep-citations]\ncitations: true\n',
    ),
    'google-scholar-stats/gs_data.json': JSON.stringify({
      citedby: 1500,
      publications: { 'AbC:p1': { num_citations: 1234, bib: { title: 'One' } } },
    }),
  });
  expect(read('a.html')).toBe('1.2K N/A N/A');
});

test('`third_party_libraries` that are to be downloaded are loaded from the network, with a note', async () => {
  const { told, read } = await buildTexts({
    ...page(
      '{{ site.third_party_libraries.a.url.js }}',
      'plugins: [jekyll-3rd-party-libraries]\nthird_party_libraries: {download: true, a: {version: 2, url: {js: "https://c/a@{{version}}.js"}}}\n',
    ),
  });
  expect(told).toEqual(['info third-party/not-downloaded']);
  expect(read('a.html')).toBe('https://c/a@2.js');
});

test('under `safe` no file of `_plugins` turns anything on', async () => {
  const { told } = await buildTexts({
    ...page('{% details a %}b{% enddetails %}', 'safe: true\n'),
    '_plugins/details.rb': 'class DetailsTag; end',
  });
  expect(told).toContain('error liquid/unknown-tag');
});

test('jekyll-archives-v2 without settings by collection makes nothing', async () => {
  const { told } = await buildTexts(page('x', 'plugins: [jekyll-archives-v2]\njekyll-archives: [year]\n'));
  expect(told).toContain('warning archives/settings');
});
