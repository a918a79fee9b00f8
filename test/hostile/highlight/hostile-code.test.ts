/** Code that is never closed, nested without end or made of noise: every lexer terminates and keeps the text. */
import { describe, expect, it } from 'vitest';
import { createFinder } from '../../../src/engines/highlight/find/find-lexer.ts';
import { LEXERS } from '../../../src/engines/highlight/find/registry.ts';
import { tokensOf } from '../../../src/engines/highlight/lexing/token-list.ts';

const find = createFinder();
const tags = [...LEXERS.map(({ tag }) => tag), 'console', 'markdown'];
const textOf = (tag: string, code: string) => {
  const found = find(tag);
  return (
    found &&
    tokensOf(found.lexer, code)
      .map(({ text }) => text)
      .join('')
  );
};

const NEVER_CLOSED = [
  ...[
    '/*',
    '<!--',
    '<![CDATA[',
    '<!DOCTYPE ',
    '<?',
    '{%',
    '"""',
    "'",
    '"',
    '`',
    '(',
    '[',
    '{',
    '<',
    '&',
    '$(',
    '${',
  ],
  ...[
    'a b ',
    'a.b ',
    'a(',
    'a b(c ',
    '#if 0 ',
    '#!',
    '<a [',
    'a-b.',
    '---\n',
    ' \n',
    '[\n',
    '``',
    '~~',
    '"\'',
    '1,',
  ],
  ...[
    'R"x(',
    'r#"',
    '=begin',
    '<<A\n',
    '%w(',
    'f"{',
    '\\',
    '\\begin{',
    'url(',
    'a: ',
    '- ',
    '[a] ',
    '**',
    '&x',
    '$$',
  ],
];

describe('code that is never closed', () => {
  for (const tag of tags) {
    it(`is lexed to its end by ${tag}`, () => {
      for (const piece of NEVER_CLOSED) {
        const code = piece.repeat(4000 / piece.length);
        expect(textOf(tag, code) === code).toBe(true);
      }
    });
  }
});

/** What took quadratic time once, or does in Rouge: three hundred thousand characters would then take minutes. */
const ONCE_QUADRATIC: readonly (readonly [tag: string, begin: string, piece: string])[] = [
  ['c', '', 'a b('],
  ['c', '', '#if 0 '],
  ['c', '#if 0\n', '\n'],
  ['cpp', '', 'R"x('],
  ['css', 'a{', '_a'],
  ['html', '<a ', '[a]('],
  ['html', '', '&'],
  ['ini', '', '.1'],
  ['java', '', 'a '],
  ['javascript', '', '#!'],
  ['json-doc', '', '$1'],
  ['make', '', 'export a'],
  ['make', '', '-'],
  ['markdown', '', '`'],
  ['markdown', '', '[\n'],
  ['markdown', '`', '\\\\'],
  ['markdown', '', ' \n'],
  ['matlab', "'", '"'],
  ['php', '<?php ', '$'],
  ['php', '<?php "', '{a'],
  ['ruby', '', '=begin'],
  ['rust', '', 'r#"'],
  ['shell', 'cat <<A\n', '\n'],
  ['toml', '', '"\''],
  ['toml', '', '- '],
  ['xml', '<a ', '_a'],
  ['yaml', '', '%'],
];

describe('what is repeated takes time by its length', () => {
  for (const [tag, begin, piece] of ONCE_QUADRATIC) {
    it(`${JSON.stringify(begin + piece)} in ${tag}`, () => {
      const code = begin + piece.repeat(300_000 / piece.length);
      expect(textOf(tag, code) === code).toBe(true);
    });
  }
});

describe('a megabyte on one line', () => {
  it('of JavaScript is done soon', () => {
    const statement = 'var a=function(b,c){return b?c[0]:/x\\/[y]/g.test("é")||{d:`$' + '{e}`}};';
    const code = statement.repeat(1_000_000 / statement.length);
    expect(textOf('javascript', code) === code).toBe(true);
  });
  it('of JSON is done soon', () => {
    const code = `[${'{"a":[1,-2.5e3,true,"b\\n"]},'.repeat(35_000)}0]`;
    expect(textOf('json', code) === code).toBe(true);
  });
});

describe('noise', () => {
  const alphabet = [
    ...' \n\t"\'`(){}[]<>/\\*#$%&|!?:;,.=+-~^@_aAbrfu01é😀\r',
    ...[
      '/*',
      '*/',
      '<!--',
      '-->',
      '<%',
      '{{',
      '}}',
      '{%',
      '%}',
      '"""',
      "'''",
      '<<EOF\n',
      'EOF\n',
      '---\n',
      '```\n',
      '\\begin{',
    ],
    ...[
      'if ',
      'def ',
      'class ',
      'function ',
      'return ',
      'end\n',
      'import ',
      '#{',
      '${',
      '\n  ',
      '=begin\n',
      '<script>',
      '</script>',
    ],
  ];
  for (const tag of tags) {
    it(`is kept by ${tag}`, () => {
      let seed = 20_221_122;
      const next = () => {
        seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
        return alphabet[(seed >>> 8) % alphabet.length] ?? '';
      };
      for (let i = 0; i < 20; i++) {
        const code = Array.from({ length: 200 }, next).join('');
        expect(textOf(tag, code)).toBe(code);
      }
    });
  }
});
