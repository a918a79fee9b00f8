/** Messages of the development server. */

import { message } from '../../diagnostic.ts';

export const portBusy = message<{ host: string; port: number; owner: string | undefined }>({
  code: 'serve/port-busy',
  severity: 'error',
  message: ({ host, port, owner }) =>
    `port ${port} on ${host} is already in use${owner === undefined ? '' : ` by ${owner}`}`,
  hint: ({ port }) =>
    `stop that program, or choose another port: \`--port ${port === 65535 ? port - 1 : port + 1}\``,
});

export const portRefused = message<{ port: number; reason: string }>({
  code: 'serve/port-refused',
  severity: 'error',
  message: ({ port, reason }) => `no permission to listen on port ${port}: ${reason}`,
  hint: ({ port }) =>
    port < 1024
      ? 'choose a port from 1024 up, such as `--port 4000`; lower ports need administrator rights'
      : 'choose another port; `--port 0` picks a free one',
});

export const hostUnknown = message<{ host: string; reason: string }>({
  code: 'serve/unknown-host',
  severity: 'error',
  message: ({ host, reason }) => `cannot listen on the host \`${host}\`: ${reason}`,
  hint: () =>
    'remove `--host` to serve this machine only, or write `--host 0.0.0.0` to serve everyone on its networks',
});

export const portInvalid = message<{ port: string }>({
  code: 'serve/invalid-port',
  severity: 'error',
  message: ({ port }) => `\`${port}\` is not a valid port`,
  hint: () => 'write a number from 0 to 65535; 0 picks a free port',
});

export const exposed = message<{ addresses: readonly string[] }>({
  code: 'serve/exposed',
  severity: 'info',
  message: ({ addresses }) =>
    `everyone who can reach this machine can see the preview: ${addresses.join(', ')}`,
  hint: () => 'remove `--host` to serve this machine only',
});

export const keyMissing = message<{ given: string; lacking: string }>({
  code: 'serve/ssl-incomplete',
  severity: 'error',
  message: ({ given, lacking }) => `\`${given}\` needs \`${lacking}\``,
  hint: () => 'give both the certificate and its key for HTTPS, or neither for plain HTTP',
});

export const keyUnreadable = message<{ flag: string; path: string | undefined; reason: string }>({
  code: 'serve/ssl-unreadable',
  severity: 'error',
  message: ({ flag, path, reason }) =>
    `cannot use ${path === undefined ? 'the key' : `\`${path}\``}, given by \`${flag}\`: ${reason}`,
  hint: () =>
    'give a path relative to the source folder, to a file in PEM format (it begins with `-----BEGIN`)',
});

export const pollingOnly = message<{ reason: string; code: string }>({
  code: 'serve/polling-only',
  severity: 'warning',
  message: ({ reason }) =>
    `the system cannot report file changes (${reason}), so every file is checked once a second`,
  hint: ({ code }) =>
    code === 'ENOSPC'
      ? 'raise the limit: `sudo sysctl fs.inotify.max_user_watches=524288`'
      : code === 'EMFILE'
        ? 'raise the limit: `sudo sysctl fs.inotify.max_user_instances=512`, or `ulimit -n 65536`'
        : 'expect changes to show up a little later',
});

export const flagWithoutEffect = message<{ flag: string; reason: string }>({
  code: 'serve/without-effect',
  severity: 'info',
  message: ({ flag, reason }) => `\`${flag}\` has no effect: ${reason}`,
  hint: ({ flag }) => `remove \`${flag}\``,
});

export const restartNeeded = message<{ settings: readonly string[] }>({
  code: 'serve/restart-needed',
  severity: 'warning',
  message: ({ settings }) =>
    `${settings.join(' and ')} changed, which takes effect only when the server is restarted`,
  hint: () => 'stop the server with Ctrl-C and start it again',
});

export const startingAgain = message<{ files: readonly string[] }>({
  code: 'serve/starting-again',
  severity: 'info',
  message: ({ files: [first = '', ...others] }) =>
    others.length === 0
      ? `\`${first}\` is code that was already loaded: restarting`
      : `\`${first}\` and ${others.length} more ${others.length === 1 ? 'file' : 'files'} are code that was already loaded: restarting`,
  hint: () => 'leave open pages as they are: they reconnect by themselves',
});

export const nothingBuilt = message<{ destination: string }>({
  code: 'serve/nothing-built',
  severity: 'warning',
  message: ({ destination }) =>
    `\`${destination}\` contains no earlier build by Hastie, so there is nothing to show`,
  hint: () => 'remove `--skip-initial-build`',
});

/** A bug in the program during a build or a response; the server keeps running. */
export const serveFault = message<{ what: string; during: string }>({
  code: 'serve/fault',
  severity: 'error',
  message: ({ what, during }) => `internal error ${during}: ${what}`,
  hint: () => 'report this bug in Hastie with the output of `hastie build --trace`',
});

export const openFailed = message<{ address: string; reason: string }>({
  code: 'serve/not-opened',
  severity: 'info',
  message: ({ reason }) => `no browser was opened: ${reason}`,
  hint: ({ address }) => `open ${address} yourself`,
});
