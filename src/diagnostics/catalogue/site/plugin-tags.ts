/** Which built-in plugin brings a tag or a filter, for hints where a site uses it without naming the plugin. */

const TAGS: Readonly<Record<string, string>> = {
  avatar: 'jekyll-avatar',
  bibliography: 'jekyll-scholar',
  bibliography_count: 'jekyll-scholar',
  cite: 'jekyll-scholar',
  nocite: 'jekyll-scholar',
  reference: 'jekyll-scholar',
  cite_details: 'jekyll-scholar',
  details_link: 'jekyll-scholar',
  quote: 'jekyll-scholar',
  paper_boxes: 'jekyll-scholar',
  citation_badge: 'citations',
  citation_badge_url: 'citations',
  citation_chart: 'citations',
  github_edit_link: 'jekyll-github-metadata',
  feed_meta: 'jekyll-feed',
  gist: 'jekyll-gist',
  last_modified_at: 'jekyll-last-modified-at',
  toc: 'jekyll-toc',
  seo: 'jekyll-seo-tag',
};

const FILTERS: Readonly<Record<string, string>> = {
  hideCustomBibtex: 'jekyll-scholar',
  citations: 'citations',
  toc_only: 'jekyll-toc',
  inject_anchors: 'jekyll-toc',
  toc: 'jekyll-toc',
};

/** The plugin that brings a tag; undefined where none of ours does. */
export function pluginOfTag(name: string): string | undefined {
  return Object.hasOwn(TAGS, name) ? TAGS[name] : undefined;
}

/** The plugin that brings a filter; undefined where none of ours does. */
export function pluginOfFilter(name: string): string | undefined {
  return Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined;
}

/** A hint: the line of the configuration that turns a plugin on. */
export function turnOn(plugin: string): string {
  if (plugin === 'citations') return 'write `citations: true` into _config.yml: that brings it';
  return `${plugin} brings it: write \`plugins: [${plugin}]\` into _config.yml, or add it to the list there`;
}
