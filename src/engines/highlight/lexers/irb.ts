/** Transcripts of IRB and Pry, and what they print: errors, values (which are Ruby) and text. */
import { type Lexer, pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { startTranscript } from './console.ts';
import { type HereDocument, ruby, rubyStates } from './ruby.ts';
import { growDelimited } from './ruby-delimited.ts';

export const irbOutput = defineLexer<HereDocument[]>({
  tag: 'irb_output',
  data: () => [],
  begin: (lexing) => {
    lexing.push('expr-start');
    lexing.push('output');
  },
  grow: growDelimited,
  states: () => {
    const { root, ...states } = rubyStates();
    return {
      root: [[/#</, 'kt', 'object'], ...root],
      ...states,
      'value-or-text': [
        [/=>/, 'p', pop],
        [/.+\n?/, 'go'],
      ],
      error: [[/.+\n?/, 'gr'], 'value-or-text'],
      output: [[/\w+?(?:Error|Exception):.+\n?/, 'gr', 'error'], 'value-or-text'],
      object: [[/>/, 'kt', pop], 'root'],
    };
  },
});

/** `irb(main):001:0>`, `[1] pry(main)*`: the name, and the next mark behind it. */
function promptEnd(line: string): number {
  const name = /irb|pry/.exec(line);
  if (name === null) return -1;
  const rest = line.slice(name.index + name[0].length);
  const mark = /[>"*]/.exec(rest);
  return mark === null ? -1 : line.length - rest.length + mark.index + 1;
}

export const irb: Lexer = {
  tag: 'irb',
  start: (options) =>
    startTranscript({
      commands: ruby.start(options),
      output: irbOutput.start(options),
      promptEnd,
      errors: [],
    }),
};
