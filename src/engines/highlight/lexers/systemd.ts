/** The units of systemd. */
import { pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { guarded } from '../lexing/scanner.ts';

export const systemd = defineLexer({
  tag: 'systemd',
  states: () => ({
    root: [
      [/\s+/, ''],
      [/[;#].*/, 'c'],
      [guarded(/\[.*\]$/, /\n/), 'k'],
      [guarded(/([^=\n]*)(=)(.*)(\\\n)/, /\n/), ['nt', 'p', '', 'se'], 'continuation'],
      [guarded(/([^=\n]*)(=)(.*)/, /\n/), ['nt', 'p', '']],
    ],
    continuation: [
      [guarded(/(.*)(\\\n)/, /\n/), ['', 'se']],
      [guarded(/.*'/, /\n/), '', pop],
    ],
  }),
});
