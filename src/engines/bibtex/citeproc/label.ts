/** Labels of numbers, locators and names: `pp.`, `Eds.`. */

import { isNumeric, isPlural, pageRanges } from '../csl/format.ts';
import { translate } from './locale.ts';
import { textOf, type Variable } from './reading.ts';
import type { Rendering } from './rendering.ts';
import type { XmlElement } from './xml.ts';

const TERMS: ReadonlyMap<string, string> = new Map([
  ['number-of-pages', 'page'],
  ['number-of-volumes', 'volume'],
  ['chapter-number', 'chapter'],
  ['collection-number', 'collection'],
]);

/** The label of a variable, or of the names of `role`; empty where there is nothing to label. */
export function renderLabel(rendering: Rendering, node: XmlElement, role?: string): string {
  const variable = role ?? node.attributes.get('variable') ?? '';
  const { value, term } = subjectOf(rendering, variable, role !== undefined);
  if (value === undefined || textOf(value) === '') return '';
  const form = node.attributes.get('form');
  return translate(rendering.locale, term, form, isSeveral(node, variable, value));
}

function subjectOf(
  { reading, locator, label }: Rendering,
  variable: string,
  isRole: boolean,
): { readonly value: Variable | undefined; readonly term: string } {
  if (isRole)
    return { value: reading.peek(variable === 'editortranslator' ? 'editor' : variable), term: variable };
  if (variable.startsWith('page')) {
    const text = pageRanges(textOf(reading.peek('page')));
    return { value: { kind: 'text', text }, term: 'page' };
  }
  if (variable.startsWith('locator')) {
    const value =
      locator === undefined ? reading.peek('locator') : ({ kind: 'text', text: locator } as const);
    return { value, term: label ?? '' };
  }
  return { value: reading.peek(variable), term: TERMS.get(variable) ?? variable };
}

function isSeveral(node: XmlElement, variable: string, value: Variable): boolean {
  const asked = node.attributes.get('plural');
  if (asked === 'always') return true;
  if (asked === 'never') return false;
  const text = textOf(value);
  if (/^number-of-(?:pages|volumes)/.test(variable)) return Number.parseInt(text, 10) > 1;
  if (value.kind === 'names') return value.people.length > 1;
  if (value.kind === 'date') return false;
  return (variable.startsWith('locator') || variable.startsWith('page') || isNumeric(text)) && isPlural(text);
}
