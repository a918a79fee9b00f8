/** Where a key of a file's front matter is written, looked up again only when a message needs it. */

import type { Place } from '../../diagnostics/diagnostic.ts';
import type { SourceText } from '../../diagnostics/source-text.ts';
import type { Config } from '../../model/config.ts';
import { readFrontMatter } from '../../read/documents/front-matter.ts';

/** The place of a key's value; the file's beginning where the key is not there (a default gave it). */
export type KeyPlaces = (file: string, key: string) => Place;

export function createKeyPlaces(
  sources: (file: string) => SourceText | undefined,
  config: Config,
): KeyPlaces {
  return (file, key) => {
    const source = sources(file);
    const start = { file, line: 1, column: 1 };
    if (source === undefined) return start;
    const { data, yaml } = readFrontMatter(source, {
      zone: config.timeZone,
      scalars: config.rules.yamlScalars,
      strict: false,
    });
    return data?.has(key) === true ? (yaml?.placeOf([key]) ?? start) : start;
  };
}
