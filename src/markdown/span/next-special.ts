/** Finds the next character at which a span rule might start, so that plain text is passed over at once. */

const ALWAYS = 1;
const QUOTE = 2;
const MAYBE = 3;

/** What each UTF-16 unit may be: nothing above ASCII starts a rule. */
const kinds = new Uint8Array(65_536);
for (const character of '*_`<[]$&\\') kinds[character.charCodeAt(0)] = ALWAYS;
for (const character of `"'`) kinds[character.charCodeAt(0)] = QUOTE;
for (const character of '{!-.> ~') kinds[character.charCodeAt(0)] = MAYBE;

/** A quote counts from the character before it, which decides what kind of quote it is. */
export function nextSpecial(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = kinds[code]!;
    if (kind === 0) continue;
    if (kind === ALWAYS) return at;
    if (kind === QUOTE) return beforeQuote(text, at, from);
    if (mayStart(text, at, code)) return at;
  }
  return text.length;
}

function beforeQuote(text: string, at: number, from: number): number {
  if (at === from) return at;
  const before = text.charCodeAt(at - 1);
  return before >= 0xdc00 && before <= 0xdfff && at - 2 >= from ? at - 2 : at - 1;
}

function mayStart(text: string, at: number, code: number): boolean {
  const next = text.charCodeAt(at + 1);
  switch (code) {
    case 123: // {:
      return next === 58;
    case 33: // ![
      return next === 91;
    case 45: // --
      return next === 45;
    case 46: // ...
      return next === 46 && text.charCodeAt(at + 2) === 46;
    case 62: // >>
      return next === 62;
    case 126: // ~~
      return next === 126;
    default: {
      // two spaces at a line's end, or a space before `>>`
      const after = text.charCodeAt(at + 2);
      return (next === 32 && after === 10) || (next === 62 && after === 62);
    }
  }
}

/** A chain's own search where only certain characters start anything. */
export function nextOf(characters: string): (text: string, from: number) => number {
  return (text, from) => {
    let at = from;
    while (at < text.length && !characters.includes(text.charAt(at))) at++;
    return at;
  };
}
