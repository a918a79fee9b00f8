/** kramdown's options: name, type, default and a line of documentation each, in one table; and how a value is read. */

import type { Kind } from '../../../settings/setting.ts';

export interface Options {
  readonly input: string;
  readonly template: string;
  readonly auto_ids: boolean;
  readonly auto_id_stripping: boolean;
  readonly auto_id_prefix: string;
  readonly transliterated_header_ids: boolean;
  readonly parse_block_html: boolean;
  readonly parse_span_html: boolean;
  readonly html_to_native: boolean;
  readonly link_defs: ReadonlyMap<string, readonly [url: string, title: string | undefined]>;
  readonly footnote_nr: number;
  readonly entity_output: string;
  readonly toc_levels: readonly number[];
  readonly line_width: number;
  readonly latex_headers: readonly string[];
  readonly smart_quotes: readonly string[];
  readonly typographic_symbols: ReadonlyMap<string, string>;
  readonly remove_block_html_tags: boolean;
  readonly remove_span_html_tags: boolean;
  readonly header_offset: number;
  readonly syntax_highlighter: string | undefined;
  readonly syntax_highlighter_opts: Readonly<Record<string, unknown>>;
  readonly math_engine: string | undefined;
  readonly math_engine_opts: Readonly<Record<string, unknown>>;
  readonly footnote_backlink: string;
  readonly footnote_backlink_inline: boolean;
  readonly footnote_prefix: string;
  readonly remove_line_breaks_for_cjk: boolean;
  readonly forbidden_inline_options: readonly string[];
  readonly list_indent: number;
  readonly hard_wrap: boolean;
  readonly gfm_quirks: readonly string[];
}

/** A value, or what would be valid. */
type Read<T> = { readonly value: T } | { readonly expected: string };

interface Option<T> {
  readonly default: T;
  /** What a configuration may hold; kramdown reads more than that. */
  readonly type: Kind | readonly Kind[];
  readonly doc: string;
  readonly read: (value: unknown) => Read<T>;
}

type Table = { readonly [Name in keyof Options]: Option<Options[Name]> };

const text = (value: string, doc: string): Option<string> => ({
  ...{ default: value, type: 'string', doc, read: readText },
});
const flag = (value: boolean, doc: string): Option<boolean> => ({
  ...{ default: value, type: 'boolean', doc, read: readFlag },
});
const whole = (value: number, doc: string): Option<number> => ({
  ...{ default: value, type: 'integer', doc, read: readWhole },
});
const engine = (value: string, doc: string): Option<string | undefined> => ({
  default: value,
  type: ['string', 'boolean'],
  doc,
  read: (given) => ({ value: toSymbol(given) }),
});
const mapping = (doc: string): Option<Readonly<Record<string, unknown>>> => ({
  default: {},
  type: ['hash', 'string'],
  doc,
  read: (value) => {
    const entries = toEntries(value);
    return entries === undefined ? { expected: 'a mapping' } : { value: Object.fromEntries(entries) };
  },
});

