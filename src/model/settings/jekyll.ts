/** The settings that Jekyll has a default for, in its order: that is the order in which templates see them. */

import { liquidSettings } from '../../engines/liquid/settings.ts';
import { jekyllKramdownSettings, kramdownTable } from '../../engines/markdown/settings.ts';
import { toText } from '../../ruby/print.ts';
import { isNil, type Value } from '../../ruby/values.ts';
import {
  asWritten,
  filledText,
  filledTextOr,
  hashOrEmpty,
  isOn,
  printed,
  printedOr,
  textOr,
  texts,
} from '../../settings/readers.ts';
import { section } from '../../settings/record.ts';
import { flag, type Setting, type SettingRow, type SettingTable, setting } from '../../settings/setting.ts';

/** The templates behind the names that `permalink:` may have. */
export const permalinkStyles: ReadonlyMap<string, string> = new Map([
  ['none', '/:categories/:title:output_ext'],
  ['date', '/:categories/:year/:month/:day/:title:output_ext'],
  ['ordinal', '/:categories/:year/:y_day/:title:output_ext'],
  ['pretty', '/:categories/:year/:month/:day/:title/'],
  ['weekdate', '/:categories/:year/W:week/:short_day/:title:output_ext'],
]);

const MARKDOWN_EXT = 'markdown,mkdown,mkdn,mkd,md';

const COLLECTION: SettingTable = {
  output: { type: 'boolean', default: false, doc: 'Whether each document of it becomes a page.' },
  permalink: {
    type: 'string',
    doc: 'The addresses of its documents.',
    examples: [...permalinkStyles.keys(), '/:collection/:path/'],
  },
  sort_by: { type: 'string', doc: 'The front-matter key that its documents are ordered by.' },
  order: { type: 'list', doc: 'Names of its first documents, in their order.' },
};

const DEFAULT_SET: SettingTable = {
  scope: {
    type: 'hash',
    doc: 'Which files the values are for.',
    keys: {
      path: { type: 'string', doc: 'A folder, file or glob, relative to the source; all files if empty.' },
      type: { type: 'string', doc: 'pages, posts, drafts, or the name of a collection.' },
    },
  },
  values: {
    type: 'hash',
    refusesNil: true,
    doc: 'Front matter that these files have unless they say otherwise.',
  },
};

