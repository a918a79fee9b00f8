/** C++ and CUDA, on C's states. */
import { pop, re, type States } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { announced } from '../lexing/scanner.ts';
import type { WordLists } from '../lexing/words.ts';
import * as w from '../words/c.ts';
import { cStates, identifier } from './c.ts';

const digits = /\d(?:'?\d)*/;
/** `R"mark(…)mark"` */
const rawString = announced(
  'uULR',
  /(?:u8|u|U|L)?R"([a-zA-Z0-9_{}[\]#<>%:;.?*+\-/^&|~!=,"']{0,16})\(/,
  (mark) => `)${mark}"`,
);

function cppLexer(tag: string, lists: WordLists) {
  return defineLexer({
    tag,
    begin: (lexing) => lexing.push('line'),
    states: () => cppStates(lists),
  });
}

/** C++'s states for a dialect's words. */
export function cppStates(lists: WordLists): States<undefined> {
  const c = cStates(lists);
  return {
    ...c,
    root: [[/(?:__offload|__blockingoffload|__outer)\b/, 'kp'], ...c.root],
    statements: [
      [/(?:class|struct)\b/, 'k', 'class-name'],
      [/template\b/, 'k', 'template'],
      [re()`${digits}(?:\.${digits})?(?:y|d|h|min|s|ms|us|ns|i|if|il)\b`, 'mx'],
      [re('i')`(?:${digits}[.]${digits}?|[.]${digits})(?:e[+-]?${digits}[lu]*)?`, 'mf'],
      [re('i')`${digits}e[+-]?${digits}[lu]*`, 'mf'],
      [/0x[0-9a-f](?:'?[0-9a-f])*[lu]*/i, 'mh'],
      [/0b[01]+(?:'[01]+)*/, 'mb'],
      [/0[0-7](?:'?[0-7])*[lu]*/i, 'mo'],
      [re('i')`${digits}[lu]*`, 'mi'],
      [/nullptr\b/, 'nb'],
      [rawString, 's'],
      [/::|<=>/, 'o'],
      [/[{}]/, 'p'],
      ...c.statements,
    ],
    'class-name': [
      [identifier, 'nc', pop],
      'whitespace',
      [/[.]{3}/, 'o'],
      [/,/, 'p', pop],
      [/(?:)/, '', pop],
    ],
    template: [[/[>;]/, 'p', pop], [/typename\b/, 'k', 'class-name'], 'statements'],
    case: [[/:(?!:)/, 'p', pop], 'statements'],
  };
}

export const CPP_WORDS: WordLists = [
  ['k', `${w.KEYWORDS} ${w.CPP_KEYWORDS}`],
  ['kt', `${w.TYPES} ${w.CPP_TYPES}`],
  ['kr', `${w.RESERVED} ${w.CPP_RESERVED}`],
];

export const cpp = cppLexer('cpp', CPP_WORDS);

export const cuda = cppLexer('cuda', [['k', w.CUDA_KEYWORDS], ['kt', w.CUDA_TYPES], ...CPP_WORDS]);