/** All options. Those that only other output formats use are known, so that a site that sets them gets no warning. */
export const optionTable: Table = {
  input: text('kramdown', 'The dialect: kramdown or GFM.'),
  template: text('', 'A template around the output; not used here.'),
  auto_ids: flag(true, 'Gives headers an id made of their text.'),
  auto_id_stripping: flag(false, 'Makes header ids of the text without its markup; GFM always does.'),
  auto_id_prefix: text('', 'Stands before each header id that was made.'),
  transliterated_header_ids: flag(
    false,
    'Writes header ids in ASCII; needs a Ruby library, so ids stay as they are.',
  ),
  parse_block_html: flag(false, 'Reads the content of block HTML as Markdown.'),
  parse_span_html: flag(true, 'Reads the content of HTML within text as Markdown.'),
  html_to_native: flag(false, 'Turns HTML elements into those of Markdown where it can.'),
  link_defs: {
    default: new Map(),
    type: ['hash', 'string'],
    doc: 'Link definitions by id: [url, title].',
    read: readLinkDefinitions,
  },
  footnote_nr: whole(1, 'The number of the first footnote.'),
  entity_output: {
    default: 'as_char',
    type: 'string',
    doc: 'How entities print: as_char, as_input, numeric or symbolic.',
    read: (value) => ({ value: toSymbol(value) ?? '' }),
  },
  toc_levels: {
    default: [1, 2, 3, 4, 5, 6],
    type: ['list', 'string'],
    doc: 'Header levels in the table of contents: 1..3 or 1,2,3.',
    read: readLevels,
  },
  line_width: whole(72, 'The width of lines in other output formats.'),
  latex_headers: {
    default: ['section', 'subsection', 'subsubsection', 'paragraph', 'subparagraph', 'subparagraph'],
    type: ['list', 'string'],
    doc: "LaTeX's commands for headers.",
    read: readList(6),
  },
  smart_quotes: {
    default: ['lsquo', 'rsquo', 'ldquo', 'rdquo'],
    type: ['list', 'string'],
    doc: 'Entity names or code points of the quotes: left and right single, left and right double.',
    read: readList(4),
  },
  typographic_symbols: {
    default: new Map(),
    type: ['hash', 'string'],
    doc: 'Text for typographic symbols by name, such as hellip: ...',
    read: (value) => {
      const entries = toEntries(value);
      if (entries === undefined) return { expected: 'a mapping' };
      return { value: new Map(entries.map(([name, symbol]) => [name, textOf(symbol)])) };
    },
  },
  remove_block_html_tags: flag(true, 'For an output format that is not HTML.'),
  remove_span_html_tags: flag(false, 'For an output format that is not HTML.'),
  header_offset: whole(0, 'Is added to the level of each header.'),
  syntax_highlighter: engine('rouge', 'What highlights code: rouge, or nil for none.'),
  syntax_highlighter_opts: mapping(
    'Options of the highlighter: default_lang, guess_lang, disable, block, span …',
  ),
  math_engine: engine('mathjax', 'What prints math: mathjax, or nil for the dollar signs.'),
  math_engine_opts: mapping('Options of the math engine.'),
  footnote_backlink: text('&#8617;', 'The text of the link back from a footnote; none if empty.'),
  footnote_backlink_inline: flag(false, 'Puts the link back into the last paragraph, however deep.'),
  footnote_prefix: text('', 'Stands before the id of each footnote.'),
  remove_line_breaks_for_cjk: flag(false, 'Joins lines between Chinese or Japanese characters.'),
  forbidden_inline_options: {
    default: ['template'],
    type: ['list', 'string'],
    doc: 'Options that a page may not set with {::options}.',
    read: readList(undefined),
  },
  list_indent: whole(2, 'For an output format that is not HTML.'),
  hard_wrap: flag(true, 'Breaks the line at each line end (GFM).'),
  gfm_quirks: {
    default: ['paragraph_end'],
    type: ['list', 'string'],
    doc: "GFM's deviations: paragraph_end, no_auto_typographic.",
    read: (value) => {
      const list = readList(undefined)(value);
      return 'value' in list ? { value: list.value.flatMap((quirk) => toSymbol(quirk) ?? []) } : list;
    },
  },
};

export const optionNames: ReadonlySet<string> = new Set(
  Object.keys(optionTable).filter((name) => name !== 'input'),
);

const defaults = Object.fromEntries(
  Object.entries(optionTable).map(([name, option]) => [name, option.default]),
) as unknown as Options;

/** A mistake in an option's value. */
export interface OptionMistake {
  readonly name: string;
  readonly value: string;
  readonly expected: string;
}

/** All options with the given ones read; a value that can't be read leaves the default and is reported. */
export function readOptions(
  given: Readonly<Record<string, unknown>>,
  report: (mistake: OptionMistake) => void,
): Options {
  let options = defaults;
  for (const [name, value] of Object.entries(given)) {
    if (!isOptionName(name)) continue;
    const read = readOption(options, name, value);
    if ('value' in read) options = read.value;
    else report({ name, value: printed(value), expected: read.expected });
  }
  return options;
}

/** The options with one set from a page; a value that can't be read changes nothing. */
export function applyInlineOption(options: Options, name: string, value: string): Options {
  if (!isOptionName(name)) return options;
  const read = readOption(options, name, value);
  return 'value' in read ? read.value : options;
}

function isOptionName(name: string): name is keyof Options {
  return Object.hasOwn(optionTable, name);
}

function readOption(options: Options, name: keyof Options, value: unknown): Read<Options> {
  const read: Read<unknown> = optionTable[name].read(value);
  return 'value' in read ? { value: { ...options, [name]: read.value } } : read;
}

function printed(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : (JSON.stringify(value) ?? textOf(value));
}

