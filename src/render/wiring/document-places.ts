/** Where documents and the keys of their front matter are written, looked up again only when a message needs it. */

import { placeInConfig, startOfConfig } from '../../config/place-in-config.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { SourceText } from '../../diagnostics/source-text.ts';
import type { Config } from '../../model/config.ts';
import type { Origin, PlacedDocument } from '../../model/document.ts';
import { type FrontMatter, readFrontMatter } from '../../read/documents/front-matter.ts';

export class DocumentPlaces {
  readonly #sources: (file: string) => SourceText | undefined;
  readonly #config: Config;
  readonly #ofPlugin: (name: string) => Place;
  #last: { readonly file: string; readonly matter: FrontMatter | undefined } | undefined;

  /** @param ofPlugin where the site asks for the plugin of a name */
  constructor(
    sources: (file: string) => SourceText | undefined,
    config: Config,
    ofPlugin: (name: string) => Place,
  ) {
    this.#sources = sources;
    this.#config = config;
    this.#ofPlugin = ofPlugin;
  }

  /** The place of a key's value; the file's beginning where the key is not there (a default gave it). */
  ofKey(file: string, key: string): Place {
    const start = { file, line: 1, column: 1 };
    const { data, yaml } = this.#frontMatterOf(file) ?? {};
    return data?.has(key) === true ? (yaml?.placeOf([key]) ?? start) : start;
  }

  /** That of the last file is kept: what is said of one document is mostly said together. */
  #frontMatterOf(file: string): FrontMatter | undefined {
    if (this.#last?.file !== file) {
      const source = this.#sources(file);
      const { timeZone, rules } = this.#config;
      const options = { zone: timeZone, scalars: rules.yamlScalars, strict: false };
      this.#last = { file, matter: source && readFrontMatter(source, options) };
    }
    return this.#last.matter;
  }

  /** The beginning of a document's file, or a key's value in it; of a page that a plugin made, what it goes back to. */
  of({ path, origin, generatedBy }: PlacedDocument, key?: string): Place {
    if (origin !== undefined) return this.#ofOrigin(origin, key);
    if (generatedBy !== undefined) return this.#ofPlugin(generatedBy);
    return key === undefined ? { file: path, line: 1, column: 1 } : this.ofKey(path, key);
  }

  #ofOrigin(origin: Origin, key?: string): Place {
    if ('file' in origin) {
      const asked = origin.key ?? key;
      return asked === undefined ? { file: origin.file, line: 1, column: 1 } : this.ofKey(origin.file, asked);
    }
    const { setting } = origin;
    for (let length = setting.length; length > 0; length--) {
      const place = placeInConfig(this.#config, setting.slice(0, length));
      if (place !== undefined) return place;
    }
    return startOfConfig(this.#config);
  }
}
