/** The plugins that come with Hastie: what `plugins:` of a configuration can name. */

import type { Plugin } from '../plugin/api/plugin.ts';
import { cacheBust, cacheBustFile } from './al-folio/cache-bust.ts';
import { inspireCounts, scholarCounts } from './al-folio/citation-counts.ts';
import { details } from './al-folio/details.ts';
import { emailProtect } from './al-folio/email-protect.ts';
import { fileExists } from './al-folio/file-exists.ts';
import { localizationExists } from './al-folio/localization-exists.ts';
import { regexReplace } from './al-folio/regex-replace.ts';
import { socials } from './al-folio/socials.ts';
import { jekyllTabs } from './al-folio/tabs.ts';
import { removeAccents, stringFilters } from './al-folio/text-filters.ts';
import { downloadThirdParty, thirdPartyLibraries } from './al-folio/third-party-libraries.ts';
import { twitter } from './al-folio/twitter.ts';
import { archives } from './archives/archives.ts';
import { archivesV2 } from './archives/archives-v2.ts';
import { avatar } from './avatar/plugin.ts';
import { bibliography } from './bibliography/plugin.ts';
import { citationMeta } from './citation-meta/plugin.ts';
import { citations } from './citations/plugin.ts';
import { coffeescript } from './coffeescript.ts';
import { commonmark } from './commonmark.ts';
import { defaultLayout } from './default-layout.ts';
import { feed } from './feed/plugin.ts';
import { gist } from './gist.ts';
import { githubMetadata } from './github-metadata/plugin.ts';
import { includeCache } from './include-cache.ts';
import { jemoji } from './jemoji/plugin.ts';
import { jupyterNotebook } from './jupyter-notebook/plugin.ts';
import { lastModifiedAt } from './last-modified-at.ts';
import { mentions } from './mentions.ts';
import { optionalFrontMatter } from './optional-front-matter.ts';
import { paginate } from './paginate.ts';
import { paginateV2 } from './paginate-v2/plugin.ts';
import { readmeIndex } from './readme-index.ts';
import { redirectFrom } from './redirect-from/plugin.ts';
import { relativeLinks } from './relative-links/plugin.ts';
import { remoteTheme } from './remote-theme.ts';
import { seo } from './seo-tag/plugin.ts';
import { sitemap } from './sitemap/plugin.ts';
import { titlesFromHeadings } from './titles-from-headings.ts';
import { toc } from './toc/plugin.ts';

export const builtInPlugins: readonly Plugin[] = [
  archives,
  archivesV2,
  cacheBust,
  cacheBustFile,
  details,
  downloadThirdParty,
  emailProtect,
  fileExists,
  inspireCounts,
  jekyllTabs,
  jupyterNotebook,
  localizationExists,
  regexReplace,
  removeAccents,
  scholarCounts,
  socials,
  stringFilters,
  thirdPartyLibraries,
  twitter,
  avatar,
  bibliography,
  citationMeta,
  citations,
  coffeescript,
  githubMetadata,
  remoteTheme,
  commonmark,
  defaultLayout,
  feed,
  gist,
  includeCache,
  jemoji,
  lastModifiedAt,
  mentions,
  toc,
  optionalFrontMatter,
  paginate,
  paginateV2,
  readmeIndex,
  redirectFrom,
  relativeLinks,
  seo,
  sitemap,
  titlesFromHeadings,
];
