/** Differences between files, as diff and git print them. */
import { defineLexer } from '../lexing/lexing.ts';

export const diff = defineLexer({
  tag: 'diff',
  states: () => ({
    root: [
      [/^ .*\n?/, ''],
      [/^---$\n?/, 'p'],
      [/^[+>].*\n?/, 'gi'],
      [/^[-<].*\n?/, 'gd'],
      [/^!.*\n?/, 'gs'],
      [/^(?:[Ii]ndex|diff).*\n?/, 'gh'],
      [/^(@@[^@]*@@)([^\n]*\n)/, ['p', '']],
      [/^\w.*\n?/, 'p'],
      [/^=.*\n?/, 'gh'],
      [/\s.*\n?/, ''],
    ],
  }),
});
