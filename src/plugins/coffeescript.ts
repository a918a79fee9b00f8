/** jekyll-coffeescript: its compiler is not among our packages; files that need it are reported with what to do. */

import { definePlugin } from '../plugin/api/plugin.ts';

export const coffeescript = definePlugin({
  name: 'jekyll-coffeescript',
  generate(site) {
    for (const page of site.pages) {
      if (page.extension !== '.coffee') continue;
      site.warn(
        'coffeescript/not-compiled',
        `\`${page.path}\` is CoffeeScript, which is not compiled`,
        `compile it once with \`npx --package=coffeescript coffee --compile ${page.path}\` and keep the .js file instead`,
        page.path,
      );
    }
  },
});
