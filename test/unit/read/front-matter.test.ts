/** Reading front matter: gray-matter gets only our block and our engine; nothing is evaluated, cached or slow. */

import fc from 'fast-check';
import matter from 'gray-matter';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { hasFrontMatter, readFrontMatter } from '../../../src/read/documents/front-matter.ts';

function read(text: string, strict = false) {
  return readFrontMatter({ file: 'a.md', text }, { zone: 'UTC', scalars: 'psych', strict });
}

declare global {
  var tripwire: number | undefined;
}
afterEach(() => {
  globalThis.tripwire = undefined;
});

describe('readFrontMatter', () => {
  it('tells on which line of the file the body begins', () => {
    expect(read('---\na: 1\n---\nbody').body).toEqual({ text: 'body', startLine: 4 });
    expect(read('---\r\na: 1\r\n---\r\n\r\n\r\n  body').body).toEqual({ text: '  body', startLine: 6 });
    expect(read('no front matter').body).toEqual({ text: 'no front matter', startLine: 1 });
    expect(read('---\n---\n').body).toEqual({ text: '', startLine: 3 });
  });

  it('keeps the blank lines of a block of text', () => {
    expect(read('---\na: |\n  x\n\n\n  y\n---\n').data?.get('a')).toBe('x\n\n\ny\n');
  });

  it('gives nothing for a block that is empty or only comments', () => {
    for (const block of ['', '\n\n', '# a: 1\n', '   # x\n\n# y\n'])
      expect(read(`---\n${block}---\nbody`)).toMatchObject({ data: new Map(), diagnostics: [] });
  });

  it('finds what stands below comments and blank lines, and a first key that looks like a fence', () => {
    expect(read('---\n# x\n\n   \n #\n# y: 1\na: 1\n---\n').data).toEqual(new Map([['a', 1]]));
    expect(read('---\n# x\n---a: 1\n---\n').data).toEqual(new Map([['---a', 1]]));
    expect(read('---\n#\n---\nbody')).toMatchObject({ data: new Map(), diagnostics: [] });
  });

  it('is not led astray by a fence inside of a block, as Jekyll is not', () => {
    expect(read('---\na: "x\n---y\nz"\n---\nbody')).toMatchObject({
      data: new Map([['a', 'x ---y z']]),
      body: { text: 'body' },
    });
  });

  it('says the same of a broken block each time', () => {
    const text = '---\na: [\n---\nbody';
    expect(read(text).diagnostics).toHaveLength(1);
    expect(read(text).diagnostics).toHaveLength(1);
    expect(Reflect.get(matter, 'cache')).toEqual({});
  });

  it('shares nothing between files of the same text', () => {
    const text = '---\na: {b: 1}\n---\n';
    expect(read(text).data).toEqual(read(text).data);
    expect(read(text).data?.get('a')).not.toBe(read(text).data?.get('a'));
  });

  it.each([
    '---js\n{a: globalThis.tripwire = 1}\n---\n',
    '---javascript\nglobalThis.tripwire = 1\n---\n',
    '--- js\nglobalThis.tripwire = 1\n---\n',
    '---json\n{"a": 1}\n---\n',
    '---coffee\na: 1\n---\n',
    '---\n---js\nglobalThis.tripwire = 1\n---\n',
    '---\na: !!js/function "function () { globalThis.tripwire = 1 }"\n---\n',
    '---\na: !!js/regexp /x/\nb: !!js/undefined x\n---\n',
    '---\n!!js/function globalThis.tripwire = 1\n---\n',
  ])('runs nothing of %j', (text) => {
    const evaluated = vi.spyOn(globalThis, 'eval');
    read(text);
    expect(evaluated).not.toHaveBeenCalled();
    expect(globalThis.tripwire).toBeUndefined();
    evaluated.mockRestore();
  });

  it('does not take another language for front matter', () => {
    expect(read('---js\n{a: 1}\n---\nbody')).toMatchObject({
      data: new Map(),
      body: { startLine: 1 },
      diagnostics: [],
    });
  });

  it.each([
    ['blanks in the block', `---\na: 1\n${' '.repeat(200_000)}\nb: 2\n---\nx`],
    ['empty lines in the block', `---\n${'  \n'.repeat(200_000)}---\nx`],
    ['empty lines and no end', `---\n${'\n'.repeat(1_000_000)}`],
    ['blanks behind what is no fence', `---\na: 1\n---${' '.repeat(200_000)}x`],
    ['lines that are nearly fences', `---\n${'---x\n'.repeat(200_000)}`],
    ['comments', `---\n${' # x\n'.repeat(200_000)}---\nx`],
  ])('is not slowed down by ever so many %s', (_, text) => {
    expect(text.endsWith(read(text).body.text)).toBe(true);
  });

  it('answers for any lines at all, with a body that ends the file', () => {
    const line = fc.constantFrom(
      '---',
      '...',
      '--- ',
      'a: 1',
      'a: b: c',
      '',
      '  ',
      '\t',
      '- x',
      '"',
      '[',
      '# c',
      '\r',
      '---js',
      'é',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.boolean(), (lines, strict) => {
        const text = `---\n${lines.join('\n')}`;
        const { body, diagnostics } = read(text, strict);
        expect(text.endsWith(body.text)).toBe(true);
        expect(text.split(/\r\n?|\n/).length).toBeGreaterThanOrEqual(body.startLine);
        for (const { place } of diagnostics) expect(place?.file).toBe('a.md');
      }),
      { numRuns: 2000, seed: 20260101 },
    );
  });
});

describe('hasFrontMatter', () => {
  const has = (text: string) => hasFrontMatter(new TextEncoder().encode(text));

  it('asks for three hyphens, white space and a line end, behind a byte order mark at most', () => {
    for (const text of ['---\n', '--- \t\n', '---\r\nx', '\ufeff---\nx', '---\f\n'])
      expect(has(text)).toBe(true);
    for (const text of ['---', '---x\n', '----\n', ' ---\n', '--\n', '', '\n---\n', '---\rx\n'])
      expect(has(text)).toBe(false);
  });
});
