/** Reasons not to write to a destination. */

import { message } from '../../diagnostic.ts';

const ELSEWHERE = 'name a separate folder with `destination:` or `-d` (the default is `dist`)';

/** The destination is, or contains, a folder whose loss would be a disaster. */
export const destinationIsProtected = message<{ destination: string; what: string }>({
  code: 'destination/protected',
  severity: 'error',
  message: ({ destination, what }) => `the destination \`${destination}\` is ${what}`,
  hint: () => ELSEWHERE,
});

/** The destination contains source files, which a build would remove. */
export const destinationHoldsInputs = message<{ destination: string; input: string }>({
  code: 'destination/holds-inputs',
  severity: 'error',
  message: ({ destination, input }) =>
    `the destination \`${destination}\` contains \`${input}\`, from which the site is built`,
  hint: () => ELSEWHERE,
});

export const destinationIsNoFolder = message<{ destination: string; obstacle: string; kind: string }>({
  code: 'destination/not-a-folder',
  severity: 'error',
  message: ({ destination, obstacle, kind }) =>
    obstacle === destination
      ? `the destination \`${destination}\` is ${kind}, not a folder`
      : `cannot create the destination \`${destination}\`: \`${obstacle}\` is ${kind}, not a folder`,
  hint: () => ELSEWHERE,
});

/** The destination contains files, and there is no record that Hastie wrote them. */
export const destinationIsNotOurs = message<{
  destination: string;
  files: readonly string[];
  count: number;
  isRecorded: boolean;
}>({
  code: 'destination/not-ours',
  severity: 'error',
  message: ({ destination, files, count }) =>
    `the destination \`${destination}\` contains files that Hastie did not write: ${files.map((file) => `\`${file}\``).join(', ')}` +
    (count > files.length ? ` and ${count - files.length} more` : ''),
  hint: ({ isRecorded }) =>
    'name another folder with `-d`, move the files away, or build once with `--adopt-destination`, which replaces only files of the same name' +
    (isRecorded ? '' : ' (`--safe` keeps no record of what was written)'),
});

/** The system refused to list the destination. */
export const destinationIsUnreadable = message<{ destination: string; path: string; reason: string }>({
  code: 'destination/unreadable',
  severity: 'error',
  message: ({ destination, path, reason }) =>
    path === destination
      ? `cannot read the destination \`${destination}\`: ${reason}`
      : `cannot read \`${path}\` in the destination \`${destination}\`: ${reason}`,
  hint: () => 'check who owns the folder and its permissions, or name another destination',
});

/** A link that may have come with the repository, which does not decide where its site is written. */
export const destinationLinksOutside = message<{ destination: string; through: string; target: string }>({
  code: 'destination/links-outside',
  severity: 'error',
  message: ({ destination, through, target }) =>
    through === destination
      ? `the destination \`${destination}\` is a link to \`${target}\`, outside the source`
      : `the destination \`${destination}\` is reached through the link \`${through}\` to \`${target}\`, outside the source`,
  hint: () => 'remove the link, or name the folder with `-d` if the site is to be written there',
});

/** Something else is where the cache would be. It costs time, and the record of the destination. */
export const cacheNotUsed = message<{ folder: string; why: string }>({
  code: 'cache/not-used',
  severity: 'info',
  message: ({ folder, why }) => `the cache folder \`${folder}\` is neither read nor written: ${why}`,
  hint: () => 'remove it, and the next build creates a new one: a copied or restored cache is never used',
});
