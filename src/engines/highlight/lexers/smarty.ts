/** The templates of Smarty, in HTML. */
import { type Lexing, pop, type RunningLexer } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { literal } from '../lexing/literal.ts';
import { between, upTo } from '../lexing/scanner.ts';
import { byWord } from '../lexing/words.ts';
import { html } from './html.ts';

const BUILTINS = `
  append assign block call capture config_load debug extends for foreach foreachelse break continue function if elseif
  else include include_php insert ldelim rdelim literal nocache php section sectionelse setfilter strip while counter
  cycle eval fetch html_checkboxes html_image html_options html_radios html_select_date html_select_time html_table
  mailto math textformat capitalize cat count_characters count_paragraphs count_sentences count_words date_format
  default escape from_charset indent lower nl2br regex_replace replace spacify string_format strip_tags to_charset
  truncate unescape upper wordwrap
`;

const toPage = (lexing: Lexing<RunningLexer>) => lexing.delegate(lexing.data);

export const smarty = defineLexer<RunningLexer>({
  tag: 'smarty',
  data: (options) => html.start(options),
  states: () => ({
    root: [
      [/\{\s+/, toPage],
      [between('{*', '*}'), 'c'],
      [/\{\/?(?![\s*])/, 'k', 'tag'],
      [upTo(/\{[/a-zA-Z0-9$#*"']/g), toPage],
    ],
    tag: [
      [/\{\/?(?![\s*])/, 'k', 'tag'],
      [/\}/, 'k', pop],
      [/\s+/, ''],
      [/[~!%^&*()+=|[\]:;,.<>/@?-]/, 'o'],
      [/#[a-zA-Z_]\w*#/, 'nv'],
      [/\$[a-zA-Z_]\w*(?:\.\w+)*/, 'nv'],
      [/(?:true|false|null)\b/, 'kc'],
      [/[0-9](?:\.[0-9]*)?(?:eE[+-][0-9])?[flFLdD]?/, 'm'],
      [literal('"'), 's2'],
      [literal("'"), 's1'],
      [/[a-zA-Z_]\w*/, byWord([['nb', BUILTINS]], 'na')],
    ],
  }),
});
