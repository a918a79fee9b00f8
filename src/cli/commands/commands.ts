/** The table of commands: their names, Jekyll's names for them, and what each is for. */

import type { CommandName } from '../options.ts';

export interface Command {
  readonly name: string;
  readonly aliases: readonly string[];
  /** One line of help. */
  readonly doc: string;
  /** The command that runs, with its flags; undefined where this version does not have it. */
  readonly runs?: CommandName;
  /** What help calls the argument of a command that takes one. */
  readonly operand?: string;
  /** What to do instead of a command that this version does not have, in the imperative. */
  readonly absent?: string;
  readonly examples: readonly string[];
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
    operand: 'NAME',
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
    operand: 'SHELL',
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
