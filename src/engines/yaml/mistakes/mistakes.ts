/** Turns the place where the parser failed into a diagnostic for the author: the most likely mistake, and what to do. */

import { yamlMessages } from '../../../diagnostics/catalogue/engines/yaml.ts';
import { type Diagnostic, diagnose, type Message } from '../../../diagnostics/diagnostic.ts';
import { Scanner } from '../scan/scanner.ts';
import { type Token, YamlMistake } from '../scan/token.ts';
import { indentation, missingColon, textAbove } from './line-mistakes.ts';
import { inQuotes, keyOf, lineAbove, lineAt, lineEnd, settingOf } from './lines.ts';
import { liquidValue, oddSign, oddTab } from './odd-signs.ts';
import { placeOf, type YamlPart } from './yaml-part.ts';

/** The diagnostic of a mistake in `part`. */
export function mistakeOf(mistake: YamlMistake, part: YamlPart, depthLimit: number): Diagnostic {
  return (
    oddSign(mistake, part) ??
    oddTab(mistake, part) ??
    liquidValue(mistake, part) ??
    plainMistake(mistake, part, depthLimit)
  );
}

function plainMistake(mistake: YamlMistake, part: YamlPart, depthLimit: number): Diagnostic {
  const { offset, context } = mistake;
  const { text } = part;
  const says = <Facts>(row: Message<Facts>, facts: Facts, at = offset, length = 1): Diagnostic =>
    diagnose(row, facts, { place: placeOf(part, at, length) });
  switch (mistake.kind) {
    case 'too-deep':
      return says(yamlMessages.tooDeep, { limit: depthLimit });
    case 'control-character':
      return says(yamlMessages.controlCharacter, { code: text.charCodeAt(offset) });
    case 'tab-in-block':
    case 'tab-in-plain':
      return says(yamlMessages.tab, {});
    case 'bad-start':
    case 'key-not-allowed':
      return text[offset] === '\t'
        ? says(yamlMessages.tab, {})
        : says(yamlMessages.reservedCharacter, {
            character: text[offset] ?? '',
            quoted: quotedAt(part, offset),
          });
    case 'unclosed-quote':
    case 'document-mark-in-quotes':
      return unclosedQuote(part, context);
    case 'unknown-escape':
    case 'bad-hex-escape':
      return says(
        yamlMessages.badEscape,
        { found: text.slice(offset, offset + 2), quoted: quotedAt(part, context) },
        offset,
        2,
      );
    case 'bad-code-point':
      return says(yamlMessages.badCodePoint, { found: escapeAt(text, offset) }, offset, 6);
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
    case 'text-behind-block-header':
    case 'zero-indent':
      return says(
        yamlMessages.blockHeader,
        { sign: text[context] ?? '|', quoted: quotedAt(part, context) },
        context,
      );
    case 'bad-alias':
    case 'bad-anchor':
      return says(
        yamlMessages.badAnchor,
        { sign: text[context] ?? '&', quoted: quotedAt(part, context) },
        context,
      );
    case 'bad-tag':
    case 'unknown-handle':
      return says(yamlMessages.badTag, { quoted: quotedAt(part, context) }, context);
    case 'bad-directive':
    case 'bad-version':
    case 'unknown-directive':
    case 'no-document-start':
      return says(yamlMessages.badDirective, {}, context);
  }
}

