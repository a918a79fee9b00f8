/** Puts what a source says into the data of the file: its keys, their order and all that the source does not know stay. */

import { isHash, type RubyHash, type Value } from '../ruby/values.ts';
import type { FoundAuthor, FoundPaper } from './found-author.ts';
import { matchPapers } from './match-papers.ts';

export interface MergeOptions {
  readonly scholarId: string | undefined;
  /** As the file has it: `2026-05-30 09:53:51.250933`. */
  readonly updated: string;
  /** Whether papers that a complete source no longer lists go. */
  readonly dropMissing: boolean;
}

export interface Merged {
  readonly data: RubyHash;
  /** Papers that the source did not list and that are there all the same. */
  readonly kept: number;
}

export function mergeAuthor(old: RubyHash | undefined, found: FoundAuthor, options: MergeOptions): Merged {
  const data = new Map<Value, Value>(old ?? skeleton(options.scholarId));
  const put = (key: string, value: Value): void => {
    if (value !== undefined) data.set(key, value);
  };
  put('source', found.source);
  put('name', found.name);
  put('url_picture', found.picture);
  put('affiliation', found.affiliation);
  put('interests', found.interests);
  put('email_domain', found.emailDomain);
  put('homepage', found.homepage);
  put('citedby', found.citations);
  const { publications, kept } = mergePapers(old?.get('publications'), found, options.dropMissing);
  put('publications', publications);
  put('citedby5y', found.citations5y);
  put('hindex', found.hIndex);
  put('hindex5y', found.hIndex5y);
  put('i10index', found.i10Index);
  put('i10index5y', found.i10Index5y);
  put('cites_per_year', mergeYears(old?.get('cites_per_year'), found));
  put('updated', options.updated);
  return { data, kept };
}

/** The head of a new file, in the order of the template's crawler. */
function skeleton(scholarId: string | undefined): RubyHash {
  return new Map<Value, Value>([
    ['container_type', 'Author'],
    ['filled', ['basics', 'publications', 'indices', 'counts']],
    ...(scholarId === undefined ? [] : [['scholar_id', scholarId] as const]),
  ]);
}

/** Years of the past that the source leaves out stay. */
function mergeYears(old: Value, { perYear }: FoundAuthor): Value {
  const years = new Map<number, Value>();
  if (isHash(old)) for (const [year, count] of old) years.set(Number(year), count);
  for (const [year, count] of perYear ?? []) years.set(year, count);
  if (years.size === 0) return undefined;
  return new Map([...years].sort(([a], [b]) => a - b).map(([year, count]) => [String(year), count] as const));
}

function mergePapers(
  old: Value,
  found: FoundAuthor,
  dropMissing: boolean,
): { publications: RubyHash; kept: number } {
  const known = new Map<string, RubyHash>();
  if (isHash(old)) for (const [id, paper] of old) if (isHash(paper)) known.set(String(id), paper);
  const matches = matchPapers(known, found.papers);
  const papers = new Map<Value, Value>();
  for (const paper of found.papers) {
    const id = matches.get(paper) ?? paper.id;
    papers.set(id, mergePaper(known.get(id), paper, id, found.source));
  }
  let kept = 0;
  for (const [id, paper] of known) {
    if (papers.has(id) || (dropMissing && found.complete)) continue;
    papers.set(id, paper);
    kept++;
  }
  return { publications: papers, kept };
}

function mergePaper(old: RubyHash | undefined, paper: FoundPaper, id: string, source: string): RubyHash {
  const own = source === 'AUTHOR_PROFILE_PAGE' || source === 'SERPAPI';
  const record = new Map<Value, Value>(
    old ?? [
      ['container_type', 'Publication'],
      ['source', 'AUTHOR_PUBLICATION_ENTRY'],
    ],
  );
  const before = record.get('bib');
  const bib = new Map<Value, Value>(isHash(before) ? before : []);
  // another service's spelling of a title is no better than the one that is there
  if (own || !bib.has('title')) bib.set('title', paper.title);
  if (paper.year !== undefined && (own || !bib.has('pub_year'))) bib.set('pub_year', paper.year);
  if (paper.citation !== undefined) bib.set('citation', paper.citation);
  if (isHash(before) || old === undefined || !old.has('title')) record.set('bib', bib);
  if (!record.has('filled')) record.set('filled', false);
  record.set('author_pub_id', id);
  record.set('num_citations', paper.citations);
  if (paper.citedByUrl !== undefined) record.set('citedby_url', paper.citedByUrl);
  if (paper.citesIds !== undefined) record.set('cites_id', paper.citesIds);
  return record;
}
