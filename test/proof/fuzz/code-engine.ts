/** The highlighters under attack: every lexer ends and keeps the text. */

import { readdirSync } from 'node:fs';
import { LANGUAGES } from '../../../src/engines/highlight/fallback/languages.ts';
import { LEFT_TO_HIGHLIGHT_JS, NEVER_CLOSED } from '../../hostile/highlight/codes.ts';
import { kept, OWN_LEXERS } from '../../hostile/highlight/kept.ts';
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

const TAGS: readonly string[] = [...OWN_LEXERS, ...Object.keys(LANGUAGES), 'guess'];

export const code: Engine = {
  name: 'code',
  counted: 'codes to highlight',
  full: 200_000,
  weight: 4,
  open: () => ({
    language: CODE,
    read(text, number) {
      const tag = TAGS[number % TAGS.length]!;
      if (kept(tag, text) !== text) throw new Error(`${tag} does not keep the text`);
      return [];
    },
  }),
};
