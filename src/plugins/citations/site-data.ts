/** The citation data of a site, found once a build and kept while it lasts. */

import type { SiteView, SourceFiles } from '../../plugin/api.ts';
import {
  citationMessages,
  type Diagnostic,
  diagnose,
  JsonMistake,
  parseJson,
  placeAt,
  readScholarData,
  type ScholarData,
} from '../../plugin/scholar.ts';
import { isTruthy } from '../../plugin/values.ts';
import type { GitFacts } from './from-git.ts';
import { dataPath, readSettings } from './settings.ts';

/** What `transform` needs, which runs for every page of every build; templates see `site.scholar`. */
export interface CitationState {
  /** Undefined where there is none, which was told. */
  readonly data: ScholarData | undefined;
  /** `owner/name`. */
  readonly repository: string | undefined;
}

const states = new WeakMap<SourceFiles, CitationState>();

export function stateOf(files: SourceFiles): CitationState | undefined {
  return states.get(files);
}

export function tell(site: SiteView, { code, message, hint, place }: Diagnostic): void {
  site.warn(code, message, hint, place);
}

/** Reads the data from the folder, else takes what git gave. */
export function findData(site: SiteView, prefetched: unknown): CitationState {
  const facts: GitFacts = isFacts(prefetched) ? prefetched : {};
  const settings = readSettings(site.config);
  const path = dataPath(settings);
  const text = site.files.read(path);
  const source = text === undefined ? facts.data : { file: path, text };
  const repository = site.config('repository');
  const state = {
    data: source === undefined ? undefined : parseData(site, source),
    repository: isTruthy(repository) ? site.print(repository) : facts.repository,
  };
  if (source === undefined) {
    const isSafe = isTruthy(site.config('safe'));
    const looked = [
      `\`${path}\``,
      ...(settings.branch === undefined || isSafe ? [] : [`the branch \`${settings.branch}\``]),
    ];
    tell(site, diagnose(citationMessages.noData, { looked, unfetched: facts.unfetched, isSafe }));
  } else if (source === facts.data && facts.unfetched !== undefined) {
    const branch = settings.branch ?? '';
    tell(site, diagnose(citationMessages.oldData, { branch, reason: facts.unfetched }));
  }
  states.set(site.files, state);
  return state;
}

function isFacts(value: unknown): value is GitFacts {
  return typeof value === 'object' && value !== null;
}

function parseData(site: SiteView, source: { file: string; text: string }): ScholarData | undefined {
  try {
    const data = readScholarData(parseJson(source.text));
    if (data !== undefined) return data;
    const facts = { reason: 'it contains neither a total nor publications' };
    tell(site, diagnose(citationMessages.badData, facts, { place: placeAt(source, 0) }));
  } catch (mistake) {
    if (!(mistake instanceof JsonMistake)) throw mistake;
    const place = placeAt(source, mistake.offset);
    tell(site, diagnose(citationMessages.badData, { reason: mistake.message }, { place }));
  }
  return undefined;
}
