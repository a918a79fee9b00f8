/** Messages about the files and folders of a source. */

import { message } from '../../diagnostic.ts';

const EXCLUDE = 'add it to `exclude:` in `_config.yml`';

export const readMessages = {
  unreadable: message<{ readonly path: string; readonly reason: string }>({
    code: 'read/unreadable',
    severity: 'error',
    message: ({ path, reason }) => `cannot read \`${path}\`: ${reason}`,
    hint: () => `check its permissions, or ${EXCLUDE}`,
  }),
  brokenLink: message<{ readonly path: string }>({
    code: 'read/broken-link',
    severity: 'warning',
    message: ({ path }) => `\`${path}\` is a link to nothing and is skipped`,
    hint: () => 'remove the link, or restore its target',
  }),
  linkLoop: message<{ readonly path: string }>({
    code: 'read/link-loop',
    severity: 'warning',
    message: ({ path }) => `\`${path}\` is a link to a folder that contains it, so it is not followed`,
    hint: () => `remove the link, or ${EXCLUDE}`,
  }),
  linkOutside: message<{ readonly path: string; readonly target: string }>({
    code: 'read/link-outside',
    severity: 'info',
    message: ({ path, target }) => `\`${path}\` is a link to \`${target}\`, outside the source`,
    hint: () => 'build with `--safe` to skip such links',
  }),
  notFile: message<{ readonly path: string }>({
    code: 'read/not-a-file',
    severity: 'warning',
    message: ({ path }) =>
      `\`${path}\` is neither a file nor a folder (but a pipe, socket or device) and is skipped`,
    hint: () => `remove it, or ${EXCLUDE}`,
  }),
  badName: message<{ readonly path: string }>({
    code: 'read/bad-name',
    severity: 'warning',
    message: ({ path }) => `the file name \`${path}\` is not valid UTF-8, so the file is skipped`,
    hint: () => 'rename it',
  }),
  future: message<{ readonly path: string; readonly date: string }>({
    code: 'read/future-post',
    severity: 'info',
    message: ({ path, date }) => `\`${path}\` has a future date (${date}) and is not published`,
    hint: () => 'build with `--future`, or set `future: true`, to publish it',
    jekyll: ({ path }) => `Skipping: ${path} has a future date`,
  }),
  noSortKey: message<{ readonly key: string; readonly path: string }>({
    code: 'read/no-sort-key',
    severity: 'warning',
    message: ({ key, path }) =>
      `\`${path}\` does not set \`${key}\`, by which its collection is sorted, and comes last`,
    hint: ({ key }) => `set it in the front matter, as in \`${key}: 1\``,
    jekyll: ({ key, path }) => `Sort warning: '${key}' not defined in ${path}`,
  }),
  themeMissing: message<{ readonly name: string; readonly nearest: string | undefined }>({
    code: 'read/theme-missing',
    severity: 'error',
    message: ({ name }) => `the theme \`${name}\` is neither installed nor known`,
    hint: ({ nearest }) =>
      nearest === undefined
        ? `write \`remote_theme: owner/name\` for a theme on GitHub, or copy the theme's folder into the site and write its path, as in \`theme: ./my-theme\``
        : `did you mean \`${nearest}\`?`,
  }),
  themeOutside: message<{ readonly name: string }>({
    code: 'read/theme-outside',
    severity: 'error',
    message: ({ name }) => `the theme \`${name}\` is outside the source, which is not read under \`--safe\``,
    hint: () => 'copy the theme into the site, install it by its name, or build without `--safe`',
  }),
  themeNotText: message<Record<string, never>>({
    code: 'read/theme-not-text',
    severity: 'warning',
    message: () => '`theme` is not text, so no theme is used',
    hint: () => 'write the name of an npm package or the path of a folder, as in `theme: ./my-theme`',
  }),
};
