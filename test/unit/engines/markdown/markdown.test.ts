import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../../src/diagnostics/diagnostic.ts';
import {
  createMarkdown,
  jekyllKramdownDefaults,
  renderMarkdown,
  smartify,
} from '../../../../src/engines/markdown/markdown.ts';
import type { CodeToHighlight } from '../../../../src/ports/highlighter.ts';

/** Renders with Jekyll's options and gives what was said, as `line:column code`. */
function told(text: string, options: Record<string, unknown> = {}, startLine = 1): string[] {
  const diagnostics: Diagnostic[] = [];
  const markdown = createMarkdown({ ...jekyllKramdownDefaults, ...options });
  markdown.render(text, { file: 'a.md', startLine, sink: (diagnostic) => diagnostics.push(diagnostic) });
  return diagnostics.map(({ code, place }) =>
    place === undefined ? code : `${place.line}:${place.column} ${code}`,
  );
}

describe('renderMarkdown', () => {
  it("has kramdown's defaults, which are not GFM", () => {
    expect(renderMarkdown('a\n# b')).toBe('<p>a\n# b</p>\n');
    expect(renderMarkdown('a\n# b', { input: 'GFM' })).toBe('<p>a</p>\n<h1 id="b">b</h1>\n');
  });

  it('prints the same for the same text', () => {
    const markdown = createMarkdown(jekyllKramdownDefaults);
    const text = '# a\n# a\n\nb[^c]\n\n[^c]: d\n\n{::options auto_ids="false" /}\n# e\n';
    expect(markdown.render(text)).toBe(markdown.render(text));
  });

  it('ends a text that lacks its line end', () => {
    expect(renderMarkdown('a')).toBe('<p>a</p>\n');
  });
});

