/** jekyll-optional-front-matter: Markdown files without front matter become pages, as in version 0.3. */

import { definePlugin, type SiteView, type StaticFileView } from '../plugin/api/plugin.ts';
import { elements, isTruthy } from '../plugin/api/values.ts';

/** What is written for readers of the repository, not of the site. */
const FOR_THE_REPOSITORY: ReadonlySet<string> = new Set([
  'README',
  'LICENSE',
  'LICENCE',
  'COPYING',
  'CODE_OF_CONDUCT',
  'CONTRIBUTING',
  'ISSUE_TEMPLATE',
  'PULL_REQUEST_TEMPLATE',
]);

export const optionalFrontMatter = definePlugin({
  name: 'jekyll-optional-front-matter',
  settings: {
    optional_front_matter: {
      type: 'hash',
      doc: 'How Markdown files without front matter become pages.',
      keys: {
        enabled: { type: 'boolean', default: true, doc: 'Whether they do.' },
        remove_originals: {
          type: 'boolean',
          default: false,
          doc: 'Keeps the files from being copied as well.',
        },
      },
    },
    require_front_matter: {
      type: 'boolean',
      default: false,
      doc: 'Makes a page of no file without front matter, as in plain Jekyll.',
    },
  },
  generate(site, generation) {
    const required = isTruthy(site.config('require_front_matter'));
    if (required || site.config('optional_front_matter', 'enabled') === false) return;
    const removes = site.config('optional_front_matter', 'remove_originals') === true;
    for (const file of site.staticFiles) {
      if (!site.isMarkdown(file.extension) || isLeftAlone(file, site)) continue;
      generation.addPage({ path: file.path, content: file });
      if (removes) generation.removeFile(file);
    }
  },
});

function isLeftAlone(file: StaticFileView, site: SiteView): boolean {
  const path = file.path.replace(/^\//, '');
  const name = path.slice(path.lastIndexOf('/') + 1);
  const include = elements(site.config('include')).map(String);
  if (site.matches(include, path) || site.matches(include, name)) return false;
  return FOR_THE_REPOSITORY.has(name.slice(0, name.length - file.extension.length).toUpperCase());
}
