/** Splits CSV text into rows and fields by the rules of Ruby's CSV parser, strict quoting and one kind of line end included. */

export interface CsvField {
  /** Nil for an empty field without quotes. */
  readonly text: string | null;
}

export interface CsvRow {
  readonly fields: readonly CsvField[];
}

/** What is wrong, where (an offset), and what to do about it. */
export interface CsvMistake {
  readonly offset: number;
  readonly what: string;
  readonly hint: string;
}

export interface CsvTable {
  readonly rows: readonly CsvRow[];
  readonly mistake?: CsvMistake;
}

/** Parses the whole text, or up to the first mistake. An empty line is a row without fields. */
export function parseCsv(text: string, separator: ',' | '\t'): CsvTable {
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const rows: CsvRow[] = [];
  let fields: CsvField[] = [];
  let at = 0;
  while (at < text.length) {
    if (fields.length === 0 && text.startsWith(lineEnd, at)) {
      rows.push({ fields: [] });
      at += lineEnd.length;
      continue;
    }
    const field = text[at] === '"' ? quotedField(text, at) : plainField(text, at, separator, lineEnd);
    if ('mistake' in field) return { rows, mistake: field.mistake };
    fields.push({ text: field.text });
    at = field.end;
    if (text[at] === separator) {
      at++;
      if (at < text.length) continue;
      fields.push({ text: null });
    } else if (at < text.length && !text.startsWith(lineEnd, at)) return { rows, mistake: afterQuote(at) };
    rows.push({ fields });
    fields = [];
    at += lineEnd.length;
  }
  return { rows };
}

type Field = { readonly text: string | null; readonly end: number } | { readonly mistake: CsvMistake };

/** From an opening quote to the one that closes it; two in a row are one of the text. */
function quotedField(text: string, from: number): Field {
  let content = '';
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return { mistake: unclosed(from) };
    content += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { text: content, end: quote + 1 };
    content += '"';
    at = quote + 2;
  }
}

function plainField(text: string, from: number, separator: string, lineEnd: string): Field {
  let at = from;
  while (at < text.length) {
    const character = text[at];
    if (character === separator || text.startsWith(lineEnd, at)) break;
    if (character === '"') return { mistake: strayQuote(at) };
    if (character === '\n' || character === '\r') return { mistake: otherLineEnd(at) };
    at++;
  }
  return { text: at === from ? null : text.slice(from, at), end: at };
}

function unclosed(offset: number): CsvMistake {
  return {
    offset,
    what: 'the quote that starts here is never closed',
    hint: 'close it at the end of the field; write a quote inside a quoted field twice: `"say ""hi"""`',
  };
}

function strayQuote(offset: number): CsvMistake {
  return {
    offset,
    what: 'a field that does not start with a quote contains one',
    hint: 'put the whole field in quotes, without spaces before them, and write the quote twice: `"say ""hi"""`',
  };
}

function afterQuote(offset: number): CsvMistake {
  return {
    offset,
    what: 'there is text between the closing quote of a field and the next separator',
    hint: 'remove it, or move it inside the quotes; write a quote inside a quoted field twice',
  };
}

function otherLineEnd(offset: number): CsvMistake {
  return {
    offset,
    what: 'this line has a different line ending from the first one (Windows, Unix or old Mac)',
    hint: 'save the file with one kind of line ending, or put a field of several lines in quotes',
  };
}