/** The setting or list item that holds `offset` in its value, with the value in quotes: `title: "@me"`. */
function quotedAt({ text }: YamlPart, offset: number): string | undefined {
  const setting = settingOf(lineAt(text, offset));
  if (setting === undefined || offset < setting.at) return undefined;
  const { lead, value } = setting;
  if (/^[[{]/.test(value) && !/^[[{][^\]}]*[\]}]\s*\S/.test(value)) return undefined;
  return lead + inQuotes(value.replace(/(?<!["'].*)\s+#.*$/, ''));
}

/** A quote that runs on to the end, or to the next one of its kind. */
function unclosedQuote(part: YamlPart, at: number): Diagnostic {
  const { text } = part;
  const quote = text[at] ?? '"';
  const place = placeOf(part, at, 1);
  const line = lineAt(text, at);
  const setting = settingOf(line);
  if (setting === undefined || setting.at > at)
    return diagnose(yamlMessages.unclosedQuote, { quote, closed: undefined }, { place });
  const before = quotedScalarBefore(text, at);
  if (before !== undefined && before.end === at) {
    const facts = { quote, quoted: setting.lead + inQuotes(setting.value) };
    return diagnose(yamlMessages.textAfterQuote, facts, { place });
  }
  const inner = setting.value.slice(1).replace(/[\u201c\u201d\u2018\u2019]$/, '');
  const isWhole = setting.at === at && inner !== '' && !inner.includes(quote);
  const closed = isWhole ? `${setting.lead}${quote}${inner}${quote}` : undefined;
  return diagnose(yamlMessages.unclosedQuote, { quote, closed }, { place });
}

/** The last scalar in quotes that ends at or before `offset`. */
function quotedScalarBefore(text: string, offset: number): Token | undefined {
  const scanner = new Scanner(text, false);
  let found: Token | undefined;
  try {
    for (;;) {
      const token = scanner.peek();
      if (token.kind === 'stream-end' || token.start >= offset) return found;
      if (token.kind === 'scalar' && /^["']/.test(text[token.start] ?? '')) found = token;
      scanner.skip();
    }
  } catch (error) {
    if (error instanceof YamlMistake) return found;
    throw error;
  }
}

/** `title: A: B`, `title: : B`, or a key that is indented below a value. */
function unexpectedColon(part: YamlPart, offset: number): Diagnostic {
  const line = lineAt(part.text, offset);
  const setting = settingOf(line);
  if (setting !== undefined && offset === setting.at) {
    const facts = {
      key: keyOf(setting.lead),
      mended: setting.lead + setting.value.replace(/^(?::\s*)+/, ''),
    };
    return diagnose(yamlMessages.strayColon, facts, { place: placeOf(part, offset, 1) });
  }
  const isValue = setting !== undefined && offset > setting.at && !/^(?:- +)+$/.test(setting.lead);
  if (isValue && !/^["']/.test(setting.value)) {
    const facts = { key: keyOf(setting.lead), mended: setting.lead + inQuotes(setting.value) };
    return diagnose(yamlMessages.unquotedColon, facts, { place: placeOf(part, offset, 1) });
  }
  const above = textAbove(part.text, line.start, line.indent);
  if (above !== undefined) return missingColon(part, above);
  return indentation(part, line.start + line.indent);
}

/** An opening bracket with nothing after it was never closed. */
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

/**
 * Where the text or the next setting follows, it was the bracket that was forgotten; else a comma, or a quote before
 * one.
 */
function unclosedBracket(part: YamlPart, { offset, context }: YamlMistake): Diagnostic {
  const { text } = part;
  const quoted = quotedScalarBefore(text, offset);
  if (quoted !== undefined && quoted.end === offset && /,\s*.$/.test(text.slice(quoted.start, quoted.end)))
    return unclosedQuote(part, quoted.start);
  const bracket = text[context] === '[' ? '[' : '{';
  const rest = text.slice(offset, lineEnd(text, offset));
  const isOnNewLine = lineAt(text, context).start < lineAt(text, offset).start;
  const isEnd = offset >= text.trimEnd().length;
  if (isEnd || (isOnNewLine && /^(?:- |:|[\w-]+:(?:\s|$))/.test(rest)))
    return diagnose(yamlMessages.unclosedBracket, { bracket }, { place: placeOf(part, context, 1) });
  return diagnose(yamlMessages.missingComma, { bracket }, { place: placeOf(part, offset, 1) });
}

/** In a mapping or list something else begins: text behind a quote, a list item, or a line with another indentation. */
function unexpectedItem(part: YamlPart, { kind, offset }: YamlMistake): Diagnostic {
  const { text } = part;
  const line = lineAt(text, offset);
  const before = text.slice(line.start, offset);
  const place = placeOf(part, offset, 1);
  const quote = /(['"])\s*$/.exec(before)?.[1];
  if (quote !== undefined) return textAfterQuote(part, offset, quote);
  if (before.trim() !== '') {
    const bracket = /^[\]}]/.exec(text.slice(offset))?.[0];
    return bracket === undefined
      ? diagnose(yamlMessages.textAfterValue, { quoted: quotedAt(part, offset) }, { place })
      : diagnose(yamlMessages.strayBracket, { bracket }, { place });
  }
  const isItem = kind === 'no-key' && text[offset] === '-';
  const above = isItem ? lineAbove(text, line.start) : undefined;
  const isListAbove = above !== undefined && /^\s+- /.test(above.text) && above.indent !== line.indent;
  if (isItem && !isListAbove) return diagnose(yamlMessages.strayHyphen, {}, { place });
  return indentation(part, offset);
}

/**
 * Text behind a quote that closes on another line than it opens on: there a setting begins, and the quote was
 * forgotten.
 */
function textAfterQuote(part: YamlPart, offset: number, quote: string): Diagnostic {
  const { text } = part;
  const line = lineAt(text, offset);
  const quoted = quotedScalarBefore(text, offset);
  if (quoted !== undefined && quoted.start < line.start && /^\s*(?:- |[\w-]+\s*:\s)/.test(line.text))
    return unclosedQuote(part, quoted.start);
  const setting = settingOf(line);
  const isComma = /^,\s*$/.test(text.slice(offset, lineEnd(text, offset)));
  const mended =
    setting === undefined || offset < setting.at
      ? undefined
      : setting.lead + (isComma ? setting.value.replace(/,$/, '') : inQuotes(setting.value));
  const row = isComma ? yamlMessages.strayComma : yamlMessages.textAfterQuote;
  return diagnose(row, { quote, quoted: mended }, { place: placeOf(part, offset, 1) });
}

/** The whole escape that begins here: `\ud83d`. */
function escapeAt(text: string, offset: number): string {
  return /^\\(?:u.{4}|U.{8})/.exec(text.slice(offset, offset + 10))?.[0] ?? text.slice(offset, offset + 2);
}
