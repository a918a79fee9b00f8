import { expect, test } from 'vitest';
import { resolveReferences } from '../../../src/html/references.ts';
import { tagsOf } from '../../../src/html/tags.ts';

const tags = (html: string) =>
  Array.from(tagsOf(html), ({ isEnd, name, attributes, start, end }) => [
    (isEnd ? '/' : '') + name,
    Object.fromEntries(attributes),
    html.slice(start, end),
  ]);

test('gives start tags with their attributes, and end tags', () => {
  expect(tags(`<P Class="a b" id='x' hidden data-n=5>text</P>`)).toEqual([
    ['p', { class: 'a b', id: 'x', hidden: '', 'data-n': '5' }, `<P Class="a b" id='x' hidden data-n=5>`],
    ['/p', {}, '</P>'],
  ]);
});

test('resolves references; the first attribute of a name counts', () => {
  expect(tags('<a href="?a&amp;b&#x26;c" href="second">')[0]?.[1]).toEqual({ href: '?a&b&c' });
});

test('reads a `>` in a quoted value as text', () => {
  expect(tags('<a title="1 > 0">x').map(([, , text]) => text)).toEqual(['<a title="1 > 0">']);
});

test('leaves out comments and the content of raw elements', () => {
  expect(tags('<!-- <b> --><script>"<i>"</script><title><u></title><em>').map(([name]) => name)).toEqual([
    'script',
    '/script',
    'title',
    '/title',
    'em',
  ]);
});

test.each(['<!-- no end <b>', '<b title="no end', '<b title=', '<b ='])('ends at %s', (html) => {
  expect(tags(`<i>${html}`).map(([name]) => name)).toEqual(['i']);
});

test('passes over stray characters in a tag', () => {
  expect(tags('<a = "x" b=1>')[0]?.[1]).toMatchObject({ b: '1' });
});

test('is linear in the text, whatever it holds', () => {
  for (const piece of ['<a b="', "<a b='", '<a ', '<!--', '<script>', '<a b=c/', '</', '<a =', '<title'])
    expect([...tagsOf(piece.repeat(100_000))].length).toBeLessThanOrEqual(100_000);
});

test('replaces a reference to NUL, which no text may hold', () => {
  expect(resolveReferences('a&#0;b&#x0;c')).toBe('a\ufffdb\ufffdc');
});

test('leaves references to no character as they are written', () => {
  expect(resolveReferences('&amp;amp; &#65;&#x42; &nosuch; &#99999999999; & &lt')).toBe(
    '&amp; AB &nosuch; &#99999999999; & &lt',
  );
});
