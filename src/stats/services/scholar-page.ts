/** Reads Google Scholar's page of an author. Pure: text in, numbers out; what is no such page is a reason. */

import { resolveReferences } from '../../html/references.ts';
import { type FoundAuthor, type FoundPaper, SourceFailure } from '../found-author.ts';
import { filled } from '../read-json.ts';

export interface ScholarPage {
  readonly author: Omit<FoundAuthor, 'papers' | 'complete'>;
  readonly papers: readonly FoundPaper[];
  /** Whether another page follows. */
  readonly more: boolean;
}

const ROW = /<tr[^>]*\bclass="gsc_a_tr"[^>]*>/g;

/** Throws `SourceFailure`: a captcha, a page of something else, half a page, another author. */
export function readScholarPage(html: string, id: string, address: string): ScholarPage {
  if (isCaptcha(html, address)) throw new SourceFailure('a captcha was shown instead of the profile');
  if (!/<\/html>\s*$/i.test(html)) throw new SourceFailure('the page is truncated');
  const name = textOf(/id="gsc_prf_in"[^>]*>([^<]*)</.exec(html)?.[1]);
  if (name === undefined) {
    const gone = /doesn.t (?:have|exist)|not found|isn.t available/i.test(html);
    throw new SourceFailure(gone ? 'unknown author' : 'the page has an unexpected structure');
  }
  const other = [...html.matchAll(/citation_for_view=([\w-]+):/g)].find(([, user]) => user !== id)?.[1];
  if (other !== undefined) throw new SourceFailure(`the page is about another author (${other})`);
  const counts = readCounts(html);
  const papers = readRows(html, id);
  return {
    author: {
      ...counts,
      ...filled<Partial<FoundAuthor>>({
        name,
        affiliation: textOf(/class="gsc_prf_il"[^>]*>((?:(?!<\/div>)[\s\S]){0,2000})<\/div>/.exec(html)?.[1]),
        picture: attributeOf(/id="gsc_prf_pup-img"[^>]*\bsrc="([^"]+)"/.exec(html)?.[1]),
        emailDomain: emailOf(html),
        homepage: textOf(/id="gsc_prf_ivh"[\s\S]{0,300}?href="([^"]+)"/.exec(html)?.[1]),
        interests: interestsOf(html),
      }),
      source: 'AUTHOR_PROFILE_PAGE',
      perYear: readYears(html),
    },
    papers,
    more: /<button[^>]*id="gsc_bpf_more"(?![^>]*\bdisabled)[^>]*>/.test(html),
  };
}

function isCaptcha(html: string, address: string): boolean {
  return (
    /\/sorry\//.test(address) ||
    /id="gs_captcha_f"|class="g-recaptcha"|id="captcha-form"|unusual traffic from your computer/i.test(html)
  );
}

/** All and since five years: citations, h-index, i10-index, in this order. */
function readCounts(html: string): Pick<FoundAuthor, 'citations' | 'hIndex' | 'i10Index'> {
  const cells = [...html.matchAll(/<td class="gsc_rsb_std">\s*([\d.,]*)\s*<\/td>/g)].map(([, text]) =>
    number(text),
  );
  const [citations, citations5y, hIndex, hIndex5y, i10Index, i10Index5y] = cells;
  if (cells.length < 6 || citations === undefined) throw new SourceFailure('the page has no citation table');
  return filled<Partial<FoundAuthor> & Pick<FoundAuthor, 'citations'>>({
    citations,
    citations5y,
    hIndex,
    hIndex5y,
    i10Index,
    i10Index5y,
  });
}

function readRows(html: string, id: string): FoundPaper[] {
  const starts = Array.from(html.matchAll(ROW), ({ index }) => index);
  return starts.map((start, row) => {
    const text = html.slice(start, starts[row + 1] ?? html.indexOf('</table>', start) >>> 0);
    const paper = /citation_for_view=[\w-]+:([\w-]+)/.exec(text)?.[1];
    const title = textOf(/class="gsc_a_at"[^>]*>((?:(?!<\/a>)[\s\S]){0,4000})<\/a>/.exec(text)?.[1]);
    const cell = /class="gsc_a_c"[^>]*>((?:(?!<\/td>)[\s\S]){0,4000})<\/td>/.exec(text)?.[1];
    if (paper === undefined || title === undefined || cell === undefined)
      throw new SourceFailure(`row ${row + 1} of the list has an unexpected structure`);
    const cited = textOf(/class="gsc_a_ac[^"]*"[^>]*>([^<]*)</.exec(cell)?.[1]);
    const url = /href="([^"]*[?&;]cites=([\d,]+)[^"]*)"/.exec(cell);
    const lines = [...text.matchAll(/class="gs_gray"[^>]*>((?:(?!<\/div>)[\s\S]){0,4000})<\/div>/g)];
    return filled<FoundPaper>({
      id: `${id}:${paper}`,
      title,
      year: /class="gsc_a_y"[^>]*>\s*<span[^>]*>(\d{4})</.exec(text)?.[1],
      citations: cited === undefined ? 0 : (number(cited) ?? 0),
      citation: textOf(lines[1]?.[1]),
      citesIds: url?.[2]?.split(','),
      citedByUrl: attributeOf(url?.[1]),
      doi: undefined,
      arxiv: /arXiv:(\d{4}\.\d{4,5})/i.exec(text)?.[1],
    });
  });
}

/** A bar says by its z-index which year, counted from the last one, it stands for: years without citations have none. */
function readYears(html: string): ReadonlyMap<number, number> {
  const years = Array.from(html.matchAll(/class="gsc_g_t"[^>]*>(\d{4})</g), ([, year]) => Number(year));
  const perYear = new Map(years.map((year) => [year, 0]));
  for (const [, style = '', count] of html.matchAll(
    /class="gsc_g_a"[^>]*style="([^"]*)"[^>]*>\s*<span class="gsc_g_al"[^>]*>(\d+)</g,
  )) {
    const year = years.at(-Number(/z-index:\s*(\d+)/.exec(style)?.[1] ?? 0));
    if (year !== undefined && /z-index/.test(style)) perYear.set(year, Number(count));
  }
  return new Map([...perYear].filter(([, count]) => count > 0));
}

function emailOf(html: string): string | undefined {
  const said = textOf(/id="gsc_prf_ivh"[^>]*>([^<]*)</.exec(html)?.[1]);
  const domain = /\bat\s+([\w.-]+\.\w+)/.exec(said ?? '')?.[1];
  return domain === undefined ? undefined : `@${domain}`;
}

function interestsOf(html: string): readonly string[] | undefined {
  const found = Array.from(html.matchAll(/class="gsc_prf_inta[^"]*"[^>]*>([^<]*)</g), ([, text]) =>
    textOf(text),
  );
  const interests = found.filter((text) => text !== undefined);
  return interests.length === 0 ? undefined : interests;
}

/** `2,413` and `2.413` are 2413. */
function number(text: string | undefined): number | undefined {
  const digits = (text ?? '').replace(/[.,\s\u00a0]/g, '');
  return /^\d{1,12}$/.test(digits) ? Number(digits) : undefined;
}

function textOf(html: string | undefined): string | undefined {
  if (html === undefined) return undefined;
  const text = resolveReferences(html.replace(/<[^<>]*>/g, ''))
    .replaceAll('\u00a0', ' ')
    .trim();
  return text === '' ? undefined : text;
}

/** An attribute's value. */
function attributeOf(html: string | undefined): string | undefined {
  return html === undefined ? undefined : resolveReferences(html);
}
