/** Filters for URLs: the site's own addresses, and percent encoding. */

import { liquidMessages } from '../../../diagnostics/catalogue/engines/liquid.ts';
import { shown, toText } from '../../../ruby/print.ts';
import { Drop, isNil, type Value } from '../../../ruby/values.ts';
import type { RenderContext } from '../context.ts';
import { fail } from '../errors.ts';
import { type FilterTable, filter } from '../filter.ts';
import { keep, percentEncode, unreserved } from './percent.ts';
import { inUri, normalizeComponent, normalizeUri, schemeOf } from './uri.ts';

export const urlFilters: FilterTable = {
  relative_url: filter(0, 0, (input, _, context) => (isNil(input) ? null : relativeUrl(input, context))),
  absolute_url: filter(0, 0, (input, _, context) => (isNil(input) ? null : absoluteUrl(input, context))),
  strip_index: filter(0, 0, (input) => {
    if (toText(input) === '') return null;
    return texted(input, 'strip_index').replace(/\/index\.html?$/m, '/');
  }),
  url_encode: filter(0, 0, (input) => (isNil(input) ? null : formEncode(toText(input)))),
  url_decode: filter(0, 0, (input) => (isNil(input) ? null : formDecode(toText(input)))),
  cgi_escape: filter(0, 0, (input) => formEncode(texted(input, 'cgi_escape'))),
  uri_escape: filter(0, 0, (input) =>
    isNil(input) ? null : normalizeComponent(texted(input, 'uri_escape'), inUri),
  ),
};

/** Jekyll's `relative_url`: the base URL ahead, unless there is a scheme. */
export function relativeUrl(input: Value, context: RenderContext): string {
  const text = addressOf(input);
  if (isAbsolute(text)) return text;
  const baseurl = toText(context.host.site.setting('baseurl'));
  const base = baseurl.endsWith('/') ? baseurl.slice(0, -1) : baseurl;
  return normalizeUri(leadingSlash(base) + leadingSlash(text));
}

function absoluteUrl(input: Value, context: RenderContext): string {
  const text = addressOf(input);
  if (isAbsolute(text)) return text;
  const url = toText(context.host.site.setting('url'));
  const relative = relativeUrl(text, context);
  return url === '' ? relative : normalizeUri(url + relative);
}

function isAbsolute(uri: string): boolean {
  const scheme = schemeOf(uri);
  if (scheme === undefined || /^[a-z][a-z0-9.+-]*$/i.test(scheme)) return scheme !== undefined;
  return fail(liquidMessages.filterInput, {
    filter: 'the URL filter',
    problem: `cannot parse ${shown(uri)} as a URL`,
    advice: 'write a colon in a path as `%3A`',
  });
}

/** A page or document stands for its URL. */
function addressOf(input: Value): string {
  return toText(input instanceof Drop ? (input.get('url') ?? input) : input);
}

function leadingSlash(text: string): string {
  return text === '' || text.startsWith('/') ? text : '/' + text;
}

function texted(input: Value, filterName: string): string {
  if (typeof input === 'string') return input;
  return fail(liquidMessages.filterInput, {
    filter: filterName,
    problem: `needs text, but got ${shown(input)}`,
    advice: 'convert it to text first with `| append: ""`',
  });
}

const inForm = keep(unreserved);

/** `CGI.escape`. */
function formEncode(text: string): string {
  return percentEncode(text, inForm, '+');
}

/** `CGI.unescape`. */
function formDecode(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  if (!spaced.includes('%')) return spaced;
  try {
    return spaced.replace(/(?:%[\da-fA-F]{2})+/g, (run) => decodeBytes(run));
  } catch {
    return fail(liquidMessages.filterInput, {
      filter: 'url_decode',
      problem: `got bytes in ${shown(text)} that are not valid UTF-8`,
      advice: 'encode the text as UTF-8 first',
    });
  }
}

function decodeBytes(run: string): string {
  const bytes = Uint8Array.from(run.slice(1).split('%'), (hex) => Number.parseInt(hex, 16));
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}
