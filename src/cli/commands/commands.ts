/** The table of commands: their names, Jekyll's names for them, and what each is for. */

import type { CommandName } from '../options.ts';

export interface Command {
  readonly name: string;
  readonly aliases: readonly string[];
  /** One line of help. */
  readonly doc: string;
  /** The command that runs, with its flags; undefined where this version does not have it. */
  readonly runs?: CommandName;
  readonly operand?: Operand;
  /** What to do instead of a command that this version does not have, in the imperative. */
  readonly absent?: string;
  readonly examples: readonly string[];
}

/** The argument of a command that takes one. */
export interface Operand {
  /** What help calls it. */
  readonly name: string;
  /** The words that it may be; any where there are none. */
  readonly choices: readonly string[];
  /** What help calls a second one, which may be missing; undefined where there is none. */
  readonly second: string | undefined;
}

export const COMMANDS: readonly Command[] = [
  {
    name: 'build',
    aliases: ['b'],
    doc: 'Build the site',
    runs: 'build',
    examples: [
      'hastie build',
      'JEKYLL_ENV=production hastie build --strict',
      'hastie build -s site -d public',
    ],
  },
  {
    name: 'clean',
    aliases: [],
    doc: 'Remove the built site and the cache',
    runs: 'clean',
    examples: ['hastie clean', 'hastie clean -d public'],
  },
  {
    name: 'serve',
    aliases: ['server', 's'],
    doc: 'Build and serve the site, and rebuild it when a file changes',
    runs: 'serve',
    examples: ['hastie serve', 'hastie serve -o --port 4001', 'hastie serve --drafts --host 0.0.0.0'],
  },
  {
    name: 'new',
    aliases: [],
    doc: 'Create a site',
    absent: 'start from a copy of the homepage in Hastie’s repository',
    examples: [],
  },
  {
    name: 'stats',
    aliases: [],
    doc: 'Fetch citation counts',
    runs: 'stats',
    examples: [
      'hastie stats',
      'SERPAPI_API_KEY=… hastie stats --from scholar,serpapi',
      'hastie stats --json',
    ],
  },
  {
    name: 'theme',
    aliases: [],
    doc: 'List, update or copy into the site the theme that it uses',
    runs: 'theme',
    operand: { name: 'SUBCOMMAND', choices: ['list', 'update', 'vendor'], second: 'NAME' },
    examples: [
      'hastie theme list',
      'hastie theme update',
      'hastie theme update minima',
      'hastie theme vendor',
    ],
  },
  {
    name: 'doctor',
    aliases: ['hyde'],
    doc: 'Check the site for broken links, missing images and wrong settings',
    runs: 'doctor',
    examples: ['hastie doctor', 'JEKYLL_ENV=production hastie doctor --json', 'hastie doctor --drafts'],
  },
  {
    name: 'highlight-css',
    aliases: [],
    doc: 'Print the stylesheet of a highlighting theme',
    runs: 'highlight-css',
    operand: { name: 'NAME', choices: [], second: undefined },
    examples: [
      'hastie highlight-css github > assets/css/code.css',
      'hastie highlight-css gruvbox --mode dark --scope .dark',
    ],
  },
  {
    name: 'completion',
    aliases: [],
    doc: 'Print the completion script for bash, zsh or fish',
    runs: 'completion',
    operand: { name: 'SHELL', choices: [], second: undefined },
    examples: [
      'hastie completion bash > ~/.local/share/bash-completion/completions/hastie',
      'source <(hastie completion zsh)',
    ],
  },
];

/** By its name or one of Jekyll's other names for it. */
export function findCommand(name: string): Command | undefined {
  return COMMANDS.find((command) => command.name === name || command.aliases.includes(name));
}

/** Every word that may stand for a command. */
export function spellings(): string[] {
  return COMMANDS.flatMap(({ name, aliases }) => [name, ...aliases]);
}
