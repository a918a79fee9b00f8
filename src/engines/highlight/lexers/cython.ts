/** Cython: Python with the declarations of C. */
import { enter, type Lexing, pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { byWord, classify, type WordLists } from '../lexing/words.ts';
import { PYTHON_WORDS, type PythonData, pythonStates } from './python.ts';

interface CythonData extends PythonData {
  /** How the first line of a block of declarations is indented. */
  indentation: string | undefined;
}

const WORDS: WordLists = [['k', 'by fused gil nogil'], ...PYTHON_WORDS];
const isKeyword = classify(WORDS.filter(([type]) => type === 'k'));
const isModifier = classify([['kr', 'public readonly extern api inline enum union']]);

/** A word of a declaration: a type, or what makes another declaration of it. */
function declared(lexing: Lexing<CythonData>): void {
  const word = lexing.matched;
  if (isKeyword(word) !== undefined) {
    lexing.token('k');
    lexing.pop();
  } else if (word === 'def') {
    lexing.token('k');
    lexing.goto('function-name');
  } else if (word === 'struct' || word === 'class') {
    lexing.token('kr');
    lexing.goto('class-name');
  } else if (isModifier(word) !== undefined) lexing.token('kr');
  else {
    lexing.token('kt');
    lexing.pop();
  }
}

/** A line that is less indented than the first ends the declarations. */
function indent(lexing: Lexing<CythonData>): void {
  const { data, matched } = lexing;
  lexing.token('');
  lexing.goto('declaration');
  if (data.indentation === undefined) data.indentation = matched;
  else if (data.indentation.length > matched.length) {
    data.indentation = undefined;
    lexing.pop(2);
  }
}

function endDeclarations(lexing: Lexing<CythonData>): void {
  lexing.data.indentation = undefined;
  lexing.resetStack();
}

export const cython = defineLexer<CythonData>({
  tag: 'cython',
  data: () => ({ strings: [], indentation: undefined }),
  states: () => {
    const python = pythonStates<CythonData>(WORDS);
    return {
      ...python,
      root: [
        [/cp?def|ctypedef/, 'k', enter('declarations', 'declaration')],
        [/(from)((?:\\\s|\s)+)([a-zA-Z_.][\w.]*)((?:\\\s|\s)+)(cimport)/, ['kn', '', 'nn', '', 'kn']],
        [/(cimport)(\s+)([a-zA-Z_.][\w.]*)/, ['kn', '', 'nn']],
        [/(struct)((?:\\\s|\s)+)/, ['k', ''], 'class-name'],
        [/[a-z_]\w*(?=\()/i, byWord(WORDS, 'nf')],
        [/[(,]/, 'p', 'declaration'],
        ...python.root,
      ],
      'class-name': [[/(?:\\\s|\s)+/, ''], ...python['class-name']],
      'function-name': [[/(?:\\\s|\s)+/, ''], ...python['function-name']],
      declaration: [
        [/[^\S\n]+/, ''],
        [/cp?def|ctypedef/, 'k'],
        [/(?:un)?signed/, 'kt'],
        [/[a-z_]\w*(?=\*|[ \t]*\[|[ \t]+\w)/i, declared],
        [/(?:)/, '', pop],
      ],
      declarations: [[/\n/, '', 'indentation'], 'root'],
      indentation: [
        [/[ \t]+/, indent],
        [/(?:)/, endDeclarations],
      ],
    };
  },
});
