/** MXML, the XML of Flex, with ActionScript in it. */
import { type Lexing, pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { before, between, guarded, run } from '../lexing/scanner.ts';
import { actionscript } from './actionscript.ts';

const script = (lexing: Lexing<undefined>) => lexing.delegate(actionscript.start());

export const mxml = defineLexer({
  tag: 'mxml',
  states: () => ({
    root: [
      [/[^<&]+/, ''],
      [run('&', /[^\s;]*/, ';'), 'ni'],
      [/<!\[CDATA\[/, 'cp', 'script'],
      [/<!--/, 'c', 'comment'],
      [between('<?', '?>', { sameLine: true }), 'cp'],
      [between('<!', '>'), 'cp'],
      [/<\s*[\w:.-]+/, 'nt', 'tag'],
      [/<\s*\/\s*[\w:.-]+\s*>/, 'nt'],
    ],
    comment: [
      [/[^-]+/, 'c'],
      [/-->/, 'c', pop],
      [/-/, 'c'],
    ],
    tag: [
      [/\s+/, ''],
      [guarded(/[\w.:-]+\s*=/, /[^\w.:-]/), 'na', 'attribute'],
      [/\/?\s*>/, 'nt', 'root'],
    ],
    attribute: [
      [/\s+/, ''],
      [/(")(@?\{)/, ['s', 'p'], 'script-attribute'],
      [/"[^"\n]*"|'[^'\n]*'|[^\s>]+/, 's', 'tag'],
    ],
    script: [
      [/\]\]>/, 'cp', pop],
      [before(']]>'), script],
    ],
    'script-attribute': [
      [/(\})(")/, ['p', 's'], 'tag'],
      [before('}"'), script],
    ],
  }),
});
