/** Invented pages and answers in the format that the sources of citations send. */

export interface MadePaper {
  readonly id: string;
  readonly title: string;
  readonly citations: number;
  readonly year?: number;
}

export const USER = 'AbCdEfGAAAAJ';

export const PAPERS: readonly MadePaper[] = [
  { id: 'u5HHmVD_uO8C', title: 'A Theory of Small Boats &amp; Large Waves', citations: 1200, year: 2019 },
  { id: 'd1gkVwhDpl0C', title: 'Learning to Row', citations: 34, year: 2021 },
  { id: '9yKSN-GCB0IC', title: 'Oars Considered Harmful', citations: 0, year: 2024 },
];

/** The page of a profile: rows, the table of counts, bars of years (a year without citations has no bar). */
export function profilePage(
  papers: readonly MadePaper[] = PAPERS,
  options: { citations?: number; user?: string; more?: boolean } = {},
): string {
  const { citations = 1234, user = USER, more = false } = options;
  const rows = papers.map(
    ({ id, title, citations: count, year }) =>
      `<tr class="gsc_a_tr"><td class="gsc_a_t"><a href="/citations?view_op=view_citation&amp;hl=en&amp;user=${user}&amp;citation_for_view=${user}:${id}" class="gsc_a_at">${title}</a><div class="gs_gray">A Rower, B Sailor</div><div class="gs_gray">Journal of Boats 3 (2), 1-9<span class="gs_oph">, ${year ?? ''}</span></div></td><td class="gsc_a_c"><a href="${count > 0 ? `https://scholar.google.com/scholar?oi=bibs&amp;hl=en&amp;cites=9352199574109390602` : ''}" class="gsc_a_ac gs_ibl">${count > 0 ? count : ''}</a></td><td class="gsc_a_y"><span class="gsc_a_h gsc_a_hc gs_ibl">${year ?? ''}</span></td></tr>`,
  );
  const counts = [citations, 900, 7, 6, 5, 4].map((count) => `<td class="gsc_rsb_std">${count}</td>`);
  return `<!doctype html><html><head><title>Ada Rower - Google Scholar</title></head><body>
<img id="gsc_prf_pup-img" src="https://scholar.googleusercontent.com/citations?view_op=view_photo&amp;user=${user}" alt="">
<div id="gsc_prf_in">Ada Rower</div><div class="gsc_prf_il">University of the Lake</div>
<div class="gsc_prf_il" id="gsc_prf_ivh">Verified email at lake.example - <a href="https://rower.example/" class="gsc_prf_ila">Homepage</a></div>
<a class="gsc_prf_inta gs_ibl">Boats</a><a class="gsc_prf_inta gs_ibl">Waves</a>
<table id="gsc_rsb_st"><tbody><tr>${counts.join('')}</tr></tbody></table>
<div class="gsc_md_hist_b"><span class="gsc_g_t" style="right:8px">2019</span><span class="gsc_g_t">2020</span><span class="gsc_g_t">2021</span><a href="#" class="gsc_g_a" style="right:76px;top:5px;height:9px;z-index:3"><span class="gsc_g_al">40</span></a><a href="#" class="gsc_g_a" style="right:8px;top:5px;height:9px;z-index:1"><span class="gsc_g_al">70</span></a></div>
<table id="gsc_a_t"><tbody id="gsc_a_b">${rows.join('')}</tbody></table>
<button type="button" id="gsc_bpf_more" class="gs_btnPD"${more ? '' : ' disabled'}>Show more</button>
</body></html>`;
}

export const CAPTCHA =
  '<html><body><form id="gs_captcha_f">Please show you are not a robot</form></body></html>';

export function serpApiAnswer(user = USER): unknown {
  return {
    author: { name: 'Ada Rower', affiliations: 'University of the Lake' },
    articles: PAPERS.map(({ id, title, citations, year }) => ({
      title: title.replace('&amp;', '&'),
      citation_id: `${user}:${id}`,
      year: String(year),
      cited_by: { value: citations === 0 ? null : citations, cites_id: '123' },
    })),
    cited_by: {
      table: [
        { citations: { all: 1234, since_2021: 900 } },
        { h_index: { all: 7, since_2021: 6 } },
        { i10_index: { all: 5, since_2021: 4 } },
      ],
      graph: [
        { year: 2020, citations: 40 },
        { year: 2021, citations: 70 },
      ],
    },
  };
}

export function semanticScholarAnswer(): unknown {
  return {
    authorId: '46868553',
    name: 'A. Rower',
    hIndex: 6,
    citationCount: 1100,
    paperCount: 2,
    papers: [
      {
        paperId: 'aa11',
        title: 'A theory of small boats and large waves',
        year: 2019,
        citationCount: 1050,
        externalIds: { DOI: '10.1234/BOATS.7' },
      },
      {
        paperId: 'bb22',
        title: 'Learning to row',
        year: 2021,
        citationCount: 30,
        externalIds: { ArXiv: '2101.00001' },
      },
    ],
  };
}

/** What the folder holds before a refresh: an organization beyond 2^53, a key of the owner's own. */
export function knownData(citations = 1000): string {
  const papers = [
    ['u5HHmVD_uO8C', 'A Theory of Small Boats & Large Waves', 1000],
    ['d1gkVwhDpl0C', 'Learning to Row', 20],
    ['goneGoneGone', 'A Lost Paper', 3],
  ] as const;
  const publications = papers
    .map(
      ([id, title, count]) =>
        `"${USER}:${id}": {"container_type": "Publication", "source": "AUTHOR_PUBLICATION_ENTRY", "bib": {"title": "${title}", "pub_year": "2019"}, "filled": false, "author_pub_id": "${USER}:${id}", "num_citations": ${count}, "pub_url": "https://doi.org/10.1234/boats.${title.length % 10}"}`,
    )
    .join(', ');
  return `{"container_type": "Author", "filled": ["basics"], "scholar_id": "${USER}", "source": "AUTHOR_PROFILE_PAGE", "name": "Ada Rower", "organization": 9568810911513724267, "my_own": {"keep": true}, "citedby": ${citations}, "publications": {${publications}}, "citedby5y": 800, "cites_per_year": {"2021": 60, "2018": 5}, "updated": "2026-05-30 09:53:51.250933"}`;
}
