/** YAML, whose indentation decides where scalars end. */
import { goto, type Lexing, pop, popTimes, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { guarded } from '../lexing/scanner.ts';

interface YamlData {
  /** The columns of the open collections. */
  indents: number[];
  /** The column that the next collection would have. */
  next: number;
  /** The column of the block scalar, once known. */
  scalar: number | undefined;
}

type Yaml = Lexing<YamlData>;

const fresh = (): YamlData => ({ indents: [0], next: 0, scalar: undefined });
const indent = ({ data }: Yaml) => data.indents.at(-1) ?? 0;

function resetIndent(lexing: Yaml): void {
  lexing.data = fresh();
}

/** Takes a line's indentation: leaves the collections it ends, and gives how much of it was expected. */
function saveIndent(lexing: Yaml, text: string): number {
  const { data } = lexing;
  data.next = text.length;
  if (data.next >= indent(lexing)) return text.length;
  while (data.indents.length > 1 && data.next < indent(lexing)) data.indents.pop();
  return indent(lexing);
}

function setIndent(lexing: Yaml): void {
  const { data } = lexing;
  if (indent(lexing) < data.next) data.indents.push(data.next);
}

function advance(lexing: Yaml): void {
  lexing.data.next += lexing.matched.length;
}

export const yaml = defineLexer<YamlData>({
  tag: 'yaml',
  data: fresh,
  states: () => ({
    basic: [[/#.*/, 'c1']],
    root: [
      'basic',
      [/\n+/, ''],
      [/[ ]+(?=#|$)/, ''],
      [
        /^%(?:YAML|TAG)\b/,
        (lexing) => {
          lexing.token('nt');
          resetIndent(lexing);
          lexing.push(lexing.matched === '%TAG' ? 'tag-directive' : 'yaml-directive');
        },
      ],
      [
        /^(?:---|\.\.\.)(?= |$)/,
        (lexing) => {
          lexing.token('nn');
          resetIndent(lexing);
          lexing.push('block-line');
        },
      ],
      [
        /[ ]*(?!\s|$)/,
        (lexing) => {
          const text = lexing.matched;
          const expected = saveIndent(lexing, text);
          lexing.token('', text.slice(0, expected));
          lexing.token('err', text.slice(expected));
          lexing.push('block-line');
          lexing.push('indentation');
        },
      ],
    ],
    indentation: [
      [/\s*?\n/, '', popTimes(2)],
      [
        /[ ]+(?=[-:?](?:[ ]|$))/,
        (lexing) => {
          lexing.token('');
          advance(lexing);
        },
      ],
      [
        /[?:-](?=[ ]|$)/,
        (lexing) => {
          setIndent(lexing);
          advance(lexing);
          lexing.token('pi');
        },
      ],
      [
        /[ ]*/,
        (lexing) => {
          lexing.token('');
          advance(lexing);
          lexing.pop();
        },
      ],
    ],
    'block-line': [
      [/[ ]*(?=#|$)/, '', pop],
      [/[ ]+/, ''],
      'descriptors',
      'block-nodes',
      'flow-nodes',
      [/(?=[^ \t\n\r\f\v?:,[\]{}#&*!|>'"%@`]|[?:-][^ \t\n\r\f\v])/, 'nv', 'plain-in-block'],
    ],
    descriptors: [
      [/!<[0-9A-Za-z;/?:@&=+$,_.!~*'()[\]%-]+>/, 'kt'],
      [/(?:![\w-]+)?![\w;/?:@&=+$,.!~*'()[\]%-]*/, 'kt'],
      [re()`&[\p{L}\p{Nl}\p{Nd}_-]+`, 'nl'],
      [re()`\*[\p{L}\p{Nl}\p{Nd}_-]+`, 'nv'],
    ],
    'block-nodes': [
      [
        guarded(/([^#,:?[\]{}"'\n]+)(:)(?=\s|$)/, /[#,:?[\]{}"'\n]/),
        (lexing) => {
          lexing.groups('na', 'pi');
          setIndent(lexing);
        },
      ],
      [/[|>][+-]?/, 'pi', { leave: 0, enter: ['block-scalar', 'block-scalar-header'] }],
    ],
    'flow-nodes': [
      [/\[/, 'pi', 'flow-sequence'],
      [/\{/, 'pi', 'flow-mapping'],
      [/'/, 's1', 'single-quotes'],
      [/"/, 's2', 'double-quotes'],
    ],
    'flow-collection': [
      [/\s+/, ''],
      'basic',
      [/[?:,]/, 'pi'],
      'descriptors',
      'flow-nodes',
      [/(?=[^ \t\n\r\f\v?:,[\]{}#&*!|>'"%@`])/, '', 'plain-in-flow'],
    ],
    'flow-sequence': [[/\]/, 'pi', pop], 'flow-collection'],
    'flow-mapping': [[/\}/, 'pi', pop], 'flow-collection'],
    'block-scalar': [
      [/\n+/, ''],
      [
        /^[ ]+$/,
        (lexing) => {
          const text = lexing.matched;
          const mark = lexing.data.scalar ?? text.length;
          lexing.token('', text.slice(0, mark));
          lexing.token('no', text.slice(mark));
        },
      ],
      [
        /^[ ]*/,
        (lexing) => {
          lexing.token('');
          const text = lexing.matched;
          const least = lexing.data.scalar ?? indent(lexing);
          lexing.data.scalar ??= text.length;
          if (text.length >= least) return;
          saveIndent(lexing, text);
          lexing.pop();
          lexing.push('indentation');
        },
      ],
      [/[^\n\r\f\v]+/, 's'],
    ],
    'block-scalar-header': [
      [
        /(?:[1-9][+-]?|[+-]?[1-9]?)(?=[ ]|$)/,
        (lexing) => {
          lexing.data.scalar = undefined;
          lexing.goto('ignored-line');
          const text = lexing.matched;
          if (text === '') return;
          lexing.data.scalar = indent(lexing) + (Number.parseInt(text, 10) || 0);
          lexing.token('pi');
        },
      ],
    ],
    'ignored-line': ['basic', [/[ ]+/, ''], [/\n/, '', pop]],
    'quoted-whitespace': [
      [/^[ ]+/, ''],
      [/[ ]+$/, ''],
      [/\n+/, ''],
      [/[ ]+/, 'nv'],
    ],
    'single-quotes': ['quoted-whitespace', [/\\'/, 'se'], [/'/, 's', pop], [/[^\s']+/, 's']],
    'double-quotes': [
      [/"/, 's', pop],
      'quoted-whitespace',
      [/\\[0abt\tn\nvfre "\\N_LP]/, 'se'],
      [/\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})/, 'se'],
      [/[^ \t\n\r\f\v"\\]+/, 's'],
    ],
    'plain-new-line': [
      [/^[ ]+\n/, ''],
      [/\n+/, ''],
      [/^(?=---|\.\.\.)/, '', popTimes(3)],
      [
        /^[ ]*/,
        (lexing) => {
          const text = lexing.matched;
          lexing.token('');
          lexing.pop();
          if (text.length > indent(lexing)) return;
          lexing.pop();
          saveIndent(lexing, text);
          lexing.push('indentation');
        },
      ],
    ],
    'plain-in-block': [
      [/[ ]*(?=:[ \n]|:$)/, '', pop],
      [/[ ]*:\S+/, 's'],
      [/[ ]+(?=#)/, '', pop],
      [/[ ]+$/, ''],
      [/\n+/, '', 'plain-new-line'],
      [/[ ]+/, 's'],
      [/true|false|null/, 'no'],
      [/\d+(?:\.\d+)?(?=\r?\n| +#)/, 'm', pop],
      [/[^\s:]+/, 's'],
    ],
    'plain-in-flow': [
      [/[ ]*(?=[,:?[\]{}])/, '', pop],
      [/[ ]+(?=#)/, '', pop],
      [/^[ ]+/, ''],
      [/[ ]+$/, ''],
      [/\n+/, ''],
      [/[ ]+/, 'nv'],
      [/[^\s,:?[\]{}]+/, 'nv'],
    ],
    'yaml-directive': [[/([ ]+)(\d+\.\d+)/, ['', 'm'], goto('ignored-line')]],
    'tag-directive': [
      [
        /([ ]+)(!|![\w-]*!)([ ]+)(!|!?[\w;/?:@&=+$,.!~*'()[\]%-]+)/,
        ['', 'kt', '', 'kt'],
        goto('ignored-line'),
      ],
    ],
  }),
});
