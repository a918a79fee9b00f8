/** OpenAlex: an open index, by ORCID or its own id; papers are found again by DOI, arXiv id and title. */

import type { Value } from '../../ruby/values.ts';
import type { AuthorIds } from '../author-ids.ts';
import { type FoundAuthor, type FoundPaper, SourceFailure } from '../found-author.ts';
import { countAt, filled, listAt, textAt } from '../read-json.ts';
import { requestJson, type SourcePorts } from '../request.ts';

const MOST_PAGES = 5;
const HOST = 'https://api.openalex.org';

export async function fetchOpenAlex(ids: AuthorIds, ports: SourcePorts): Promise<FoundAuthor> {
  const { openAlex } = ids;
  if (openAlex === undefined)
    throw new SourceFailure('neither `author.orcid` nor `citations.openalex` is set', true);
  const key = ports.environment('OPENALEX_API_KEY');
  const tail = keyParameter(key);
  const path = /^A\d+$/i.test(openAlex) ? openAlex : `orcid:${openAlex}`;
  const author = await requestJson(ports, `${HOST}/authors/${path}${tail === '' ? '' : `?${tail}`}`, {
    key,
  });
  const id = /A\d+/.exec(textAt(author, 'id') ?? '')?.[0];
  const citations = countAt(author, 'cited_by_count');
  if (id === undefined || citations === undefined)
    throw new SourceFailure('the response has no citation count');
  const { papers, complete } = await fetchWorks(id, key, ports);
  const perYear = new Map<number, number>();
  for (const point of listAt(author, 'counts_by_year')) {
    const year = countAt(point, 'year');
    const count = countAt(point, 'cited_by_count');
    if (year !== undefined && count !== undefined) perYear.set(year, count);
  }
  return filled<FoundAuthor>({
    source: 'OPENALEX',
    name: textAt(author, 'display_name'),
    citations,
    hIndex: countAt(author, 'summary_stats', 'h_index'),
    i10Index: countAt(author, 'summary_stats', 'i10_index'),
    perYear,
    papers,
    complete,
    affiliation: undefined,
    picture: undefined,
    emailDomain: undefined,
    homepage: undefined,
    interests: undefined,
    citations5y: undefined,
    hIndex5y: undefined,
    i10Index5y: undefined,
  });
}

/** Empty without a key. */
function keyParameter(key: string | undefined): string {
  return key === undefined || key === '' ? '' : `api_key=${encodeURIComponent(key)}`;
}

async function fetchWorks(
  id: string,
  key: string | undefined,
  ports: SourcePorts,
): Promise<Pick<FoundAuthor, 'papers' | 'complete'>> {
  const tail = keyParameter(key);
  const papers: FoundPaper[] = [];
  let cursor: string | undefined = '*';
  for (let page = 0; page < MOST_PAGES && cursor !== undefined; page++) {
    const query: string = `filter=author.id:${id}&per_page=100&select=id,doi,title,publication_year,cited_by_count&cursor=${encodeURIComponent(cursor)}`;
    const answer = await requestJson(ports, `${HOST}/works?${query}${tail === '' ? '' : `&${tail}`}`, {
      key,
    });
    const works = listAt(answer, 'results');
    papers.push(...works.flatMap(readWork));
    cursor = works.length === 0 ? undefined : textAt(answer, 'meta', 'next_cursor');
  }
  return { papers, complete: cursor === undefined };
}

function readWork(work: Value): FoundPaper[] {
  const id = /W\d+/.exec(textAt(work, 'id') ?? '')?.[0];
  const title = textAt(work, 'title');
  const citations = countAt(work, 'cited_by_count');
  if (id === undefined || title === undefined || citations === undefined) return [];
  const doi = textAt(work, 'doi')?.replace(/^https?:\/\/doi\.org\//i, '');
  return [
    filled<FoundPaper>({
      id: `OPENALEX:${id}`,
      title,
      year: countAt(work, 'publication_year')?.toString(),
      citations,
      doi,
      arxiv: /arxiv\.(\d{4}\.\d{4,5})/i.exec(doi ?? '')?.[1],
      citesIds: undefined,
      citedByUrl: undefined,
      citation: undefined,
    }),
  ];
}
