/** `[id]: url "title"`, the title on the next line if need be. */

import { markdownMessages } from '../../../diagnostics/catalogue/engines/markdown.ts';
import { normalizeLinkId } from '../tree/link-id.ts';
import { indexInLine, isBlankChar, nextLine, skipBlankChars } from '../tree/scan.ts';
import type { BlockState } from './state.ts';

interface Definition {
  readonly url: string;
  readonly title: string | undefined;
  /** The index after the definition's last line. */
  readonly end: number;
}

export function linkDefinition(state: BlockState): boolean {
  const { text, mark, doc } = state;
  if (state.code !== 91) return false;
  const idEnd = indexInLine(text, ']', mark);
  if (idEnd <= mark + 1 || text.charCodeAt(idEnd + 1) !== 58) return false;
  const definition = readDefinition(text, skipBlankChars(text, idEnd + 2));
  if (definition === undefined) return false;
  const id = normalizeLinkId(text.slice(mark + 1, idEnd));
  if (doc.linkDefinitions.has(id)) doc.warn(markdownMessages.duplicateLink, { id }, state.source, state.pos);
  doc.defineLink(id, { url: definition.url, title: definition.title, mark: state.push('eob', 'link_def') });
  state.pos = definition.end;
  return true;
}

function readDefinition(text: string, start: number): Definition | undefined {
  const line = new Line(text, start);
  if (text.charCodeAt(start) === 60) {
    for (
      let close = text.indexOf('>', start);
      close >= 0 && close < line.end;
      close = text.indexOf('>', close + 1)
    ) {
      const rest = line.titleAt(close + 1);
      if (rest !== undefined) return { url: text.slice(start + 1, close), ...rest };
    }
  }
  if (start >= line.textEnd) return undefined;
  const sameLine = line.lastTitle(start + 1);
  const urlEnd = sameLine ?? line.textEnd;
  const rest = line.titleAt(urlEnd);
  const url = text.slice(start, urlEnd);
  return rest === undefined || /[ \t]["']/.test(url) ? undefined : { url, ...rest };
}

/** The rest of a definition's line. */
class Line {
  private readonly text: string;
  /** The index of the line end. */
  readonly end: number;
  /** The index after the last character that is no space or tab. */
  readonly textEnd: number;

  constructor(text: string, start: number) {
    this.text = text;
    this.end = nextLine(text, start) - 1;
    let textEnd = this.end;
    while (textEnd > start && isBlankChar(text.charCodeAt(textEnd - 1))) textEnd--;
    this.textEnd = textEnd;
  }

  /** Where the white space before a title starts whose closing quote ends the line; undefined where there is none. */
  lastTitle(from: number): number | undefined {
    const quote = this.text.charAt(this.textEnd - 1);
    if (quote !== '"' && quote !== "'") return undefined;
    let at = this.text.indexOf(quote, from);
    while (at >= 0 && at <= this.textEnd - 3) {
      let start = at;
      while (start > from && isBlankChar(this.text.charCodeAt(start - 1))) start--;
      if (start < at) return start;
      at = this.text.indexOf(quote, at + 1);
    }
    return undefined;
  }

  /** What follows the url at an index: a title here, on the next line, or nothing; undefined for anything else. */
  titleAt(at: number): { title: string | undefined; end: number } | undefined {
    const pos = skipBlankChars(this.text, at);
    if (pos < this.end) {
      const here = pos > at ? titleIn(this.text, pos) : undefined;
      return here;
    }
    return (
      titleIn(this.text, skipBlankChars(this.text, this.end + 1)) ?? { title: undefined, end: this.end + 1 }
    );
  }
}

/** A title in quotes that starts at an index and whose closing quote is the last thing on the line. */
function titleIn(text: string, at: number): { title: string; end: number } | undefined {
  const quote = text.charCodeAt(at);
  if (quote !== 34 && quote !== 39) return undefined;
  const end = text.indexOf('\n', at);
  let close = end - 1;
  while (close > at && isBlankChar(text.charCodeAt(close))) close--;
  if (close < at + 2 || text.charCodeAt(close) !== quote) return undefined;
  return { title: text.slice(at + 1, close), end: end + 1 };
}
