import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CodePlaces } from '../../../src/node/code-places.ts';
import { temporaryFolder } from '../../support/temporary-site.ts';

const always = () => true;

test.each([
  ['own.mjs', 'export default {\n  a: 1;\n};\n', 2, 7],
  ['own.js', 'export default {\n  a: 1;\n};\n', 2, 7],
  ['own.cjs', 'module.exports = {\n\n  a: 1;\n};\n', 3, 7],
])('finds the mistake in the syntax of %s', (name, text, line, column) => {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, text);
  const places = new CodePlaces();
  const error = new SyntaxError('no place');
  places.noteSyntaxError(error, path);
  expect(places.locate(error, always)).toMatchObject({ path, line, column });
});

test('knows no place where Node finds no mistake in the file itself', () => {
  const path = join(temporaryFolder(), 'own.mjs');
  writeFileSync(path, "import './other.mjs';\n");
  const places = new CodePlaces();
  const error = new SyntaxError('in another file');
  error.stack = 'SyntaxError: in another file';
  places.noteSyntaxError(error, path);
  expect(places.locate(error, always)).toBeUndefined();
});

test('gives the innermost call in a wanted file, without what tells two times of the file apart', () => {
  const error = new Error('no');
  error.stack = [
    'Error: no',
    '    at inner (file:///program/lib/cli.cjs:9:1)',
    '    at Object.generate [as run] (file:///site/_plugins/a%20b.mjs?1700.25:3:9)',
    '    at async outer (file:///site/_plugins/c.mjs:1:1)',
  ].join('\n');
  expect(new CodePlaces().locate(error, (path) => path.startsWith('/site/'))).toEqual({
    ...{ path: '/site/_plugins/a b.mjs', line: 3, column: 9 },
    isInnermost: false,
  });
});

test('knows no place of what is no error', () => {
  expect(new CodePlaces().locate('no', always)).toBeUndefined();
});
