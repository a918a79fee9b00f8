/** What the YAML reader's errors mean to the person who wrote the text: a sentence and what to do. */

import type { YAMLParseError } from 'yaml';
import { yamlMessages } from '../base/catalogue/yaml.ts';
import { type Diagnostic, diagnose } from '../base/diagnostic.ts';
import { placeAt } from '../base/source-text.ts';
import type { YamlPart } from './parse-yaml.ts';

/** The diagnostic of the first error that the reader found in `part`. */
export function mistakeOf(error: YAMLParseError, part: YamlPart): Diagnostic {
  const [start, end] = error.pos;
  const place = placeAt(part.source, part.from + start, Math.max(1, end - start));
  if (error.code === 'TAB_AS_INDENT') return diagnose(yamlMessages.tab, {}, { place });
  return diagnose(yamlMessages.syntax, { what: error.message, hint: undefined }, { place });
}
