/** Writes the counts into a finished page, in the words of the template's own script. */

import { diagnose, nearest, type Place, placeAt } from '../../plugin/api/diagnostics.ts';
import type { DocumentView, SiteView } from '../../plugin/api/plugin.ts';
import { type ScholarData, titleIn } from '../../plugin/api/scholar.ts';
import { findSlots, type Slot } from './find-slots.ts';
import { citationMessages } from './messages.ts';
import { warn } from './site-data.ts';

/** How much of a page before a number is searched for its paper's title, in characters. */
const NEIGHBOURHOOD = 1500;
/** Unknown ids of a page for which a paper is searched. */
const MOST_SEARCHED = 20;

export function fillCounts(html: string, page: DocumentView, site: SiteView, data: ScholarData): string {
  if (!/show_paper_citations|total_cit/.test(html) || !/\.x?html?$/i.test(page.outputExtension)) return html;
  const parts: string[] = [];
  const unknown = new Map<string, { readonly slot: Slot; times: number }>();
  let at = 0;
  for (const slot of findSlots(html)) {
    const text = textOf(slot, data);
    if (text === undefined) {
      const known = unknown.get(slot.id);
      if (known === undefined) unknown.set(slot.id, { slot, times: 1 });
      else known.times++;
      continue;
    }
    parts.push(html.slice(at, slot.start), text);
    at = slot.end;
  }
  let searched = 0;
  for (const [id, { slot, times }] of unknown) {
    if (slot.kind === 'total') continue;
    const before = html.slice(Math.max(0, slot.start - NEIGHBOURHOOD), slot.start);
    const near = searched++ < MOST_SEARCHED ? nearestPaper(id, before, data) : undefined;
    const foreign = data.id !== undefined && id.includes(':') && !id.startsWith(`${data.id}:`);
    const place = placeOfId(page, id);
    warn(site, diagnose(citationMessages.unknownPaper, { id, times, foreign, near }, { place }));
  }
  return parts.join('') + html.slice(at);
}

function textOf({ kind, id }: Slot, data: ScholarData): string | undefined {
  if (kind === 'total') return data.citations === undefined ? undefined : String(data.citations);
  const citations = data.papers.get(id)?.citations;
  return citations === undefined ? undefined : `| Citations: ${citations}`;
}

/** The paper that the text before the number speaks of, else the one whose id is one typing error away. */
function nearestPaper(
  id: string,
  before: string,
  data: ScholarData,
): { title: string; id: string } | undefined {
  const text = before.replace(/<[^<>]*>?/g, ' ').replace(/&[#\w]{1,10};/g, ' ');
  // the nearest words first: a page lists many papers
  for (const length of [300, 700, NEIGHBOURHOOD]) {
    const found = titleIn(
      text.slice(-length),
      Array.from(data.papers.values(), (paper) => [paper.title, paper] as const),
    );
    if (found !== undefined) return found;
  }
  const near = nearest(id, data.papers.keys());
  return near === undefined ? undefined : data.papers.get(near);
}

/** Where the page's own text names the id; its first line where a layout or include brings it. */
function placeOfId(page: DocumentView, id: string): Place {
  const file = page.source ?? page.path;
  const offset = page.text.indexOf(id);
  if (offset < 0) return { file, line: 1, column: 1 };
  const place = placeAt({ file, text: page.text }, offset, id.length);
  return { ...place, line: place.line + page.textLine - 1 };
}
