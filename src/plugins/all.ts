/** The plugins that come with Hastie: what `plugins:` of a configuration can name. */

import type { Plugin } from '../plugin/api/plugin.ts';
import { archives } from './archives.ts';
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
