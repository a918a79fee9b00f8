import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { highlightCss, themeNames } from '../../../../src/engines/highlight/themes/highlight-css.ts';

const folder = new URL('../../../cases/highlight/themes/', import.meta.url);
const css = (name: string, options = {}) => {
  const result = highlightCss(name, options);
  return 'css' in result ? result.css : undefined;
};

describe('a theme', () => {
  for (const file of readdirSync(folder)) {
    const name = file.replace(/\.css$/, '');
    it(`${name} prints the style sheet that Rouge prints`, () => {
      expect(css(name)).toBe(readFileSync(new URL(file, folder), 'utf8'));
    });
  }

  it('is printed in the mode that is asked for', () => {
    expect(css('base16', { mode: 'dark' })).toBe(css('base16.dark'));
    expect(css('base16.solarized.dark', { mode: 'light' })).toBe(css('base16.solarized.light'));
    expect(css('github', { mode: 'light' })).toBe(css('github'));
    expect(css('github', { mode: 'dark' })).toContain('.highlight .k, ');
  });

  it('is printed for another wrapper', () => {
    expect(css('bw', { scope: 'pre.code' })).toContain('pre.code .k');
  });

  it('that does not exist is answered with the nearest name', () => {
    expect(highlightCss('githb')).toEqual({
      diagnostic: {
        code: 'highlight/unknown-theme',
        severity: 'error',
        message: 'unknown highlighting theme `githb`',
        hint: 'did you mean `github`?',
      },
    });
  });

  it('without the mode asked for is answered with those that have it', () => {
    const result = highlightCss('pastie', { mode: 'dark' });
    expect('diagnostic' in result && result.diagnostic.code).toBe('highlight/no-such-mode');
    expect('diagnostic' in result && result.diagnostic.hint).toContain('base16.dark');
  });

  it('is listed by name', () => expect(themeNames()).toContain('thankful_eyes'));
});
