import { afterEach, describe, expect, it } from 'vitest';
import { readableText } from '../../../../src/engines/sass/imports/sheet-text.ts';
import { COMPILERS, SassSite, withCompiler } from './sass-site.ts';

const sites: SassSite[] = [];
afterEach(() => {
  for (const site of sites.splice(0)) site.remove();
});

describe.each(COMPILERS)('a media query without a space, compiled by %s', (compiler) => {
  it('is what sassc makes of it, in the stylesheet and in a partial', async () => {
    const site = new SassSite({ '_sass/_a.scss': '@media (a: b) and(c: d) { .e { f: g } }\n' });
    sites.push(site);
    const text = '@import "a";\n@media screen and(max-width: 9em) and(c: d) { .e { f: g } }\n';
    const { sheets } = await site.compile(text, withCompiler(compiler));
    const queries = sheets[0]?.css?.match(/@media[^{]*/g);
    expect(queries).toEqual(['@media (a: b) and (c: d) ', '@media screen and (max-width: 9em) and (c: d) ']);
  });
});

describe('the text that is compiled', () => {
  it.each([
    'a { b: and(c) }',
    '@include and($x);',
    '@media screen and (a: b) { c { d: and(e) } }',
    '// band(',
  ])('is as it was for %j', (text) => expect(readableText(text)).toBe(text));
});
