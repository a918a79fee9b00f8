/** Which lexer a name means: the table of the languages written here, by Rouge's tags and aliases. */
import type { Lexer } from './lexer.ts';
import { c } from './lexers/c.ts';
import { consoleLexer } from './lexers/console.ts';
import { cpp, cuda } from './lexers/cpp.ts';
import { css } from './lexers/css.ts';
import { html } from './lexers/html.ts';
import { javascript } from './lexers/javascript.ts';
import { json, jsonDoc } from './lexers/json.ts';
import { jsx, tsx } from './lexers/jsx.ts';
import { plaintext } from './lexers/plaintext.ts';
import { python } from './lexers/python.ts';
import { r } from './lexers/r.ts';
import { scss } from './lexers/scss.ts';
import { shell } from './lexers/shell.ts';
import { typescript } from './lexers/typescript.ts';
import { xml } from './lexers/xml.ts';
import { yaml } from './lexers/yaml.ts';

const LEXERS: readonly Lexer[] = [
  c,
  consoleLexer(lexerNamed),
  cpp,
  css,
  cuda,
  html,
  javascript,
  json,
  jsonDoc,
  jsx,
  plaintext,
  python,
  r,
  scss,
  shell,
  tsx,
  typescript,
  xml,
  yaml,
];

const BY_TAG: ReadonlyMap<string, Lexer> = new Map(LEXERS.map((lexer) => [lexer.tag, lexer]));

/** The lexer of a tag of Rouge's, where it is written here. */
export function lexerNamed(tag: string): Lexer | undefined {
  return BY_TAG.get(tag);
}
