/** `hastie completion SHELL`: prints the completion of a shell, made from the tables of commands and flags. */

import { completionShellUnknown } from '../../diagnostics/catalogue/program/cli.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import { SOURCES } from '../../stats/sources.ts';
import { type Context, EXIT, reportDiagnostics } from '../context.ts';
import { type Flag, flagsOf } from '../options.ts';
import { COMMANDS } from './commands.ts';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** What may follow a word. */
type Values = 'files' | 'folders' | readonly string[];

interface Completed {
  readonly name: string;
  readonly doc: string;
  readonly flags: readonly Flag[];
  /** The words that its operand may be. */
  readonly operands: readonly string[];
}

/** Returns the exit status. */
export function runCompletion(context: Context): number {
  const { args, terminal, world } = context;
  const shell = args.operand ?? '';
  const commands = COMMANDS.filter(({ runs }) => runs !== undefined).map(({ name, doc, runs, operand }) => ({
    name,
    doc,
    flags: flagsOf(runs).filter(({ absent }) => absent === undefined),
    operands:
      name === 'highlight-css'
        ? world.highlighter.themes()
        : name === 'completion'
          ? [...SHELLS]
          : [...(operand?.choices ?? [])],
  }));
  if (shell === 'bash') terminal.out(bashText(commands));
  else if (shell === 'zsh') terminal.out(zshText(commands));
  else if (shell === 'fish') terminal.out(fishText(commands));
  else {
    reportDiagnostics(context, [diagnose(completionShellUnknown, { shell })]);
    return EXIT.usage;
  }
  return EXIT.ok;
}

/** By what help calls the value; undefined where anything may be typed. */
function valuesOf({ value = '', key }: Flag): Values | undefined {
  if (key === 'from') return SOURCES.map(({ name }) => name);
  if (value.startsWith('FOLDER')) return 'folders';
  if (value.startsWith('FILE')) return 'files';
  return value.includes('|') ? value.split('|') : undefined;
}

function spellings({ long, short, kind }: Flag): string[] {
  const [name] = long;
  return [
    `--${name}`,
    ...(kind === 'switch' ? [`--no-${name}`] : []),
    ...(short === undefined ? [] : [`-${short}`]),
  ];
}

const takesValue = ({ kind }: Flag): boolean => kind === 'text' || kind === 'number';

/** The programs that are one command, and the commands of `hastie`. */
const SHORT_NAMES = ['build', 'serve'] as const;

function bashText(commands: readonly Completed[]): string {
  const cases = commands.map(({ name, flags, operands }) => {
    const valued = flags.filter(takesValue).map((flag) => {
      const values = valuesOf(flag);
      const action =
        values === 'folders'
          ? 'COMPREPLY=($(compgen -d -- "$current"))'
          : values === 'files'
            ? 'COMPREPLY=($(compgen -f -- "$current"))'
            : values === undefined
              ? 'COMPREPLY=()'
              : `COMPREPLY=($(compgen -W '${values.join(' ')}' -- "$current"))`;
      return `        ${spellings(flag).join('|')}) ${action}; return ;;\n`;
    });
    const words = [...operands, ...flags.flatMap(spellings)].join(' ');
    return `    ${name})\n      case $previous in\n${valued.join('')}      esac\n      words='${words}' ;;\n`;
  });
  const names = commands.map(({ name }) => name).join(' ');
  return `# bash completion of hastie
_hastie() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command= words= word
  compopt -o filenames 2>/dev/null
  case \${COMP_WORDS[0]##*/} in
    ${SHORT_NAMES.join('|')}) command=\${COMP_WORDS[0]##*/} ;;
    *)
      for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case $word in ${names.replaceAll(' ', '|')}) command=$word; break ;; esac
      done ;;
  esac
  case $command in
${cases.join('')}    *) words='${names} help --help --version' ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -F _hastie hastie ${SHORT_NAMES.join(' ')}
`;
}

function zshText(commands: readonly Completed[]): string {
  const quoted = (text: string): string => text.replaceAll("'", '’').replace(/[[\]:\\]/g, '\\$&');
  const argument = (flag: Flag): string[] =>
    spellings(flag).map((spelled) => {
      const values = valuesOf(flag);
      const action =
        values === 'folders'
          ? '_files -/'
          : values === 'files'
            ? '_files'
            : values === undefined
              ? ' '
              : `(${values.join(' ')})`;
      return `'${spelled}[${quoted(flag.doc)}]${takesValue(flag) ? `:value:${action}` : ''}'`;
    });
  const cases = commands.map(({ name, flags, operands }) => {
    const operand = operands.length === 0 ? [] : [`'1:name:(${operands.join(' ')})'`];
    return `    ${name}) _arguments ${[...operand, ...flags.flatMap(argument)].join(' \\\n      ')} ;;\n`;
  });
  const rows = commands.map(({ name, doc }) => `'${name}:${quoted(doc)}'`).join(' ');
  return `#compdef hastie ${SHORT_NAMES.join(' ')}
_hastie() {
  local command=\${words[1]:t}
  if [[ $command == hastie ]]; then
    if (( CURRENT == 2 )); then
      local -a commands=(${rows})
      _describe command commands
      return
    fi
    shift words
    (( CURRENT-- ))
    command=$words[1]
  fi
  case $command in
${cases.join('')}  esac
}
if [[ $funcstack[1] == _hastie ]]; then _hastie "$@"; else compdef _hastie hastie ${SHORT_NAMES.join(' ')}; fi
`;
}

function fishText(commands: readonly Completed[]): string {
  const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
  const names = commands.map(({ name }) => name).join(' ');
  const lines = ['# fish completion of hastie', 'complete -c hastie -f'];
  for (const { name, doc, flags, operands } of commands) {
    lines.push(
      `complete -c hastie -n 'not __fish_seen_subcommand_from ${names}' -a ${name} -d ${quoted(doc)}`,
    );
    const isShort = (SHORT_NAMES as readonly string[]).includes(name);
    const seen = `-c hastie -n '__fish_seen_subcommand_from ${name}'`;
    if (operands.length > 0) lines.push(`complete ${seen} -a ${quoted(operands.join(' '))}`);
    if (isShort) lines.push(`complete -c ${name} -f`);
    for (const flag of flags)
      for (const start of isShort ? [seen, `-c ${name}`] : [seen])
        lines.push(...fishFlag(flag).map((rest) => `complete ${start} ${rest} -d ${quoted(flag.doc)}`));
  }
  return `${lines.join('\n')}\n`;
}

function fishFlag(flag: Flag): string[] {
  const values = valuesOf(flag);
  const given = !takesValue(flag)
    ? ''
    : values === 'files'
      ? ' -rF'
      : values === 'folders'
        ? " -xa '(__fish_complete_directories)'"
        : values === undefined
          ? ' -x'
          : ` -xa '${values.join(' ')}'`;
  const short = flag.short === undefined ? '' : ` -s ${flag.short}`;
  const off = flag.kind === 'switch' ? [`-l no-${flag.long[0]}`] : [];
  return [`-l ${flag.long[0]}${short}${given}`, ...off];
}
