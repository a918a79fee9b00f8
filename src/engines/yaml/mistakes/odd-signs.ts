/** Mistakes that show in the line itself: characters that look like others, tabs among spaces, Liquid. */

import { yamlMessages } from '../../../diagnostics/catalogue/engines/yaml.ts';
import { type Diagnostic, diagnose } from '../../../diagnostics/diagnostic.ts';
import type { YamlMistake } from '../scan/token.ts';
import { inQuotes, lineAbove, lineAt, lineEnd, settingOf } from './lines.ts';
import { placeOf, type YamlPart } from './yaml-part.ts';

/** A character that looks like white space or a colon but is not, after a key or before one. */
const ODD_SIGN =
  /^[ \t]*(?:- +)*(?:([\u00a0\u3000\u200b\u2003\ufeff])|["']?[\w-]+["']?(?:(\uff1a)|:([\u00a0\u3000\u200b\u2003\ufeff])))/;

export function oddSign({ offset, context }: YamlMistake, part: YamlPart): Diagnostic | undefined {
  const { text } = part;
  const last = lineAt(text, offset).start;
  const first = lineAt(text, Math.min(offset, context));
  const start = lineAbove(text, first.start)?.start ?? first.start;
  for (let at = start; at <= last && at < text.length; ) {
    const line = lineAt(text, at);
    const match = ODD_SIGN.exec(line.text);
    if (match !== null) {
      const sign = match[1] ?? match[2] ?? match[3]!;
      const place = placeOf(part, at + match[0].length - 1, 1);
      return diagnose(yamlMessages.oddCharacter, { sign }, { place });
    }
    at = nextLine(text, at);
  }
  return undefined;
}

function nextLine(text: string, at: number): number {
  const end = lineEnd(text, at);
  return end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
}

/** A tab among the spaces that a line begins with, where the line is indented in a way that does not fit. */
export function oddTab({ kind, offset }: YamlMistake, part: YamlPart): Diagnostic | undefined {
  if (kind !== 'value-not-allowed' && kind !== 'no-key' && kind !== 'no-hyphen' && kind !== 'no-colon')
    return undefined;
  const { start, text, indent } = lineAt(part.text, offset);
  const tab = text.slice(0, indent).indexOf('\t');
  return tab < 0 ? undefined : diagnose(yamlMessages.tab, {}, { place: placeOf(part, start + tab, 1) });
}

/** `{{ … }}` or `{% … %}` at the start of a value. */
export function liquidValue({ offset }: YamlMistake, part: YamlPart): Diagnostic | undefined {
  const setting = settingOf(lineAt(part.text, offset));
  if (setting === undefined || offset < setting.at || !/^\{[{%]/.test(setting.value)) return undefined;
  const facts = { sign: setting.value.slice(0, 2), quoted: setting.lead + inQuotes(setting.value) };
  return diagnose(yamlMessages.liquidValue, facts, { place: placeOf(part, setting.at, 2) });
}
