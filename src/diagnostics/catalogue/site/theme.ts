/** Messages about themes that come from a repository. */

import { message } from '../../diagnostic.ts';

const WITHOUT_NETWORK =
  'build once with a network, or run `hastie theme vendor` where the theme is, which copies it into the site';

export const themeMessages = {
  badRemote: message<{ readonly name: string }>({
    code: 'theme/bad-remote',
    severity: 'error',
    message: ({ name }) => `\`${name}\` is not a valid remote theme`,
    hint: () =>
      'write `remote_theme: owner/name`, `owner/name@ref`, or the address of a repository on GitHub or on the host that `GITHUB_HOSTNAME` names',
    jekyll: ({ name }) => `Remote Theme: "${name}" is not a valid remote theme`,
  }),
  badGitAddress: message<{ readonly name: string; readonly address: string }>({
    code: 'theme/bad-git-address',
    severity: 'error',
    message: ({ name, address }) =>
      `the \`Gemfile\` takes the theme \`${name}\` from \`${address}\`, which is not a repository on GitHub or on the host that \`GITHUB_HOSTNAME\` names`,
    hint: ({ name }) => `copy the theme into the site, and write \`theme: ./${name}\``,
  }),
  badHost: message<{ readonly value: string }>({
    code: 'theme/bad-host',
    severity: 'error',
    message: ({ value }) => `\`HASTIE_THEME_HOST\` is \`${value}\`, which is not the address of a server`,
    hint: () => 'set it to an address such as `https://themes.example.com`, or unset it',
  }),
  notLocked: message<{ readonly name: string }>({
    code: 'theme/not-locked',
    severity: 'error',
    message: ({ name }) =>
      `the theme \`${name}\` is not locked as the site names it, and is not fetched under \`--safe\``,
    hint: () => 'build once without `--safe`, and commit `hastie-themes.lock.json`',
  }),
  lockDamaged: message<{ readonly file: string; readonly why: string }>({
    code: 'theme/lock-damaged',
    severity: 'error',
    message: ({ file, why }) => `\`${file}\` cannot be used: ${why}`,
    hint: ({ file }) =>
      `replace \`${file}\` with the last version in your repository, or remove it and build again`,
  }),
  lockNotWritten: message<{ readonly file: string; readonly reason: string }>({
    code: 'theme/lock-not-written',
    severity: 'warning',
    message: ({ file, reason }) => `\`${file}\` cannot be written: ${reason}`,
    hint: () => 'make the source folder writable, so that the next build uses the same version of the theme',
  }),
  fetched: message<{ readonly name: string; readonly version: string; readonly repository: string }>({
    code: 'theme/fetched',
    severity: 'info',
    message: ({ name, version, repository }) =>
      `fetched the theme \`${name}\` (${version}) from ${repository}`,
    hint: () => 'add `hastie-themes.lock.json` to your repository, so that every build uses this version',
  }),
  notFetched: message<{ readonly name: string; readonly from: string; readonly reason: string }>({
    code: 'theme/not-fetched',
    severity: 'error',
    message: ({ name, from, reason }) => `cannot fetch the theme \`${name}\` from \`${from}\`: ${reason}`,
    hint: () => WITHOUT_NETWORK,
  }),
  notFound: message<{ readonly name: string; readonly from: string; readonly status: number }>({
    code: 'theme/not-found',
    severity: 'error',
    message: ({ name, from, status }) => `cannot fetch the theme \`${name}\`: \`${from}\` answers ${status}`,
    hint: ({ status }) =>
      status === 404 || status === 410
        ? 'check the names of the repository and of its branch or tag; for a private repository set `HASTIE_THEME_TOKEN`'
        : status === 401 || status === 403
          ? 'set `HASTIE_THEME_TOKEN` to a token that may read the repository'
          : 'try again later',
  }),
  archiveRefused: message<{ readonly name: string; readonly from: string; readonly reason: string }>({
    code: 'theme/archive-refused',
    severity: 'error',
    message: ({ name, from, reason }) =>
      `the archive of the theme \`${name}\` from \`${from}\` is not used: ${reason}`,
    hint: () =>
      'report it to the owner of the theme, or copy the theme into the site and write `theme: ./my-theme`',
  }),
  wrongDigest: message<{ readonly name: string; readonly file: string; readonly found: string }>({
    code: 'theme/wrong-digest',
    severity: 'error',
    message: ({ name, file, found }) =>
      `the theme \`${name}\` is not the one that \`${file}\` names: its digest is \`${found}\``,
    hint: () => 'check why the theme has changed, then run `hastie theme update`',
  }),
  noTheme: message<Record<string, never>>({
    code: 'theme/none',
    severity: 'error',
    message: () => 'the site uses no theme',
    hint: () => 'write `theme: NAME` or `remote_theme: owner/name` in `_config.yml`',
  }),
  otherTheme: message<{ readonly name: string; readonly used: string }>({
    code: 'theme/other',
    severity: 'error',
    message: ({ name, used }) => `the site does not use the theme \`${name}\`, but \`${used}\``,
    hint: ({ used }) => `run the command for \`${used}\`, or without a name`,
  }),
  notFromRepository: message<{ readonly name: string }>({
    code: 'theme/not-from-repository',
    severity: 'error',
    message: ({ name }) => `the theme \`${name}\` is installed or lies in a folder, so it is not locked`,
    hint: () => 'run the program that installed it to update it',
  }),
  vendored: message<{ readonly folder: string }>({
    code: 'theme/vendored',
    severity: 'error',
    message: ({ folder }) => `\`${folder}\` exists already`,
    hint: ({ folder }) => `remove \`${folder}\` first, if nothing in it is your own`,
  }),
  noCacheFolder: message<{ readonly name: string }>({
    code: 'theme/no-cache-folder',
    severity: 'error',
    message: ({ name }) => `cannot cache the theme \`${name}\`, because the home folder is unknown`,
    hint: () => 'set `XDG_CACHE_HOME` to a folder for caches',
  }),
  notKept: message<{ readonly name: string; readonly folder: string; readonly reason: string }>({
    code: 'theme/not-kept',
    severity: 'error',
    message: ({ name, folder, reason }) => `cannot write the theme \`${name}\` to \`${folder}\`: ${reason}`,
    hint: () => 'make the folder writable, or set `XDG_CACHE_HOME` to another one',
  }),
};
