/** The author whose citations are meant: ids in the configuration, as such or inside of addresses. */

import { isHash, type RubyHash, type Value } from '../ruby/values.ts';

/** The author, by the ids of each service. */
export interface AuthorIds {
  /** `user=` of the Scholar profile. */
  readonly scholar: string | undefined;
  readonly semanticScholar: string | undefined;
  /** `A5023888391`, or an ORCID. */
  readonly openAlex: string | undefined;
}

/** `override` is that of the command line; the environment's name is the one that the template's own workflow uses. */
export function authorIds(
  values: RubyHash,
  environment: (name: string) => string | undefined,
  override?: string,
): AuthorIds {
  const author = values.get('author');
  const citations = values.get('citations');
  const of = (key: string, ...places: readonly Value[]): string | undefined => {
    for (const place of places) {
      const value = isHash(place) ? place.get(key) : undefined;
      if (typeof value === 'string' && value.trim() !== '') return value.trim();
      if (typeof value === 'number') return String(value);
    }
    return undefined;
  };
  const profile =
    override ??
    of('googlescholar', author) ??
    of('googlescholar', values) ??
    of('scholar_userid', values) ??
    environment('GOOGLE_SCHOLAR_ID');
  const orcid = of('openalex', citations) ?? of('orcid', author) ?? of('orcid_id', values);
  return {
    scholar: pick(profile, /[?&]user=([\w-]+)/, /^([\w-]{6,20})$/),
    semanticScholar: pick(
      of('semantic_scholar', citations) ?? of('semanticscholar', author) ?? of('semanticscholar_id', values),
      /author\/(?:[^/]*\/)?(\d+)/,
      /^(\d+)$/,
    ),
    openAlex: pick(orcid, /(\d{4}-\d{4}-\d{4}-\d{3}[\dX])/i, /(A\d{5,})/i),
  };
}

function pick(text: string | undefined, ...patterns: readonly RegExp[]): string | undefined {
  for (const pattern of patterns) {
    const found = text === undefined ? null : pattern.exec(text);
    if (found?.[1] !== undefined) return found[1];
  }
  return undefined;
}
