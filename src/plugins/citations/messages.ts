/** What there is to report about citation data and the places that show it. */

import { defineMessage } from '../../plugin/api/diagnostics.ts';

export const citationMessages = {
  noData: defineMessage<{ looked: readonly string[]; unfetched: string | undefined; isSafe: boolean }>({
    code: 'citations/no-data',
    severity: 'warning',
    message: ({ looked, unfetched }) =>
      `there is no citation data: looked for ${looked.join(' and ')}` +
      (unfetched === undefined ? '' : `, which could not be fetched (${unfetched})`),
    hint: ({ isSafe }) =>
      isSafe
        ? 'build without `--safe`, under which git is not asked for the branch, or run `hastie stats`'
        : 'run `hastie stats` to fetch it, or take `citations:` out of _config.yml',
  }),
  /** A branch that an earlier build has fetched, and this one could not. */
  oldData: defineMessage<{ branch: string; reason: string }>({
    code: 'citations/old-data',
    severity: 'warning',
    message: ({ branch, reason }) =>
      `the branch ${branch} could not be fetched (${reason}): the numbers are those of an earlier build`,
    hint: () => 'build again when the remote can be reached',
  }),
  badData: defineMessage<{ reason: string }>({
    code: 'citations/bad-data',
    severity: 'warning',
    message: ({ reason }) => `the citation data can't be read: ${reason}`,
    hint: () => 'run `hastie stats --force` to rewrite it; the page is built without numbers',
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
      `the citation data has no paper ${id}${times > 1 ? ` (${times} places)` : ''}${foreign ? ", which is another author's id" : ''}; its number stays empty`,
    hint: ({ near }) =>
      near === undefined
        ? 'take the id from the address of the paper on your Scholar profile, behind citation_for_view='
        : `did you mean ${near.id} (${JSON.stringify(near.title)})?`,
  }),
  noRepository: defineMessage<Record<string, never>>({
    code: 'citations/no-repository',
    severity: 'warning',
    message: () => 'the address of the citation badge needs the name of the repository, which is not known',
    hint: () => 'write `repository: owner/name` into _config.yml',
  }),
} as const;
