/** Turns the words of a command line into a command and its flags, or says what is wrong with them. Pure. */

import { nearest } from '../base/nearest.ts';
import {
  argumentMissing,
  argumentUnwanted,
  commandAbsent,
  commandMissing,
  commandUnknown,
  featureAbsent,
  flagUnknown,
  flagValueMissing,
  flagValueNoNumber,
  flagValueUnwanted,
} from '../diagnostics/catalogue/program/cli.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Overrides } from '../model/config.ts';
import { findCommand, spellings } from './commands/commands.ts';
import { VERSION } from './commands/version.ts';
import { type CommandName, type Flag, flagsOf } from './options.ts';

export interface Arguments {
  /** The command's name as it was typed. */
  readonly name: string | undefined;
  /** What is to run; undefined where nothing is, because help, the version or the impossible was asked for. */
  readonly command: CommandName | undefined;
  /** The word after the command, for a command that takes one. */
  readonly operand: string | undefined;
  /** Flags that are settings, in the order typed. */
  readonly overrides: Overrides;
  /** Flags of the program's own, by key; a switch that was turned off is false. */
  readonly program: ReadonlyMap<string, boolean>;
  /** Wrong usage: the command must not run, and the exit status is 2. */
  readonly mistakes: readonly Diagnostic[];
  /** What is to be told beside the result. */
  readonly remarks: readonly Diagnostic[];
}

export function parseArguments(typed: readonly string[]): Arguments {
  // `help build` is `build --help`.
  const words = typed[0] === 'help' ? [...typed.slice(1), '--help'] : typed;
  const mistakes: Diagnostic[] = [];
  const remarks: Diagnostic[] = [];
  const overrides = new Map<string, string | number | boolean>();
  const program = new Map<string, boolean>();
  const { name, rest } = takeCommand(words);
  const found = name === undefined ? undefined : findCommand(name);
  const command = found?.runs;
  const title = found === undefined ? 'hastie' : `hastie ${found.name}`;
  let operand: string | undefined;
  const queue = [...rest];
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    if (word === '--') continue;
    if (!word.startsWith('-') || word === '-') {
      if (found?.operand !== undefined && operand === undefined) operand = word;
      else if (found === undefined || command !== undefined)
        mistakes.push(diagnose(argumentUnwanted, { word, command: title }));
    } else read(word);
  }

  function read(word: string): void {
    const [spelled = word, given] = word.startsWith('--') ? splitOnce(word) : [word];
    const flag = match(spelled, command);
    if (flag === undefined) {
      readUnknown(spelled, given);
      return;
    }
    const negated = isNegated(spelled, flag);
    if (flag.kind === 'flag' || flag.kind === 'switch') {
      if (given === undefined) keep(flag, spelled, !negated);
      else if (given === 'true' || given === 'false') keep(flag, spelled, (given === 'true') !== negated);
      else mistakes.push(diagnose(flagValueUnwanted, { flag: spelled, value: given }));
      return;
    }
    const value = given ?? (isValue(queue[0]) ? queue.shift() : undefined);
    if (value === undefined) {
      mistakes.push(diagnose(flagValueMissing, { flag: spelled, value: flag.value ?? 'VALUE' }));
    } else if (flag.kind === 'text') keep(flag, spelled, value);
    else if (/^-?\d+$/.test(value)) keep(flag, spelled, Number(value));
    else mistakes.push(diagnose(flagValueNoNumber, { flag: spelled, value }));
  }

  /** `-qV` is `-q -V`, `-sdocs` is `-s docs`; anything else is a slip. */
  function readUnknown(spelled: string, given: string | undefined): void {
    const first = /^-[A-Za-z]./.test(spelled) ? match(spelled.slice(0, 2), command) : undefined;
    if (first !== undefined && (first.kind === 'text' || first.kind === 'number')) {
      queue.unshift(spelled.slice(2).replace(/^=/, ''));
      const value = queue.shift() ?? '';
      if (first.kind === 'text') keep(first, spelled.slice(0, 2), value);
      else if (/^\d+$/.test(value)) keep(first, spelled.slice(0, 2), Number(value));
      else mistakes.push(diagnose(flagValueNoNumber, { flag: spelled.slice(0, 2), value }));
    } else if (first !== undefined) {
      queue.unshift(spelled.slice(0, 2), `-${spelled.slice(2)}`);
    } else if (found?.absent === undefined) {
      const known = flagsOf(command).flatMap(spellingsOf);
      mistakes.push(
        diagnose(flagUnknown, {
          flag: given === undefined ? spelled : `${spelled}=${given}`,
          command: title,
          nearest: nearest(spelled, known),
        }),
      );
    }
  }

  function keep(flag: Flag, spelled: string, value: string | number | boolean): void {
    if (flag.absent !== undefined && value === true) {
      remarks.push(
        diagnose(
          featureAbsent,
          { flag: spelled, instead: flag.absent.instead, version: VERSION },
          { severity: flag.absent.matters ? 'warning' : 'info' },
        ),
      );
    }
    if (flag.reaches === 'program') program.set(flag.key, value === true);
    else {
      // The last one typed wins, and takes the last place.
      overrides.delete(flag.key);
      overrides.set(flag.key, value);
    }
  }

  const asksOnly = program.get('help') === true || program.get('version') === true;
  if (found?.operand !== undefined && operand === undefined && !asksOnly)
    mistakes.push(diagnose(argumentMissing, { command: title, operand: found.operand }));
  if (found?.absent !== undefined && !asksOnly) {
    mistakes.length = 0;
    mistakes.push(diagnose(commandAbsent, { command: found.name, version: VERSION, instead: found.absent }));
  } else if (name === undefined && !asksOnly) mistakes.push(diagnose(commandMissing, {}));
  else if (name !== undefined && found === undefined) {
    mistakes.length = 0;
    mistakes.push(diagnose(commandUnknown, { command: name, nearest: nearest(name, spellings()) }));
  }
  return { name, command, operand, overrides, program, mistakes, remarks };
}

/** The first word that is no flag and no flag's value is the command: Jekyll takes flags before it, too. */
function takeCommand(words: readonly string[]): { name: string | undefined; rest: readonly string[] } {
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (!word.startsWith('-')) return { name: word, rest: [...words.slice(0, i), ...words.slice(i + 1)] };
    const flag = match(word, undefined);
    if (flag?.kind === 'text' || flag?.kind === 'number') i++;
  }
  return { name: undefined, rest: words };
}

function match(spelled: string, command: CommandName | undefined): Flag | undefined {
  return flagsOf(command).find((flag) => spellingsOf(flag).includes(spelled));
}

function spellingsOf(flag: Flag): string[] {
  const long = flag.long.flatMap((name) =>
    flag.kind === 'switch' ? [`--${name}`, `--no-${name}`] : [`--${name}`],
  );
  return flag.short === undefined ? long : [...long, `-${flag.short}`];
}

function isNegated(spelled: string, flag: Flag): boolean {
  return flag.kind === 'switch' && flag.long.some((name) => spelled === `--no-${name}`);
}

function splitOnce(word: string): [string, string] | [string] {
  const at = word.indexOf('=');
  return at < 0 ? [word] : [word.slice(0, at), word.slice(at + 1)];
}

/** A negative number is a value; another word with a dash is the next flag. */
function isValue(word: string | undefined): boolean {
  return word !== undefined && (!word.startsWith('-') || word === '-' || /^-\d/.test(word));
}
