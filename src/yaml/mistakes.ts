/** What a place where the reader got stuck means to the person who wrote the text: which slip it most likely is, and what to do. */

import { yamlMessages } from '../base/catalogue/yaml.ts';
import { type Diagnostic, diagnose, type Message, type Place } from '../base/diagnostic.ts';
import { placeAt, type SourceText } from '../base/source-text.ts';
import type { YamlMistake } from './token.ts';

/** Why the scanner or the composer stopped. Behind each stands libyaml's own sentence. */
export type MistakeKind =
  | 'bad-alias'
  | 'bad-anchor'
  | 'bad-code-point'
  | 'bad-directive'
  | 'bad-hex-escape'
  | 'bad-start'
  | 'bad-tag'
  | 'bad-version'
  | 'colon-in-plain'
  | 'control-character'
  | 'document-mark-in-quotes'
  | 'entry-not-allowed'
  | 'key-not-allowed'
  | 'no-brace'
  | 'no-bracket'
  | 'no-colon'
  | 'no-content'
  | 'no-document-start'
  | 'no-hyphen'
  | 'no-key'
  | 'tab-in-block'
  | 'tab-in-plain'
  | 'text-behind-block-header'
  | 'too-deep'
  | 'unclosed-quote'
  | 'unknown-directive'
  | 'unknown-escape'
  | 'unknown-handle'
  | 'value-not-allowed'
  | 'zero-indent';

/** A stretch of YAML in a file. */
export interface YamlPart {
  readonly source: SourceText;
  /** The offset of `text` in the file. */
  readonly from: number;
  readonly text: string;
}

/** The diagnostic of a mistake in `part`. */
export function mistakeOf(mistake: YamlMistake, part: YamlPart, depthLimit: number): Diagnostic {
  const { offset, context } = mistake;
  const says = <Facts>(row: Message<Facts>, facts: Facts, at = offset, length = 1): Diagnostic =>
    diagnose(row, facts, { place: placeOf(part, at, length) });
  switch (mistake.kind) {
    case 'too-deep':
      return says(yamlMessages.tooDeep, { limit: depthLimit });
    case 'control-character':
      return says(yamlMessages.controlCharacter, { code: part.text.charCodeAt(offset) });
    case 'tab-in-block':
    case 'tab-in-plain':
      return says(yamlMessages.tab, {});
    case 'bad-start':
      return part.text[offset] === '\t'
        ? says(yamlMessages.tab, {})
        : says(yamlMessages.reservedCharacter, { character: part.text[offset] ?? '' });
    case 'unclosed-quote':
    case 'document-mark-in-quotes':
      return says(yamlMessages.unclosedQuote, { quote: part.text[context] ?? '"' }, context);
    case 'unknown-escape':
    case 'bad-hex-escape':
      return says(yamlMessages.badEscape, { found: part.text.slice(offset, offset + 2) }, offset, 2);
    case 'bad-code-point':
      return says(yamlMessages.badCodePoint, { found: escapeAt(part.text, offset) }, offset, 6);
    case 'value-not-allowed':
      return unexpectedColon(part, offset);
    case 'no-colon':
      return missingColon(part, context);
    case 'entry-not-allowed':
      return says(yamlMessages.strayHyphen, {});
    case 'no-bracket':
    case 'no-brace':
      return unclosedBracket(part, mistake);
    case 'no-key':
    case 'no-hyphen':
      return unexpectedItem(part, mistake);
    case 'no-content':
      return missingContent(part, offset);
    case 'colon-in-plain':
      return says(yamlMessages.colonInPlain, {});
    case 'key-not-allowed':
      return says(yamlMessages.reservedCharacter, { character: '?' });
    case 'text-behind-block-header':
    case 'zero-indent':
      return says(yamlMessages.blockHeader, { sign: part.text[context] ?? '|' }, context);
    case 'bad-alias':
    case 'bad-anchor':
      return says(yamlMessages.badAnchor, { sign: part.text[context] ?? '&' }, context);
    case 'bad-tag':
    case 'unknown-handle':
      return says(yamlMessages.badTag, {}, context);
    case 'bad-directive':
    case 'bad-version':
    case 'unknown-directive':
    case 'no-document-start':
      return says(yamlMessages.badDirective, {}, context);
  }
}

