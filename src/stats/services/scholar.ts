/** Google Scholar's own page of an author: at most three requests, one hundred papers each. */

import type { AuthorIds } from '../author-ids.ts';
import { type FoundAuthor, type FoundPaper, SourceFailure } from '../found-author.ts';
import { request, type SourcePorts } from '../request.ts';
import { readScholarPage, type ScholarPage } from './scholar-page.ts';

const MOST_REQUESTS = 3;
const PAGE_SIZE = 100;
const PAUSE_MS = 1500;

export async function fetchScholar({ scholar: id }: AuthorIds, ports: SourcePorts): Promise<FoundAuthor> {
  if (id === undefined) throw new SourceFailure('`author.googlescholar` is not set', true);
  const papers = new Map<string, FoundPaper>();
  let first: ScholarPage | undefined;
  let more = true;
  for (let count = 0; count < MOST_REQUESTS && more; count++) {
    if (count > 0) await ports.pause(PAUSE_MS);
    const query = `user=${id}&hl=en&cstart=${count * PAGE_SIZE}&pagesize=${PAGE_SIZE}`;
    const answer = await request(ports, `https://scholar.google.com/citations?${query}`, {
      headers: { accept: 'text/html' },
    });
    const page = readScholarPage(answer.text, id, answer.url);
    first ??= page;
    for (const paper of page.papers) papers.set(paper.id, paper);
    more = page.more && page.papers.length > 0;
  }
  if (first === undefined) throw new SourceFailure('no request was made');
  return { ...first.author, papers: [...papers.values()], complete: !more };
}
