/** A regular expression between slashes, as JavaScript and its relatives have it. */
import { goto, pop, popTimes, type State } from '../lexing/lexer.ts';

/** The states `regex`, `regex-end` and `regex-group`; `flags` may stand behind the closing slash. */
export function regexStates<Data>(flags: RegExp) {
  return {
    regex: [
      [/\//, 'sr', goto('regex-end')],
      [/[^/]\n/, 'err', pop],
      [/\n/, 'err', pop],
      [/\[\^?/, 'se', 'regex-group'],
      [/\\./, 'se'],
      [/\(\?[:=<!]/, 'se'],
      [/\{[\d,]+\}/, 'se'],
      [/[()?]/, 'se'],
      [/./, 'sr'],
    ],
    'regex-end': [
      [flags, 'sr', pop],
      [/(?:)/, '', pop],
    ],
    'regex-group': [
      [/\//, 'se'],
      [/[^/]\n/, 'err', popTimes(2)],
      [/\]/, 'se', pop],
      [/\\./, 'se'],
      [/./, 'sr'],
    ],
  } satisfies Record<string, State<Data>>;
}
