/** What there is to say about the files and folders of a source. */

import { message } from '../../diagnostic.ts';

export const readMessages = {
  unreadable: message<{ readonly path: string; readonly reason: string }>({
    code: 'read/unreadable',
    severity: 'error',
    message: ({ path, reason }) => `"${path}" cannot be read: ${reason}`,
    hint: () => 'Check its permissions, or name it under "exclude" in _config.yml',
  }),
  brokenLink: message<{ readonly path: string }>({
    code: 'read/broken-link',
    severity: 'warning',
    message: ({ path }) => `"${path}" is a link that leads nowhere; it is left out`,
    hint: () => 'Remove the link, or restore what it points to',
  }),
  linkLoop: message<{ readonly path: string }>({
    code: 'read/link-loop',
    severity: 'warning',
    message: ({ path }) => `"${path}" is a link to a folder that it lies in; it is not followed`,
    hint: () => 'Remove the link, or name it under "exclude" in _config.yml',
  }),
  linkOutside: message<{ readonly path: string; readonly target: string }>({
    code: 'read/link-outside',
    severity: 'info',
    message: ({ path, target }) => `"${path}" is a link out of the source, to ${target}; it is followed`,
    hint: () => 'With --safe such links are left out',
  }),
  notFile: message<{ readonly path: string }>({
    code: 'read/not-a-file',
    severity: 'warning',
    message: ({ path }) =>
      `"${path}" is neither a file nor a folder (a pipe, socket or device); it is left out`,
    hint: () => 'Remove it, or name it under "exclude" in _config.yml',
  }),
  badName: message<{ readonly path: string }>({
    code: 'read/bad-name',
    severity: 'warning',
    message: ({ path }) => `The name "${path}" is not UTF-8; the file is left out`,
    hint: () => 'Rename it',
  }),
  /** Jekyll's own words. */
  future: message<{ readonly path: string; readonly date: string }>({
    code: 'read/future-post',
    severity: 'info',
    message: ({ path, date }) => `Skipping: ${path} has a future date (${date})`,
    hint: () => 'Build with --future, or set "future: true", to see it',
  }),
  /** Jekyll's own words. */
  noSortKey: message<{ readonly key: string; readonly path: string }>({
    code: 'read/no-sort-key',
    severity: 'warning',
    message: ({ key, path }) =>
      `Sort warning: '${key}' not defined in ${path}, so it comes last in its collection`,
    hint: ({ key }) => `Give it one in its front matter: ${key}: 1`,
  }),
  themeMissing: message<{ readonly name: string; readonly nearest: string | undefined }>({
    code: 'read/theme-missing',
    severity: 'error',
    message: ({ name }) => `The theme "${name}" is not installed, neither as an npm package nor as a gem`,
    hint: ({ name, nearest }) =>
      nearest === undefined
        ? `Install it with npm if it is published there, or copy the theme's folder into the site and write "theme: ./${name}"`
        : `Did you mean "${nearest}"?`,
  }),
  themeOutside: message<{ readonly name: string }>({
    code: 'read/theme-outside',
    severity: 'error',
    message: ({ name }) => `The theme "${name}" lies outside of the source, which is not read under --safe`,
    hint: () => 'Copy the theme into the site, install it by its name, or build without --safe',
  }),
  themeNotText: message<Record<string, never>>({
    code: 'read/theme-not-text',
    severity: 'warning',
    message: () => '"theme" is not text, so no theme is used',
    hint: () => 'Write the name of an npm package or the path of a folder: theme: ./my-theme',
  }),
};
