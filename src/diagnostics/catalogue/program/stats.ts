/** Messages of `hastie stats`. */

import { message } from '../../diagnostic.ts';

export const statsMessages = {
  noAuthor: message<Record<string, never>>({
    code: 'stats/no-author',
    severity: 'error',
    message: () => 'no author is configured to fetch citations for',
    hint: () =>
      'add the address of your Scholar profile to `_config.yml`: `author: {googlescholar: "https://scholar.google.com/citations?user=…"}`',
  }),
  sourceFailed: message<{ source: string; reason: string }>({
    code: 'stats/source-failed',
    severity: 'warning',
    message: ({ source, reason }) => `${source} returned no citation counts: ${reason}`,
    hint: () => undefined,
  }),
  sourceSkipped: message<{ source: string; reason: string }>({
    code: 'stats/source-skipped',
    severity: 'info',
    message: ({ source, reason }) => `${source} was skipped: ${reason}`,
  }),
  unknownSource: message<{ source: string; nearest: string | undefined; names: readonly string[] }>({
    code: 'stats/unknown-source',
    severity: 'warning',
    message: ({ source }) => `unknown citation source \`${source}\``,
    hint: ({ nearest, names }) =>
      nearest === undefined ? `choose one of ${names.join(', ')}` : `did you mean \`${nearest}\`?`,
  }),
  refused: message<{ source: string; reason: string }>({
    code: 'stats/refused',
    severity: 'warning',
    message: ({ source, reason }) => `the counts from ${source} look wrong and were rejected: ${reason}`,
    hint: () => 'run `hastie stats --force` to accept them anyway',
  }),
  stale: message<{ updated: string | undefined }>({
    code: 'stats/stale',
    severity: 'warning',
    message: ({ updated }) =>
      updated === undefined
        ? 'no citation counts were fetched, and there are none from before'
        : `no new citation counts were fetched; those from ${updated} are kept`,
    hint: () => 'try again tomorrow, or set an API key for SerpApi, Semantic Scholar or OpenAlex',
  }),
  badFile: message<{ reason: string }>({
    code: 'stats/bad-file',
    severity: 'warning',
    message: ({ reason }) => `the existing citation data cannot be read: ${reason}`,
    hint: () => 'correct or remove the file, or run `hastie stats --force` to overwrite it',
  }),
  kept: message<{ count: number }>({
    code: 'stats/kept',
    severity: 'info',
    message: ({ count }) =>
      count === 1
        ? '1 paper that the source does not list keeps its count'
        : `${count} papers that the source does not list keep their counts`,
    hint: ({ count }) => `run \`hastie stats --force\` to remove ${count === 1 ? 'it' : 'them'}`,
  }),
  writeFailed: message<{ path: string; reason: string }>({
    code: 'stats/write-failed',
    severity: 'error',
    message: ({ path, reason }) => `cannot write \`${path}\`: ${reason}`,
    hint: () => 'check who owns it and its permissions; the previous counts are unchanged',
  }),
} as const;
