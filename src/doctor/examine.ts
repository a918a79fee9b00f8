/** Examines a built site: runs THE table of checks and gives each finding once. */

import { type Diagnostic, distinct } from '../diagnostics/diagnostic.ts';
import { Reported } from '../pipeline/reported.ts';
import type { BuiltSite } from './built-site.ts';
import { type Check, createCheckedSite } from './checked-site.ts';
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
import { theme } from './checks/theme.ts';

/** What breaks most comes first. Conflicts of addresses and names that another system does not take are reported by the build. */
export const CHECKS: readonly Check[] = [
  theme,
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

export function examine(built: BuiltSite): Findings {
  const site = createCheckedSite(built);
  const findings = new Reported();
  for (const check of CHECKS) check.examine(site, (finding) => findings.add(finding));
  return {
    diagnostics: distinct(findings.all),
    pages: site.pages.size,
    references: [...site.pages.values()].reduce((sum, { references }) => sum + references.length, 0),
  };
}
