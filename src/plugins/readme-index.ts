/** jekyll-readme-index: a folder's README is its index where it has no other, as in version 0.3. */

import { definePlugin, type SiteView } from '../plugin/api/plugin.ts';

export const readmeIndex = definePlugin({
  name: 'jekyll-readme-index',
  settings: {
    readme_index: {
      type: 'hash',
      doc: 'How the README of a folder becomes its index.',
      keys: {
        enabled: { type: 'boolean', default: true, doc: 'Whether it does.' },
        remove_originals: {
          type: 'boolean',
          default: false,
          doc: 'Keeps the README from being copied as well.',
        },
        with_frontmatter: { type: 'boolean', default: false, doc: 'Takes a README with front matter, too.' },
      },
    },
  },
  priority: 'low',
  generate(site, generation) {
    const setting = (name: string) => site.config('readme_index', name);
    if (setting('enabled') === false) return;
    for (const file of site.staticFiles) {
      if (!isReadme(file.path, file.extension, site)) continue;
      const folder = folderOf(file.url);
      if (hasIndex(folder, site)) continue;
      generation.addPage({ path: file.path, data: { permalink: `${folder}/` }, content: file });
      if (setting('remove_originals') === true) generation.removeFile(file);
    }
    if (setting('with_frontmatter') !== true) return;
    for (const page of site.pages) {
      if (!isReadme(`/${page.path}`, page.extension, site)) continue;
      const folder = folderOf(page.url);
      if (!hasIndex(folder, site)) generation.amend(page, { permalink: `${folder}/` });
    }
  },
});

function isReadme(path: string, extension: string, site: SiteView): boolean {
  return (
    site.isMarkdown(extension) &&
    path
      .slice(0, path.length - extension.length)
      .toLowerCase()
      .endsWith('/readme')
  );
}

/** Ruby's `File.dirname` of a URL: `/` for what lies at the root. */
function folderOf(url: string): string {
  const path = url.replace(/\/+$/, '');
  return path.slice(0, Math.max(1, path.lastIndexOf('/')));
}

function hasIndex(folder: string, site: SiteView): boolean {
  const prefix = (folder.endsWith('/') ? folder : `${folder}/`).toLowerCase();
  return [...site.pages, ...site.staticFiles].some((file) => {
    const url = file.url.toLowerCase();
    return url.startsWith(prefix) && /^(?:$|index\.(?:html?|xhtml|xml)$)/.test(url.slice(prefix.length));
  });
}
