/** The words of a language that styles ask for, as csl-ruby 2.2 finds them. */

import { ENGLISH_DATES, ENGLISH_TERMS } from './english.ts';
import { childrenOf, parseCslFile } from './style.ts';
import { parseXml, type XmlElement } from './xml.ts';

export interface Term {
  readonly form: string;
  readonly single: string;
  readonly multiple: string;
}

export interface CslLocale {
  /** `en`. */
  readonly language: string;
  /** Whether a full stop or a comma goes into the quotes before it. */
  readonly punctuationInQuotes: boolean;
  readonly limitDayOrdinals: boolean;
  readonly terms: ReadonlyMap<string, readonly Term[]>;
  /** `date` elements by their form: `text` and `numeric`. */
  readonly dates: ReadonlyMap<string, XmlElement>;
}

/** Where a form is looked for next. */
const FALLBACK: ReadonlyMap<string, string> = new Map(
  Object.entries({ verb: 'long', short: 'long', 'verb-short': 'verb', symbol: 'short' }),
);

export const ENGLISH: CslLocale = {
  language: 'en',
  punctuationInQuotes: true,
  limitDayOrdinals: false,
  terms: grouped(ENGLISH_TERMS),
  dates: new Map(Object.entries(ENGLISH_DATES).map(([form, xml]) => [form, parseXml(xml)] as const)),
};

/** The locale of a file `locales-de-DE.xml`. Throws `CslMistake`. */
export function parseLocale(text: string): CslLocale {
  const root = parseCslFile(text, 'locale');
  const options = childrenOf(root, 'style-options')[0]?.attributes;
  const terms = childrenOf(childrenOf(root, 'terms')[0], 'term').map((term) => {
    const [single, multiple] = ['single', 'multiple'].map((name) => childrenOf(term, name)[0]?.text);
    return {
      name: term.attributes.get('name') ?? '',
      form: term.attributes.get('form') ?? 'long',
      single: single ?? term.text,
      multiple: multiple ?? single ?? term.text,
    };
  });
  return {
    language: (root.attributes.get('xml:lang') ?? 'en').slice(0, 2).toLowerCase(),
    punctuationInQuotes: options?.get('punctuation-in-quote') === 'true',
    limitDayOrdinals: options?.get('limit-day-ordinals-to-day-1') === 'true',
    terms: grouped(terms),
    dates: new Map(
      childrenOf(root, 'date').map((date) => [date.attributes.get('form') ?? '', date] as const),
    ),
  };
}

function grouped(terms: readonly (Term & { readonly name: string })[]): Map<string, Term[]> {
  const byName = new Map<string, Term[]>();
  for (const { name, ...term } of terms) {
    const known = byName.get(name);
    if (known === undefined) byName.set(name, [term]);
    else known.push(term);
  }
  return byName;
}

/** The term's text in this form, or in one that stands for it; empty where the language has none. */
export function translate(locale: CslLocale, name: string, form = 'long', plural = false): string {
  const candidates = locale.terms.get(name) ?? [];
  for (let asked: string | undefined = form; asked !== undefined; asked = FALLBACK.get(asked)) {
    const term = candidates.find((each) => each.form === asked);
    if (term !== undefined) return plural ? term.multiple : term.single;
  }
  return '';
}

/** `2nd`; `second` for the form `long-ordinal`. */
export function ordinalize(locale: CslLocale, written: string, form = 'ordinal'): string {
  const number = Math.abs(Number.parseInt(written, 10));
  const long = translate(locale, `long-ordinal-${String(number).padStart(2, '0')}`);
  if (form === 'long-ordinal' && long !== '') return long;
  const divisors = [Number.POSITIVE_INFINITY, ...(number < 100 ? [] : [100]), ...(number < 10 ? [] : [10])];
  for (const divisor of divisors) {
    const rest = divisor === Number.POSITIVE_INFINITY ? number : number % divisor;
    const name = `ordinal-${String(rest).padStart(2, '0')}`;
    if (locale.terms.has(name)) return written + translate(locale, name);
  }
  return written + translate(locale, 'ordinal');
}