/** In Jekyll's order. The defaults are Jekyll's, but for `destination` and `cache_dir`. */
export const jekyllSettings = {
  source: text('source', filledTextOr('.'), '.', { doc: 'The folder of the site.' }),
  destination: text('destination', filledTextOr('dist'), 'dist', {
    doc: 'The folder that the site is written to.',
    mistake: { severity: 'error', example: 'destination: ./dist' },
  }),
  collections_dir: text('collections_dir', textOr(''), '', {
    doc: 'The folder that collections lie in, relative to the source.',
    mistake: { severity: 'error', example: 'collections_dir: collections' },
  }),
  cache_dir: text('cache_dir', filledTextOr('.hastie-cache'), '.hastie-cache', {
    doc: 'Where results are kept between builds, relative to the source.',
  }),
  plugins_dir: setting(readFolders('_plugins'), {
    type: ['string', 'list'],
    items: { type: 'string' },
    default: '_plugins',
    doc: "The folders of the site's own plugins.",
    mistake: { severity: 'warning', example: 'plugins_dir: _plugins' },
  }),
  layouts_dir: text('layouts_dir', textOr('_layouts'), '_layouts', {
    doc: 'The folder of layouts, relative to the source.',
  }),
  data_dir: text('data_dir', textOr('_data'), '_data', {
    doc: 'The folder of data files, relative to the source.',
  }),
  includes_dir: text('includes_dir', textOr('_includes'), '_includes', {
    doc: 'The folder of includes, relative to the source.',
  }),
  collections: setting(hashOrEmpty, {
    type: ['hash', 'list'],
    items: { type: 'string' },
    others: { type: ['hash', 'boolean'], keys: COLLECTION },
    default: new Map(),
    doc: 'Kinds of documents besides posts, by their names.',
    mistake: { severity: 'error', example: 'collections: {talks: {output: true}}' },
  }),
  safe: flag('Runs no plugin that is not built in, and follows no link out of the source.'),
  include: list(texts, ['.htaccess'], 'include: [_pages]', {
    doc: 'Files and folders that are part of the site in spite of their names.',
    refusesNil: true,
  }),
  exclude: list(texts, [], 'exclude: [README.md]', {
    doc: 'Files and folders that are not part of the site.',
    refusesNil: true,
  }),
  keep_files: list(printed, ['.git', '.svn'], 'keep_files: [.git]', {
    doc: 'What stays in the destination though no build made it.',
  }),
  encoding: text('encoding', textOr('utf-8'), 'utf-8', { doc: 'The encoding of the source files.' }),
  markdown_ext: setting((value) => String(value ?? MARKDOWN_EXT).split(','), {
    type: 'string',
    default: MARKDOWN_EXT,
    doc: 'The extensions of Markdown files, with commas between them.',
    mistake: { severity: 'error', example: 'markdown_ext: md,markdown' },
  }),
  strict_front_matter: flag('Makes broken front matter an error, as it is here unless this is false.'),
  show_drafts: setting(isOn, { type: 'boolean', default: null, doc: 'Publishes what is in _drafts, too.' }),
  limit_posts: setting((value) => (typeof value === 'number' ? value : 0), {
    type: 'integer',
    minimum: 0,
    default: 0,
    doc: 'How many of the newest posts are published; 0 for all.',
    mistake: { severity: 'error', example: 'limit_posts: 10' },
  }),
  future: flag('Publishes posts that are dated in the future, too.'),
  unpublished: flag('Publishes what says published: false, too.'),
  whitelist: setting(
    (value) =>
      [value]
        .flat()
        .filter((each) => !isNil(each))
        .map(String),
    {
      type: ['list', 'string'],
      items: { type: 'string' },
      default: [],
      doc: 'The plugins that run under safe.',
    },
  ),
  plugins: list(printed, [], 'plugins: [jekyll-feed, jekyll-sitemap]', {
    doc: 'The plugins of the site, by the names of their gems or npm packages.',
    refusesNil: true,
  }),
  markdown: text('markdown', printedOr('kramdown'), 'kramdown', {
    doc: 'The Markdown engine.',
    examples: ['kramdown', 'CommonMark', 'CommonMarkGhPages'],
  }),
  highlighter: setting(asWritten, {
    type: ['string', 'boolean'],
    default: 'rouge',
    doc: 'What highlights code; none for no colours.',
    examples: ['rouge', 'none'],
    mistake: { severity: 'warning', example: 'highlighter: rouge' },
  }),
  lsi: flag('Accepted without effect: related posts are the newest.'),
  excerpt_separator: setting(asWritten, {
    default: '\n\n',
    doc: 'The text that ends the excerpt of a post; no excerpts if empty.',
  }),
  incremental: flag('Accepted without effect: every build goes on from the last one.'),
  detach: flag('Lets the server run in the background, without watching.'),
  port: setting((value) => toText(value ?? ''), {
    type: ['integer', 'string'],
    default: '4000',
    doc: 'The port of the preview; 0 takes one that is free.',
    mistake: { severity: 'warning', example: 'port: 4000' },
  }),
  host: setting(filledTextOr('127.0.0.1'), {
    type: 'string',
    default: '127.0.0.1',
    doc: 'The name or address that the preview listens on.',
    mistake: { severity: 'warning', example: 'host: 127.0.0.1' },
  }),
  baseurl: setting(asWritten, {
    type: 'string',
    default: null,
    doc: 'The path below which the site is served: empty, or with a slash before it.',
    mistake: { severity: 'warning', example: 'baseurl: /project' },
  }),
  show_dir_listing: flag('Shows the entries of a folder in the preview instead of its index page.'),
  permalink: text('permalink', printedOr('date'), 'date', {
    doc: 'The addresses of posts: a style by its name, or a template with placeholders.',
    examples: [...permalinkStyles.keys(), '/:categories/:title/'],
    mistake: { severity: 'error', example: 'permalink: /:year/:title/' },
  }),
  paginate_path: text('paginate_path', asWritten, '/page:num', {
    doc: 'The addresses of the pages after the first, for jekyll-paginate.',
  }),
  timezone: setting(filledText, {
    type: 'string',
    default: null,
    doc: 'The time zone of dates, as the tz database names it; that of the machine without it.',
    mistake: { severity: 'error', example: 'timezone: Asia/Shanghai' },
  }),
  quiet: flag('Prints errors alone.'),
  verbose: flag('Prints everything.'),
  defaults: setting(asWritten, {
    type: 'list',
    items: { type: 'hash', keys: DEFAULT_SET },
    default: [],
    doc: 'Front matter of files that do not say so themselves.',
    mistake: {
      severity: 'warning',
      example: 'defaults: [{scope: {path: ""}, values: {layout: default}}]',
    },
  }),
  liquid: section(liquidSettings, {
    default: defaultsOf(liquidSettings),
    doc: 'How strict templates are read.',
    mistake: { severity: 'error', example: 'liquid: {error_mode: warn}' },
  }),
  kramdown: setting(hashOrEmpty, {
    type: 'hash',
    keys: kramdownTable,
    default: new Map<Value, Value>(Object.entries(jekyllKramdownSettings)),
    doc: 'Options of kramdown.',
    mistake: { severity: 'error', example: 'kramdown: {input: GFM}' },
  }),
} satisfies SettingTable;

/** Jekyll's configuration before anyone has set anything, for a run in the folder `workingFolder`. */
export function defaultValues(workingFolder: string): Map<Value, Value> {
  return defaultsOf(jekyllSettings)
    .set('source', workingFolder)
    .set(
      'destination',
      `${workingFolder === '/' ? '' : workingFolder}/${jekyllSettings.destination.default}`,
    );
}

function defaultsOf(table: SettingTable): Map<Value, Value> {
  return new Map(
    Object.entries(table).flatMap(([key, row]) => (row.default === undefined ? [] : [[key, row.default]])),
  );
}

/** Text without which Jekyll stops. */
function text<T>(
  name: string,
  read: (value: Value) => T,
  preset: string,
  row: Omit<SettingRow, 'type' | 'default'>,
): Setting<T> {
  const mistake = { severity: 'error', example: `${name}: ${preset}` } as const;
  return setting(read, { type: 'string', default: preset, mistake, ...row });
}

function list(
  read: (value: Value) => readonly string[],
  preset: readonly string[],
  example: string,
  row: Omit<SettingRow, 'type' | 'default' | 'mistake'>,
): Setting<readonly string[]> {
  const mistake = { severity: 'error', example } as const;
  return setting(read, { type: 'list', items: { type: 'string' }, default: preset, mistake, ...row });
}

/** A list of folders, or one text with commas between them. */
function readFolders(fallback: string): (value: Value) => readonly string[] {
  return (value) => (Array.isArray(value) ? value : String(value ?? fallback).split(',')).map(String);
}
