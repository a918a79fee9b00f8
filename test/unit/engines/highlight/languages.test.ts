/** Each of our lexers on a small piece of code, compared with what Rouge 3.30 printed (test/oracle/highlight-record.rb). */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFinder } from '../../../../src/engines/highlight/find/find-lexer.ts';
import { LEXERS, LEXERS_WITH_OTHERS } from '../../../../src/engines/highlight/find/registry.ts';
import { printHtml } from '../../../../src/engines/highlight/format/html.ts';
import { tokensOf } from '../../../../src/engines/highlight/lexing/token-list.ts';

const folder = new URL('../../../cases/highlight/code/', import.meta.url);
const find = createFinder();
const files = readdirSync(folder);

describe('each language', () => {
  for (const file of files) {
    const language = file.replace(/\.txt$/, '');
    it(`${language} is coloured as Rouge colours it`, () => {
      const [code = '', expected] = readFileSync(new URL(file, folder), 'utf8').split('\n==== Rouge ====\n');
      const found = find(language);
      expect(found).toBeDefined();
      if (found === undefined) return;
      expect(printHtml(tokensOf(found.lexer, `${code}\n`))).toBe(expected);
    });
  }

  it('has a fixture', () => {
    const fixtures = new Set(files.map((file) => file.replace(/\.txt$/, '')));
    const tags = [...LEXERS.map(({ tag }) => tag), ...Object.keys(LEXERS_WITH_OTHERS)];
    expect(tags.filter((tag) => !fixtures.has(tag))).toEqual([]);
  });
});
