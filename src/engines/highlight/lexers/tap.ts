/** The Test Anything Protocol. */
import { pop, popTimes } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';

export const tap = defineLexer({
  tag: 'tap',
  states: () => ({
    root: [
      [/^TAP version \d+\n/, 'nn'],
      [/^1\.\.\d+/, 'kd', 'plan'],
      [/^(not ok)([^\S\n]*)(\d*)/, ['gr', '', 'mi'], 'test'],
      [/^(ok)([^\S\n]*)(\d*)/, ['kr', '', 'mi'], 'test'],
      [/^#.*\n/, 'c'],
      [/^Bail out!.*\n/, 'gr'],
      [/^.*\n/, ''],
    ],
    plan: [
      [/[^\S\n]+/, ''],
      [/#/, 'c', 'directive'],
      [/\n/, 'c', pop],
      [/.*\n/, 'gr', pop],
    ],
    test: [
      [/[^\S\n]+/, ''],
      [/#/, 'c', 'directive'],
      [/\S+/, ''],
      [/\n/, '', pop],
    ],
    directive: [
      [/[^\S\n]+/, 'c'],
      [/TODO\b/i, 'cp'],
      [/SKIP\S*/i, 'cp'],
      [/\S+/, 'c'],
      [/\n/, 'c', popTimes(2)],
    ],
  }),
});
