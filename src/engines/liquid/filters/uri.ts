/** URIs as Ruby's Addressable normalises them: percent encoding, dot segments, host names. */

import { type KeptCharacters, keep, percentEncode, percentEncodeBytes, unreserved } from './percent.ts';

const encoder = new TextEncoder();
const subDelimiters = "!$&'()*+,;=";
const inPath = keep(`${unreserved}${subDelimiters}:@`);
const inFragment = keep(`${unreserved}${subDelimiters}:@/?`);
const inHost = keep(`${unreserved}${subDelimiters}[:]`);
const inQuery = keep(`${unreserved}!$'()*+,=:@/?`);
/** Reserved and unreserved characters: what `uri_escape` leaves. */
export const inUri = keep(`${unreserved}${subDelimiters}:/?#[]@`);

const parts = /^(([^:/?#]+):)?(\/\/([^/?#]*))?([^?#]*)(\?([^#]*))?(#(.*))?$/m;

/** The scheme that a URI names (`https`, `mailto`); undefined for a relative one. It may be ill-formed. */
export function schemeOf(uri: string): string | undefined {
  return uri.startsWith('/') ? undefined : parts.exec(uri)?.[2];
}

/** Whether normalising would change nothing: a plain path, or one behind a plain `https://host`. */
function isNormal(uri: string): boolean {
  return (
    /^(?:https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)*(?=\/))?(?:\/[\w~!$'()*+,;=:@-][\w.~!$'()*+,;=:@-]*)*\/?$/.test(
      uri,
    ) && uri !== ''
  );
}

/** `Addressable::URI.parse(uri).normalize.to_s`. */
export function normalizeUri(uri: string): string {
  if (isNormal(uri)) return uri;
  const found = parts.exec(uri);
  if (found === null) return uri;
  const scheme = found[2]?.toLowerCase();
  const authority = found[4] === undefined ? undefined : normalizeAuthority(found[4], scheme);
  const path = normalizePath(found[5] ?? '', scheme);
  const query = (found[7] ?? '')
    .split('&')
    .map((pair) => normalizeComponent(pair, inQuery, true))
    .join('&');
  const fragment = normalizeComponent(found[9] ?? '', inFragment);
  return [
    scheme === undefined ? '' : scheme + ':',
    authority === undefined ? '' : '//' + authority,
    path,
    query === '' ? '' : '?' + query,
    fragment === '' ? '' : '#' + fragment,
  ].join('');
}

/**
 * Decodes every escape and encodes what is not kept; compatibility characters are normalised. `keepPlus` leaves
 * `%2B` as it is, which means something else than `+` in a query.
 */
export function normalizeComponent(text: string, kept: KeptCharacters, keepPlus = false): string {
  if (keepPlus && /%2b/i.test(text))
    return text
      .split(/(%2b)/i)
      .map((part, i) => (i % 2 === 1 ? part : normalizeComponent(part, kept)))
      .join('');
  const decoded = decode(text);
  return typeof decoded === 'string'
    ? percentEncode(decoded.normalize('NFKC'), kept)
    : percentEncodeBytes(decoded, inUri);
}

/** The text without escapes; its bytes where they are not UTF-8. */
function decode(text: string): string | Uint8Array {
  if (!text.includes('%')) return text;
  const bytes: number[] = [];
  for (const [part] of text.matchAll(/%[\da-fA-F]{2}|[^%]+|%/g)) {
    if (part.length === 3 && part.startsWith('%')) bytes.push(Number.parseInt(part.slice(1), 16));
    else for (const byte of encoder.encode(part)) bytes.push(byte);
  }
  const all = Uint8Array.from(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(all);
  } catch {
    return all;
  }
}

const defaultPorts: Readonly<Record<string, string>> = {
  http: '80',
  https: '443',
  ftp: '21',
  tftp: '69',
  sftp: '22',
  ssh: '22',
};

function normalizeAuthority(authority: string, scheme: string | undefined): string {
  const at = authority.lastIndexOf('@');
  const user = at < 0 ? '' : authority.slice(0, at + 1);
  const [, host = '', port] = /^(.*?)(?::(\d*))?$/s.exec(authority.slice(at + 1)) ?? [];
  const tail =
    port === undefined || port === '' || port === defaultPorts[scheme ?? ''] ? '' : ':' + Number(port);
  return user + normalizeHost(host) + tail;
}

function normalizeHost(host: string): string {
  const lower = host.trim().toLowerCase();
  if (/^[\x00-\x7f]*$/.test(lower)) return normalizeComponent(lower, inHost);
  try {
    return new URL(`http://${lower}`).hostname;
  } catch {
    return normalizeComponent(lower, inHost);
  }
}

const webSchemes: ReadonlySet<string> = new Set(['http', 'https', 'ftp', 'tftp']);

function normalizePath(path: string, scheme: string | undefined): string {
  const plain = scheme === undefined && /^(?!\/)[^/:]*:/.test(path) ? path.replace(':', '%2F') : path;
  const encoded = plain
    .trim()
    .split('/')
    .map((segment) => normalizeComponent(segment, inPath))
    .join('/');
  const short = withoutDots(encoded);
  return short === '' && webSchemes.has(scheme ?? '') ? '/' : short;
}

/** Resolves `.` and `..`; those at the head are dropped. */
function withoutDots(path: string): string {
  if (!/(?:^|\/)\.{1,2}(?:\/|$)|^\./.test(path)) return path;
  const rooted = path.startsWith('/');
  const segments = (rooted ? path.slice(1) : path.replace(/^\.{1,2}\/?/, '')).split('/');
  const kept: string[] = [];
  segments.forEach((segment, i) => {
    const last = i === segments.length - 1;
    if (segment !== '.' && segment !== '..') kept.push(segment);
    else {
      if (segment === '..') kept.pop();
      if (last) kept.push('');
    }
  });
  return (rooted ? '/' : '') + kept.join('/');
}
