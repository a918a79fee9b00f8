/** Semantic Scholar: other numbers than Scholar's, and lower ones; papers are found again by DOI, arXiv id and title. */

import type { Value } from '../../ruby/values.ts';
import type { AuthorIds } from '../author-ids.ts';
import { type FoundAuthor, type FoundPaper, SourceFailure } from '../found-author.ts';
import { countAt, filled, listAt, textAt } from '../read-json.ts';
import { requestJson, type SourcePorts } from '../request.ts';

const FIELDS =
  'name,hIndex,citationCount,paperCount,papers.title,papers.year,papers.citationCount,papers.externalIds';

export async function fetchSemanticScholar(ids: AuthorIds, ports: SourcePorts): Promise<FoundAuthor> {
  const id = ids.semanticScholar;
  if (id === undefined)
    throw new SourceFailure(
      '`citations.semantic_scholar` (the number in your profile’s address) is not set',
      true,
    );
  const key = ports.environment('SEMANTIC_SCHOLAR_API_KEY') ?? ports.environment('S2_API_KEY');
  const answer = await requestJson(
    ports,
    `https://api.semanticscholar.org/graph/v1/author/${id}?fields=${FIELDS}`,
    key === undefined || key === '' ? {} : { headers: { 'x-api-key': key }, key },
  );
  const mistake = textAt(answer, 'error') ?? textAt(answer, 'message');
  if (mistake !== undefined) throw new SourceFailure(`the server reported: ${mistake}`);
  const citations = countAt(answer, 'citationCount');
  if (citations === undefined) throw new SourceFailure('the response has no citation count');
  const papers = listAt(answer, 'papers').flatMap(readPaper);
  return filled<FoundAuthor>({
    source: 'SEMANTIC_SCHOLAR',
    name: textAt(answer, 'name'),
    citations,
    hIndex: countAt(answer, 'hIndex'),
    i10Index: papers.filter((paper) => paper.citations >= 10).length,
    papers,
    complete: papers.length >= (countAt(answer, 'paperCount') ?? 0),
    affiliation: undefined,
    picture: undefined,
    emailDomain: undefined,
    homepage: undefined,
    interests: undefined,
    citations5y: undefined,
    hIndex5y: undefined,
    i10Index5y: undefined,
    perYear: undefined,
  });
}

function readPaper(paper: Value): FoundPaper[] {
  const id = textAt(paper, 'paperId');
  const title = textAt(paper, 'title');
  const citations = countAt(paper, 'citationCount');
  if (id === undefined || title === undefined || citations === undefined) return [];
  return [
    filled<FoundPaper>({
      id: `S2:${id}`,
      title,
      year: countAt(paper, 'year')?.toString(),
      citations,
      doi: textAt(paper, 'externalIds', 'DOI'),
      arxiv: textAt(paper, 'externalIds', 'ArXiv'),
      citesIds: undefined,
      citedByUrl: undefined,
      citation: undefined,
    }),
  ];
}
