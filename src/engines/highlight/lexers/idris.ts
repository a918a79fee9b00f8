/** Idris. */
import { goto, pop, re } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { nearest, type Scanner } from '../lexing/scanner.ts';
import { anyOf } from '../lexing/words.ts';
import { FUNCTIONS } from '../words/idris.ts';
import { haskellLiterals, nested } from './haskell.ts';

/** `%provide` up to a last `with`. Where one fails, all fail that go on on the same line. */
const provide: Scanner = {
  first: '%',
  scan(text, at, seen) {
    const known = seen.get(provide);
    const goesOn = /%provide[ \t\r\f\v]+[^ \t-\r]/y;
    goesOn.lastIndex = at;
    const onSameLine = goesOn.test(text);
    if (onSameLine && known !== undefined && known.from <= at && at < known.found) return -1;
    const whole =
      /%provide(?:[ \t-\r]+[^ \t-\r](?:[^\n]*[^ \t-\r])?[ \t-\r]+with[ \t-\r]+|[ \t-\r]{2,}with[ \t-\r]+)/y;
    whole.lastIndex = at;
    if (whole.test(text)) return whole.lastIndex;
    if (onSameLine) {
      const { found } = nearest(text, at, '\n', seen);
      seen.set(provide, { from: at, found, end: found });
    }
    return -1;
  },
};

export const idris = defineLexer({
  tag: 'idris',
  states: () => ({
    basic: [
      [/\s+/, ''],
      [/\{-#/, 'cp', 'pragma'],
      [/\{-/, 'cm', 'comment'],
      [/^\|\|\|.*/, 'cd'],
      [/--(?![!#$%&*+./<=>?@^|_~]).*/, 'c1'],
    ],
    comment: nested('cm'),
    pragma: nested('cp'),
    root: [
      'basic',
      [/%default\s+(?:total|partial)|%access\s+(?:public|abstract|private|export)|%language\s+.*/, 'k'],
      [provide, 'k'],
      [/import\b/, 'kr', 'import'],
      [/module\b/, 'kr', 'module'],
      [
        /(?:_|data|class|instance|namespace|infix[lr]?|let|where|of|with|type|do|if|then|else|case|in)\b/,
        'kr',
      ],
      [/(?:Just|Nothing|Left|Right|True|False|LT|LTE|EQ|GT|GTE)\b/, 'kc'],
      [/^[\w']+\s*:/, 'nf'],
      [
        /(?:Type|Exists|World|IO|IntTy|FTy|File|Mode|Dec|Bool|Ordering|Either|IsJust|List|Maybe|Nat|Stream|StrM|Not|Lazy|Inf)\s/,
        'kt',
      ],
      [
        /(?:Eq|Ord|Num|MinBound|MaxBound|Integral|Applicative|Alternative|Cast|Foldable|Functor|Monad|Traversable|Uninhabited|Semigroup|Monoid)\s/,
        'nc',
      ],
      [re()`(?:${anyOf(FUNCTIONS)})[ ]+(?![=:-])`, 'nb'],
      [/[_a-z][\w']*/, 'n'],
      [/[A-Z][\w']*/, 'kt'],
      [/\\(?![:!#$%&*+.\\/<=>?@^|~-])/, 'nf'],
      [/[:!#$%&*+.\\/<=>?@^|~-]+/, 'o'],
      [/\d+(?:\.\d+)?(?:e[+-]?\d+)?/i, 'mf'],
      [/'/, 'sc', 'character'],
      [/"/, 's', 'string'],
      [/\[\s*\]/, 'kt'],
      [/\(\s*\)/, 'nb'],
      [/(\[)([_a-z][\w']*)(\|)/, ['o', 'n', 'o'], 'quasi-quotation'],
      [/[[\](),;`{}]/, 'p'],
    ],
    import: [
      [/\s+/, ''],
      [/"/, 's', 'string'],
      [/([A-Z][\w.]*)(\s+)(as)(\s+)([A-Z][a-zA-Z0-9_.]*)/, ['nn', '', 'k', '', 'n'], pop],
      [/([A-Z][\w.]*)(\s+)(\()/, ['nn', '', 'p'], goto('names')],
      [/[\w.]+/, 'nn', pop],
    ],
    module: [
      [/\s+/, ''],
      [/[A-Z][\w.]*/, 'nn', pop],
    ],
    names: [
      'basic',
      [/[A-Z]\w*/, 'kt'],
      [/_[\w']+|[a-z][\w']*/, 'nf'],
      [/,/, 'p'],
      [/[:!#$%&*+.\\/<=>?@^|~-]+/, 'o'],
      [/\(/, 'p', 'names'],
      [/\)/, 'p', pop],
    ],
    ...haskellLiterals(),
  }),
});
