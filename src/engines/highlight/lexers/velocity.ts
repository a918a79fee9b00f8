/** The templates of Velocity, in HTML. */
import { again, type Lexing, pop, type RunningLexer, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between, guarded, quoted } from '../lexing/scanner.ts';
import { html } from './html.ts';

const id = '[a-z_]\\w*';

export const velocity = defineLexer<RunningLexer>({
  tag: 'velocity',
  data: (options) => html.start(options),
  states: () => ({
    root: [
      [/[^{#$]+/, (lexing: Lexing<RunningLexer>) => lexing.delegate(lexing.data)],
      [between('#*', '*#'), 'cm'],
      [/##.*/, 'c1'],
      [re('i')`(#\{?)(${id})(\}?)(\s?\()`, ['p', 'nf', 'p', 'p'], 'parameters'],
      [re('i')`(#\{?)(${id})(\}|\b)`, ['p', 'nf', 'p']],
      [/\$\{?/, 'p', 'variable'],
    ],
    variable: [
      [re('i')`${id}`, 'nv'],
      [/\(/, 'p', 'arguments'],
      [re('i')`(\.)(${id})`, ['p', 'nv']],
      [/\}/, 'p', pop],
      [/(?:)/, '', pop],
    ],
    parameters: [
      [/&&|\|\||==?|!=?|[-<>+*%&|^/]|(?:eq|ne|gt|lt|ge|le|not|in)\b/, 'o'],
      [/\[/, 'o', 'range'],
      [guarded(re('i')`${id}\b`, /\W/), 'nf'],
      'arguments',
    ],
    range: [[/[.]{2}/, 'o'], 'arguments'],
    arguments: [
      [/\$\{?/, 'p', 'variable'],
      [/\s+/, ''],
      [/,/, 'p'],
      [quoted('"'), 's2'],
      [quoted("'"), 's1'],
      [/0[xX][0-9a-fA-F]+[Ll]?/, 'mh'],
      [guarded(/[0-9]+\b/, /[^0-9]/), 'mi'],
      [/(?:true|false|null)\b/, 'kc'],
      [/[([]/, 'p', again],
      [/[)\]}]/, 'p', pop],
    ],
  }),
});
