/** Finds the citation data of a site: once a build. */

import { type Diagnostic, diagnose, placeAt } from '../../plugin/api/diagnostics.ts';
import type { SiteView } from '../../plugin/api/plugin.ts';
import { JsonMistake, parseJson, readScholarData, type ScholarData } from '../../plugin/api/scholar.ts';
import { isTruthy } from '../../plugin/api/values.ts';
import type { GitFacts } from './from-git.ts';
import { citationMessages } from './messages.ts';
import { dataPath, readSettings } from './settings.ts';

/** What was found. Templates see it as `site.scholar`. */
export interface FoundCitations {
  /** Undefined where there is none, which was reported. */
  readonly data: ScholarData | undefined;
  /** `owner/name`. */
  readonly repository: string | undefined;
}

export function warn(site: SiteView, { code, message, hint, place }: Diagnostic): void {
  site.warn(code, message, hint, place);
}

/** Reads the data from the folder, else takes what git gave. */
export function findData(site: SiteView, prefetched: unknown): FoundCitations {
  const facts: GitFacts = isFacts(prefetched) ? prefetched : {};
  const settings = readSettings(site.config);
  const path = dataPath(settings);
  const text = site.files.read(path);
  const source = text === undefined ? facts.data : { file: path, text };
  const repository = site.config('repository');
  const found = {
    data: source === undefined ? undefined : parseData(site, source),
    repository: isTruthy(repository) ? site.print(repository) : facts.repository,
  };
  if (source === undefined) {
    const isSafe = isTruthy(site.config('safe'));
    const looked = [
      `\`${path}\``,
      ...(settings.branch === undefined || isSafe ? [] : [`the branch \`${settings.branch}\``]),
    ];
    warn(site, diagnose(citationMessages.noData, { looked, unfetched: facts.unfetched, isSafe }));
  } else if (source === facts.data && facts.unfetched !== undefined) {
    const branch = settings.branch ?? '';
    warn(site, diagnose(citationMessages.oldData, { branch, reason: facts.unfetched }));
  }
  return found;
}

function isFacts(value: unknown): value is GitFacts {
  return typeof value === 'object' && value !== null;
}

function parseData(site: SiteView, source: { file: string; text: string }): ScholarData | undefined {
  try {
    const data = readScholarData(parseJson(source.text));
    if (data !== undefined) return data;
    const facts = { reason: 'it contains neither a total nor publications' };
    warn(site, diagnose(citationMessages.badData, facts, { place: placeAt(source, 0) }));
  } catch (mistake) {
    if (!(mistake instanceof JsonMistake)) throw mistake;
    const place = placeAt(source, mistake.offset);
    warn(site, diagnose(citationMessages.badData, { reason: mistake.message }, { place }));
  }
  return undefined;
}
