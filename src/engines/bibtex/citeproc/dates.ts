/** Dates, in the order of the style or of the language. */

import type { CslDate } from '../csl/item.ts';
import { applyFormat } from './apply.ts';
import { ordinalize, translate } from './locale.ts';
import { textOf } from './reading.ts';
import type { Rendering } from './rendering.ts';
import { childrenOf } from './style.ts';
import type { XmlElement } from './xml.ts';

export function renderDate(rendering: Rendering, node: XmlElement): string {
  const { reading, locale, joiner } = rendering;
  const { attributes } = node;
  const value = reading.read(attributes.get('variable') ?? '');
  if (value?.kind !== 'date') return textOf(value);
  const { date } = value;
  if (date.literal !== undefined) return date.literal;
  const form = attributes.get('form');
  const asked = (attributes.get('date-parts') ?? 'year-month-day').split('-');
  const parts =
    form === undefined
      ? childrenOf(node, 'date-part')
      : childrenOf(locale.dates.get(form), 'date-part').filter((part) =>
          asked.includes(part.attributes.get('name') ?? ''),
        );
  return parts
    .map((part) => applyFormat(renderPart(rendering, date, part), part, locale, joiner))
    .filter((text) => text !== '')
    .join(attributes.get('delimiter') ?? '');
}

function renderPart({ locale }: Rendering, date: CslDate, { attributes }: XmlElement): string {
  const form = attributes.get('form');
  switch (attributes.get('name')) {
    case 'day': {
      if (date.day === undefined) return '';
      if (form === 'numeric-leading-zeros') return String(date.day).padStart(2, '0');
      const isOrdinal = form === 'ordinal' && !(date.day > 1 && locale.limitDayOrdinals);
      return isOrdinal ? ordinalize(locale, String(date.day)) : String(date.day);
    }
    case 'month': {
      if (date.month === undefined) return '';
      const digits = String(date.month).padStart(2, '0');
      if (form === 'numeric') return String(date.month);
      return form === 'numeric-leading-zeros' ? digits : translate(locale, `month-${digits}`, form);
    }
    case 'year': {
      const year = Number(date.year);
      const shown = form === 'short' ? year % 100 : year;
      if (year < 0) return `${-shown}${translate(locale, 'bc')}`;
      return year < 1000 ? `${shown}${translate(locale, 'ad')}` : String(shown);
    }
    default:
      return '';
  }
}
