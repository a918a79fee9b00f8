/** What is said about a command line. */

import { message } from '../../diagnostic.ts';

export const commandMissing = message<Record<string, never>>({
  code: 'cli/command-missing',
  severity: 'error',
  message: () => 'a command is missing',
  hint: () => 'to build the site in this folder: `hastie build`; all commands: `hastie --help`',
});

export const commandUnknown = message<{ command: string; nearest: string | undefined }>({
  code: 'cli/unknown-command',
  severity: 'error',
  message: ({ command }) => `there is no command \`${command}\``,
  hint: ({ nearest }) =>
    nearest === undefined ? 'all commands: `hastie --help`' : `did you mean \`hastie ${nearest}\`?`,
});

export const commandAbsent = message<{ command: string; version: string; instead: string }>({
  code: 'cli/command-absent',
  severity: 'error',
  message: ({ command, version }) => `Hastie ${version} does not have \`hastie ${command}\` yet`,
  hint: ({ instead }) => instead,
});

export const flagUnknown = message<{ flag: string; command: string; nearest: string | undefined }>({
  code: 'cli/unknown-flag',
  severity: 'error',
  message: ({ flag, command }) => `\`${command}\` knows no flag \`${flag}\``,
  hint: ({ nearest, command }) =>
    nearest === undefined ? `all flags: \`${command} --help\`` : `did you mean \`${nearest}\`?`,
});

export const flagValueMissing = message<{ flag: string; value: string }>({
  code: 'cli/value-missing',
  severity: 'error',
  message: ({ flag }) => `\`${flag}\` needs a value`,
  hint: ({ flag, value }) => `write \`${flag} ${value}\``,
});

export const flagValueUnwanted = message<{ flag: string; value: string }>({
  code: 'cli/value-unwanted',
  severity: 'error',
  message: ({ flag, value }) => `\`${flag}\` takes no value, but got \`${value}\``,
  hint: ({ flag }) => `write \`${flag}\` alone`,
});

export const flagValueNoNumber = message<{ flag: string; value: string }>({
  code: 'cli/not-a-number',
  severity: 'error',
  message: ({ flag, value }) => `\`${flag}\` needs a whole number, but got \`${value}\``,
  hint: ({ flag }) => `write for example \`${flag} 10\``,
});

export const argumentMissing = message<{ command: string; operand: string }>({
  code: 'cli/missing-argument',
  severity: 'error',
  message: ({ command, operand }) => `\`${command}\` needs a ${operand.toLowerCase()}`,
  hint: ({ command, operand }) => `write \`${command} ${operand}\`; \`${command} --help\` has examples`,
});

export const completionShellUnknown = message<{ shell: string }>({
  code: 'cli/unknown-shell',
  severity: 'error',
  message: ({ shell }) => `there is no completion for the shell \`${shell}\``,
  hint: () => 'name one of these: bash, zsh, fish',
});

export const highlightModeUnknown = message<{ mode: string }>({
  code: 'cli/unknown-mode',
  severity: 'error',
  message: ({ mode }) => `\`${mode}\` is neither light nor dark`,
  hint: () => 'write --mode light or --mode dark',
});

export const argumentUnwanted = message<{ word: string; command: string }>({
  code: 'cli/unwanted-argument',
  severity: 'error',
  message: ({ word, command }) => `\`${command}\` does not know what to do with \`${word}\``,
  hint: ({ word }) =>
    `a folder is named by a flag: \`--source ${word}\` for the site, \`--destination ${word}\` for the result`,
});

/** A flag of Jekyll's whose feature this version lacks, and the result is not what the flag asks for. */
export const featureAbsent = message<{ flag: string; instead: string; version: string }>({
  code: 'cli/feature-absent',
  severity: 'warning',
  message: ({ flag, instead, version }) => `Hastie ${version} does not have \`${flag}\` yet: ${instead}`,
  hint: ({ flag }) => `leave \`${flag}\` out`,
});

/** The system refused a file that nothing more particular can be said of. */
export const systemRefused = message<{ path: string; reason: string }>({
  code: 'cli/system',
  severity: 'error',
  message: ({ path, reason }) => `${path} can't be read: ${reason}`,
  hint: () => 'check that it is there, who owns it, and its permissions',
});

/** A fault of the program's own. */
export const programFault = message<{ what: string; traced: boolean }>({
  code: 'cli/fault',
  severity: 'error',
  message: ({ what }) => `Hastie itself failed: ${what}`,
  hint: ({ traced }) =>
    traced
      ? 'please report this, with the lines above'
      : 'this is a mistake of the program, not of yours; run it again with `--trace` and report what it prints',
});

export const cleanRefused = message<{ folder: string }>({
  code: 'clean/not-ours',
  severity: 'error',
  message: ({ folder }) => `${folder} is not removed: nothing says that Hastie made it`,
  hint: () => 'remove it by hand if it may go',
});

export const cleanFailed = message<{ path: string; reason: string }>({
  code: 'clean/failed',
  severity: 'error',
  message: ({ path, reason }) => `${path} can't be removed: ${reason}`,
  hint: () => 'check who owns it and its permissions',
});
