/** Mistakes in a line: wrong indentation, no key, no colon. */

import { yamlMessages } from '../../../diagnostics/catalogue/engines/yaml.ts';
import { type Diagnostic, diagnose } from '../../../diagnostics/diagnostic.ts';
import { keyOf, type Line, lineAbove, lineAt, lineEnd, settingOf, shortened } from './lines.ts';
import { placeOf, type YamlPart } from './yaml-part.ts';

/** A line that is indented differently from its siblings. */
export function indentation(part: YamlPart, at: number): Diagnostic {
  const { text } = part;
  const line = lineAt(text, at);
  const above = lineAbove(text, line.start);
  const isItem = /^- /.test(line.text.trimStart());
  return diagnose(
    yamlMessages.indentation,
    { advice: indentationAdvice(text, line, above, isItem) },
    { place: placeOf(part, at, 1) },
  );
}

function indentationAdvice(
  text: string,
  line: Line,
  above: Line | undefined,
  isItem: boolean,
): string | undefined {
  if (above === undefined) return undefined;
  const header = blockHeaderAbove(text, line);
  if (header !== undefined)
    return `indent it like the text below \`${shortened(header.text.trim())}\`, to which it belongs`;
  const column = above.indent + 1;
  if (isItem && /^- /.test(above.text.trimStart()))
    return `start it in column ${column}, like the list item above it`;
  const setting = settingOf(above);
  if (setting === undefined || isItem) return undefined;
  return line.indent > above.indent
    ? `start it in column ${column}, like the line above it, or remove the value of \`${keyOf(setting.lead)}\` if this line belongs to it`
    : undefined;
}

/**
 * The line with `|` or `>` whose block of text a line breaks off, being indented less than the text and more than the
 * key.
 */
function blockHeaderAbove(text: string, line: Line): Line | undefined {
  for (let above = lineAbove(text, line.start); above !== undefined; above = lineAbove(text, above.start)) {
    if (/[:-] +[|>][+-]?\d?[+-]?\s*$/.test(above.text)) return above.indent < line.indent ? above : undefined;
    if (above.indent <= line.indent) return undefined;
  }
  return undefined;
}

/** The first of the lines just above that are indented alike and are no key with a value: they run on into this one. */
export function textAbove(text: string, start: number, indent: number): number | undefined {
  let found: number | undefined;
  for (let at = start; at > 0; ) {
    const line = lineAt(text, at - (text[at - 1] === '\n' && text[at - 2] === '\r' ? 2 : 1));
    const isText = line.text.trim() !== '' && !line.text.startsWith('---') && line.indent === indent;
    if (!isText || /:(?:\s|$)/.test(line.text)) break;
    found = line.start + indent;
    at = line.start;
  }
  return found;
}

/** A line of text where a key should be, or a key without a space behind its colon. */
export function missingColon(part: YamlPart, context: number): Diagnostic {
  const { text } = part;
  const line = text.slice(context, lineEnd(text, context)).trim();
  const tight = /^([^\s:'"]+):(?=[^\s/]|\/(?!\/))/.exec(line);
  if (tight !== null) {
    const place = placeOf(part, context + tight[1]!.length, 1);
    return diagnose(yamlMessages.noSpace, { key: tight[1]!, value: line.slice(tight[0].length) }, { place });
  }
  return diagnose(
    yamlMessages.missingColon,
    { text: shortened(line), advice: missingColonAdvice(text, context, line) },
    { place: placeOf(part, context, line.length) },
  );
}

function missingColonAdvice(text: string, context: number, line: string): string | undefined {
  if (/^(?:\/\/|\/\*|<!--|;|%|\{#)/.test(line)) return 'start a comment with `#`';
  const equals = /^([\w-]+)\s*=\s*(.+)$/.exec(line);
  if (equals !== null) return `write \`${equals[1]}: ${equals[2]}\``;
  const here = lineAt(text, context);
  const above = lineAbove(text, here.start);
  if (above === undefined) return undefined;
  if (/[:-] +[|>][+-]?\d?[+-]?\s*$/.test(above.text))
    return `indent the text below \`${shortened(above.text.trim())}\` by two spaces more than its key`;
  const item = /^(\s*)- /.exec(above.text);
  return item !== null && here.indent > 0 && here.indent === item[1]!.length
    ? `start it with a hyphen and a space, like the list item above it: \`- ${line}\``
    : undefined;
}
