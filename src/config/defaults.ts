/** Jekyll's configuration before anyone has set anything, in its order of keys, with our two deviations: `dist` and `.hastie-cache`. */

import type { RubyHash, Value } from '../ruby/values.ts';

/** The defaults for a run in the folder `workingFolder`. */
export function defaultValues(workingFolder: string): RubyHash {
  return new Map<Value, Value>([
    ['source', workingFolder],
    ['destination', `${workingFolder === '/' ? '' : workingFolder}/dist`],
    ['collections_dir', ''],
    ['cache_dir', '.hastie-cache'],
    ['plugins_dir', '_plugins'],
    ['layouts_dir', '_layouts'],
    ['data_dir', '_data'],
    ['includes_dir', '_includes'],
    ['collections', hash({})],
    ['safe', false],
    ['include', ['.htaccess']],
    ['exclude', []],
    ['keep_files', ['.git', '.svn']],
    ['encoding', 'utf-8'],
    ['markdown_ext', 'markdown,mkdown,mkdn,mkd,md'],
    ['strict_front_matter', false],
    ['show_drafts', null],
    ['limit_posts', 0],
    ['future', false],
    ['unpublished', false],
    ['whitelist', []],
    ['plugins', []],
    ['markdown', 'kramdown'],
    ['highlighter', 'rouge'],
    ['lsi', false],
    ['excerpt_separator', '\n\n'],
    ['incremental', false],
    ['detach', false],
    ['port', '4000'],
    ['host', '127.0.0.1'],
    ['baseurl', null],
    ['show_dir_listing', false],
    ['permalink', 'date'],
    ['paginate_path', '/page:num'],
    ['timezone', null],
    ['quiet', false],
    ['verbose', false],
    ['defaults', []],
    ['liquid', hash({ error_mode: 'warn', strict_filters: false, strict_variables: false })],
    [
      'kramdown',
      hash({
        auto_ids: true,
        toc_levels: [1, 2, 3, 4, 5, 6],
        entity_output: 'as_char',
        smart_quotes: 'lsquo,rsquo,ldquo,rdquo',
        input: 'GFM',
        hard_wrap: false,
        guess_lang: true,
        footnote_nr: 1,
        show_warnings: false,
      }),
    ],
  ]);
}

/** What is left out of every site besides what `exclude:` names. */
export const defaultExcludes: readonly string[] = [
  '.sass-cache',
  '.jekyll-cache',
  'gemfiles',
  'Gemfile',
  'Gemfile.lock',
  'node_modules',
  'vendor/bundle/',
  'vendor/cache/',
  'vendor/gems/',
  'vendor/ruby/',
];

/** The templates behind the names that `permalink:` may have. */
export const permalinkStyles: ReadonlyMap<string, string> = new Map([
  ['none', '/:categories/:title:output_ext'],
  ['date', '/:categories/:year/:month/:day/:title:output_ext'],
  ['ordinal', '/:categories/:year/:y_day/:title:output_ext'],
  ['pretty', '/:categories/:year/:month/:day/:title/'],
  ['weekdate', '/:categories/:year/W:week/:short_day/:title:output_ext'],
]);

function hash(values: Readonly<Record<string, Value>>): RubyHash {
  return new Map<Value, Value>(Object.entries(values));
}
