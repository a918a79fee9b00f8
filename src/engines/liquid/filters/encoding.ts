/** Filters for Base64. */

import { liquidMessages } from '../../../diagnostics/catalogue/engines/liquid.ts';
import { shown, toText } from '../../../ruby/print.ts';
import { fail } from '../errors.ts';
import { type FilterTable, filter } from '../filter.ts';

export const encodingFilters: FilterTable = {
  base64_encode: filter(0, 0, (input) => encode(toText(input))),
  base64_decode: filter(0, 0, (input) => decode(toText(input), 'base64_decode')),
  base64_url_safe_encode: filter(0, 0, (input) =>
    encode(toText(input)).replaceAll('+', '-').replaceAll('/', '_'),
  ),
  base64_url_safe_decode: filter(0, 0, (input) => {
    const text = toText(input).replaceAll('-', '+').replaceAll('_', '/');
    const padded = text.endsWith('=') ? text : text.padEnd(Math.ceil(text.length / 4) * 4, '=');
    return decode(padded, 'base64_url_safe_decode');
  }),
};

/** Bytes that are made into text at a time. */
const chunk = 8192;

function encode(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let binary = '';
  for (let at = 0; at < bytes.length; at += chunk)
    binary += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(binary);
}

function decode(text: string, filterName: string): string {
  const refuse = () =>
    fail(liquidMessages.filterInput, {
      filter: filterName,
      problem: `cannot decode ${shown(text)}, which is not valid Base64`,
      advice: 'pass text from the matching encode filter',
    });
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return refuse();
  const binary = atob(text);
  if (btoa(binary) !== text) return refuse();
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    Uint8Array.from(binary, (unit) => unit.charCodeAt(0)),
  );
}
