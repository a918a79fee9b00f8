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
export const destinationIsNotOurs = message<{
  destination: string;
  files: readonly string[];
  count: number;
  isRecorded: boolean;
}>({
  code: 'destination/not-ours',
  severity: 'error',
  message: ({ destination, files, count }) =>
    `the destination ${destination} already holds files that Hastie has no record of making: ${files.join(', ')}` +
    (count > files.length ? ` and ${count - files.length} more` : ''),
  hint: ({ isRecorded }) =>
    (isRecorded ? '' : '`--safe` reads and keeps no record; ') +
    'name another folder with `-d`, move the files away, or build once with `--adopt-destination`: the site is then written among them, and replaces only files of the same name',
});

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

/** A link that may have come with the repository: where it leads is not for a repository to say. */
export const destinationLinksOutside = message<{ destination: string; link: string; target: string }>({
  code: 'destination/links-outside',
  severity: 'error',
  message: ({ destination, link, target }) =>
    link === destination
      ? `the destination ${destination} is a link that leads out of the source, to ${target}`
      : `the destination ${destination} lies behind the link ${link}, which leads out of the source, to ${target}`,
  hint: () => 'remove the link, or name the folder itself with `-d` if the site is to be written there',
});

/** The folder in the place of the cache is another one's: nothing is lost but time, and the record of the destination. */
export const cacheNotUsed = message<{ folder: string; why: string }>({
  code: 'cache/not-used',
  severity: 'info',
  message: ({ folder, why }) => `nothing is read from the cache folder ${folder} or kept there: ${why}`,
  hint: () => 'remove it, and the next build makes its own; a cache that was copied or restored is not used',
});
