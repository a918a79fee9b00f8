/** Messages about the configuration: `_config.yml`, `--config` files and flags. */

import { message } from '../../diagnostic.ts';

const didYouMean = (nearest: string | undefined, otherwise: string): string =>
  nearest === undefined ? otherwise : `did you mean \`${nearest}\`?`;

export const configMessages = {
  notFound: message<{ readonly file: string; readonly nearest: string | undefined }>({
    code: 'config/not-found',
    severity: 'error',
    message: ({ file }) => `the configuration file \`${file}\` does not exist`,
    hint: ({ nearest }) =>
      didYouMean(nearest, 'check the path: `--config` is relative to the folder in which the command runs'),
  }),
  notMapping: message<{ readonly file: string; readonly found: string }>({
    code: 'config/not-a-mapping',
    severity: 'warning',
    message: ({ file, found }) =>
      `\`${file}\` contains ${found} instead of settings; it and the files after it are ignored`,
    hint: () => 'write one setting per line, with a space after the colon: `title: My homepage`',
  }),
  unknownFormat: message<{ readonly file: string }>({
    code: 'config/unknown-format',
    severity: 'warning',
    message: ({ file }) => `\`${file}\` is not a .yml or .yaml file; it and the files after it are ignored`,
    hint: () => 'rename the file if it is YAML',
  }),
  toml: message<{ readonly file: string }>({
    code: 'config/toml',
    severity: 'error',
    message: ({ file }) => `\`${file}\` is TOML, which is not supported`,
    hint: () =>
      'write the settings as YAML: `title = "x"` becomes `title: x`, and `[section]` becomes `section:` with its keys indented below it',
  }),
  wrongType: message<{
    readonly key: string;
    readonly wanted: string;
    readonly found: string;
    readonly example: string;
  }>({
    code: 'config/wrong-type',
    severity: 'error',
    message: ({ key, wanted, found }) => `\`${key}\` must be ${wanted}, but is ${found}`,
    hint: ({ example }) => `write it as \`${example}\``,
  }),
  textForFlag: message<{ readonly key: string; readonly text: string }>({
    code: 'config/text-for-flag',
    severity: 'warning',
    message: ({ key, text }) =>
      `\`${key}\` is the text \`"${text}"\`, which counts as true, as any text does`,
    hint: ({ key, text }) => `remove the quotes: \`${key}: ${text}\``,
  }),
  cacheOutside: message<{ readonly folder: string; readonly usual: string }>({
    code: 'config/cache-outside',
    severity: 'warning',
    message: ({ folder, usual }) =>
      `\`cache_dir\` names \`${folder}\`, which is not a folder inside the site; \`${usual}\` is used instead`,
    hint: () => 'name a folder inside the site, or remove the setting',
  }),
  misspelt: message<{ readonly key: string; readonly nearest: string }>({
    code: 'config/misspelt-key',
    severity: 'warning',
    message: ({ key }) => `\`${key}\` is not a known setting`,
    hint: ({ nearest }) => `did you mean \`${nearest}\`?`,
  }),
  oldName: message<{ readonly key: string; readonly now: string }>({
    code: 'config/old-name',
    severity: 'warning',
    message: ({ key }) => `\`${key}\` is the old name of a Jekyll setting and is ignored`,
    hint: ({ now }) => `rename it to \`${now}\``,
  }),
  negativeLimit: message<{ readonly value: string }>({
    code: 'config/limit-posts',
    severity: 'error',
    message: ({ value }) => `\`limit_posts\` must not be negative, but is ${value}`,
    hint: () => 'write 0, or remove it, to publish all posts',
  }),
  unknownTimeZone: message<{ readonly zone: string; readonly nearest: string | undefined }>({
    code: 'config/unknown-time-zone',
    severity: 'warning',
    message: ({ zone }) => `unknown time zone \`${zone}\`, so UTC is used`,
    hint: ({ nearest }) => didYouMean(nearest, 'write a name such as `Asia/Shanghai` or `Europe/Berlin`'),
  }),
  badTime: message<{ readonly value: string }>({
    code: 'config/bad-time',
    severity: 'error',
    message: ({ value }) => `\`time\` is not a valid time: \`${value}\``,
    hint: () => 'write it as `2024-05-01 12:00:00 +0000`, or remove it to use the time of the build',
  }),
  badEpoch: message<{ readonly value: string }>({
    code: 'config/source-date-epoch',
    severity: 'warning',
    message: ({ value }) =>
      `\`SOURCE_DATE_EPOCH\` is \`${value}\`, not a whole number of seconds, and is ignored`,
    hint: () => 'set it to the output of `date +%s`',
  }),
  badDefaults: message<{ readonly index: number }>({
    code: 'config/front-matter-defaults',
    severity: 'warning',
    message: ({ index }) =>
      `entry ${index + 1} of \`defaults\` has no mapping under \`values\` and is ignored`,
    hint: () => 'give the entry `scope:` and `values:`, each with its keys indented below it',
  }),
  oldScopeType: message<{ readonly type: string; readonly now: string }>({
    code: 'config/old-scope-type',
    severity: 'warning',
    message: ({ type }) => `the type \`${type}\` in \`defaults\` is deprecated`,
    hint: ({ now }) => `rename it to \`${now}\``,
  }),
  sourceMissing: message<{ readonly folder: string }>({
    code: 'config/source-missing',
    severity: 'error',
    message: ({ folder }) => `the source folder \`${folder}\` does not exist`,
    hint: () => 'check `--source` and `source:`, which are relative to the folder in which the command runs',
  }),
  pagesFound: message<{ readonly because: string }>({
    code: 'config/github-pages-found',
    severity: 'info',
    message: ({ because }) => `\`github_pages\` is on, because ${because}`,
    hint: () =>
      'write `github_pages: true` into `_config.yml` to keep it so, or `github_pages: false` to build as Jekyll 4.3.1',
  }),
  pagesDeclined: message<{ readonly because: string; readonly but: string }>({
    code: 'config/github-pages-declined',
    severity: 'info',
    message: ({ because, but }) => `\`github_pages\` is off, because ${but}, although ${because}`,
    hint: () => 'write `github_pages: true` or `github_pages: false` into `_config.yml` to settle it',
  }),
  pagesThemeMissing: message<{ readonly name: string }>({
    code: 'config/default-theme-missing',
    severity: 'info',
    message: ({ name }) =>
      `GitHub Pages gives a site without \`theme:\` the theme \`${name}\`, which is not installed`,
    hint: ({ name }) =>
      `install \`${name}\` to have its layouts and stylesheet, or write an empty \`theme:\` to build without them`,
  }),
  notOnPages: message<{ readonly name: string }>({
    code: 'config/not-on-github-pages',
    severity: 'warning',
    message: ({ name }) =>
      `the plugin \`${name}\` is disabled under \`github_pages\`, because GitHub Pages does not run it`,
    hint: () => 'remove `github_pages: true` to build with all plugins, and publish the result yourself',
  }),
};
