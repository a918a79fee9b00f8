/** The table of settings that have a meaning here or in common themes, with what they may hold. */

import type { Severity } from '../diagnostics/diagnostic.ts';

export type Kind = 'flag' | 'text' | 'whole' | 'list' | 'mapping' | 'other';

/** What each kind is called in a message. */
export const kinds: Readonly<Record<Kind, string>> = {
  flag: 'true or false',
  text: 'text',
  whole: 'a whole number',
  list: 'a list',
  mapping: 'a mapping',
  other: 'a number or a date',
};

export interface Setting {
  readonly kinds: readonly Kind[];
  /** How bad another kind is: an error where Jekyll stops, nothing where it takes anything. */
  readonly severity: Severity | undefined;
  readonly example: string;
}

function row(allowed: readonly Kind[], severity: Severity | undefined, example: string): Setting {
  return { kinds: allowed, severity, example };
}

const flag = (name: string) => [name, row(['flag'], undefined, `${name}: true`)] as const;
const folder = (name: string, value: string) => [name, row(['text'], 'error', `${name}: ${value}`)] as const;
const list = (name: string, value: string) => [name, row(['list'], 'error', `${name}: [${value}]`)] as const;
const any = (name: string) => [name, row([], undefined, '')] as const;

export const settings: ReadonlyMap<string, Setting> = new Map<string, Setting>([
  folder('source', '.'),
  folder('destination', './dist'),
  folder('collections_dir', 'collections'),
  folder('cache_dir', '.hastie-cache'),
  ['plugins_dir', row(['text', 'list'], 'warning', 'plugins_dir: _plugins')],
  folder('layouts_dir', '_layouts'),
  folder('data_dir', '_data'),
  folder('includes_dir', '_includes'),
  ['collections', row(['mapping', 'list'], 'error', 'collections: {talks: {output: true}}')],
  flag('safe'),
  list('include', '_pages'),
  list('exclude', 'README.md'),
  list('keep_files', '.git'),
  ['encoding', row(['text'], 'error', 'encoding: utf-8')],
  ['markdown_ext', row(['text'], 'error', 'markdown_ext: md,markdown')],
  flag('strict_front_matter'),
  flag('show_drafts'),
  ['limit_posts', row(['whole'], 'error', 'limit_posts: 10')],
  flag('future'),
  flag('unpublished'),
  any('whitelist'),
  list('plugins', 'jekyll-feed, jekyll-sitemap'),
  any('theme'),
  any('remote_theme'),
  flag('ignore_theme_config'),
  flag('disable_disk_cache'),
  ['markdown', row(['text'], 'error', 'markdown: kramdown')],
  ['highlighter', row(['text', 'flag'], 'warning', 'highlighter: rouge')],
  flag('lsi'),
  any('excerpt_separator'),
  flag('page_excerpts'),
  flag('incremental'),
  flag('detach'),
  ['port', row(['whole', 'text'], 'warning', 'port: 4000')],
  ['host', row(['text'], 'warning', 'host: 127.0.0.1')],
  ['baseurl', row(['text'], 'warning', 'baseurl: /project')],
  flag('show_dir_listing'),
  flag('livereload'),
  flag('open_url'),
  flag('skip_initial_build'),
  flag('watch'),
  flag('force_polling'),
  flag('serving'),
  ['permalink', row(['text'], 'error', 'permalink: /:year/:title/')],
  ['paginate', row(['whole'], 'warning', 'paginate: 10')],
  ['paginate_path', row(['text'], 'error', 'paginate_path: /page:num')],
  ['pagination', row(['mapping'], 'warning', 'pagination: {enabled: true}')],
  ['timezone', row(['text'], 'error', 'timezone: Asia/Shanghai')],
  any('time'),
  flag('quiet'),
  flag('verbose'),
  ['defaults', row(['list'], 'warning', 'defaults: [{scope: {path: ""}, values: {layout: default}}]')],
  ['liquid', row(['mapping'], 'error', 'liquid: {error_mode: warn}')],
  ['kramdown', row(['mapping'], 'error', 'kramdown: {input: GFM}')],
  ['sass', row(['mapping'], 'error', 'sass: {style: compressed}')],
  any('url'),
  any('profile'),
  any('config'),
  any('data'),
  any('csv_reader'),
  any('tsv_reader'),
  any('webrick'),
  any('title'),
  any('description'),
  any('repository'),
  any('author'),
  any('email'),
  any('social'),
  any('analytics'),
  any('google_analytics_id'),
  any('google_scholar_stats_use_cdn'),
  any('google_site_verification'),
  any('bing_site_verification'),
  any('baidu_site_verification'),
  any('compress_html'),
  any('category_archive'),
  any('tag_archive'),
  any('archive_type'),
  any('twitter'),
  any('logo'),
  any('locale'),
  any('lang'),
  any('scholar'),
  any('citations'),
  any('citation_meta'),
  any('feed'),
  any('github_pages'),
  any('redirect_from'),
  any('commonmark'),
  any('autopages'),
  any('relative_links'),
  any('titles_from_headings'),
  any('readme_index'),
  any('optional_front_matter'),
  any('require_front_matter'),
  any('jekyll-archives'),
  any('jekyll-mentions'),
  any('last-modified-at'),
  any('toc'),
  any('emoji'),
  any('github'),
  any('tagline'),
  any('facebook'),
  any('webmaster_verifications'),
  any('seo_paginator_message'),
]);

/** Settings of Jekyll before 3.0 and 4.0, with their names of today. */
export const oldNames: ReadonlyMap<string, string> = new Map([
  ['gems', 'plugins'],
  ['layouts', 'layouts_dir'],
  ['data_source', 'data_dir'],
  ['server_port', 'port'],
  ['pygments', 'highlighter'],
]);
