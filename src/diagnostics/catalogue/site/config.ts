/** What there is to say about the configuration: `_config.yml`, `--config` files and flags. */

import { message } from '../../diagnostic.ts';

export const configMessages = {
  notFound: message<{ readonly file: string; readonly nearest: string | undefined }>({
    code: 'config/not-found',
    severity: 'error',
    message: ({ file }) => `The configuration file "${file}" does not exist`,
    hint: ({ nearest }) =>
      nearest === undefined
        ? 'Paths in --config are relative to the folder in which the command runs'
        : `Did you mean "${nearest}"?`,
  }),
  notMapping: message<{ readonly file: string; readonly found: string }>({
    code: 'config/not-a-mapping',
    severity: 'warning',
    message: ({ file, found }) =>
      `"${file}" holds ${found} instead of settings; this file and those after it are not used`,
    hint: () => 'Write settings one to a line, as in "title: My homepage", with a space after the colon',
  }),
  unknownFormat: message<{ readonly file: string }>({
    code: 'config/unknown-format',
    severity: 'warning',
    message: ({ file }) => `"${file}" is not a .yml or .yaml file; this file and those after it are not used`,
    hint: () => 'Rename the file if it is YAML',
  }),
  toml: message<{ readonly file: string }>({
    code: 'config/toml',
    severity: 'error',
    message: ({ file }) => `"${file}" is TOML, which is not supported`,
    hint: () =>
      'Write the settings as YAML: `title = "x"` becomes `title: x`, and a `[section]` becomes `section:` with its keys indented below it',
  }),
  wrongType: message<{
    readonly key: string;
    readonly wanted: string;
    readonly found: string;
    readonly example: string;
  }>({
    code: 'config/wrong-type',
    severity: 'error',
    message: ({ key, wanted, found }) => `"${key}" must be ${wanted}, but is ${found}`,
    hint: ({ example }) => `Write it as: ${example}`,
  }),
  textForFlag: message<{ readonly key: string; readonly text: string }>({
    code: 'config/text-for-flag',
    severity: 'warning',
    message: ({ key, text }) => `"${key}" is the text "${text}", and any text counts as true`,
    hint: ({ key, text }) => `Take the quotes away: ${key}: ${text}`,
  }),
  cacheOutside: message<{ readonly folder: string; readonly usual: string }>({
    code: 'config/cache-outside',
    severity: 'warning',
    message: ({ folder, usual }) =>
      `"cache_dir" names ${folder}, which is not a folder inside of the site; ${usual} is used instead`,
    hint: () => 'Name a folder inside of the site, or leave the setting out',
  }),
  misspelt: message<{ readonly key: string; readonly nearest: string }>({
    code: 'config/misspelt-key',
    severity: 'warning',
    message: ({ key }) => `"${key}" is not a setting that anything here reads`,
    hint: ({ nearest }) => `Did you mean "${nearest}"?`,
  }),
  oldName: message<{ readonly key: string; readonly now: string }>({
    code: 'config/old-name',
    severity: 'warning',
    message: ({ key }) =>
      `"${key}" is the name that this setting had in old versions of Jekyll, and is not read`,
    hint: ({ now }) => `Call it "${now}"`,
  }),
  negativeLimit: message<{ readonly value: string }>({
    code: 'config/limit-posts',
    severity: 'error',
    message: ({ value }) => `"limit_posts" must be zero or more, but is ${value}`,
    hint: () => 'Zero, or leaving it out, means all posts',
  }),
  unknownTimeZone: message<{ readonly zone: string; readonly nearest: string | undefined }>({
    code: 'config/unknown-time-zone',
    severity: 'warning',
    message: ({ zone }) => `"${zone}" is not the name of a time zone; UTC is used`,
    hint: ({ nearest }) =>
      nearest === undefined
        ? 'Names look like "Asia/Shanghai" or "Europe/Berlin"'
        : `Did you mean "${nearest}"?`,
  }),
  badTime: message<{ readonly value: string }>({
    code: 'config/bad-time',
    severity: 'error',
    message: ({ value }) => `"time" is not a moment: ${value}`,
    hint: () => 'Write it as 2024-05-01 12:00:00 +0000, or leave it out for the moment of the build',
  }),
  badEpoch: message<{ readonly value: string }>({
    code: 'config/source-date-epoch',
    severity: 'warning',
    message: ({ value }) =>
      `The variable SOURCE_DATE_EPOCH is "${value}", which is no whole number of seconds; it is ignored`,
    hint: () => 'Set it to the output of: date +%s',
  }),
  badDefaults: message<{ readonly index: number }>({
    code: 'config/front-matter-defaults',
    severity: 'warning',
    message: ({ index }) => `Entry ${index + 1} of "defaults" has no mapping under "values" and is ignored`,
    hint: () => 'An entry has two parts, "scope:" and "values:", each with its keys indented below it',
  }),
  oldScopeType: message<{ readonly type: string; readonly now: string }>({
    code: 'config/old-scope-type',
    severity: 'warning',
    message: ({ type }) => `The type "${type}" of a front-matter default is an old name`,
    hint: ({ now }) => `Call it "${now}"`,
  }),
  sourceMissing: message<{ readonly folder: string }>({
    code: 'config/source-missing',
    severity: 'error',
    message: ({ folder }) => `The source folder "${folder}" does not exist`,
    hint: () =>
      'Check the flag --source and the key "source"; paths are relative to the folder in which the command runs',
  }),
  notOnPages: message<{ readonly name: string }>({
    code: 'config/not-on-github-pages',
    severity: 'warning',
    message: ({ name }) =>
      `GitHub Pages does not run the plugin ${name}, so with "github_pages" it is left out`,
    hint: () => 'take `github_pages: true` away to build with all plugins and publish the result yourself',
  }),
};
