/** What a node of a style does to its text: case, font, quotes, what stands before and behind. After citeproc-ruby's HTML. */

import { capitalizeFirst, concat, escapeLone, type Quotes, titleCase } from '../csl/format.ts';
import { type CslLocale, translate } from './locale.ts';
import type { XmlElement } from './xml.ts';

/** How texts are joined in a language. */
export interface Joiner {
  concat(text: string, added: string): string;
  join(texts: readonly string[], delimiter?: string): string;
}

export function joinerOf(locale: CslLocale): Joiner {
  const quotes: Quotes = {
    closing: [translate(locale, 'close-inner-quote'), translate(locale, 'close-quote')].filter(Boolean),
    takePunctuation: locale.punctuationInQuotes,
  };
  return {
    concat: (text, added) => concat(text, added, quotes),
    join: (texts, delimiter = '') =>
      texts.length < 2
        ? (texts[0] ?? '')
        : texts.reduce((whole, text) => concat(concat(whole, delimiter, quotes), text, quotes)),
  };
}

/** The text as the node writes it; nothing stays nothing. */
export function applyFormat(text: string, node: XmlElement, locale: CslLocale, joiner: Joiner): string {
  if (text === '') return '';
  const { attributes } = node;
  const affixed = (inner: string): string =>
    joiner.concat(
      withPrefix(inner, escapeXml(attributes.get('prefix') ?? '')),
      escapeXml(attributes.get('suffix') ?? ''),
    );
  // a layout formats what is around it, too
  let out = node.name === 'layout' ? affixed(text) : text;
  out = changeCase(out, attributes.get('text-case'), locale);
  out = styled(out, attributes);
  if (attributes.get('strip-periods') === 'true') out = out.replace(/\.+/g, '');
  if (attributes.get('quotes') === 'true') out = quoted(out, locale);
  if (node.name !== 'layout') out = affixed(out);
  const display = attributes.get('display');
  if (display !== undefined) out = `<div class="csl-${escapeXml(display)}">${out}</div>`;
  return escapeLone(out);
}

function styled(text: string, attributes: XmlElement['attributes']): string {
  let out = text;
  const css: string[] = [];
  for (const name of ['font-style', 'font-variant', 'font-weight', 'text-decoration', 'vertical-align']) {
    const value = attributes.get(name);
    if (value === undefined) continue;
    if (name === 'font-style' && value === 'italic') out = `<i>${out}</i>`;
    else if (name === 'font-weight' && value === 'bold') out = `<b>${out}</b>`;
    else css.push(`${name}: ${escapeXml(value === 'sup' ? 'super' : value)}`);
  }
  return css.length === 0 ? out : `<span style="${css.join('; ')}">${out}</span>`;
}

function withPrefix(text: string, prefix: string): string {
  let end = prefix.length;
  while (end > 0 && /[\s.,:;!?()[\]]/.test(prefix[end - 1]!) && text.startsWith(prefix.slice(end - 1))) end--;
  return prefix.slice(0, end) + text;
}

const EDGE = '(?<![\\p{L}\\p{M}\\p{N}_])';
const CAPITALS = new RegExp(`${EDGE}(\\p{Lu})(\\p{Lu}+)(?![\\p{L}\\p{M}\\p{N}_])`, 'gu');
const SMALL = new RegExp(`${EDGE}\\p{Ll}`, 'gu');

function changeCase(text: string, textCase: string | undefined, { language }: CslLocale): string {
  switch (textCase) {
    case 'lowercase':
      return text.toLowerCase();
    case 'uppercase':
      return text.toUpperCase();
    case 'capitalize-first':
      return capitalizeFirst(text);
    case 'capitalize-all':
      return text.replace(SMALL, (letter) => letter.toUpperCase());
    case 'sentence':
      return capitalizeFirst(text).replace(
        CAPITALS,
        (_, first: string, rest: string) => first + rest.toLowerCase(),
      );
    case 'title':
      return language === 'en' ? titleCase(text) : text;
    default:
      return text;
  }
}

function quoted(text: string, locale: CslLocale): string {
  const [open, close, innerOpen, innerClose] = [
    'open-quote',
    'close-quote',
    'open-inner-quote',
    'close-inner-quote',
  ].map((name) => escapeXml(translate(locale, name)));
  if (!open && !close) return text;
  const inner = text
    .replaceAll(open!, innerOpen!)
    .replace(/"(?=[\p{L}\p{N}_])/gu, innerOpen!)
    .replaceAll(close!, innerClose!)
    .replace(/(?<=[\p{L}\p{N}_])"/gu, innerClose!);
  if (locale.punctuationInQuotes) return open! + inner + close!;
  const [, body = '', end = ''] = /^([\s\S]*?)([.,]?)$/.exec(inner) ?? [];
  return open! + body + close! + end;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The texts that are not empty, as everywhere in a style. */
export function written(texts: readonly string[]): string[] {
  return texts.filter((text) => text !== '');
}
