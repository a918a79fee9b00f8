/** Messages about citation data and the tags that show it. */

import { defineMessage } from '../../plugin/api/diagnostics.ts';

export const citationMessages = {
  noData: defineMessage<{ looked: readonly string[]; unfetched: string | undefined; isSafe: boolean }>({
    code: 'citations/no-data',
    severity: 'warning',
    message: ({ looked, unfetched }) =>
      `no citation data found in ${looked.join(' or ')}` +
      (unfetched === undefined ? '' : `, which could not be fetched (${unfetched})`),
    hint: ({ isSafe }) =>
      isSafe
        ? 'build without `--safe`, which prevents fetching the branch, or run `hastie stats`'
        : 'run `hastie stats` to fetch it, or remove `citations:` from `_config.yml`',
  }),
  /** A branch that an earlier build fetched and this one could not. */
  oldData: defineMessage<{ branch: string; reason: string }>({
    code: 'citations/old-data',
    severity: 'warning',
    message: ({ branch, reason }) =>
      `the branch \`${branch}\` could not be fetched (${reason}), so the counts are those of an earlier build`,
    hint: () => 'build again when the remote is reachable',
  }),
  badData: defineMessage<{ reason: string }>({
    code: 'citations/bad-data',
    severity: 'warning',
    message: ({ reason }) => `the citation data cannot be read, so no counts are shown: ${reason}`,
    hint: () => 'run `hastie stats --force` to overwrite it',
  }),
  unknownPaper: defineMessage<{
    id: string;
    times: number;
    foreign: boolean;
    near: { title: string; id: string } | undefined;
  }>({
    code: 'citations/unknown-paper',
    severity: 'warning',
    message: ({ id, times, foreign }) =>
      `the citation data has no paper \`${id}\`${times > 1 ? ` (used in ${times} places)` : ''}${foreign ? ', which has another author’s id' : ''}, so its count stays empty`,
    hint: ({ near }) =>
      near === undefined
        ? 'copy the id from the address of the paper on your Scholar profile, where it follows `citation_for_view=`'
        : `did you mean \`${near.id}\` (${JSON.stringify(near.title)})?`,
  }),
  noRepository: defineMessage<Record<string, never>>({
    code: 'citations/no-repository',
    severity: 'warning',
    message: () => 'the citation badge needs the name of the repository, which is not set',
    hint: () => 'add `repository: owner/name` to `_config.yml`',
  }),
} as const;
