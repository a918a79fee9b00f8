/**
 * The badge with the number of citations: `{% citation_badge %}` draws it into the page, and no other server is asked;
 * `{% citation_badge_url %}` gives the address of the picture that the template shows.
 */

import { diagnose } from '../../plugin/api/diagnostics.ts';
import { escapeAttribute } from '../../plugin/api/markup.ts';
import { defineTag } from '../../plugin/api/tag.ts';
import { isTruthy, read } from '../../plugin/api/values.ts';
import { citationMessages } from './messages.ts';
import { readArguments } from './tag-arguments.ts';
import { textWidth } from './text-width.ts';

const HEIGHT = 20;
const PADDING = 6;

/** Prints nothing where there is no data: that is reported once for the site. */
export const citationBadge = defineTag('citation_badge', (call) => {
  const given = readArguments(call, 'citation_badge', ['label', 'color', 'label_color', 'class']);
  const citations = read(call.site, 'scholar', 'citations');
  if (!isTruthy(citations)) return '';
  return drawBadge({
    label: given.get('label') ?? 'citations',
    value: call.print(citations),
    colour: cssColour(given.get('color')) ?? '#9cf',
    labelColour: cssColour(given.get('label_color')) ?? '#f6f6f6',
    class: given.get('class') ?? 'citation-badge',
  });
});

export const citationBadgeUrl = defineTag('citation_badge_url', (call) => {
  const given = readArguments(call, 'citation_badge_url', ['label', 'color', 'label_color', 'style', 'logo']);
  const dataUrl = read(call.site, 'scholar', 'badge_data_url');
  if (!isTruthy(dataUrl)) {
    call.report(diagnose(citationMessages.noRepository, {}));
    return '';
  }
  const encode = (text: string): string => encodeURIComponent(text);
  const query = [
    ['logo', given.get('logo') ?? 'Google Scholar'],
    ['labelColor', given.get('label_color') ?? 'f6f6f6'],
    ['color', given.get('color') ?? '9cf'],
    ['style', given.get('style') ?? 'flat'],
    ['label', given.get('label') ?? 'citations'],
  ].map(([name, value]) => `${name}=${encode(value ?? '')}`);
  return `https://img.shields.io/endpoint?url=${encode(call.print(dataUrl))}&${query.join('&')}`;
});

interface Badge {
  readonly label: string;
  readonly value: string;
  readonly colour: string;
  readonly labelColour: string;
  readonly class: string;
}

function drawBadge(badge: Badge): string {
  const left = textWidth(badge.label) + 2 * PADDING;
  const right = textWidth(badge.value) + 2 * PADDING;
  const width = left + right;
  const said = escapeAttribute(`${badge.label}: ${badge.value}`);
  const half = (x: number, size: number, text: string, colour: string): string =>
    `<text x="${x + size / 2}" y="14" textLength="${size - 2 * PADDING}" fill="${inkOn(colour)}">${escapeAttribute(text)}</text>`;
  // corners by paths: a mask would need an id, and a page may hold two badges
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="${escapeAttribute(badge.class)}" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label="${said}">`,
    `<title>${said}</title>`,
    `<path d="M3 0h${left - 3}v${HEIGHT}h-${left - 3}a3 3 0 0 1-3-3v-14a3 3 0 0 1 3-3z" fill="${badge.labelColour}"/>`,
    `<path d="M${left} 0h${right - 3}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-${right - 3}z" fill="${badge.colour}"/>`,
    '<g text-anchor="middle" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11">',
    half(0, left, badge.label, badge.labelColour),
    half(left, right, badge.value, badge.colour),
    '</g></svg>',
  ].join('');
}

/** A colour as shields take it: hexadecimal digits need no `#`. Undefined for what could be more than a colour. */
function cssColour(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (/^#?(?:[\da-f]{3}|[\da-f]{6})$/i.test(text)) return `#${text.replace(/^#/, '')}`;
  return /^(?:[a-z]+|var\(--[\w-]+\))$/i.test(text) ? text : undefined;
}

/** Black or white, whichever is read better on a colour; dark where that is not known. */
function inkOn(colour: string): string {
  if (!colour.startsWith('#')) return '#333';
  const digits = colour.length === 4 ? colour.slice(1).replace(/./g, '$&$&') : colour.slice(1);
  const [red = 0, green = 0, blue = 0] = (digits.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  return (red * 299 + green * 587 + blue * 114) / 1000 > 140 ? '#333' : '#fff';
}