/** `title: A: B`, or a key that is indented below a value. */
function unexpectedColon(part: YamlPart, offset: number): Diagnostic {
  const start = part.text.lastIndexOf('\n', offset - 1) + 1;
  const before = part.text.slice(start, offset);
  const found = /^(\s*(?:- +)*[^\s#'"[{][^#]*?):\s+\S/.exec(before);
  const above = textAbove(part.text, start, indentOf(before));
  if (found === null && above !== undefined) return missingColon(part, above);
  if (found === null)
    return diagnose(yamlMessages.indentation, {}, { place: placeOf(part, start + indentOf(before), 1) });
  const end = lineEnd(part.text, offset);
  const value = part.text.slice(start + found[0].length - 1, end).trim();
  const key = found[1]!.trim().replace(/^(?:- +)+/, '');
  return diagnose(yamlMessages.unquotedColon, { key, value }, { place: placeOf(part, offset, 1) });
}

/** The first of the lines just above that are indented alike and are no key with a value: they run on into this one. */
function textAbove(text: string, start: number, indent: number): number | undefined {
  let found: number | undefined;
  for (let at = start; at > 0; ) {
    at = at < 2 ? 0 : text.lastIndexOf('\n', at - 2) + 1;
    const line = text.slice(at, lineEnd(text, at));
    if (line.trim() === '' || line.startsWith('---') || indentOf(line) !== indent || /:(?:\s|$)/.test(line))
      break;
    found = at + indent;
  }
  return found;
}

/** A line of text where a key should be, or a key without a space behind its colon. */
function missingColon(part: YamlPart, context: number): Diagnostic {
  const line = part.text.slice(context, lineEnd(part.text, context)).trim();
  const tight = /^([^\s:'"]+):(?=[^\s/])/.exec(line);
  if (tight !== null) {
    const place = placeOf(part, context + tight[1]!.length, 1);
    return diagnose(yamlMessages.noSpace, { key: tight[1]!, value: line.slice(tight[0].length) }, { place });
  }
  return diagnose(
    yamlMessages.missingColon,
    { text: shortened(line) },
    { place: placeOf(part, context, line.length) },
  );
}

/** Nothing at all behind an opening bracket is one that was never closed. */
function missingContent(part: YamlPart, offset: number): Diagnostic {
  const before = part.text.slice(0, offset).trimEnd();
  const isEnd = offset >= part.text.trimEnd().length;
  const bracket = before.at(-1);
  if (isEnd && (bracket === '[' || bracket === '{' || bracket === ','))
    return diagnose(yamlMessages.unclosedBracket, openBracket(before), {
      place: placeOf(part, openBracket(before).at, 1),
    });
  const character = part.text[offset] ?? '';
  return diagnose(yamlMessages.noContent, { character }, { place: placeOf(part, offset, 1) });
}

/** The last bracket that is open at the end of a text, and where it is. */
function openBracket(text: string): { readonly bracket: string; readonly at: number } {
  let open = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    if (text[at] === ']' || text[at] === '}') open++;
    else if ((text[at] === '[' || text[at] === '{') && open-- === 0) return { bracket: text[at]!, at };
  }
  return { bracket: '[', at: 0 };
}

/** Where the text or the next setting follows, it was the bracket that was forgotten; else a comma. */
function unclosedBracket(part: YamlPart, { offset, context }: YamlMistake): Diagnostic {
  const bracket = part.text[context] === '[' ? '[' : '{';
  const rest = part.text.slice(offset, lineEnd(part.text, offset));
  const isOnNewLine = part.text.slice(context, offset).includes('\n');
  const isEnd = offset >= part.text.trimEnd().length;
  if (isEnd || (isOnNewLine && /^(?:- |:|[\w-]+:(?:\s|$))/.test(rest)))
    return diagnose(yamlMessages.unclosedBracket, { bracket }, { place: placeOf(part, context, 1) });
  return diagnose(yamlMessages.missingComma, { bracket }, { place: placeOf(part, offset, 1) });
}

/** In a mapping or list something else begins: text behind a quote, a list item, or a line with another indentation. */
function unexpectedItem(part: YamlPart, { kind, offset }: YamlMistake): Diagnostic {
  const start = part.text.lastIndexOf('\n', offset - 1) + 1;
  const before = part.text.slice(start, offset);
  const place = placeOf(part, offset, 1);
  const quote = /(['"])\s*$/.exec(before)?.[1];
  if (quote !== undefined) return diagnose(yamlMessages.textAfterQuote, { quote }, { place });
  if (before.trim() !== '') return diagnose(yamlMessages.textAfterValue, {}, { place });
  if (kind === 'no-key' && part.text[offset] === '-')
    return diagnose(yamlMessages.strayHyphen, {}, { place });
  return diagnose(yamlMessages.indentation, {}, { place });
}

function placeOf(part: YamlPart, offset: number, length: number): Place {
  return placeAt(part.source, part.from + Math.min(offset, part.text.length), Math.max(1, length));
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** The whole escape that begins here: `\ud83d`. */
function escapeAt(text: string, offset: number): string {
  return /^\\(?:u.{4}|U.{8})/.exec(text.slice(offset, offset + 10))?.[0] ?? text.slice(offset, offset + 2);
}
