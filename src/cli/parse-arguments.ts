/** Turns the words of a command line into a command and its flags, or says what is wrong with them. Pure. */

import { type ParseArgsConfig, parseArgs } from 'node:util';
import { nearest } from '../base/nearest.ts';
import {
  argumentMissing,
  argumentUnknown,
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
import { type Command, findCommand, spellings } from './commands/commands.ts';
import { VERSION } from './commands/version.ts';
import { type CommandName, FLAGS, type Flag, flagsOf } from './options.ts';

export interface Arguments {
  /** The command's name as it was typed. */
  readonly name: string | undefined;
  /** What is to run; undefined for help, for the version and where the usage is wrong. */
  readonly command: CommandName | undefined;
  /** The word after the command, for a command that takes one. */
  readonly operand: string | undefined;
  /** The one after it. */
  readonly secondOperand: string | undefined;
  /** Flags that are settings, in the order typed. */
  readonly overrides: Overrides;
  /** Flags of the program's own, by key; a switch that was turned off is false. */
  readonly program: ReadonlyMap<string, boolean>;
  /** Wrong usage: the command must not run, and the exit status is 2. */
  readonly mistakes: readonly Diagnostic[];
  /** What is reported beside the result. */
  readonly remarks: readonly Diagnostic[];
}

/** One way to write a flag, without its dashes. */
interface Spelling {
  readonly flag: Flag;
  /** `--no-watch` of `--watch`. */
  readonly negated: boolean;
}

/** Every long spelling, of all commands: none means two things. */
const SPELLINGS: ReadonlyMap<string, Spelling> = new Map(FLAGS.flatMap(spellingsOf));

/** The same as `parseArgs` takes it; it finds a short flag by the first long spelling. */
const OPTIONS: NonNullable<ParseArgsConfig['options']> = Object.fromEntries(
  [...SPELLINGS].map(([name, { flag }]) => [
    name,
    {
      type: takesValue(flag) ? 'string' : 'boolean',
      ...(flag.short !== undefined && flag.long[0] === name ? { short: flag.short } : {}),
    },
  ]),
);

/** A flag as `parseArgs` gives it. */
interface Token {
  /** Without dashes; of a short flag that is known, the long spelling. */
  readonly name: string;
  /** With dashes, as typed. */
  readonly rawName: string;
  /** Of the word that holds it. */
  readonly index: number;
  readonly value: string | undefined;
  /** Whether the value is part of the same word. */
  readonly inlineValue: boolean | undefined;
}

interface Reading {
  readonly words: readonly string[];
  readonly found: Command | undefined;
  /** `hastie build`. */
  readonly title: string;
  readonly overrides: Map<string, string | number | boolean>;
  readonly program: Map<string, boolean>;
  readonly mistakes: Diagnostic[];
  readonly remarks: Diagnostic[];
}

export function parseArguments(typed: readonly string[]): Arguments {
  // `help build` is `build --help`.
  const words = typed[0] === 'help' ? [...typed.slice(1), '--help'] : [...typed];
  const { tokens } = parseArgs({
    args: words,
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  // Jekyll takes flags before the command, too.
  const [name, ...operands] = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const found = name === undefined ? undefined : findCommand(name);
  const reading: Reading = {
    words,
    found,
    title: found === undefined ? 'hastie' : `hastie ${found.name}`,
    overrides: new Map(),
    program: new Map(),
    mistakes: [],
    remarks: [],
  };
  // Of a word like `-xyz` each letter is a flag: it is reported once.
  const reported = new Set<number>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const spelling = findSpelling(token.name, found?.runs);
    if (spelling !== undefined) readFlag(reading, token, spelling);
    else if (!reported.has(token.index)) {
      reported.add(token.index);
      reportUnknown(reading, token.index);
    }
  }
  const operand = found?.operand === undefined ? undefined : operands.shift();
  const secondOperand = found?.operand?.second === undefined ? undefined : operands.shift();
  for (const word of found === undefined || found.runs !== undefined ? operands : [])
    reading.mistakes.push(diagnose(argumentUnwanted, { word, command: reading.title }));
  const { overrides, program, remarks } = reading;
  const mistakes = withCommandMistakes(reading, name, operand);
  return { name, command: found?.runs, operand, secondOperand, overrides, program, mistakes, remarks };
}

/** Undefined for a flag that `command` does not have; before a command is known, every flag is taken. */
function findSpelling(name: string, command: CommandName | undefined): Spelling | undefined {
  const spelling = SPELLINGS.get(name);
  if (spelling === undefined || command === undefined) return spelling;
  return spelling.flag.commands.includes(command) ? spelling : undefined;
}

function readFlag(reading: Reading, token: Token, { flag, negated }: Spelling): void {
  const { rawName, value, inlineValue } = token;
  const { mistakes } = reading;
  if (!takesValue(flag)) {
    const isOn = value === undefined || value === 'true';
    if (isOn || value === 'false') keep(reading, flag, rawName, isOn !== negated);
    else mistakes.push(diagnose(flagValueUnwanted, { flag: rawName, value }));
    return;
  }
  if (value === undefined || (inlineValue === false && isFlag(value))) {
    mistakes.push(diagnose(flagValueMissing, { flag: rawName, value: flag.value ?? 'VALUE' }));
    return;
  }
  // `-s=docs` is `-s docs`.
  const given = inlineValue === true && !rawName.startsWith('--') ? value.replace(/^=/, '') : value;
  if (flag.kind === 'text') keep(reading, flag, rawName, given);
  else if (/^-?\d+$/.test(given)) keep(reading, flag, rawName, Number(given));
  else mistakes.push(diagnose(flagValueNoNumber, { flag: rawName, value: given }));
}

/** The last one typed wins, and takes the last place. */
function keep(
  { overrides, program, remarks }: Reading,
  flag: Flag,
  typed: string,
  value: string | number | boolean,
) {
  if (flag.absent !== undefined && value === true) {
    const { instead, matters } = flag.absent;
    const severity = matters ? 'warning' : 'info';
    remarks.push(diagnose(featureAbsent, { flag: typed, instead, version: VERSION }, { severity }));
  }
  if (flag.reaches === 'program') program.set(flag.key, value === true);
  else {
    overrides.delete(flag.key);
    overrides.set(flag.key, value);
  }
}

function reportUnknown({ words, found, title, mistakes }: Reading, index: number): void {
  // A command that this version lacks has no flags to compare with.
  if (found !== undefined && found.runs === undefined) return;
  const known = flagsOf(found?.runs).flatMap((flag) => [
    ...spellingsOf(flag).map(([name]) => `--${name}`),
    ...(flag.short === undefined ? [] : [`-${flag.short}`]),
  ]);
  const flag = words[index] ?? '';
  mistakes.push(
    diagnose(flagUnknown, { flag, command: title, nearest: nearest(flag.replace(/=.*/s, ''), known) }),
  );
}

/** What is wrong with the flags matters only where there is a command that runs. */
function withCommandMistakes(
  { found, title, program, mistakes }: Reading,
  name: string | undefined,
  operand: string | undefined,
): readonly Diagnostic[] {
  const asksOnly = program.get('help') === true || program.get('version') === true;
  if (name !== undefined && found === undefined)
    return [diagnose(commandUnknown, { command: name, nearest: nearest(name, spellings()) })];
  if (asksOnly) return mistakes;
  if (found === undefined) return [...mistakes, diagnose(commandMissing, {})];
  if (found.absent !== undefined)
    return [diagnose(commandAbsent, { command: found.name, version: VERSION, instead: found.absent })];
  if (found.operand === undefined) return mistakes;
  const { choices, name: wanted } = found.operand;
  if (operand === undefined)
    return [...mistakes, diagnose(argumentMissing, { command: title, operand: wanted, choices })];
  if (choices.length === 0 || choices.includes(operand)) return mistakes;
  return [
    ...mistakes,
    diagnose(argumentUnknown, { command: title, word: operand, choices, nearest: nearest(operand, choices) }),
  ];
}

function spellingsOf(flag: Flag): (readonly [string, Spelling])[] {
  return flag.long.flatMap((name) => [
    [name, { flag, negated: false }] as const,
    ...(flag.kind === 'switch' ? [[`no-${name}`, { flag, negated: true }] as const] : []),
  ]);
}

function takesValue({ kind }: Flag): boolean {
  return kind === 'text' || kind === 'number';
}

/** A word that can't be a value: `-` and negative numbers can. */
function isFlag(word: string): boolean {
  return word.startsWith('-') && word !== '-' && !/^-\d/.test(word);
}
