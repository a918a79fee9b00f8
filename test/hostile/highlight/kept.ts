/** What comes out of a lexer: it has to be the code that went in. */

import { createFinder } from '../../../src/engines/highlight/find/find-lexer.ts';
import { LEXERS, LEXERS_WITH_OTHERS } from '../../../src/engines/highlight/find/registry.ts';
import { highlightJsLexer } from '../../../src/engines/highlight/highlight-js.ts';
import { tokensOf } from '../../../src/engines/highlight/lexing/token-list.ts';

const find = createFinder(() => highlightJsLexer);

/** Every lexer of our own. */
export const OWN_LEXERS: readonly string[] = [
  ...LEXERS.map(({ tag }) => tag),
  ...Object.keys(LEXERS_WITH_OTHERS),
  ...['console', 'http', 'vue'],
];

/** Rouge drops all but the last character of Crystal's `'several'`, and some characters between AppleScript's words. */
const LOSES_TEXT: readonly string[] = ['applescript', 'crystal'];
/** Rouge prints the name of the file of sed's `s/a/b/w file` three times. */
const REPEATS_TEXT: readonly string[] = ['sed'];

/** The text of all tokens; undefined where there is no lexer. */
export function textOf(tag: string, code: string): string | undefined {
  const found = find(tag);
  return (
    found &&
    tokensOf(found.lexer, code)
      .map(({ text }) => text)
      .join('')
  );
}

/** What of the code comes out, in order; the code itself but for what Rouge drops or repeats, too. */
export function kept(tag: string, code: string): string {
  const text = textOf(tag, code) ?? '';
  if (LOSES_TEXT.includes(tag) && isPartOf(text, code)) return code;
  if (REPEATS_TEXT.includes(tag) && isPartOf(code, text)) return code;
  return text;
}

/** Whether all characters of a text are in another one, in their order. */
function isPartOf(text: string, whole: string): boolean {
  let at = 0;
  for (const char of text) {
    at = whole.indexOf(char, at) + char.length;
    if (at < char.length) return false;
  }
  return true;
}
