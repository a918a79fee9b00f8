import { expect, test } from 'vitest';
import { extractExcerpt } from '../../../src/model/excerpt.ts';

const isBlock = (tag: string) => tag === 'if' || tag === 'highlight';
const excerpt = (body: string) => extractExcerpt(body, '\n\n', isBlock, 'used');

test('an excerpt is what stands before the separator', () => {
  expect(excerpt('one\ntwo\n\nthree').text).toBe('one\ntwo');
});

test('a body without the separator is its own excerpt', () => {
  expect(excerpt('one\ntwo').text).toBe('one\ntwo');
});

test('a body that ends with the separator is cut and nothing more', () => {
  expect(excerpt('{% if a %}\n\n')).toEqual({ text: '{% if a %}', closed: [] });
});

test('a block that the separator cuts open is closed, the inner one first', () => {
  expect(excerpt('{% if a %}{% highlight ruby %}x\n\ny{% endhighlight %}{% endif %}')).toEqual({
    text: '{% if a %}{% highlight ruby %}x\n{% endhighlight %}\n{% endif %}',
    closed: [
      { name: 'highlight', at: 10 },
      { name: 'if', at: 0 },
    ],
  });
});

test('a block that is closed before the separator stays as it is', () => {
  expect(excerpt('{% if a %}x{% endif %}\n\ny').closed).toEqual([]);
});

test('link definitions behind the separator come along when the excerpt refers to them', () => {
  expect(excerpt('see [one] and [two][2]\n\ntext\n\n[one]: /1\n  [2]: /2\n[3]: /3\n').text).toBe(
    'see [one] and [two][2]\n\n[one]: /1\n[2]: /2',
  );
});

test('thousands of unclosed tags are read in one go', () => {
  expect(excerpt(`${'{% if '.repeat(50_000)}\n\nx`).text).toHaveLength(300_000);
});
