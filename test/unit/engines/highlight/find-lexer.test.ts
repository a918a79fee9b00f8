import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFinder } from '../../../../src/engines/highlight/find/find-lexer.ts';
import { plaintext } from '../../../../src/engines/highlight/lexers/plaintext.ts';
import type { Lexer } from '../../../../src/engines/highlight/lexing/lexer.ts';
import { tokensOf } from '../../../../src/engines/highlight/lexing/token-list.ts';

const cases: [name: string, code: string, tag: string | null][] = JSON.parse(
  readFileSync(new URL('../../../cases/highlight/names.json', import.meta.url), 'utf8'),
);

describe('a name finds the lexer that Rouge finds', () => {
  const find = createFinder();
  for (const [name, code, tag] of cases) {
    it(`${JSON.stringify(name)} of ${JSON.stringify(code)} is ${tag ?? 'no language'}`, () => {
      expect(find(name, code)?.tag ?? null).toBe(tag);
    });
  }
});

describe('a language that Rouge knows and that is not written here', () => {
  it('is plain text without a fallback', () => {
    const found = createFinder()('clean');
    expect(found && tokensOf(found.lexer, 'main = 1')).toEqual([{ type: '', text: 'main = 1' }]);
  });

  it('loads the fallback once, when it is first needed', () => {
    let loaded = 0;
    const asked: string[] = [];
    const find = createFinder(() => {
      loaded++;
      return (tag): Lexer | undefined => {
        asked.push(tag);
        return { tag, start: () => plaintext.start({ token: 'Keyword' }) };
      };
    });
    find('python');
    expect(loaded).toBe(0);
    find('clean');
    const found = find('hylang');
    expect([loaded, asked]).toEqual([1, ['clean', 'hylang']]);
    expect(found && tokensOf(found.lexer, 'x')).toEqual([{ type: 'k', text: 'x' }]);
  });
});

describe('options behind a name', () => {
  const find = createFinder();
  const kinds = (name: string, code: string) => {
    const found = find(name);
    return found && tokensOf(found.lexer, code).map(({ type }) => type);
  };

  it('give console another prompt and another language', () => {
    expect(kinds('console?prompt=%3E%3E%3E&lang=python', '>>> None\n# x\nout')).toEqual([
      'gp',
      'w',
      'bp',
      '',
      'c',
      'go',
    ]);
  });

  it('let console tell errors', () => {
    expect(kinds('console?error=E:,W:', 'W: bad\nok')).toEqual(['gr', 'go']);
  });

  it('give plain text a kind', () => {
    expect(kinds('plaintext?token=Generic.Output', 'x')).toEqual(['go']);
  });
});