describe('what there is to say about a text', () => {
  it('is nothing without a mistake', () => {
    expect(told('# a\n\n[b](c) <b>d</b> [^e]\n\n[^e]: f\n')).toEqual([]);
  });

  it.each([
    ['an unknown footnote', 'a\nb [^c]\n', ['2:3 markdown/missing-footnote']],
    ['a footnote that is not used', 'a\n\n[^b]: c\n', ['3:1 markdown/unused-footnote']],
    [
      'a footnote that is defined twice',
      'a[^b]\n\n[^b]: c\n\n[^b]: d\n',
      ['5:1 markdown/duplicate-footnote'],
    ],
    ['a link that is defined twice', '[a]: b\n[A]: c\n', ['2:1 markdown/duplicate-link']],
    ['an abbreviation that is defined twice', '*[a]: b\n*[a]: c\n', ['2:1 markdown/duplicate-abbreviation']],
    ['a link without a definition', 'a [b] c\n', ['1:3 markdown/missing-link']],
    ['an end tag without a start tag', 'a </b> c\n', ['1:3 markdown/stray-end-tag']],
    ['a span element without an end tag', 'a <b>c\n', ['1:3 markdown/unclosed-element']],
    ['a block element without an end tag', 'a\n\n<div>\nb\n', ['3:1 markdown/unclosed-element']],
    ['a block element in text', 'a <div>b\n', ['1:3 markdown/block-element-in-text']],
    ['an attribute that comes twice', '<div a="b" a="c">d</div>\n', ['1:1 markdown/duplicate-attribute']],
    ['an extension without an end', 'a {::comment} b\n', ['1:3 markdown/open-extension']],
    ['the end of no extension', 'a {:/comment} b\n', ['1:3 markdown/stray-extension-stop']],
    ['an unknown extension', 'a {::bogus /} b\n', ['1:3 markdown/unknown-extension']],
    ['an attribute list with nothing in it', 'a\n{: !}\n', ['2:1 markdown/empty-attribute-list']],
    ['an attribute list after text', 'a{:.b}\n', ['1:2 markdown/lonely-attribute-list']],
    [
      'an option that pages may not set',
      '{::options template="x" /}\n',
      ['1:1 markdown/forbidden-inline-option'],
    ],
    ['an option that is none', '{::options auto_id="x" /}\n', ['1:1 markdown/unknown-inline-option']],
    ['a table without a body', '|a|\n|-|\n', ['1:1 markdown/table-without-body']],
    ['a line that no block takes', 'a\n\n   \tb\n', ['3:1 markdown/unread-line']],
  ])('tells of %s', (_what, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('finds the place within quotes, lists, definitions and footnotes', () => {
    expect(told('> a\n> - b\n>   c [^x]\n')).toEqual(['3:7 markdown/missing-footnote']);
    expect(told('a\n: b\n  c [^x]\n')).toEqual(['3:5 markdown/missing-footnote']);
    expect(told('a[^b]\n\n[^b]: c\n\n    d [^x]\n')).toEqual(['5:7 markdown/missing-footnote']);
    expect(told('<div markdown="1">\n## a [^x]\n</div>\n')).toEqual(['2:6 markdown/missing-footnote']);
  });

  it('finds each of equal mistakes on one line', () => {
    expect(told('|[^x]|[^x]|\n|`a`|[^x]|\n')).toEqual([
      '1:2 markdown/missing-footnote',
      '1:7 markdown/missing-footnote',
      '2:6 markdown/missing-footnote',
    ]);
    expect(told('> [^x] [^x]\n')).toEqual(['1:3 markdown/missing-footnote', '1:8 markdown/missing-footnote']);
    expect(told('~~[^x]~~ ~~[^x]~~\n')).toEqual([
      '1:3 markdown/missing-footnote',
      '1:12 markdown/missing-footnote',
    ]);
  });

  it('finds the place behind markers that repeat', () => {
    expect(told('- - 1. [^x]\n')).toEqual(['1:8 markdown/missing-footnote']);
    expect(told('a[^b]\n\n[^b]: - [^x]\n')).toEqual(['3:9 markdown/missing-footnote']);
  });

  it("counts from the file's first line", () => {
    expect(told('a [^b]\n', {}, 10)).toEqual(['10:3 markdown/missing-footnote']);
  });

  it('is told once, however often a text is tried', () => {
    expect(told('*a **b [^c]\n')).toEqual(['1:8 markdown/missing-footnote']);
  });
});

describe('options', () => {
  it.each([
    [{ toc_levels: '7' }, 'markdown/invalid-option'],
    [{ footnote_nr: 'x' }, 'markdown/invalid-option'],
    [{ smart_quotes: 'a,b' }, 'markdown/invalid-option'],
    [{ link_defs: 'x' }, 'markdown/invalid-option'],
    [{ link_defs: { a: [] } }, 'markdown/invalid-option'],
    [{ input: 'GMF' }, 'markdown/unknown-input'],
  ])('tells of a mistake in %o', (options, code) => {
    expect(told('a\n', options)).toEqual([code]);
  });

  it('tells of a highlighter or a math engine that is not there', () => {
    expect(told('`a` $$b$$\n', { syntax_highlighter: 'coderay', math_engine: 'katex' })).toEqual([
      '1:1 markdown/unavailable-engine',
      '1:1 markdown/unavailable-engine',
    ]);
  });

  it('may be what YAML gives or text', () => {
    const render = (options: Record<string, unknown>) =>
      renderMarkdown('* a\n{:toc}\n\n# b\n## c "d" -- $$e$$', options);
    expect(
      render({ toc_levels: '1..1', auto_ids: 'true', math_engine: 'nil', smart_quotes: 'apos,apos,quot,34' }),
    ).toBe(render({ toc_levels: [1], math_engine: null, smart_quotes: ['apos', 'apos', 'quot', 'quot'] }));
    expect(renderMarkdown('a -- b', { typographic_symbols: new Map([[':ndash', '-']]) })).toBe(
      '<p>a - b</p>\n',
    );
    expect(renderMarkdown('a -- b', { typographic_symbols: '{ndash: +}' })).toBe('<p>a + b</p>\n');
    expect(renderMarkdown('[A  b]', { link_defs: { 'a b': ['c', 'd'] } })).toBe(
      '<p><a href="c" title="d">A  b</a></p>\n',
    );
  });
});

describe('the highlighter', () => {
  it('is given the code, the language as written, and the options of its category', () => {
    const requests: CodeToHighlight[] = [];
    const highlighter = (request: CodeToHighlight): string => {
      requests.push(request);
      return '<i>x</i>';
    };
    const options = {
      default_lang: 'text',
      guess_lang: true,
      block: { line_numbers: true },
      span: { disable: true },
    };
    const markdown = createMarkdown({ input: 'GFM', syntax_highlighter_opts: options }, { highlighter });
    const html = markdown.render('```php?a=b\nc\n```\n\n    d\n\n`e`\n');
    expect(html).toBe(
      '<div class="language-php highlighter-rouge"><i>x</i></div>\n\n' +
        '<div class="language-text highlighter-rouge"><i>x</i></div>\n\n<p><code>e</code></p>\n',
    );
    const own = { default_lang: 'text', guess_lang: true, line_numbers: true };
    expect(requests).toEqual([
      { code: 'c\n', language: 'php?a=b', category: 'block', options: own },
      { code: 'd\n', language: 'text', category: 'block', options: own },
    ]);
  });

  it('leaves code plain whose language it does not know', () => {
    const markdown = createMarkdown(jekyllKramdownDefaults, { highlighter: () => undefined });
    expect(markdown.render('```x\n<a>\n```\n')).toBe(
      '<pre><code class="language-x">&lt;a&gt;\n</code></pre>\n',
    );
  });
});

describe('smartify', () => {
  it.each([
    ['"a" -- b...', '“a” – b…'],
    ['it\'s <b>"c"</b> & &copy;', 'it’s <b>“c”</b> &amp; ©'],
    ['# a *b*\n- c', '# a *b*\n- c'],
    ['a\n\n<div>"b"</div>\n"c"', 'a\n\n<div>"b"</div>\n“c”'],
  ])('sets the quotes and symbols of %j and no more', (text, expected) => {
    expect(smartify(text)).toBe(expected);
  });
});
