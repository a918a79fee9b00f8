/** Ruby's `String#succ` for ASCII: `a9` is `b0`, `zz` is `aaa`, `<<koala>>` is `<<koalb>>`. */

/** The text that follows; a text without letters and digits has its last sign raised. */
export function successor(text: string): string {
  const characters = [...text];
  let at = characters.findLastIndex((character) => LETTER_OR_DIGIT.test(character));
  if (at < 0) {
    const last = characters.pop();
    return last === undefined ? '' : characters.join('') + String.fromCodePoint(last.codePointAt(0)! + 1);
  }
  for (;;) {
    const [first, end] = rangeOf(characters[at]!);
    if (characters[at] !== end) {
      characters[at] = String.fromCharCode(characters[at]!.charCodeAt(0) + 1);
      return characters.join('');
    }
    characters[at] = first;
    const before = characters.slice(0, at).findLastIndex((character) => LETTER_OR_DIGIT.test(character));
    if (before < 0 || isCut(characters, before, at)) {
      characters.splice(at, 0, first === '0' ? '1' : first);
      return characters.join('');
    }
    at = before;
  }
}

/** A carry goes over other signs from digit to digit and from letter to letter. */
function isCut(characters: readonly string[], before: number, at: number): boolean {
  return before < at - 1 && /\d/.test(characters[before]!) !== /\d/.test(characters[at]!);
}

const LETTER_OR_DIGIT = /[a-zA-Z0-9]/;

function rangeOf(character: string): [first: string, last: string] {
  if (/\d/.test(character)) return ['0', '9'];
  return /[a-z]/.test(character) ? ['a', 'z'] : ['A', 'Z'];
}
