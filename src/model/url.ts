/** URLs as Jekyll makes them: a template or permalink with its placeholders filled in, escaped and cleaned. */

/** The value of a placeholder by its name without the colon; undefined for one that does not exist. */
export type Placeholders = (name: string) => string | undefined;

/** What a permalink asks for that it can't have. */
export interface UnknownPlaceholder {
  readonly unknown: string;
}

/**
 * Fills `:name` placeholders of a document's permalink. A name may be followed by an underscore that is no part of it
 * (`:year_:month`). Gives the first unknown name instead where there is one: Jekyll stops there.
 */
export function fillTemplate(template: string, placeholders: Placeholders): string | UnknownPlaceholder {
  let unknown: string | undefined;
  const filled = template.replace(/:([a-z_]+)/g, (_match, name: string) => {
    const trailing = name.endsWith('_') ? '_' : '';
    const key = trailing === '' ? name : name.slice(0, -1);
    const value = placeholders(key);
    if (value === undefined) unknown ??= key;
    return escapePath(value ?? '') + trailing;
  });
  return unknown === undefined ? cleanUrl(filled) : { unknown };
}

/** Fills the three placeholders of a page's permalink, in Jekyll's order; any other stays as it is written. */
export function fillPageTemplate(template: string, values: readonly (readonly [string, string])[]): string {
  let url = template;
  for (const [name, value] of values) {
    if (!url.includes(':')) break;
    url = url.replaceAll(`:${name}`, escapePath(value));
  }
  return cleanUrl(url);
}

/** One leading slash, no `..`, no `./`, no doubled slashes (`URL#sanitize_url`). */
export function cleanUrl(url: string): string {
  return `/${url}`
    .replaceAll('..', '/')
    .replaceAll('./', '')
    .replace(/\/{2,}/g, '/');
}

const PATH = /[^A-Za-z0-9\-._~!$&'()*+,;=:@/]/gu;
const QUERY = /[^A-Za-z0-9\-._~!$&'()*+,;=:@/?]/gu;

/** Percent-encodes what may not stand in a path; a query stays one, the first `#` becomes `%23` (`URL.escape_path`). */
export function escapePath(path: string): string {
  if (path === '' || /^[a-zA-Z0-9./-]+$/.test(path)) return path;
  const [, before = '', query, fragment] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(path) ?? [];
  const encoded =
    before.replace(PATH, percentEncode) +
    (query === undefined ? '' : `?${query.slice(1).replace(QUERY, percentEncode)}`) +
    (fragment === undefined ? '' : `#${fragment.slice(1).replace(QUERY, percentEncode)}`);
  return encoded.replace('#', '%23');
}

function percentEncode(character: string): string {
  // a lone surrogate has no bytes; Ruby has none either
  return /\p{Surrogate}/u.test(character)
    ? '%EF%BF%BD'
    : encodeURIComponent(character).replace(/[!'()*]/g, hexOf);
}

function hexOf(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Takes percent-encoding back (`URL.unescape_path`); bytes that are no UTF-8 become U+FFFD. */
export function unescapePath(path: string): string {
  if (!path.includes('%')) return path;
  return path.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) => {
    const bytes = Uint8Array.from(run.slice(1).split('%'), (hex) => Number.parseInt(hex, 16));
    return new TextDecoder().decode(bytes);
  });
}

/** What `permalink:` of the configuration adds to a template that ends with the name (`Utils.add_permalink_suffix`). */
export function permalinkSuffix(style: string): string {
  if (style === 'pretty') return '/';
  if (style === 'date' || style === 'ordinal' || style === 'none') return ':output_ext';
  return (style.endsWith('/') ? '/' : '') + (style.endsWith(':output_ext') ? ':output_ext' : '');
}
