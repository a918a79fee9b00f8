import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFinder } from '../../../../src/engines/highlight/find/find-lexer.ts';
import { printHtml } from '../../../../src/engines/highlight/format/html.ts';
import { printLineTable } from '../../../../src/engines/highlight/format/line-table.ts';
import { printLinewise, printMarkedLines } from '../../../../src/engines/highlight/format/linewise.ts';
import { printTable } from '../../../../src/engines/highlight/format/table.ts';
import { createHighlighter } from '../../../../src/engines/highlight/highlighter.ts';
import { tokensOf } from '../../../../src/engines/highlight/lexing/token-list.ts';

interface Cases {
  legacy: [options: Record<string, unknown>, code: string, expected: string][];
  others: [
    name: string,
    options: Record<string, unknown> & { lines: number[] },
    code: string,
    expected: string,
  ][];
}
const cases: Cases = JSON.parse(
  readFileSync(new URL('../../../cases/highlight/formatters.json', import.meta.url), 'utf8'),
);
const { highlight, highlightTag } = createHighlighter();

describe("kramdown's options print what Rouge's formatter prints", () => {
  for (const [options, code, expected] of cases.legacy) {
    it(JSON.stringify(options), () => {
      expect(highlight({ code, language: 'python', category: 'block', options })).toBe(expected);
    });
  }
});

describe("the other formatters print what Rouge's print", () => {
  const lexer = createFinder();
  const print = {
    'line-table': printLineTable,
    linewise: printLinewise,
    marked: printMarkedLines,
    table: printTable,
  };
  for (const [name, options, code, expected] of cases.others) {
    it(`${name} ${JSON.stringify(options)} of ${JSON.stringify(code)}`, () => {
      const found = lexer('python');
      const format = Object.entries(print).find(([key]) => key === name)?.[1];
      expect(found && format?.(tokensOf(found.lexer, code), printHtml, options)).toBe(expected);
    });
  }
});

describe('kramdown gets no highlighting', () => {
  const block = (language: string, options: Record<string, unknown> = {}) =>
    highlight({ code: 'x', language, category: 'block', options });

  it('for a language that Rouge does not know', () => expect(block('nolang')).toBeUndefined());
  it('when it is disabled', () => expect(block('ruby', { disable: true })).toBeUndefined());
  it('for plain text, unless languages are guessed', () => {
    expect(block('text')).toBeUndefined();
    expect(block('text', { guess_lang: true })).toBe(
      '<div class="highlight"><pre class="highlight"><code>x</code></pre></div>',
    );
  });
  it('around a span, whatever wrap says', () => {
    expect(highlight({ code: 'nil', language: 'ruby', category: 'span', options: { wrap: true } })).toBe(
      '<span class="kp">nil</span>',
    );
  });
});

describe("Jekyll's highlight tag", () => {
  it('gets the tokens alone', () => {
    expect(highlightTag('x = 1', 'python')).toBe(
      '<span class="n">x</span> <span class="o">=</span> <span class="mi">1</span>',
    );
  });
  it('gets a table with its own class names when lines are numbered', () => {
    expect(highlightTag('x', 'python', { lineNumbers: true })).toBe(
      '<table class="rouge-table"><tbody><tr><td class="gutter gl"><pre class="lineno">1\n</pre></td>' +
        '<td class="code"><pre><span class="n">x</span>\n</pre></td></tr></tbody></table>',
    );
  });
  it('gets marked lines', () => {
    expect(highlightTag('x\ny', 'python', { markLines: [2] })).toBe(
      '<span class="n">x</span>\n<span class="hll"><span class="n">y</span>\n</span>',
    );
  });
  it('takes a language unknown as plain text', () =>
    expect(highlightTag('a < b', 'nolang')).toBe('a &lt; b'));
});
