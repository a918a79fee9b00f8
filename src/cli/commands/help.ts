/** The text of `--help`: for the program, and for each command. */

import { type Flag, flagsOf } from '../options.ts';
import { COMMANDS, type Command } from './commands.ts';
import { VERSION } from './version.ts';

export function programHelp(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length));
  const commands = COMMANDS.map(({ name, doc, absent, aliases }) => {
    const also = aliases.length > 0 ? ` (also ${aliases.join(', ')})` : '';
    return `  ${name.padEnd(width)}  ${doc}${also}${absent === undefined ? '' : ' (not available in this version)'}`;
  });
  return lines(
    `hastie ${VERSION}: builds a Jekyll site without Ruby`,
    '',
    'Usage: hastie COMMAND [flags]',
    '',
    'Commands:',
    ...commands,
    '',
    'Run `hastie COMMAND --help` for the flags of a command, `hastie --version` for the version.',
  );
}

export function commandHelp(command: Command): string {
  if (command.runs === undefined)
    return lines(`hastie ${command.name}: ${command.doc} (not available in this version)`);
  const rows = flagsOf(command.runs).map((flag): [string, string] => [spelling(flag), docOf(flag)]);
  const width = Math.max(...rows.map(([left]) => left.length));
  return lines(
    `hastie ${command.name}: ${command.doc}`,
    '',
    `Usage: hastie ${command.name}${operandsOf(command)} [flags]`,
    '',
    'Flags:',
    ...rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`),
    '',
    'Examples:',
    ...command.examples.map((example) => `  ${example}`),
  );
}

function operandsOf({ operand }: Command): string {
  if (operand === undefined) return '';
  const { name, choices, second } = operand;
  return ` ${choices.length === 0 ? name : choices.join('|')}${second === undefined ? '' : ` [${second}]`}`;
}

function spelling({ short, long, kind, value }: Flag): string {
  const name = kind === 'switch' ? `--[no-]${long[0]}` : `--${long[0]}`;
  return `${short === undefined ? '    ' : `-${short}, `}${name}${value === undefined ? '' : ` ${value}`}`;
}

function docOf({ doc, absent }: Flag): string {
  return absent === undefined ? doc : `${doc} (not supported: ${absent.instead})`;
}

function lines(...texts: readonly string[]): string {
  return `${texts.join('\n')}\n`;
}
