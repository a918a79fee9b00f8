/** The feature files of OpenType fonts. */
import { pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { byWord } from '../lexing/words.ts';
import { KEYWORDS } from '../words/opentype-feature-file.ts';

const identifier = '[a-z_][a-z0-9/_.-]*';

export const opentypeFeatureFile = defineLexer({
  tag: 'opentype_feature_file',
  states: () => ({
    root: [
      [/\s+/, 'w'],
      [/#.*/, 'c'],
      [/(anonymous|anon|feature|lookup|table)(\s+)/, ['k', ''], 'feature-name'],
      [/(\})(\s)/, ['p', ''], 'feature-name'],
      [/include\b/i, 'k', 'path'],
      [/[-[\]/(){},.:;=%*<>']/, 'p'],
      [/`/, 'sb'],
      [/"/, 's', 'string'],
      [/\\[^.*\s]+/, 'se'],
      [re('i')`@${identifier}`, 'nc'],
      [re('i')`${identifier}`, byWord([['k', KEYWORDS]], 'n')],
      [/0x[0-9A-Fa-f]+/, 'mh'],
      [/\d+/, 'mi'],
    ],
    'feature-name': [[re('i')`${identifier}`, 'nf', pop]],
    path: [
      [/\s+/, 'w'],
      [/\)/, 'p', pop],
      [/\(/, 'p'],
      [/[^\s()]+/, 's'],
    ],
    string: [
      [/"/, 's', pop],
      [/[^"%\n]+/, 's'],
    ],
  }),
});
