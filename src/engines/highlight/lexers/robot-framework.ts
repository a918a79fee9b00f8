/** Robot Framework. */
import { type Lexing, pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';

interface RobotData {
  /** Cells of the present line so far. */
  column: number;
  /** The state that the next cell has, if that is known. */
  next: 'keyword' | 'arguments' | undefined;
  isTemplate: boolean;
}

type Robot = Lexing<RobotData>;

const WITH_KEYWORDS = [
  ...['library', 'resource', 'setup', 'teardown', 'template', 'suite setup', 'suite teardown', 'task setup'],
  ...['task teardown', 'task template', 'test setup', 'test teardown', 'test template', 'variables'],
];
const WITH_ARGUMENTS = [
  ...['arguments', 'default tags', 'documentation', 'force tags', 'metadata', 'return', 'tags', 'timeout'],
  ...['task timeout', 'test timeout'],
];
const SECTIONS = new Map([
  ['setting', 'settings'],
  ['test case', 'tests'],
  ['task', 'tests'],
  ['keyword', 'keywords'],
  ['variable', 'variables'],
]);

const id = /[^|$@&% \t\n]+(?: (?:\\.|[^|$@&% \t\n])+)*/;
const space = / (?![ |])/;

/** What a setting takes. */
function stateOfValue(setting: string): RobotData['next'] {
  const name = setting.toLowerCase();
  if (WITH_KEYWORDS.includes(name)) return 'keyword';
  return WITH_ARGUMENTS.includes(name) ? 'arguments' : undefined;
}

function heading(lexing: Robot): void {
  lexing.token('gh');
  const name = lexing.group(1).replace(/s$/, '').toLowerCase();
  const section = SECTIONS.get(name);
  if (section !== undefined) lexing.push(section);
}

function cell(lexing: Robot): void {
  const { data } = lexing;
  lexing.token('w');
  data.column++;
  if (data.next !== undefined) lexing.push(data.next);
  else if (data.isTemplate || data.column !== 1) lexing.push('arguments');
  else {
    data.next = 'keyword';
    lexing.push('keyword');
  }
  lexing.push('cell');
}

function continuation(lexing: Robot): void {
  lexing.token('w');
  lexing.data.column++;
  lexing.push('arguments');
}

function lineEnd(lexing: Robot): void {
  lexing.token('w');
  lexing.data.column = 0;
  lexing.data.next = undefined;
  lexing.push('cell');
}

function settingOfTest(lexing: Robot): void {
  lexing.groups('p', 'bp', 'p');
  const name = lexing.group(2);
  if (name.toLowerCase() === 'template') lexing.data.isTemplate = true;
  lexing.data.next = stateOfValue(name) ?? lexing.data.next;
}

/** A variable in a cell; behind it a keyword may follow. */
function variable(lexing: Robot): void {
  lexing.token('nv');
  if (lexing.data.next !== undefined) lexing.data.next = 'keyword';
}

export const robotFramework = defineLexer<RobotData>({
  tag: 'robot_framework',
  data: () => ({ column: 0, next: undefined, isTemplate: false }),
  begin: (lexing) => lexing.push('before'),
  states: () => ({
    root: [
      [/\s+/, 'w'],
      [/^(?:\| )?\*[* ]*([A-Z]+(?: [A-Z]+)?).*/i, heading],
    ],
    before: [
      [/^[^*].*/, ''],
      [/(?:)/, '', pop],
    ],
    section: [
      [/(?=(?:\| )?\*)/, '', pop],
      [/\| /, 'w'],
      [/ +\| +|[ ]{2,}|\t+/, cell],
      [/\.\.\. */, continuation],
      [/ ?\|/, 'w'],
      [/\n/, lineEnd],
    ],
    settings: [
      'section',
      [
        /([A-Z]+(?: [A-Z]+)?)(:?)/i,
        (lexing) => {
          lexing.data.next = stateOfValue(lexing.group(1));
          lexing.groups('bp', 'p');
        },
      ],
    ],
    tests: [
      'section',
      [/[$@&%{}]+/, 'nl'],
      [space, 'nl'],
      [
        id,
        (lexing) => {
          lexing.data.isTemplate = false;
          lexing.token('nl');
        },
      ],
    ],
    keywords: ['section', [/[$@&%]\{/, 'nv', 'variable'], [/[$@&%{}]+/, 'nl'], [space, 'nl'], [id, 'nl']],
    variables: [
      'section',
      [
        /[$@&%]\{/,
        (lexing) => {
          lexing.token('nv');
          lexing.data.next = 'arguments';
        },
        'variable',
      ],
    ],
    cell: [
      [/#.*/, 'c'],
      [/(?:)/, '', pop],
    ],
    keyword: [
      [/(\[)([A-Z]+(?: [A-Z]+)?)(\])/i, settingOfTest, pop],
      [/[$@&%]\{/, variable, 'variable'],
      [
        /FOR/i,
        (lexing) => {
          lexing.token('nf');
          if (lexing.data.next !== undefined) lexing.data.next = 'keyword';
        },
      ],
      [space, 'nf'],
      [/(?:Given|When|Then|And|But) /i, 'nb'],
      [
        id,
        (lexing) => {
          lexing.token('nf');
          lexing.data.next = undefined;
        },
      ],
      [/(?:)/, '', pop],
    ],
    arguments: [
      [/[$@&%]\{/, variable, 'variable'],
      [re()`[$@&%]+|${space}|${id}`, 's'],
      [/(?:)/, '', pop],
    ],
    variable: [
      [/(\})( )(=)/, ['nv', 'w', 'p'], pop],
      [/[$@&%]\{/, 'nv', 'variable'],
      [/[{[]/, 'nv', 'variable'],
      [/[}\]]/, 'nv', pop],
      [/[^$@&%{}[\]]+/, 'nv'],
    ],
  }),
});
