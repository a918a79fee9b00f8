/** What is said about the development server. */

import { message } from '../../diagnostic.ts';

export const portBusy = message<{ host: string; port: number; owner: string | undefined }>({
  code: 'serve/port-busy',
  severity: 'error',
  message: ({ host, port, owner }) =>
    `port ${port} of ${host} is taken${owner === undefined ? '' : ` by ${owner}`}`,
  hint: ({ port }) =>
    `end that program, or take another port: \`--port ${port === 65535 ? port - 1 : port + 1}\``,
});

export const portRefused = message<{ port: number; reason: string }>({
  code: 'serve/port-refused',
  severity: 'error',
  message: ({ port, reason }) => `the system does not let this program listen on port ${port}: ${reason}`,
  hint: ({ port }) =>
    port < 1024
      ? 'ports below 1024 are the administrator’s: take a higher one, `--port 4000`'
      : 'take another one: `--port 0` finds one that is free',
});

export const hostUnknown = message<{ host: string; reason: string }>({
  code: 'serve/unknown-host',
  severity: 'error',
  message: ({ host, reason }) => `this machine can't be reached as ${host}: ${reason}`,
  hint: () =>
    'leave `--host` out to be seen by this machine alone; `--host 0.0.0.0` is for everyone in its networks',
});

export const portInvalid = message<{ port: string }>({
  code: 'serve/invalid-port',
  severity: 'error',
  message: ({ port }) => `\`${port}\` is no port`,
  hint: () => 'a port is a number from 0 to 65535; 0 takes one that is free',
});

export const exposed = message<{ addresses: readonly string[] }>({
  code: 'serve/exposed',
  severity: 'info',
  message: ({ addresses }) =>
    `everyone who reaches this machine can read the preview: ${addresses.join(', ')}`,
  hint: () => 'leave `--host` out to keep it to this machine',
});

export const keyMissing = message<{ given: string; lacking: string }>({
  code: 'serve/ssl-incomplete',
  severity: 'error',
  message: ({ given, lacking }) => `\`${given}\` needs \`${lacking}\` beside it`,
  hint: () => 'HTTPS takes a certificate and its key; leave both out for plain HTTP',
});

export const keyUnreadable = message<{ flag: string; path: string; reason: string }>({
  code: 'serve/ssl-unreadable',
  severity: 'error',
  message: ({ flag, path, reason }) => `${path}, which \`${flag}\` names, can't be used: ${reason}`,
  hint: () => 'the path starts from the source folder; the file must hold text that begins with `-----BEGIN`',
});

export const sweepingOnly = message<{ reason: string; code: string }>({
  code: 'serve/sweeping-only',
  severity: 'warning',
  message: ({ reason }) =>
    `the system can't tell of changed files (${reason}): every file is looked at each second instead`,
  hint: ({ code }) =>
    code === 'ENOSPC'
      ? 'raise the limit: `sudo sysctl fs.inotify.max_user_watches=524288`'
      : code === 'EMFILE'
        ? 'raise the limit: `sudo sysctl fs.inotify.max_user_instances=512`, or `ulimit -n 65536`'
        : 'changes are seen all the same, a little later',
});

export const flagWithoutEffect = message<{ flag: string; reason: string }>({
  code: 'serve/without-effect',
  severity: 'info',
  message: ({ flag, reason }) => `\`${flag}\` has no effect: ${reason}`,
  hint: ({ flag }) => `leave \`${flag}\` out`,
});

export const restartNeeded = message<{ settings: readonly string[] }>({
  code: 'serve/restart-needed',
  severity: 'warning',
  message: ({ settings }) => `${settings.join(' and ')} changed, which takes effect with the next start`,
  hint: () => 'end this run with Ctrl-C and start it again',
});

export const startingAgain = message<{ files: readonly string[] }>({
  code: 'serve/starting-again',
  severity: 'info',
  message: ({ files: [first = '', ...others] }) =>
    `${first}${others.length === 0 ? ' is' : ` and ${others.length} more are`} code that was loaded already: starting again`,
  hint: () => 'there is nothing to do: open pages find the server by themselves',
});

export const nothingBuilt = message<{ destination: string }>({
  code: 'serve/nothing-built',
  severity: 'warning',
  message: ({ destination }) => `${destination} holds nothing that Hastie built, so there is nothing to show`,
  hint: () => 'leave `--skip-initial-build` out',
});

/** A fault of the program's own during a build or an answer; the server goes on. */
export const serveFault = message<{ what: string; during: string }>({
  code: 'serve/fault',
  severity: 'error',
  message: ({ what, during }) => `Hastie itself failed ${during}: ${what}`,
  hint: () =>
    'this is a mistake of the program, not of yours; please report it, with what `hastie build --trace` prints',
});

export const openFailed = message<{ address: string; reason: string }>({
  code: 'serve/not-opened',
  severity: 'info',
  message: ({ reason }) => `no browser was opened: ${reason}`,
  hint: ({ address }) => `open ${address} yourself`,
});
