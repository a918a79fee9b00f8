/** Which built-in plugin provides a tag or a filter, for hints where a site uses it without enabling the plugin. */

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
  bibtex: 'jekyll-scholar',
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
  details: 'al-folio/details',
  file_exists: 'al-folio/file-exists',
  google_scholar_citations: 'al-folio/google-scholar-citations',
  inspirehep_citations: 'al-folio/inspirehep-citations',
  jupyter_notebook: 'jekyll-jupyter-notebook',
  localization_exists: 'al-folio/localization-exists',
  social_links: 'jekyll-socials',
  tab: 'jekyll-tabs',
  tabs: 'jekyll-tabs',
  twitter: 'jekyll-twitter-plugin',
  twitternocache: 'jekyll-twitter-plugin',
};

const FILTERS: Readonly<Record<string, string>> = {
  hideCustomBibtex: 'jekyll-scholar',
  citations: 'citations',
  toc_only: 'jekyll-toc',
  inject_anchors: 'jekyll-toc',
  toc: 'jekyll-toc',
  bust_css_cache: 'jekyll-cache-bust',
  bust_file_cache: 'jekyll-cache-bust',
  encode_email: 'jekyll-email-protect',
  endswith: 'al-folio/string-filters',
  regex_replace: 'jekyll-regex-replace',
  regex_replace_once: 'jekyll-regex-replace',
  remove_accents: 'al-folio/remove-accents',
  startswith: 'al-folio/string-filters',
};

/** The built-in plugin that provides a tag, if any. */
export function pluginOfTag(name: string): string | undefined {
  return Object.hasOwn(TAGS, name) ? TAGS[name] : undefined;
}

/** The built-in plugin that provides a filter, if any. */
export function pluginOfFilter(name: string): string | undefined {
  return Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined;
}

/** A hint: the line of the configuration that enables a plugin. */
export function turnOn(plugin: string): string {
  if (plugin === 'citations') return 'write `citations: true` in `_config.yml` to enable it';
  return `write \`plugins: [${plugin}]\` in \`_config.yml\`, or add the plugin to the list there`;
}
