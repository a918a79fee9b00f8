/** HTML's elements as kramdown sorts them: what their content is parsed as, and whether they stand in spans, in blocks or without a body. */

import type { ContentModel } from '../tree/element.ts';

const words = (list: string): readonly string[] => list.trim().split(/\s+/);

const blockContent = words(`
  address applet article aside blockquote body dd details div dl fieldset figure figcaption footer form header
  hgroup iframe li main map menu nav noscript object section summary td`);

const spanContent = words(`
  a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend optgroup p q rb
  rbc rp rt rtc ruby select small span strong sub sup th tt`);

const rawContent = words('script style math option textarea pre code kbd samp var');

/** Elements that stand within a line of text. */
export const spanElements: readonly string[] = words(`
  a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt rtc
  ruby samp select small span strong sub sup tt u var`);

const blockElementNames = words(`
  address article aside applet body blockquote caption col colgroup dd div dl dt fieldset figcaption footer form
  h1 h2 h3 h4 h5 h6 header hgroup hr html head iframe legend menu li main map nav ol optgroup p pre section summary
  table tbody td th thead tfoot tr ul`);

const bodyless = words('area base br col command embed hr img input keygen link meta param source track wbr');

const spanSet = new Set(spanElements);
const blockSet = new Set(blockElementNames);
const bodylessSet = new Set(bodyless);
const known = new Set([
  ...spanElements,
  ...blockElementNames,
  ...bodyless,
  ...blockContent,
  ...spanContent,
  ...rawContent,
]);
const models = new Map<string, ContentModel>([
  ...blockContent.map((name) => [name, 'block'] as const),
  ...spanContent.map((name) => [name, 'span'] as const),
]);

/** How the content of an element is parsed: raw for all that kramdown does not list. */
export function contentModelOf(name: string): ContentModel {
  return models.get(name) ?? 'raw';
}

/** Whether HTML knows the element; only then its name and attributes are put in lower case. */
export function isKnownElement(name: string): boolean {
  return known.has(name);
}

export function isSpanElement(name: string): boolean {
  return spanSet.has(name);
}

export function isBlockElement(name: string): boolean {
  return blockSet.has(name);
}

/** Elements that have no end tag. */
export function isBodyless(name: string): boolean {
  return bodylessSet.has(name);
}
