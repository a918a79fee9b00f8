/** The line around a mistake in YAML: where it begins and ends, which setting it holds, and how to write that. */

/** The offset of the first character of the line that `offset` is on; `\n`, `\r\n` and a lone `\r` end one. */
export function lineStart(text: string, offset: number): number {
  for (let at = offset - 1; at >= 0; at--) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || (code === 0x0d && (text.charCodeAt(at + 1) !== 0x0a || at + 1 < offset)))
      return at + 1;
  }
  return 0;
}

/** The offset of the line's end, or of the text's. */
export function lineEnd(text: string, offset: number): number {
  for (let at = offset; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || code === 0x0d) return at;
  }
  return text.length;
}

export interface Line {
  readonly start: number;
  readonly text: string;
  /** How many characters of white space it begins with. */
  readonly indent: number;
}

export function lineAt(text: string, offset: number): Line {
  const start = lineStart(text, offset);
  const line = text.slice(start, lineEnd(text, offset));
  return { start, text: line, indent: line.length - line.trimStart().length };
}

/** The next line above `start` that is neither blank nor a comment. */
export function lineAbove(text: string, start: number): Line | undefined {
  for (let at = start; at > 0; ) {
    const line = lineAt(text, at - 1 - (text[at - 1] === '\n' && text[at - 2] === '\r' ? 1 : 0));
    if (line.text.trim() !== '' && !line.text.trimStart().startsWith('#')) return line;
    at = line.start;
  }
  return undefined;
}

/** `key: value` or `- value`, taken apart. */
export interface Written {
  /** What stands before the value, without indentation: `title: `, `- `, `- name: `. */
  readonly lead: string;
  readonly value: string;
  /** The offset of the value. */
  readonly at: number;
}

const KEYED =
  /^(\s*)((?:- +)*(?:"[^"]*"|'[^']*'|[^\s#'"[{:-](?:[^#:]|:(?!\s)|(?<!\s)#)*?)\s*:\s+|(?:- +)+)(.*)$/;

/** The setting or item on a line; undefined where it holds none with a value. */
export function settingOf(line: Line): Written | undefined {
  const match = KEYED.exec(line.text);
  if (match === null) return undefined;
  const [, space = '', lead = '', rest = ''] = match;
  const value = rest.trimEnd();
  if (value === '') return undefined;
  return { lead: lead.replace(/\s*:\s+$/, ': '), value, at: line.start + space.length + lead.length };
}

/** The key in the lead of a setting, without quotes. */
export function keyOf(lead: string): string {
  return lead
    .replace(/^(?:- +)+/, '')
    .replace(/:\s*$/, '')
    .replace(/^(["'])(.*)\1$/, '$2');
}

/** Text as a YAML scalar in quotes: those that need the least inside. Quotes around it, straight or typographic, go. */
export function inQuotes(text: string): string {
  const bare = withoutQuotes(text);
  if (!/["\\]/.test(bare)) return `"${bare}"`;
  return bare.includes("'") && !bare.includes('\\')
    ? `"${bare.replaceAll('"', '\\"')}"`
    : `'${bare.replaceAll("'", "''")}'`;
}

const PAIRS: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ['\u201c', '\u201d'],
  ['\u2018', '\u2019'],
  ['"', '\u201d'],
  ['\u201c', '"'],
];

function withoutQuotes(text: string): string {
  const doubled = /^(["'])\1*((?:(?!\1).)+)\1+$/.exec(text);
  if (doubled !== null) return doubled[2]!;
  const isPaired = PAIRS.some(([open, close]) => text.startsWith(open) && text.endsWith(close));
  return text.length > 2 && isPaired ? text.slice(1, -1) : text;
}

export function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
