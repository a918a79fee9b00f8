import { expect, test } from 'vitest';
import type { OutputKey } from '../../../src/base/paths.ts';
import { gatherOutputs } from '../../../src/write/outputs.ts';

const output = (key: string, from: string) => ({ key: key as OutputKey, from });
const codes = (...outputs: readonly ReturnType<typeof output>[]) =>
  gatherOutputs(outputs, '/site/dist').diagnostics.map(
    ({ code, severity, place }) => `${severity} ${code} ${place?.file}`,
  );

test('of two sources of one file the later one wins, with a warning that names both', () => {
  const { outputs, diagnostics } = gatherOutputs(
    [output('a.html', 'a.md'), output('b.html', 'b.md'), output('a.html', 'c.md')],
    '/site/dist',
  );
  expect(outputs.map(({ from }) => from)).toEqual(['c.md', 'b.md']);
  expect(diagnostics).toEqual([
    {
      code: 'output/conflict',
      severity: 'warning',
      message: '`a.md` and `c.md` are both written to `/a.html`, and `c.md` wins',
      hint: 'give one of them another permalink',
      jekyll: 'Conflict: The following destination is shared by multiple files. /site/dist/a.html',
      place: { file: 'c.md', line: 1, column: 1 },
    },
  ]);
});

test('a file where another output needs a folder is an error', () => {
  expect(codes(output('a', 'a.md'), output('a/b.html', 'b.md'))).toEqual([
    'error output/file-and-folder a.md',
  ]);
});

test('names that differ by letter case or by the encoding of a letter are told on every system', () => {
  expect(codes(output('About/index.html', 'a.md'), output('about/index.html', 'b.md'))).toEqual([
    'warning output/case-conflict b.md',
  ]);
  expect(codes(output('caf\u00e9.html', 'a.md'), output('cafe\u0301.html', 'b.md'))).toEqual([
    'warning output/case-conflict b.md',
  ]);
});
