/** Which paper of the file a source's paper is: by Scholar's id, by DOI, by arXiv id, by title; each at most once. */

import { likeness, titleKey, words } from '../model/paper-title.ts';
import { isArray, isHash, type RubyHash, type Value } from '../ruby/values.ts';
import type { FoundPaper } from './found-author.ts';

/** How alike two titles must be, where no id tells: a preprint's title often loses or gains a word. */
const ALIKE = 0.86;

/** The keys of the file's papers by the source's papers; those that are new are not in it. */
export function matchPapers(
  known: ReadonlyMap<string, RubyHash>,
  found: readonly FoundPaper[],
): ReadonlyMap<FoundPaper, string> {
  const matches = new Map<FoundPaper, string>();
  const free = new Map(known);
  const take = (paper: FoundPaper, id: string | undefined): void => {
    if (id === undefined || !free.delete(id)) return;
    matches.set(paper, id);
  };
  const pass = (choose: (paper: FoundPaper) => string | undefined): void => {
    for (const paper of found) if (!matches.has(paper)) take(paper, choose(paper));
  };
  pass(({ id }) => id);
  const byMark = new Map<string, string>();
  for (const [id, paper] of free)
    for (const mark of marksOf(paper)) if (!byMark.has(mark)) byMark.set(mark, id);
  pass(({ doi }) => (doi === undefined ? undefined : byMark.get(`doi:${doi.toLowerCase()}`)));
  pass(({ arxiv }) => (arxiv === undefined ? undefined : byMark.get(`arxiv:${arxiv}`)));
  const byTitle = new Map(Array.from(free, ([id, paper]) => [titleKey(titleOf(paper)), id] as const));
  pass(({ title }) => (titleKey(title) === '' ? undefined : byTitle.get(titleKey(title))));
  const rest = Array.from(free, ([id, paper]) => ({ id, year: yearOf(paper), words: words(titleOf(paper)) }));
  pass((paper) =>
    nearestTitle(
      paper,
      rest.filter(({ id }) => free.has(id)),
    ),
  );
  return matches;
}

function nearestTitle(
  paper: FoundPaper,
  rest: readonly { readonly id: string; readonly year: number; readonly words: readonly string[] }[],
): string | undefined {
  const own = words(paper.title);
  // of short titles too little is left to tell two apart
  if (own.length < 4) return undefined;
  let best: string | undefined;
  let most = ALIKE;
  for (const { id, year, words: theirs } of rest) {
    const alike = likeness(own, theirs);
    const near = Number.isNaN(year) || paper.year === undefined || Math.abs(year - Number(paper.year)) <= 2;
    if (alike > most && near) {
      best = id;
      most = alike;
    }
  }
  return best;
}

/** The DOIs and arXiv ids anywhere in a paper's record. */
function marksOf(paper: RubyHash): string[] {
  return textsIn(paper).flatMap((text) => {
    const doi = /\b10\.\d{4,9}\/[^\s"<>?#&]+/
      .exec(text)?.[0]
      .toLowerCase()
      .replace(/[.,;)]+$/, '');
    const arxiv = /arxiv[^\d]{1,12}(\d{4}\.\d{4,5})/i.exec(text)?.[1];
    return [...(doi === undefined ? [] : [`doi:${doi}`]), ...(arxiv === undefined ? [] : [`arxiv:${arxiv}`])];
  });
}

function textsIn(value: Value): string[] {
  if (typeof value === 'string') return [value];
  if (isArray(value)) return value.flatMap(textsIn);
  return isHash(value) ? [...value.values()].flatMap(textsIn) : [];
}

function titleOf(paper: RubyHash): string {
  const bib = paper.get('bib');
  const title = isHash(bib) ? bib.get('title') : paper.get('title');
  return typeof title === 'string' ? title : '';
}

function yearOf(paper: RubyHash): number {
  const bib = paper.get('bib');
  return Number((isHash(bib) ? bib.get('pub_year') : paper.get('pub_year')) ?? Number.NaN);
}
