/** TypeScript, on JavaScript's states. */
import { re, type State, type States } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import {
  TYPESCRIPT_BUILTINS,
  TYPESCRIPT_DECLARATIONS,
  TYPESCRIPT_KEYWORDS,
  TYPESCRIPT_RESERVED,
} from '../words/javascript.ts';
import { identifier, javascriptStates, type MoreWords } from './javascript.ts';

export const typescriptWords: MoreWords = {
  keywords: TYPESCRIPT_KEYWORDS,
  declarations: TYPESCRIPT_DECLARATIONS,
  reserved: TYPESCRIPT_RESERVED,
  builtins: TYPESCRIPT_BUILTINS,
};

/** What stands before the rules of JavaScript's state of the same name. */
export const typescriptRules = {
  root: [
    [/\?\./, 'p'],
    [/\?\?/, 'o'],
  ],
  statement: [[re()`(${identifier})(\??)(\s*)(:)`, ['nl', 'p', '', 'p'], 'expr-start']],
} as const satisfies Record<string, State<unknown>>;

function states(): States<undefined> {
  const base = javascriptStates<undefined>(typescriptWords);
  return {
    ...base,
    root: [...typescriptRules.root, ...base.root],
    statement: [...typescriptRules.statement, ...base.statement],
  };
}

export const typescript = defineLexer({ tag: 'typescript', states });
