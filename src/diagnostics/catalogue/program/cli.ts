/** Mistakes on the command line, and failures that no other area describes. */

import { message } from '../../diagnostic.ts';

export const commandMissing = message<Record<string, never>>({
  code: 'cli/command-missing',
  severity: 'error',
  message: () => 'no command given',
  hint: () => 'run `hastie build` to build the site in this folder, or `hastie --help` to list all commands',
});

export const commandUnknown = message<{ command: string; nearest: string | undefined }>({
  code: 'cli/unknown-command',
  severity: 'error',
  message: ({ command }) => `unknown command \`${command}\``,
  hint: ({ nearest }) =>
    nearest === undefined
      ? 'run `hastie --help` to list all commands'
      : `did you mean \`hastie ${nearest}\`?`,
});

export const commandAbsent = message<{ command: string; version: string; instead: string }>({
  code: 'cli/command-absent',
  severity: 'error',
  message: ({ command, version }) => `\`hastie ${command}\` is not available in Hastie ${version}`,
  hint: ({ instead }) => instead,
});

export const flagUnknown = message<{ flag: string; command: string; nearest: string | undefined }>({
  code: 'cli/unknown-flag',
  severity: 'error',
  message: ({ flag, command }) => `unknown flag \`${flag}\` for \`${command}\``,
  hint: ({ nearest, command }) =>
    nearest === undefined ? `run \`${command} --help\` to list all flags` : `did you mean \`${nearest}\`?`,
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
  hint: ({ flag }) => `write a number, such as \`${flag} 10\``,
});

export const argumentMissing = message<{ command: string; operand: string; choices: readonly string[] }>({
  code: 'cli/missing-argument',
  severity: 'error',
  message: ({ command, operand }) => `\`${command}\` needs a ${operand.toLowerCase()}`,
  hint: ({ command, operand, choices }) =>
    `write \`${command} ${choices.length === 0 ? operand : choices.join('|')}\`; run \`${command} --help\` for examples`,
});

export const argumentUnknown = message<{
  command: string;
  word: string;
  choices: readonly string[];
  nearest: string | undefined;
}>({
  code: 'cli/unknown-argument',
  severity: 'error',
  message: ({ command, word }) => `\`${command}\` has no subcommand \`${word}\``,
  hint: ({ choices, nearest }) =>
    nearest === undefined
      ? `use one of ${choices.map((choice) => `\`${choice}\``).join(', ')}`
      : `did you mean \`${nearest}\`?`,
});

export const completionShellUnknown = message<{ shell: string }>({
  code: 'cli/unknown-shell',
  severity: 'error',
  message: ({ shell }) => `no completion script for the shell \`${shell}\``,
  hint: () => 'choose `bash`, `zsh` or `fish`',
});

export const highlightModeUnknown = message<{ mode: string }>({
  code: 'cli/unknown-mode',
  severity: 'error',
  message: ({ mode }) => `unknown mode \`${mode}\``,
  hint: () => 'write `--mode light` or `--mode dark`',
});

export const argumentUnwanted = message<{ word: string; command: string }>({
  code: 'cli/unwanted-argument',
  severity: 'error',
  message: ({ word, command }) => `unexpected argument \`${word}\` for \`${command}\``,
  hint: ({ word }) =>
    `write \`--source ${word}\` to name the folder of the site, or \`--destination ${word}\` for the output`,
});

/** A flag of Jekyll's whose feature this version lacks; the result is not what the flag asks for. */
export const featureAbsent = message<{ flag: string; instead: string; version: string }>({
  code: 'cli/feature-absent',
  severity: 'warning',
  message: ({ flag, instead, version }) => `\`${flag}\` is not supported in Hastie ${version}, so ${instead}`,
  hint: ({ flag }) => `remove \`${flag}\``,
});

/** A file that the system refused to read, where no other row applies. */
export const systemRefused = message<{ path: string; reason: string }>({
  code: 'cli/system',
  severity: 'error',
  message: ({ path, reason }) => `cannot read \`${path}\`: ${reason}`,
  hint: () => 'check that it exists, who owns it, and its permissions',
});

/** A bug in the program. */
export const programFault = message<{ what: string; traced: boolean }>({
  code: 'cli/fault',
  severity: 'error',
  message: ({ what }) => `internal error: ${what}`,
  hint: ({ traced }) =>
    traced
      ? 'report this bug in Hastie with the stack trace above'
      : 'run the command again with `--trace` and report the output as a bug in Hastie',
});

export const cleanRefused = message<{ folder: string }>({
  code: 'clean/not-ours',
  severity: 'error',
  message: ({ folder }) => `\`${folder}\` was not removed, because there is no record that Hastie created it`,
  hint: () => 'remove it by hand if you no longer need it',
});

export const cleanFailed = message<{ path: string; reason: string }>({
  code: 'clean/failed',
  severity: 'error',
  message: ({ path, reason }) => `cannot remove \`${path}\`: ${reason}`,
  hint: () => 'check who owns it and its permissions',
});
