/** jekyll-include-cache: `{% include_cached %}` is the engine's own tag; with this plugin its texts are kept from page to page. */

import { definePlugin } from '../plugin/api/plugin.ts';

export const includeCache = definePlugin({ name: 'jekyll-include-cache' });
