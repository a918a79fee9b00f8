/** AppleScript. */
import { re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { quoted } from '../lexing/scanner.ts';
import {
  BUILTINS,
  COMMANDS,
  CONTROLS,
  LITERALS,
  OPERATORS,
  PARAMETERS,
  REFERENCES,
  STUDIO_CLASSES,
  STUDIO_COMMANDS,
  STUDIO_PROPERTIES,
} from '../words/applescript.ts';

/** A list as the source of a pattern. */
function phrases(list: string): string {
  return list.replace(/\n\s*/g, '');
}

export const applescript = defineLexer({
  tag: 'applescript',
  states: () => ({
    root: [
      [/\s+/, 'w'],
      [/¬\n/, 'se'],
      [/'s\s+/, ''],
      [/(?:--|#).*/, 'c1'],
      [/\(\*/, 'cm'],
      [/[(){}!,.:]/, 'p'],
      [/(«)([^»]+)(»)/, ['', 'nb', '']],
      [
        /((?:considering|ignoring)\s*)(application responses|case|diacriticals|hyphens|numeric strings|punctuation|white space)/,
        ['k', 'nb'],
      ],
      [/[-*+&≠=≥≤/÷^]|>=?|<=?/, 'o'],
      [re()`(?:${phrases(OPERATORS)})\b`, 'ow'],
      // The quotes of a template that was never filled in, as in Rouge.
      [/^(\s*(?:on|end)\s+)'r'(%s)/, ['k', 'nf']],
      [/^(\s*)(in|on|script|to)(\s+)/, ['', 'k', '']],
      [
        /(as )(alias |application |boolean |class |constant |date |file |integer |list |number |POSIX file |real |record |reference |RGB color |script |text |unit types|(?:Unicode )?text|string)\b/,
        ['k', 'nc'],
      ],
      [re()`(?:${phrases(LITERALS)}|${phrases(COMMANDS)})\b`, 'nb'],
      [re()`(?:${phrases(CONTROLS)}|global|local|prop(?:erty)?|set|get)\b`, 'k'],
      [re()`(?:but|put|returning|the)\b|(?:${phrases(BUILTINS)})s?\b|(?:${phrases(PARAMETERS)})\b`, 'nb'],
      [re()`(?:${phrases(STUDIO_PROPERTIES)})\b`, 'na'],
      [
        re()`(?:${phrases(STUDIO_CLASSES)})s?\b|(?:${phrases(STUDIO_COMMANDS)}|${phrases(REFERENCES)})\b`,
        'nb',
      ],
      [quoted('"'), 's2'],
      [/[a-zA-Z]\w*\b/, 'nv'],
      [/(?:\d+\.\d*|\d*\.\d+)(?:E[-+][0-9]+)?/, 'mf'],
      [/\d+/, 'mi'],
    ],
  }),
});
