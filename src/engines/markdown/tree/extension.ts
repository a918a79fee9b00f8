/** Extensions (`{::comment}`, `{::nomarkdown}`, `{::options}`), which blocks and spans read alike. */

import { nearest } from '../../../base/nearest.ts';
import { markdownMessages } from '../../../diagnostics/catalogue/engines/markdown.ts';
import { isSpace, isWord } from '../../../ruby/characters.ts';
import { attributeNameEnd, closingBrace, closingBraceOfLine } from './attribute-list.ts';
import type { Document } from './document.ts';
import { type Attributes, type Category, Element } from './element.ts';
import { applyInlineOption, optionNames } from './options.ts';
import { firstFrom, restOfBlankLine } from './scan.ts';
import type { Source } from './source.ts';

export interface ExtensionTag {
  readonly name: string;
  readonly attributes: string;
  /** `{::name /}` */
  readonly closed: boolean;
  /** `{:/name}` */
  readonly stop: boolean;
  readonly end: number;
}

/** The tag of an extension at an index, alone on its line if `block`; undefined where there is none. */
export function readExtensionTag(source: Source, at: number, block: boolean): ExtensionTag | undefined {
  const { text } = source;
  const kind = text.charCodeAt(at + 2);
  if (text.charCodeAt(at) !== 123 || text.charCodeAt(at + 1) !== 58 || (kind !== 47 && kind !== 58))
    return undefined;
  const tag = kind === 47 ? readStopTag(text, at) : readStartTag(source, at, block);
  return tag !== undefined && block && restOfBlankLine(text, tag.end) < 0 ? undefined : tag;
}

function readStopTag(text: string, at: number): ExtensionTag | undefined {
  const end = attributeNameEnd(text, at + 3);
  if (text.charCodeAt(end) !== 125) return undefined;
  return { name: text.slice(at + 3, end), attributes: '', closed: false, stop: true, end: end + 1 };
}

function readStartTag(source: Source, at: number, block: boolean): ExtensionTag | undefined {
  const { text } = source;
  let nameEnd = at + 3;
  while (isWord(text.charCodeAt(nameEnd))) nameEnd++;
  if (nameEnd === at + 3) return undefined;
  const name = text.slice(at + 3, nameEnd);
  const next = text.charCodeAt(nameEnd);
  if (next === 125) return { name, attributes: '', closed: false, stop: false, end: nameEnd + 1 };
  if (next === 47 && text.charCodeAt(nameEnd + 1) === 125)
    return { name, attributes: '', closed: true, stop: false, end: nameEnd + 2 };
  if (!isSpace(next)) return undefined;
  const start = nameEnd + 1;
  if (text.charCodeAt(start) === 125)
    return { name, attributes: '', closed: false, stop: false, end: start + 1 };
  const brace = block ? closingBraceOfLine(source, start) : closingBrace(source, start);
  if (brace < 0) return undefined;
  const closed = text.charCodeAt(brace - 1) === 47;
  const attributes = text.slice(start, closed ? brace - 1 : brace);
  return { name, attributes, closed, stop: false, end: brace + 1 };
}

interface Stop {
  readonly start: number;
  readonly end: number;
}

interface Stops {
  /** Every stop tag by its name, `''` for those without. */
  readonly inSpans: ReadonlyMap<string, readonly Stop[]>;
  /** Those that are alone on their lines, as whole lines. */
  readonly inBlocks: ReadonlyMap<string, readonly Stop[]>;
}

const known = new WeakMap<Source, Stops>();

/** The stop tags of a text, found once. */
function stopsOf(source: Source): Stops {
  let stops = known.get(source);
  if (stops === undefined) {
    const inSpans = new Map<string, Stop[]>();
    const inBlocks = new Map<string, Stop[]>();
    const { text } = source;
    for (let at = text.indexOf('{:/'); at >= 0; at = text.indexOf('{:/', at + 3)) {
      const tag = readStopTag(text, at);
      if (tag === undefined) continue;
      add(inSpans, tag.name, { start: at, end: tag.end });
      const line = wholeLine(text, at, tag.end);
      if (line !== undefined) add(inBlocks, tag.name, line);
    }
    stops = { inSpans, inBlocks };
    known.set(source, stops);
  }
  return stops;
}

function add(stops: Map<string, Stop[]>, name: string, stop: Stop): void {
  const list = stops.get(name);
  if (list === undefined) stops.set(name, [stop]);
  else list.push(stop);
}

function wholeLine(text: string, at: number, tagEnd: number): Stop | undefined {
  let start = at;
  while (at - start < 3 && text.charCodeAt(start - 1) === 32) start--;
  let end = tagEnd;
  while (text.charCodeAt(end) === 32) end++;
  const alone = (start === 0 || text.charCodeAt(start - 1) === 10) && text.charCodeAt(end) === 10;
  return alone ? { start, end: end + 1 } : undefined;
}

/** The first stop tag of an extension from an index on: one that names it or one without a name. */
export function findStop(source: Source, name: string, from: number, category: Category): Stop | undefined {
  if (!isExtension(name)) return undefined;
  const stops = category === 'block' ? stopsOf(source).inBlocks : stopsOf(source).inSpans;
  const named = firstFrom(stops.get(name) ?? [], from);
  const bare = firstFrom(stops.get('') ?? [], from);
  if (named === undefined || bare === undefined) return named ?? bare;
  return named.start < bare.start ? named : bare;
}

function isExtension(name: string): boolean {
  return name === 'comment' || name === 'nomarkdown' || name === 'options';
}

export interface Extension {
  readonly name: string;
  readonly options: Attributes;
  /** Undefined for a tag that closed itself. */
  readonly body: string | undefined;
  readonly category: Category;
}

/** Does what an extension says; false where kramdown knows none of its name. */
export function handleExtension(
  extension: Extension,
  tree: Element,
  doc: Document,
  source: Source,
  offset: number,
): boolean {
  const { name, body, category } = extension;
  if (!isExtension(name)) {
    doc.warn(markdownMessages.unknownExtension, { name }, source, offset);
    return false;
  }
  if (name === 'options') setOptions(extension.options, doc, source, offset);
  else if (body !== undefined) {
    const element = new Element(name === 'comment' ? 'comment' : 'raw', body, offset);
    element.category = category;
    const formats = extension.options.get('type');
    if (name === 'nomarkdown' && formats !== undefined)
      element.details = { formats: formats.split(/[ \t\r\n\f\v]+/).filter((format) => format !== '') };
    tree.append(element);
  }
  return true;
}

function setOptions(options: Attributes, doc: Document, source: Source, offset: number): void {
  for (const [name, value] of options) {
    if (doc.options.forbidden_inline_options.includes(name) || name === 'forbidden_inline_options')
      doc.warn(markdownMessages.forbiddenInlineOption, { name }, source, offset);
    else if (!optionNames.has(name))
      doc.warn(
        markdownMessages.unknownInlineOption,
        { name, nearest: nearest(name, optionNames) },
        source,
        offset,
      );
    else doc.options = applyInlineOption(doc.options, name, value);
  }
}
