/** THE table of sources of citations, and their order where the configuration names none. */

import type { AuthorIds } from './author-ids.ts';
import type { FoundAuthor } from './found-author.ts';
import type { SourcePorts } from './request.ts';
import { fetchOpenAlex } from './services/open-alex.ts';
import { fetchScholar } from './services/scholar.ts';
import { fetchSemanticScholar } from './services/semantic-scholar.ts';
import { fetchSerpApi } from './services/serp-api.ts';

export interface Source {
  /** As the configuration names it. */
  readonly name: string;
  readonly title: string;
  /** Throws `SourceFailure`. */
  readonly fetch: (ids: AuthorIds, ports: SourcePorts) => Promise<FoundAuthor>;
}

export const SOURCES: readonly Source[] = [
  { name: 'scholar', title: 'Google Scholar', fetch: fetchScholar },
  { name: 'serpapi', title: 'SerpApi', fetch: fetchSerpApi },
  { name: 'semantic_scholar', title: 'Semantic Scholar', fetch: fetchSemanticScholar },
  { name: 'openalex', title: 'OpenAlex', fetch: fetchOpenAlex },
];
