import { describe, expect, it } from 'vitest';
import { readSassSettings, type SassSettings, sassSection } from '../../../../src/engines/sass/settings.ts';
import type { Value } from '../../../../src/ruby/values.ts';

const read = (values: Readonly<Record<string, Value>>, environment = 'production'): SassSettings =>
  readSassSettings(sassSection(new Map(Object.entries(values))), environment).settings;

describe('the settings of Sass', () => {
  it('have defaults of their own where the configuration says nothing', () => {
    const defaults: SassSettings = {
      style: 'expanded',
      sourceMaps: true,
      addCharset: false,
      sassDir: '_sass',
      loadPaths: [],
      quietDeps: false,
      verbose: false,
      silenceDeprecations: [],
    };
    for (const nothing of [undefined, null, 'text', [], new Map()])
      expect(readSassSettings(sassSection(nothing), 'production')).toEqual({
        settings: defaults,
        diagnostics: [],
      });
  });

  it.each([
    ['compressed', 'compressed'],
    [':compressed', 'compressed'],
    ['COMPRESSED', 'expanded'],
    ['nested', 'expanded'],
    ['compact', 'expanded'],
    [null, 'expanded'],
    [1, 'expanded'],
  ])('read the style %s as %s', (style, expected) => {
    expect(read({ style }).style).toBe(expected);
  });

  it.each([
    ['always', 'production', true],
    ['never', 'development', false],
    ['development', 'production', false],
    ['development', 'development', true],
    ['unheard of', 'production', true],
    [':never', 'production', false],
    [null, 'production', true],
  ])('with sourcemap %s in %s want maps: %s', (sourcemap, environment, expected) => {
    expect(read({ sourcemap }, environment).sourceMaps).toBe(expected);
  });

  it('take one load path or a list of them', () => {
    expect(read({ load_paths: 'a' }).loadPaths).toEqual(['a']);
    expect(read({ load_paths: ['a', 1, '', 'b'] }).loadPaths).toEqual(['a', 'b']);
  });

  it('take _sass for an empty sass_dir', () => {
    expect(read({ sass_dir: '' }).sassDir).toBe('_sass');
    expect(read({ sass_dir: 'styles' }).sassDir).toBe('styles');
  });

  it('name only the compiler that the configuration may force', () => {
    expect(read({ implementation: 'sassc' }).compiler).toBeUndefined();
    expect(read({ implementation: 'sass-embedded' }).compiler).toBeUndefined();
    expect(read({ implementation: 'sass' }).compiler).toBe('sass');
  });

  it('say that line comments are no more', () => {
    const { diagnostics } = readSassSettings(sassSection(new Map([['line_comments', true]])), 'production');
    expect(diagnostics).toMatchObject([{ code: 'sass/line-comments', severity: 'info' }]);
  });
});
