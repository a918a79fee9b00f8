/** Filters for markup: escaping, stripping tags, line breaks. */

import { isNil } from '../../base/ruby/values.ts';
import { type FilterTable, filter } from '../filter.ts';
import { inspect, toText } from '../ruby-values.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** `CGI.escapeHTML`. */
export function escapeHtml(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => entities[character]!) : text;
}

/** Jekyll's `xml_escape`. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => (character === "'" ? '&apos;' : entities[character]!));
}

/** Liquid's `strip_html`: scripts, comments and styles with what they hold, then all tags. */
export function stripHtml(text: string): string {
  return withoutTags(withoutBlocks(text));
}

const blocks: readonly (readonly [open: string, close: string])[] = [
  ['<script', '</script>'],
  ['<!--', '-->'],
  ['<style', '</style>'],
];

function withoutBlocks(text: string): string {
  let kept = '';
  let from = 0;
  const closed = new Set(blocks);
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    const block = blocks.find((candidate) => closed.has(candidate) && text.startsWith(candidate[0], at));
    if (block === undefined) continue;
    const end = text.indexOf(block[1], at + block[0].length);
    if (end < 0) {
      closed.delete(block);
      continue;
    }
    kept += text.slice(from, at);
    from = end + block[1].length;
    at = from - 1;
  }
  return kept + text.slice(from);
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
  escape_once: filter(0, 0, (input) =>
    toText(input).replace(/["><']|&(?!(?:[a-zA-Z]+|#\d+);)/g, (character) => entities[character]!),
  ),
  xml_escape: filter(0, 0, (input) => escapeXml(toText(input))),
  inspect: filter(0, 0, (input) => escapeXml(inspect(input))),
  strip_html: filter(0, 0, (input) => stripHtml(toText(input))),
  strip_newlines: filter(0, 0, (input) => toText(input).replace(/\r?\n/g, '')),
  newline_to_br: filter(0, 0, (input) => toText(input).replace(/\r?\n/g, '<br />\n')),
};
