/** Looks a built site over: runs THE table of checks and says each finding once. */

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Built } from './built.ts';
import { analytics } from './checks/analytics.ts';
import { avatar } from './checks/avatar.ts';
import { baseUrl } from './checks/base-url.ts';
import { garbledText } from './checks/garbled-text.ts';
import { icons } from './checks/icons.ts';
import { links } from './checks/links.ts';
import { pagesSource } from './checks/pages-source.ts';
import { papers } from './checks/papers.ts';
import { placeholders } from './checks/placeholders.ts';
import { postsFolder } from './checks/posts-folder.ts';
import { relativePermalinks } from './checks/relative-permalinks.ts';
import { repository } from './checks/repository.ts';
import { siteUrl } from './checks/site-url.ts';
import { type Check, createPatient } from './patient.ts';

/** What is told first is what breaks most. Conflicts of addresses and names that another system does not take are the build's own to tell. */
export const CHECKS: readonly Check[] = [
  siteUrl,
  baseUrl,
  repository,
  postsFolder,
  relativePermalinks,
  avatar,
  links,
  papers,
  placeholders,
  analytics,
  icons,
  garbledText,
  pagesSource,
];

export interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  /** How many pages and how many of their references were looked at. */
  readonly pages: number;
  readonly references: number;
}

export function examine(built: Built): Findings {
  const patient = createPatient(built);
  const findings = new Map<string, Diagnostic>();
  for (const { examine: look } of CHECKS) {
    look(patient, (finding) => {
      const { code, message, place } = finding;
      const key = JSON.stringify([code, message, place?.file, place?.line, place?.column]);
      if (!findings.has(key)) findings.set(key, finding);
    });
  }
  return {
    diagnostics: [...findings.values()],
    pages: patient.pages.size,
    references: [...patient.pages.values()].reduce((sum, { references }) => sum + references.length, 0),
  };
}
