/** XQuery 3.1. */
import { pop, popTimes, re, type States } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between, guarded, run } from '../lexing/scanner.ts';
import { anyOf } from '../lexing/words.ts';
import { XQUERY_KEYWORDS } from '../words/xquery.ts';
import { eqName, ncName, qName, xpathStates } from './xpath.ts';

function states(): States<undefined> {
  const { root: xpathRoot = [], ...xpath } = xpathStates();
  return {
    ...xpath,
    tags: [
      [re()`<${qName}`, 'nt', 'start-tag'],
      [/<!--/, 'c', 'xml-comment'],
      [between('<?', '?>', { sameLine: true }), 'cp'],
      [between('<![CDATA[', ']]>', { sameLine: true }), 'cp'],
      [run('&', /[^\s;]*/, ';'), 'ni'],
    ],
    root: [
      'tags',
      [/\{/, 'p'],
      // Where no state is left, the engine begins again in the root, where Rouge stays in it.
      [/\}`?/, 'p', pop],
      [re()`(namespace)(\s+)(${ncName})`, ['k', 'w', 'nn']],
      [re()`(?:${anyOf(XQUERY_KEYWORDS)})\b`, 'k'],
      [/;/, 'p'],
      [/%/, 'kd', 'annotation'],
      [re()`(\(#)(\s*)(${eqName})`, ['cp', 'w', 'nt'], 'pragma'],
      [/``\[/, 's', 'string-constructor'],
      ...xpathRoot,
    ],
    annotation: ['comments-and-whitespace', [eqName, 'kd', pop]],
    pragma: ['comments-and-whitespace', [/#\)/, 'cp', pop], [/./, 'cp']],
    'string-constructor': [
      [/`\{/, 'p', 'root'],
      [/\]``/, 's', pop],
      [/[^`\]]+/, 's'],
      [/[`\]]/, 's'],
    ],
    'xml-comment': [
      [/[^-]+/, 'c'],
      [/-->/, 'c', pop],
      [/-/, 'c'],
    ],
    'start-tag': [
      [/\s+/, 'w'],
      [guarded(/([\w.:-]+\s*=)(")/, /[^\w.:-]/), ['na', 's'], 'double-quotes'],
      [guarded(/([\w.:-]+\s*=)(')/, /[^\w.:-]/), ['na', 's'], 'single-quotes'],
      [/>/, 'nt', 'content'],
      [/\/>/, 'nt', pop],
    ],
    'double-quotes': [
      [/"/, 's', pop],
      [/\{\{/, 's'],
      [/\{/, 'p', 'root'],
      [/[^"{>]+/, 's'],
    ],
    'single-quotes': [
      [/'/, 's', pop],
      [/\{\{/, 's'],
      [/\{/, 'p', 'root'],
      [/[^'{>]+/, 's'],
    ],
    content: [
      [/\s+/, 'w'],
      'tags',
      [/\{\{|\}\}/, ''],
      [/\{/, 'p', 'root'],
      [/[^{}<&]/, ''],
      [re()`<\/${qName}\s*>`, 'nt', popTimes(2)],
    ],
  };
}

export const xquery = defineLexer({ tag: 'xquery', states });
