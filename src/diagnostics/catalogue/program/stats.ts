/** What `hastie stats` has to say. */

import { message } from '../../diagnostic.ts';

export const statsMessages = {
  noAuthor: message<Record<string, never>>({
    code: 'stats/no-author',
    severity: 'error',
    message: () => 'nothing says whose citations are meant',
    hint: () =>
      'write the address of your Scholar profile into _config.yml: `author: {googlescholar: "https://scholar.google.com/citations?user=…"}`',
  }),
  sourceFailed: message<{ source: string; reason: string }>({
    code: 'stats/source-failed',
    severity: 'warning',
    message: ({ source, reason }) => `${source} gave no numbers: ${reason}`,
    hint: () => undefined,
  }),
  sourceSkipped: message<{ source: string; reason: string }>({
    code: 'stats/source-skipped',
    severity: 'info',
    message: ({ source, reason }) => `${source} was not asked: ${reason}`,
  }),
  unknownSource: message<{ source: string; nearest: string | undefined; names: readonly string[] }>({
    code: 'stats/unknown-source',
    severity: 'warning',
    message: ({ source }) => `there is no source of citations called ${source}`,
    hint: ({ nearest, names }) =>
      nearest === undefined ? `the sources are: ${names.join(', ')}` : `did you mean ${nearest}?`,
  }),
  refused: message<{ source: string; reason: string }>({
    code: 'stats/refused',
    severity: 'warning',
    message: ({ source, reason }) => `what ${source} says is not believed: ${reason}`,
    hint: () => 'if it is right all the same, run `hastie stats --force`',
  }),
  stale: message<{ updated: string | undefined }>({
    code: 'stats/stale',
    severity: 'warning',
    message: ({ updated }) =>
      updated === undefined
        ? 'there are no new numbers, and there were none before'
        : `there are no new numbers: those of ${updated} stay`,
    hint: () => 'try again tomorrow; a key for SerpApi, Semantic Scholar or OpenAlex opens another way',
  }),
  badFile: message<{ reason: string }>({
    code: 'stats/bad-file',
    severity: 'warning',
    message: ({ reason }) => `the numbers that are there can't be read: ${reason}`,
    hint: () => 'put the file right or remove it; `--force` writes it anew',
  }),
  kept: message<{ count: number }>({
    code: 'stats/kept',
    severity: 'info',
    message: ({ count }) =>
      `${count} ${count === 1 ? 'paper' : 'papers'} that the source does not list ${count === 1 ? 'keeps its number' : 'keep their numbers'}`,
    hint: () => '`--force` removes them',
  }),
  writeFailed: message<{ path: string; reason: string }>({
    code: 'stats/write-failed',
    severity: 'error',
    message: ({ path, reason }) => `${path} can't be written: ${reason}`,
    hint: () => 'check who owns it and its permissions; the numbers that were there are still there',
  }),
} as const;
