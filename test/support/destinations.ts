/** Ready-made questions and answers about destinations, for tests of the guard and the writer. */

import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { ReadFs, WriteFs } from '../../src/ports/fs.ts';
import { type Destination, type DestinationQuestion, guardDestination } from '../../src/write/destination.ts';
import { examineHolding } from '../../src/write/ownership.ts';
import { writeRecord } from '../../src/write/record.ts';
import { surveyDestination } from '../../src/write/survey.ts';

/** A site in `/home/ada/site` whose inputs are its usual folders. */
export const SITE: Omit<DestinationQuestion, 'destination'> = {
  source: '/home/ada/site',
  cacheFolder: '/home/ada/site/.hastie-cache',
  isCached: true,
  home: '/home/ada',
  inputs: [
    '/home/ada/site/_config.yml',
    '/home/ada/site/_layouts',
    '/home/ada/site/_posts',
    '/home/ada/theme',
  ],
};

export const KEEP_FILES: readonly string[] = ['.git', '.svn'];

export function ask(
  fs: ReadFs,
  destination: string,
  site: Partial<DestinationQuestion> = {},
): Destination | Diagnostic {
  return guardDestination(fs, { ...SITE, ...site, destination });
}

/** The destination, which must be a good one. */
export function accepted(
  fs: ReadFs,
  destination: string,
  site: Partial<DestinationQuestion> = {},
): Destination {
  const answer = ask(fs, destination, site);
  if ('code' in answer) throw new Error(`${answer.code}: ${answer.message}`);
  return answer;
}

/** Has the record say that everything in a destination was made by Hastie. */
export function claim(fs: WriteFs, destination: string, site: Partial<DestinationQuestion> = {}): void {
  const { path, record } = accepted(fs, destination, site);
  const keys = surveyDestination(fs, path, () => false).files.keys();
  if (record === undefined) throw new Error('no record is kept');
  writeRecord(fs, record, path, { isMade: true, keys });
}

/** The code of the refusal, or the ownership of a good destination. */
export function verdict(fs: ReadFs, destination: string, site: Partial<DestinationQuestion> = {}): string {
  const answer = ask(fs, destination, site);
  return 'code' in answer ? answer.code : examineHolding(fs, answer, KEEP_FILES).ownership;
}
