import { describe, expect, test } from 'vitest';
import {
  cleanUrl,
  escapePath,
  fillPageTemplate,
  fillTemplate,
  permalinkSuffix,
  unescapePath,
} from '../../../src/model/url.ts';

describe('a URL', () => {
  test.each([
    ['/a b/ü?x=1#f', '/a b/ü?x=1#f'],
    ['/a..b', '/a/b'],
    ['x/./y', '/x/y'],
    ['//a//b/', '/a/b/'],
    ['/../../x', '/x'],
  ])('%s is cleaned as Jekyll cleans it', (url, clean) => {
    expect(cleanUrl(url)).toBe(clean);
  });

  test.each([
    ['a b', 'a%20b'],
    ['ä#1#2', '%C3%A4%231%232'],
    ['50%', '50%25'],
    ['x?y z', 'x?y%20z'],
    ['a|b^c`d{e}"<>', 'a%7Cb%5Ec%60d%7Be%7D%22%3C%3E'],
    ['a?x[1]=é', 'a?x%5B1%5D=%C3%A9'],
    ['a?b\\c', 'a?b%5Cc'],
    ["~t@x!$&()*+,;='", "~t@x!$&()*+,;='"],
    ['\ud800', '%EF%BF%BD'],
  ])('%s is escaped as Jekyll escapes it', (path, escaped) => {
    expect(escapePath(path)).toBe(escaped);
  });

  test.each([
    ['%41%2e', 'A.'],
    ['%E4%B8%AD', '中'],
    ['a+b', 'a+b'],
    ['a%zzb', 'a%zzb'],
    ['%ff', '\ufffd'],
  ])('%s is unescaped', (path, plain) => {
    expect(unescapePath(path)).toBe(plain);
  });
});

describe('the template of a document', () => {
  const values = (name: string) => ({ year: '2020', month: '01', title: 'a b', categories: '' })[name];

  test('has its placeholders filled in and escaped', () => {
    expect(fillTemplate('/:year/:month/:title/', values)).toBe('/2020/01/a%20b/');
  });
  test('loses the slash of an empty placeholder', () => {
    expect(fillTemplate('/:categories/:year', values)).toBe('/2020');
  });
  test('may have an underscore behind a placeholder', () => {
    expect(fillTemplate('/:year_:month', values)).toBe('/2020_01');
  });
  test('says which placeholder does not exist', () => {
    expect(fillTemplate('/:yaer/', values)).toEqual({ unknown: 'yaer' });
  });
});

test("a page's template knows three placeholders and keeps the others as they are", () => {
  const url = fillPageTemplate('/x/:title:path/:basename:output_ext', [
    ['path', '/_pages'],
    ['basename', 'a b'],
    ['output_ext', '.html'],
  ]);
  expect(url).toBe('/x/:title/_pages/a%20b.html');
});

test.each([
  ['pretty', '/'],
  ['date', ':output_ext'],
  ['none', ':output_ext'],
  ['/:title/', '/'],
  ['/:title:output_ext', ':output_ext'],
  ['/:title', ''],
])('the style %s ends a template with %j', (style, suffix) => {
  expect(permalinkSuffix(style)).toBe(suffix);
});
