/** THE table of sources of citations, and their order where the configuration names none. */

import type { SourcePorts } from './ask.ts';
import type { AuthorIds } from './author-ids.ts';
import type { FoundAuthor } from './found-author.ts';
import { askOpenAlex } from './open-alex.ts';
import { askScholar } from './scholar.ts';
import { askSemanticScholar } from './semantic-scholar.ts';
import { askSerpApi } from './serp-api.ts';

export interface Source {
  /** As the configuration names it. */
  readonly name: string;
  readonly title: string;
  /** Throws `SourceFailure`. */
  readonly ask: (ids: AuthorIds, ports: SourcePorts) => Promise<FoundAuthor>;
}

export const SOURCES: readonly Source[] = [
  { name: 'scholar', title: 'Google Scholar', ask: askScholar },
  { name: 'serpapi', title: 'SerpApi', ask: askSerpApi },
  { name: 'semantic_scholar', title: 'Semantic Scholar', ask: askSemanticScholar },
  { name: 'openalex', title: 'OpenAlex', ask: askOpenAlex },
];
