import { expect, test } from 'vitest';
import type { Diagnostic } from '../../../../src/diagnostics/diagnostic.ts';
import { createCommonMark } from '../../../../src/engines/commonmark/commonmark.ts';
import { readCommonMarkSettings } from '../../../../src/engines/commonmark/settings.ts';
import { buildTexts } from '../../../support/temporary-site.ts';

function render(text: string, options: string[] = [], extensions: string[] = [], ids = false): string {
  const settings = readCommonMarkSettings(options, extensions, (found) => {
    throw new Error(found.message);
  });
  return createCommonMark(settings, ids, undefined).render(text);
}

test('plain CommonMark: no attribute lists, no footnotes, no tables', () => {
  expect(render('# A\n{: .b}\n\n- x\n- y\n\n1) z  \nw\n\n| a |\n|---|\n')).toBe(
    '<h1>A</h1>\n<p>{: .b}</p>\n<ul>\n<li>x</li>\n<li>y</li>\n</ul>\n<ol>\n<li>z<br />\nw</li>\n</ol>\n<p>| a |\n|---|</p>\n',
  );
});

test('HTML and links that could run something are left out without UNSAFE', () => {
  const text = '<b>x</b> [a](javascript:x) [b](http://c.d)\n\n<div>\ny\n</div>\n';
  expect(render(text)).toBe(
    '<p><!-- raw HTML omitted -->x<!-- raw HTML omitted --> <a href="">a</a> <a href="http://c.d">b</a></p>\n<!-- raw HTML omitted -->\n',
  );
  expect(render('<b>x</b>\n', ['unsafe'])).toBe('<p><b>x</b></p>\n');
});

test('code stands in the wrapper of the highlighter', () => {
  const code = '```ruby x\na < "b"\n```\n';
  expect(render(code)).toBe(
    '<div class="language-ruby highlighter-rouge"><div class="highlight"><pre class="highlight"><code data-lang="ruby">a &lt; "b"\n</code></pre></div></div>\n',
  );
  expect(render(code, ['GITHUB_PRE_LANG'])).toContain('<pre class="highlight" data-lang="ruby"><code>');
  expect(render('    a\n')).toContain(
    '<div class="highlighter-rouge"><div class="highlight"><pre class="highlight"><code>a\n',
  );
});

test('tables say how they are aligned in an attribute, or in a style', () => {
  const table = '| a | b |\n|:--|--:|\n| 1 | 2 |\n';
  expect(render(table, [], ['table'])).toBe(
    '<table>\n<thead>\n<tr>\n<th align="left">a</th>\n<th align="right">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td align="left">1</td>\n<td align="right">2</td>\n</tr>\n</tbody>\n</table>\n',
  );
  expect(render(table, ['TABLE_PREFER_STYLE_ATTRIBUTES'], ['table'])).toContain(
    '<th style="text-align: left">',
  );
});

test('the other extensions: strikethrough, autolink, task lists, the filter of tags', () => {
  expect(render('~~x~~ y.com www.z.org https://a.b/c. me@x.org\n', [], ['strikethrough', 'autolink'])).toBe(
    '<p><del>x</del> y.com <a href="http://www.z.org">www.z.org</a> <a href="https://a.b/c">https://a.b/c</a>. <a href="mailto:me@x.org">me@x.org</a></p>\n',
  );
  // a domain alone is no link, and the only candidate here
  expect(render('see y.com\n', [], ['autolink'])).toBe('<p>see y.com</p>\n');
  expect(render('- [ ] a\n- [x] b\n- c\n', [], ['tasklist'])).toBe(
    '<ul>\n<li><input type="checkbox" disabled="" />a</li>\n<li><input type="checkbox" checked="" disabled="" />b</li>\n<li>c</li>\n</ul>\n',
  );
  expect(render('<b> <script>x</script> <iframe/>\n', ['UNSAFE'], ['tagfilter'])).toBe(
    '<p><b> &lt;script>x&lt;/script> &lt;iframe/></p>\n',
  );
});

test('options of the text: SMART, HARDBREAKS, NOBREAKS, FOOTNOTES', () => {
  expect(render('"a" -- b --- c... it\'s\n', ['SMART'])).toBe('<p>“a” – b — c… it’s</p>\n');
  expect(render('a\nb\n', ['HARDBREAKS'])).toBe('<p>a<br />\nb</p>\n');
  expect(render('a\nb\n', ['NOBREAKS'])).toBe('<p>a b</p>\n');
  expect(render('a[^x] b[^y] [^z]\n\n[^x]: one\n\n[^y]: two\n    more\n', ['FOOTNOTES'])).toBe(
    '<p>a<sup class="footnote-ref"><a href="#fn1" id="fnref1">1</a></sup> b<sup class="footnote-ref"><a href="#fn2" id="fnref2">2</a></sup> [^z]</p>\n' +
      '<section class="footnotes">\n<ol>\n<li id="fn1">\n<p>one <a href="#fnref1" class="footnote-backref">↩</a></p>\n</li>\n<li id="fn2">\n<p>two\nmore <a href="#fnref2" class="footnote-backref">↩</a></p>\n</li>\n</ol>\n</section>\n',
  );
});

test('GitHub Pages gives headings ids', () => {
  expect(render('# 1. Über *uns* & co\n\n## A b\n\n## A b\n\n# 1\n', [], [], true)).toMatch(
    /id="ber-emunsem-amp-co".*\n.*id="a-b".*\n.*id="a-b-1".*\n.*id="section"/,
  );
});

test('an unknown option is told with the nearest one', () => {
  const told: Diagnostic[] = [];
  readCommonMarkSettings(['UNSAVE'], ['tables'], (found) => told.push(found));
  expect(told.map(({ code }) => code)).toEqual(['commonmark/unknown', 'commonmark/unknown']);
  expect(told.map(({ message, hint }) => [message, hint])).toEqual([
    ['`UNSAVE` is not a valid CommonMark option', 'did you mean `UNSAFE`?'],
    ['`tables` is not a valid CommonMark extension', 'did you mean `table`?'],
  ]);
});

test('a site chooses it with markdown:, also for markdownify', async () => {
  const { told, read } = await buildTexts({
    '_config.yml':
      'markdown: CommonMark\nplugins: [jekyll-commonmark]\ncommonmark:\n  options: [UNSAFE]\n  extensions: [table]\n',
    'a.md': "---\n---\n# It's\n\n<b>{{ '*x*' | markdownify }}</b>\n",
  });
  expect(told).toEqual([]);
  expect(read('a.html')).toBe("<h1>It's</h1>\n<p><b><p><em>x</em></p>\n</b></p>\n");
});
