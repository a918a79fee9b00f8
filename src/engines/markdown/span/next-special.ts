/** Finds the next character at which a span rule might start, so that plain text is passed over at once. */

const ALWAYS = 1;
const QUOTE = 2;
const MAYBE = 3;

/** What each UTF-16 unit may be: nothing above ASCII starts a rule. */
const kinds = new Uint8Array(65_536);
for (const character of '*_`<[]$&\\') kinds[character.charCodeAt(0)] = ALWAYS;
for (const character of `"'`) kinds[character.charCodeAt(0)] = QUOTE;
for (const character of '{!-.>~\n') kinds[character.charCodeAt(0)] = MAYBE;

/** A quote counts from the character before it, which decides what kind of quote it is. */
export function nextSpecial(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = kinds[code]!;
    if (kind === 0) continue;
    if (kind === ALWAYS) return at;
    if (kind === QUOTE) return beforeQuote(text, at, from);
    const start = startOf(text, at, code, from);
    if (start >= 0) return start;
  }
  return text.length;
}

function beforeQuote(text: string, at: number, from: number): number {
  if (at === from) return at;
  const before = text.charCodeAt(at - 1);
  return before >= 0xdc00 && before <= 0xdfff && at - 2 >= from ? at - 2 : at - 1;
}

/** Where what has this character at an index starts, or -1. What starts with spaces is found by what follows them. */
function startOf(text: string, at: number, code: number, from: number): number {
  const next = text.charCodeAt(at + 1);
  switch (code) {
    case 123: // {:
      return next === 58 ? at : -1;
    case 33: // ![
      return next === 91 ? at : -1;
    case 45: // --
      return next === 45 ? at : -1;
    case 46: // ...
      return next === 46 && text.charCodeAt(at + 2) === 46 ? at : -1;
    case 62: // >>, or a space before it
      if (next !== 62) return -1;
      return at > from && text.charCodeAt(at - 1) === 32 ? at - 1 : at;
    case 126: // ~~
      return next === 126 ? at : -1;
    default: // two spaces at a line's end
      return at - 2 >= from && text.charCodeAt(at - 1) === 32 && text.charCodeAt(at - 2) === 32 ? at - 2 : -1;
  }
}

/** A chain's own search where only one or two characters start anything. */
export function nextOf(one: string, other = one): (text: string, from: number) => number {
  const [first, second] = [one.charCodeAt(0), other.charCodeAt(0)];
  return (text, from) => {
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === first || code === second) return at;
    }
    return text.length;
  };
}
