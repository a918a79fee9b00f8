/** `{% citation_chart %}`: citations per year as bars, drawn into the page in the theme's own colours, light and dark. */

import { escapeAttribute } from '../../plugin/api/markup.ts';
import type { ScholarData } from '../../plugin/api/scholar.ts';
import { defineTag } from '../../plugin/api/tag.ts';
import { elements, read, type Value } from '../../plugin/api/values.ts';
import { readArguments } from './tag-arguments.ts';

const STEP = 44;
const BAR = 26;
const TOP = 18;
const FLOOR = 22;

/** Prints nothing where the data has no years. */
export const citationChart = defineTag('citation_chart', (call) => {
  const given = readArguments(call, 'citation_chart', ['title', 'height', 'years', 'class']);
  const numberAt = (each: Value, key: string): number => Number(call.print(read(each, key)));
  const all = elements(read(call.site, 'scholar', 'per_year')).map(
    (each) => [numberAt(each, 'year'), numberAt(each, 'citations')] as const,
  );
  const most = Number(given.get('years') ?? 12);
  const years = withGaps(all).slice(-(most > 0 ? Math.floor(most) : 12));
  if (years.length === 0) return '';
  const height = Math.min(1000, Math.max(60, Number(given.get('height') ?? 160) || 160));
  const title = given.get('title') ?? 'Citations per year';
  return drawChart(years, { title, height, class: given.get('class') ?? 'citation-chart' });
});

type Years = ScholarData['perYear'];

/** Years without a citation are bars of no height, not holes in time. */
function withGaps(years: Years): Years {
  const first = years[0]?.[0];
  const last = years.at(-1)?.[0];
  if (first === undefined || last === undefined || last - first > 200) return years;
  const byYear = new Map(years);
  return Array.from(
    { length: last - first + 1 },
    (_, at) => [first + at, byYear.get(first + at) ?? 0] as const,
  );
}

function drawChart(years: Years, look: { title: string; height: number; class: string }): string {
  const width = years.length * STEP;
  const room = look.height - TOP - FLOOR;
  const top = Math.max(1, ...years.map(([, citations]) => citations));
  const said = escapeAttribute(
    `${look.title}. ${years.map(([year, count]) => `${year}: ${count}`).join(', ')}.`,
  );
  const base = TOP + room;
  const columns = years.map(([year, count], at) => {
    const tall = Math.round((count / top) * room * 10) / 10;
    const middle = at * STEP + STEP / 2;
    return [
      `<rect x="${middle - BAR / 2}" y="${round(base - tall)}" width="${BAR}" height="${tall}" rx="2"/>`,
      `<text x="${middle}" y="${round(base - tall - 5)}">${count}</text>`,
      `<text x="${middle}" y="${base + 16}">${year}</text>`,
    ];
  });
  const bars = columns.map(([bar]) => bar).join('');
  const words = columns.flatMap(([, count, year]) => [count, year]).join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="${escapeAttribute(look.class)}" viewBox="0 0 ${width} ${look.height}" width="${width}" height="${look.height}" style="max-width:100%;height:auto" role="img" aria-label="${said}">`,
    `<title>${escapeAttribute(look.title)}</title>`,
    `<g style="fill:var(--accent,currentColor)">${bars}</g>`,
    `<path d="M0 ${base + 0.5}h${width}" style="stroke:var(--line,currentColor);fill:none"/>`,
    `<g style="fill:var(--soft,currentColor)" font-size="11" text-anchor="middle">${words}</g>`,
    '</svg>',
  ].join('');
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
