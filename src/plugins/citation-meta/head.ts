/** What stands in the head of a page about a paper. */

import { escapeAttribute } from '../../plugin/api/markup.ts';
import type { Paper } from './paper.ts';

/** The tags that Google Scholar reads, empty ones left out. */
export function metaOfPaper(paper: Paper): string[] {
  const rows: readonly (readonly [name: string, content: string])[] = [
    ['title', paper.title],
    ...paper.authors.map((author) => ['author', author] as const),
    ['publication_date', paper.date],
    ['journal_title', paper.journal],
    ['conference_title', paper.conference],
    ['publisher', paper.publisher],
    ['volume', paper.volume],
    ['issue', paper.issue],
    ['firstpage', paper.firstPage],
    ['lastpage', paper.lastPage],
    ['doi', paper.doi],
    ['arxiv_id', paper.arxiv],
    ['pdf_url', paper.pdf],
    ['abstract_html_url', paper.url],
  ];
  return rows
    .filter(([, content]) => content !== '')
    .map(([name, content]) => `<meta name="citation_${name}" content="${escapeAttribute(content)}">`);
}

export function jsonLdOfPaper(paper: Paper): Readonly<Record<string, unknown>> {
  const part = paper.journal || paper.conference;
  return {
    '@context': 'https://schema.org',
    '@type': 'ScholarlyArticle',
    headline: paper.title,
    name: paper.title,
    author: paper.authors.map((name) => ({ '@type': 'Person', name })),
    datePublished: paper.date.replaceAll('/', '-') || undefined,
    isPartOf: part === '' ? undefined : { '@type': paper.journal === '' ? 'Book' : 'Periodical', name: part },
    identifier: paper.doi === '' ? undefined : `https://doi.org/${paper.doi}`,
    sameAs: paper.arxiv === '' ? undefined : `https://arxiv.org/abs/${paper.arxiv}`,
    url: paper.url,
  };
}

/** JSON that no text in it can end. */
export function script(data: Readonly<Record<string, unknown>>): string {
  const text = JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `<script type="application/ld+json">${text}</script>`;
}
