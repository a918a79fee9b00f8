/** Filters for markup: escaping, stripping tags, line breaks. */

import { escapeHtml, escapeXml } from '../../../html/escape.ts';
import { inspect, toText } from '../../../ruby/print.ts';
import { isNil } from '../../../ruby/values.ts';
import { type FilterTable, filter } from '../filter.ts';

/** Liquid's `strip_html`: scripts, comments and styles with what they hold, then all tags. */
export function stripHtml(text: string): string {
  return withoutTags(withoutBlocks(text));
}

const opening = /<(?:script|!--|style)/g;
const closings = new Map([
  ['<script', '</script>'],
  ['<!--', '-->'],
  ['<style', '</style>'],
]);

function withoutBlocks(text: string): string {
  let kept = '';
  let from = 0;
  /** Openings without an end tag: not searched for again. */
  const unclosed = new Set<string>();
  opening.lastIndex = 0;
  for (let found = opening.exec(text); found !== null; found = opening.exec(text)) {
    const [open] = found;
    if (unclosed.has(open)) continue;
    const close = closings.get(open)!;
    const end = text.indexOf(close, opening.lastIndex);
    if (end < 0) {
      unclosed.add(open);
      continue;
    }
    kept += text.slice(from, found.index);
    from = end + close.length;
    opening.lastIndex = from;
  }
  return from === 0 ? text : kept + text.slice(from);
}

function withoutTags(text: string): string {
  let kept = '';
  let from = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', from)) {
    const end = text.indexOf('>', at + 1);
    if (end < 0) break;
    kept += text.slice(from, at);
    from = end + 1;
  }
  return kept + text.slice(from);
}

const escapeFilter = filter(0, 0, (input) => (isNil(input) ? null : escapeHtml(toText(input))));

export const htmlFilters: FilterTable = {
  escape: escapeFilter,
  h: escapeFilter,
  escape_once: filter(0, 0, (input) => toText(input).replace(/["><']|&(?!(?:[a-zA-Z]+|#\d+);)/g, escapeHtml)),
  xml_escape: filter(0, 0, (input) => escapeXml(toText(input))),
  inspect: filter(0, 0, (input) => escapeXml(inspect(input))),
  strip_html: filter(0, 0, (input) => stripHtml(toText(input))),
  strip_newlines: filter(0, 0, (input) => toText(input).replace(/\r?\n/g, '')),
  newline_to_br: filter(0, 0, (input) => toText(input).replace(/\r?\n/g, '<br />\n')),
};
