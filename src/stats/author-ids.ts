/** The author whose citations are meant: ids in the configuration, as such or inside of addresses. */

import type { Settings } from '../model/settings/settings.ts';
import { hashOrEmpty, identifier } from '../settings/readers.ts';

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
  settings: Settings,
  environment: (name: string) => string | undefined,
  override?: string,
): AuthorIds {
  const author = hashOrEmpty(settings.author);
  const ofAuthor = (key: string): string | undefined => identifier(author.get(key));
  const profile =
    override ??
    ofAuthor('googlescholar') ??
    settings.googlescholar ??
    settings.scholarUserid ??
    environment('GOOGLE_SCHOLAR_ID');
  const orcid = settings.citations.openalex ?? ofAuthor('orcid') ?? settings.orcidId;
  return {
    scholar: pick(profile, /[?&]user=([\w-]+)/, /^([\w-]{6,20})$/),
    semanticScholar: pick(
      settings.citations.semanticScholar ?? ofAuthor('semanticscholar') ?? settings.semanticscholarId,
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
