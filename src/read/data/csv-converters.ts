/** The converters that `csv_reader.csv_converters` may name: text to numbers and dates where it reads as such. */

import { nearest } from '../../base/nearest.ts';
import { placeInConfig } from '../../config/place-in-config.ts';
import { dataMessages } from '../../diagnostics/catalogue/site/data.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import { strictInteger } from '../../ruby/numbers/numeral.ts';
import { toText } from '../../ruby/print.ts';
import { civilOfTime } from '../../ruby/time/calendar.ts';
import { parseTime } from '../../ruby/time/parse-time.ts';
import { isArray, RubyDate, type RubyTime, toRubyFloat, type Value } from '../../ruby/values.ts';
import type { ReadContext } from '../context.ts';
import type { CsvField } from './csv-rows.ts';

/** Undefined where the converter leaves the text as it is. */
type Converter = (text: string) => Value | undefined;

const dateLike = /^(?:(?:\w+,?\s+)?\w+\s+\d{1,2},?\s+\d{2,4}|\d{4}-\d{2}-\d{2})$/;
const dateTimeLike =
  /^(?:(?:\w+,?\s+)?\w+\s+\d{1,2}\s+\d{1,2}:\d{1,2}:\d{1,2},?\s+\d{2,4}|\d{4}-\d{2}-\d{2}(?:[T\s]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?(?:[+-]\d{2}(?::\d{2})|Z)?)?)?)$/;

const integer: Converter = (text) => strictInteger(text);
const float: Converter = (text) => {
  const plain = text.trim();
  if (!/^[-+]?(?:\d[\d_]*)?(?:\.\d[\d_]*)?(?:e[-+]?\d+)?$/i.test(plain) || !/^[-+]?\.?\d/.test(plain)) {
    const whole = strictInteger(text);
    return whole === undefined ? undefined : toRubyFloat(Number(whole));
  }
  return toRubyFloat(Number(plain.replaceAll('_', '')));
};
const numeric: Converter = (text) => integer(text) ?? float(text);
const date: Converter = (text) => {
  const time = dateLike.test(text) ? parseTime(text, 'UTC', 0) : undefined;
  return time === undefined ? undefined : dateOf(time);
};
const dateTime: Converter = (text) => (dateTimeLike.test(text) ? parseTime(text, 'UTC', 0) : undefined);

const converters: ReadonlyMap<string, Converter> = new Map([
  ['integer', integer],
  ['float', float],
  ['numeric', numeric],
  ['date', date],
  ['date_time', dateTime],
  ['all', (text) => dateTime(text) ?? numeric(text)],
]);

function dateOf(time: RubyTime): RubyDate {
  const { year, month, day } = civilOfTime(time);
  return new RubyDate(year, month, day);
}

/** One function out of the named converters: the first that takes a text decides. An unknown name is reported. */
export function convertersOf(setting: Value, context: ReadContext): (field: CsvField) => Value {
  const chosen = (isArray(setting) ? setting : []).map((value, index) => {
    const name = toText(value);
    const converter = converters.get(name);
    if (converter !== undefined) return converter;
    const place = placeInConfig(context.config, ['csv_reader', 'csv_converters', index]);
    const facts = { name, nearest: nearest(name, converters.keys()) };
    context.report(diagnose(dataMessages.unknownConverter, facts, { place }));
    return () => undefined;
  });
  return ({ text }) => {
    if (text === null) return null;
    for (const convert of chosen) {
      const value = convert(text);
      if (value !== undefined) return value;
    }
    return text;
  };
}
