/** The highlighters under attack: every lexer ends and keeps the text. */

import { readdirSync } from 'node:fs';
import { LANGUAGES } from '../../../src/engines/highlight/fallback/languages.ts';
import { createFinder } from '../../../src/engines/highlight/find/find-lexer.ts';
import { LEXERS } from '../../../src/engines/highlight/find/registry.ts';
import { highlightJsLexer } from '../../../src/engines/highlight/highlight-js.ts';
import { tokensOf } from '../../../src/engines/highlight/lexing/token-list.ts';
import { LEFT_TO_HIGHLIGHT_JS, NEVER_CLOSED } from '../../hostile/highlight/codes.ts';
import type { Engine } from './engine.ts';
import { casesIn, type Language } from './texts.ts';

const CODES = readdirSync(new URL('../../cases/highlight/code/', import.meta.url))
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => casesIn(`highlight/code/${name}`));

/** In pieces, so that what a mutation cuts off is not always the rest of a long file. */
const CODE: Language = {
  texts: CODES.flatMap((code) => code.match(/(?:.*\n){1,15}/g) ?? []),
  pieces: [
    ...NEVER_CLOSED,
    ...LEFT_TO_HIGHLIGHT_JS.map(([, piece]) => piece),
    ...[
      '*/',
      '%>',
      '{{',
      '}}',
      '%}',
      '<<EOF\n',
      'EOF\n',
      '---\n',
      '```\n',
      '\\begin{',
      'if ',
      'def ',
      'class ',
      'end\n',
    ],
    ...[
      'function ',
      'return ',
      'import ',
      '#{',
      '${',
      '\n  ',
      '=begin\n',
      '<script>',
      '</script>',
      '<style>',
      "'''",
      '@',
    ],
  ],
};

const find = createFinder(() => highlightJsLexer);
export const LEXER_TAGS: readonly string[] = [
  ...LEXERS.map(({ tag }) => tag),
  'console',
  'markdown',
  'guess',
  ...Object.keys(LANGUAGES),
];

export const code: Engine = {
  name: 'code',
  counted: 'codes to highlight',
  weight: 3,
  open: () => ({
    language: CODE,
    read(text, number) {
      const tag = LEXER_TAGS[number % LEXER_TAGS.length]!;
      const found = find(tag, text);
      if (found === undefined) throw new Error(`there is no lexer for ${tag}`);
      const kept = tokensOf(found.lexer, text)
        .map((token) => token.text)
        .join('');
      if (kept !== text) throw new Error(`${tag} does not keep the text`);
      return [];
    },
  }),
};
