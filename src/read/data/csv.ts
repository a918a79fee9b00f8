/** CSV and TSV as Ruby's CSV library reads them for Jekyll: rows as hashes by the headers of the first line. */

import { dataMessages } from '../../diagnostics/catalogue/site/data.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import { placeAt, type SourceText } from '../../diagnostics/source-text.ts';
import { truthy } from '../../ruby/compare.ts';
import { isArray, isNil, type Value } from '../../ruby/values.ts';
import type { ReadContext } from '../context.ts';
import { convertersOf } from './csv-converters.ts';
import { type CsvRow, parseCsv } from './csv-rows.ts';

/** The rows of a file; its settings are `csv_reader` or `tsv_reader` (`headers`, `csv_converters`). */
export function readCsv(context: ReadContext, source: SourceText, extension: '.csv' | '.tsv'): Value {
  const { csvReader, tsvReader } = context.config.settings;
  const settings = extension === '.csv' ? csvReader : tsvReader;
  const { rows, mistake } = parseCsv(source.text, extension === '.csv' ? ',' : '\t');
  if (mistake !== undefined) {
    const place = placeAt(source, mistake.offset, 1);
    context.report(diagnose(dataMessages.csv, mistake, { place }));
    return null;
  }
  const convert = convertersOf(settings.get('csv_converters'), context);
  const headers = settings.has('headers') ? settings.get('headers') : true;
  if (!truthy(headers)) return rows.map(({ fields }) => fields.map(convert));
  const [first, ...others] = rows;
  const own =
    typeof headers === 'string' && headers !== 'first_row' ? parseCsv(headers, ',').rows[0] : undefined;
  const names = isArray(headers) ? headers : ((own ?? first)?.fields ?? []).map(({ text }) => text);
  return (isArray(headers) || own !== undefined ? rows : others).map((row) => toHash(names, row, convert));
}

/** Of headers that are equal the first counts; fields beyond them come under nil. */
function toHash(
  names: readonly Value[],
  { fields }: CsvRow,
  convert: (field: CsvRow['fields'][number]) => Value,
): Value {
  const hash = new Map<Value, Value>();
  const width = Math.max(names.length, fields.length);
  for (let i = 0; i < width; i++) {
    const name = isNil(names[i]) ? null : names[i]!;
    const field = fields[i];
    if (!hash.has(name)) hash.set(name, field === undefined ? null : convert(field));
  }
  return hash;
}
