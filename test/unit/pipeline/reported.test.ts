import { expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { Reported } from '../../../src/pipeline/reported.ts';
import { buildTexts } from '../../support/temporary-site.ts';

const mistake = (line: number): Diagnostic => ({
  ...{ code: 'a/b', severity: 'warning', message: 'm' },
  place: { file: 'a.md', line, column: 1 },
});

test('the first hundred of a file are listed, and how many more there are', () => {
  const reported = new Reported();
  for (let line = 1; line <= 100_000; line++) reported.add(mistake(line));
  expect(reported.all).toHaveLength(101);
  expect(reported.all.at(-1)!.message).toBe('99900 more warnings in this file are not listed');
});

test('the same one again and again is listed a hundred times at most, and is not more than one', () => {
  const reported = new Reported();
  for (let n = 0; n < 100_000; n++) reported.add(mistake(1));
  expect(reported.all).toHaveLength(100);
});

const lines = (make: (n: number) => string): string =>
  Array.from({ length: 150 }, (_, n) => `${make(n)}\n`).join('');
const page = (body: string, frontMatter = ''): string => `---\n${frontMatter}---\n${body}`;
const SCHOLAR = 'plugins: [jekyll-scholar]\nscholar: {source: _b, bibliography: r.bib}\n';

test.each<readonly [string, Readonly<Record<string, string>>, string]>([
  ['unknown tags', { 'a.html': page(lines((n) => `{% t${n} %}`)) }, '50 more errors'],
  ['unknown filters', { 'a.html': page(lines((n) => `{{ a | f${n} }}`)) }, '50 more warnings'],
  ['markup that is not Liquid', { 'a.html': page(lines(() => '{{ a ! }}')) }, '51 more warnings'],
  [
    'keys of front matter',
    {
      'a.html': page(
        'x',
        lines((n) => `a: ${n}`),
      ),
    },
    '49 more warnings',
  ],
  ['keys of data', { '_data/a.yml': lines((n) => `a: ${n}`), 'a.html': page('x') }, '49 more warnings'],
  [
    'strings of a bibliography',
    {
      '_config.yml': SCHOLAR,
      '_b/r.bib': lines((n) => `@article{k${n}, title = s${n}}`),
      'a.html': page('{% bibliography %}'),
    },
    '50 more warnings',
  ],
  [
    'keys that a bibliography lacks',
    {
      '_config.yml': SCHOLAR,
      '_b/r.bib': '@article{k, title = {t}}',
      'a.html': page(lines((n) => `{% cite k${n} %}`)),
    },
    '50 more warnings',
  ],
])('of many %s the first hundred are listed', async (_, files, more) => {
  const { result } = await buildTexts(files);
  expect(result.diagnostics).toHaveLength(101);
  expect(result.diagnostics.at(-1)!.message).toBe(`${more} in this file are not listed`);
});
