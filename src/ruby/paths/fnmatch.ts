/** Ruby's `File.fnmatch` without flags: `*` also matches slashes, braces are plain, a leading dot of the path must be spelt out. */

/** Whether `path` matches `pattern` as a whole. Time grows with the product of their lengths at worst. */
export function fnmatch(pattern: string, path: string): boolean {
  const tokens = parsePattern(pattern);
  if (tokens === undefined) return false;
  const characters = Array.from(path);
  if (characters[0] === '.' && tokens[0] !== undefined && tokens[0].kind !== 'character') return false;
  let token = 0;
  let at = 0;
  let star = -1;
  let resume = 0;
  while (at < characters.length) {
    const wanted = tokens[token];
    if (wanted?.kind === 'star') {
      star = token++;
      resume = at;
    } else if (wanted !== undefined && accepts(wanted, characters[at]!)) {
      token++;
      at++;
    } else if (star >= 0) {
      token = star + 1;
      at = ++resume;
    } else return false;
  }
  while (tokens[token]?.kind === 'star') token++;
  return token === tokens.length;
}

/** Whether a pattern means anything but itself. */
export function isGlob(pattern: string): boolean {
  return /[*?[\\]/.test(pattern);
}

type Token =
  | { readonly kind: 'star' | 'any' }
  | { readonly kind: 'character'; readonly character: string }
  | {
      readonly kind: 'set';
      readonly inverted: boolean;
      readonly ranges: readonly (readonly [string, string])[];
    };

function accepts(token: Token, character: string): boolean {
  if (token.kind === 'character') return token.character === character;
  if (token.kind !== 'set') return true;
  const code = character.codePointAt(0)!;
  const inside = token.ranges.some(
    ([low, high]) => code >= low.codePointAt(0)! && code <= high.codePointAt(0)!,
  );
  return inside !== token.inverted;
}

/** Undefined for a bracket that is never closed, which matches nothing. */
function parsePattern(pattern: string): Token[] | undefined {
  const characters = Array.from(pattern);
  const tokens: Token[] = [];
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i]!;
    if (character === '*') {
      if (tokens.at(-1)?.kind !== 'star') tokens.push({ kind: 'star' });
    } else if (character === '?') tokens.push({ kind: 'any' });
    else if (character === '\\' && i + 1 < characters.length)
      tokens.push({ kind: 'character', character: characters[++i]! });
    else if (character === '[') {
      const set = parseSet(characters, i + 1);
      if (set === undefined) return undefined;
      tokens.push(set.token);
      i = set.end;
    } else tokens.push({ kind: 'character', character });
  }
  return tokens;
}

/** A bracket from behind its `[`; `]` closes it even at its start, and a backslash quotes. */
function parseSet(characters: readonly string[], from: number): { token: Token; end: number } | undefined {
  let at = from;
  const inverted = characters[at] === '!' || characters[at] === '^';
  if (inverted) at++;
  const ranges: [string, string][] = [];
  const next = (): string | undefined => {
    if (characters[at] === '\\') at++;
    return characters[at++];
  };
  while (characters[at] !== ']') {
    const low = next();
    if (low === undefined) return undefined;
    if (characters[at] === '-' && characters[at + 1] !== ']') {
      at++;
      const high = next();
      if (high === undefined) return undefined;
      ranges.push([low, high]);
    } else ranges.push([low, low]);
  }
  return { token: { kind: 'set', inverted, ranges }, end: at };
}
