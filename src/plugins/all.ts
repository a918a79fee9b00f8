/** The plugins that come with Hastie: what `plugins:` of a configuration can name. */

import type { Plugin } from '../plugin/api.ts';
import { feed } from './feed.ts';
import { gist } from './gist.ts';
import { paginate } from './paginate.ts';
import { redirectFrom } from './redirect-from.ts';
import { sitemap } from './sitemap.ts';

export const builtInPlugins: readonly Plugin[] = [feed, gist, paginate, redirectFrom, sitemap];