/** A value as text; mappings, which have none of their own, as JSON. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(',');
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

function readText(value: unknown): Read<string> {
  return { value: value === null || value === undefined ? '' : textOf(value) };
}

function readFlag(value: unknown): Read<boolean> {
  if (typeof value === 'boolean') return { value };
  const written = value === null || value === undefined ? '' : textOf(value);
  return { value: written.trim().toLowerCase() !== 'false' && written !== '' };
}

function readWhole(value: unknown): Read<number> {
  const number =
    typeof value === 'number' ? value : /^\s*[-+]?\d+\s*$/.test(textOf(value)) ? Number(value) : Number.NaN;
  return Number.isInteger(number) ? { value: number } : { expected: 'a whole number' };
}

/** A Ruby symbol as text: a colon at the start does not count, and nothing and nil are none. */
function toSymbol(value: unknown): string | undefined {
  const name = value === null || value === undefined ? '' : textOf(value).trim().replace(/^:/, '');
  return name === '' || name === 'nil' ? undefined : name;
}

function readLevels(value: unknown): Read<readonly number[]> {
  const expected = 'a list of levels from 1 to 6, such as `1..3` or `[1, 2, 3]`';
  let levels: number[];
  if (typeof value === 'string') {
    const range = /^(\d)\.\.(\d)$/m.exec(value);
    if (range !== null) {
      levels = [];
      for (let level = Number(range[1]); level <= Number(range[2]); level++) levels.push(level);
    } else if (/^\d(?:,\d)*$/m.test(value)) levels = value.split(',').map(Number);
    else return { expected };
  } else if (Array.isArray(value)) levels = value.map((level) => Number.parseInt(textOf(level), 10) || 0);
  else if (isRange(value)) {
    levels = [];
    for (let level = value.first; level <= Math.min(value.last, 7); level++) levels.push(level);
  } else return { expected };
  return levels.every((level) => level >= 1 && level <= 6) ? { value: [...new Set(levels)] } : { expected };
}

function isRange(value: unknown): value is { readonly first: number; readonly last: number } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'first' in value &&
    'last' in value &&
    typeof value.first === 'number' &&
    typeof value.last === 'number'
  );
}

function readList(size: number | undefined): (value: unknown) => Read<readonly string[]> {
  return (value) => {
    const list =
      typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value.map(textOf) : undefined;
    if (list === undefined || (size !== undefined && list.length !== size))
      return { expected: size === undefined ? 'a list' : `a list of ${size} items` };
    return { value: list };
  };
}

function readLinkDefinitions(value: unknown): Read<Options['link_defs']> {
  const expected = 'a mapping of ids to `[url, title]`';
  const entries = toEntries(value);
  if (entries === undefined) return { expected };
  const definitions = new Map<string, readonly [string, string | undefined]>();
  for (const [id, pair] of entries) {
    if (!Array.isArray(pair) || pair.length < 1 || pair.length > 2) return { expected };
    const [url, title]: unknown[] = pair;
    definitions.set(id, [textOf(url), title === null || title === undefined ? undefined : textOf(title)]);
  }
  return { value: definitions };
}

/** The entries of a Hash, of a record, or of a mapping written in one line of YAML (`{a: b, c: d}`). */
export function toEntries(value: unknown): readonly (readonly [name: string, value: unknown])[] | undefined {
  if (value instanceof Map) return [...value].map(([name, item]) => [toSymbol(name) ?? '', item] as const);
  if (typeof value === 'string') return readFlowMapping(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.entries(value).map(([name, item]) => [toSymbol(name) ?? '', item] as const);
}

function readFlowMapping(written: string): readonly (readonly [string, unknown])[] | undefined {
  const inner = /^\s*\{([^{}]*)\}\s*$/.exec(written)?.[1] ?? written;
  const entries: [string, unknown][] = [];
  for (const part of inner.split(',')) {
    if (part.trim() === '') continue;
    const colon = part.indexOf(': ');
    if (colon < 0) return undefined;
    entries.push([toSymbol(part.slice(0, colon)) ?? '', readScalar(part.slice(colon + 2).trim())]);
  }
  return entries;
}

function readScalar(written: string): unknown {
  if (written === 'true' || written === 'false') return written === 'true';
  if (/^[-+]?\d+$/.test(written)) return Number(written);
  return written.replace(/^(["'])(.*)\1$/, '$2');
}
