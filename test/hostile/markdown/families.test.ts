import { describe, expect, it } from 'vitest';
import { createMarkdown, jekyllKramdownDefaults } from '../../../src/engines/markdown/markdown.ts';
import { families } from './families.ts';

const engines = {
  GFM: createMarkdown(jekyllKramdownDefaults),
  kramdown: createMarkdown({ ...jekyllKramdownDefaults, input: 'kramdown', parse_block_html: true }),
};

describe.each(Object.entries(engines))('hostile Markdown as %s', (_input, markdown) => {
  it.each(Object.keys(families))('ends: %s', (name) => {
    const text = families[name]!(12_000);
    const html = markdown.render(text);
    expect(html.length).toBeLessThan(200 * text.length + 2_000_000);
  });

  // kramdown itself finds no end here
  it('takes a line with a form feed behind its indentation for code', () => {
    const [before, code, after] = markdown.render('a\n\n\t\fb\n\nc\n').split(/<code>|<\/code>/);
    expect(before).toMatch(/^<p>a<\/p>\n/);
    expect(code).toBe('\fb\n');
    expect(after).toMatch(/<p>c<\/p>\n$/);
  });
});
