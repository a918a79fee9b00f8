/** SerpApi's reading of the Scholar profile: the same ids, for a key. */

import type { Value } from '../../ruby/values.ts';
import type { AuthorIds } from '../author-ids.ts';
import { type FoundAuthor, type FoundPaper, SourceFailure } from '../found-author.ts';
import { at, countAt, filled, listAt, textAt } from '../read-json.ts';
import { requestJson, type SourcePorts } from '../request.ts';

const MOST_REQUESTS = 3;
const PAGE_SIZE = 100;

export async function fetchSerpApi({ scholar: id }: AuthorIds, ports: SourcePorts): Promise<FoundAuthor> {
  if (id === undefined) throw new SourceFailure('`author.googlescholar` is not set', true);
  const key = ports.environment('SERPAPI_API_KEY') ?? ports.environment('SERPAPI_KEY');
  if (key === undefined || key === '') throw new SourceFailure('`SERPAPI_API_KEY` is not set', true);
  const papers: FoundPaper[] = [];
  let first: Value;
  let more = true;
  for (let count = 0; count < MOST_REQUESTS && more; count++) {
    const query = new URLSearchParams({
      engine: 'google_scholar_author',
      author_id: id,
      hl: 'en',
      num: String(PAGE_SIZE),
      start: String(count * PAGE_SIZE),
      api_key: key,
    });
    const answer = await requestJson(ports, `https://serpapi.com/search.json?${query}`, { key });
    const mistake = textAt(answer, 'error');
    if (mistake !== undefined)
      throw new SourceFailure(`the server reported: ${mistake.replaceAll(key, '…')}`);
    first ??= answer;
    const page = listAt(answer, 'articles');
    papers.push(...page.flatMap((article) => readArticle(article, id)));
    more = page.length === PAGE_SIZE;
  }
  return readAuthor(first, papers, !more);
}

function readArticle(article: Value, id: string): FoundPaper[] {
  const own = textAt(article, 'citation_id');
  const title = textAt(article, 'title');
  if (own === undefined || title === undefined) return [];
  if (!own.startsWith(`${id}:`))
    throw new SourceFailure(`the response is about another author (${own.split(':')[0]})`);
  return [
    filled<FoundPaper>({
      id: own,
      title,
      year: textAt(article, 'year') ?? countAt(article, 'year')?.toString(),
      citations: countAt(article, 'cited_by', 'value') ?? 0,
      citation: textAt(article, 'publication'),
      citesIds: textAt(article, 'cited_by', 'cites_id')?.split(','),
      citedByUrl: textAt(article, 'cited_by', 'link'),
      doi: undefined,
      arxiv: undefined,
    }),
  ];
}

function readAuthor(answer: Value, papers: readonly FoundPaper[], complete: boolean): FoundAuthor {
  const table = listAt(answer, 'cited_by', 'table');
  /** The key of the second count tells its year: `since_2021`. */
  const pair = (name: string): readonly (number | undefined)[] => {
    const row = table.map((each) => at(each, name)).find((each) => each !== undefined);
    const since =
      row instanceof Map ? [...row.keys()].map(String).find((each) => each.startsWith('since_')) : undefined;
    return [countAt(row, 'all'), since === undefined ? undefined : countAt(row, since)];
  };
  const [citations, citations5y] = pair('citations');
  if (citations === undefined) throw new SourceFailure('the response has no citation count');
  const [hIndex, hIndex5y] = pair('h_index');
  const [i10Index, i10Index5y] = pair('i10_index');
  const perYear = new Map<number, number>();
  for (const point of listAt(answer, 'cited_by', 'graph')) {
    const year = countAt(point, 'year');
    const count = countAt(point, 'citations');
    if (year !== undefined && count !== undefined) perYear.set(year, count);
  }
  return filled<FoundAuthor>({
    source: 'SERPAPI',
    name: textAt(answer, 'author', 'name'),
    affiliation: textAt(answer, 'author', 'affiliations'),
    picture: textAt(answer, 'author', 'thumbnail'),
    homepage: textAt(answer, 'author', 'website'),
    emailDomain: undefined,
    interests: undefined,
    citations,
    citations5y,
    hIndex,
    hIndex5y,
    i10Index,
    i10Index5y,
    perYear,
    papers,
    complete,
  });
}
