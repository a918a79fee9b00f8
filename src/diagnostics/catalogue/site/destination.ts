/** What is said about a destination that must not be written to. */

import { message } from '../../diagnostic.ts';

const ELSEWHERE =
  'name a folder of its own with `destination:` or `-d` (without either, the site goes to `dist`)';

/** The destination is, or contains, a folder whose loss would be a disaster. */
export const destinationIsProtected = message<{ destination: string; what: string }>({
  code: 'destination/protected',
  severity: 'error',
  message: ({ destination, what }) => `the destination ${destination} is ${what}`,
  hint: () => ELSEWHERE,
});

/** Files of the source lie in the destination, where a build would remove them. */
export const destinationHoldsInputs = message<{ destination: string; input: string }>({
  code: 'destination/holds-inputs',
  severity: 'error',
  message: ({ destination, input }) =>
    `the destination ${destination} holds what the site is made from: ${input}`,
  hint: () => ELSEWHERE,
});

export const destinationIsNoFolder = message<{ destination: string; obstacle: string; kind: string }>({
  code: 'destination/not-a-folder',
  severity: 'error',
  message: ({ destination, obstacle, kind }) =>
    obstacle === destination
      ? `the destination ${destination} is ${kind}, not a folder`
      : `the destination ${destination} can't be made: ${obstacle} is ${kind}, not a folder`,
  hint: () => ELSEWHERE,
});

/** There are files in the destination and nothing says that Hastie made them. */
export const destinationIsNotOurs = message<{ destination: string; files: readonly string[]; count: number }>(
  {
    code: 'destination/not-ours',
    severity: 'error',
    message: ({ destination, files, count }) =>
      `the destination ${destination} already holds files that Hastie has no record of making: ${files.join(', ')}` +
      (count > files.length ? ` and ${count - files.length} more` : ''),
    hint: () =>
      'name another folder with `-d`, move the files away, or build once with `--adopt-destination`: the site is then written among them, and replaces only files of the same name',
  },
);

/** The system would not let us look. */
export const destinationIsUnreadable = message<{ destination: string; path: string; reason: string }>({
  code: 'destination/unreadable',
  severity: 'error',
  message: ({ destination, path, reason }) =>
    path === destination
      ? `the destination ${destination} can't be looked into: ${reason}`
      : `the destination ${destination} can't be looked into: ${path}: ${reason}`,
  hint: () => 'check who owns the folder and its permissions, or name another destination',
});
