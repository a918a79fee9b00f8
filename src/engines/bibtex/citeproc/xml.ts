/** Reads XML as far as styles and locales of CSL use it: elements, attributes, text; no entities of a document's own. */

/** An element with its way up to the root. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly parent: XmlElement | undefined;
  /** The text directly inside. */
  readonly text: string;
  /** Where its `<` is. */
  readonly offset: number;
}

/** Thrown for what is not well-formed, with its place. */
export class XmlMistake extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

interface Growing {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: Growing[];
  parent: Growing | undefined;
  text: string;
  offset: number;
}

const START = /<([A-Za-z_][\w:.-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/y;
const END = /<\/([A-Za-z_][\w:.-]*)\s*>/y;
const ATTRIBUTE = /([A-Za-z_][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** What is passed over, by its beginning and its end. */
const SKIPPED: readonly (readonly [open: string, close: string])[] = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<!DOCTYPE', '>'],
];
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }),
);

const DEEPEST = 100;

/** The root element. Throws `XmlMistake`. */
export function parseXml(text: string): XmlElement {
  let root: Growing | undefined;
  let open: Growing | undefined;
  let depth = 0;
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf('<', at);
    const upTo = next < 0 ? text.length : next;
    if (open !== undefined) open.text += decode(text.slice(at, upTo));
    if (next < 0) break;
    const after = skip(text, next);
    if (after !== undefined) {
      at = after;
      continue;
    }
    END.lastIndex = next;
    const end = END.exec(text);
    if (end !== null) {
      if (open === undefined || open.name !== end[1])
        throw new XmlMistake(`\`</${end[1]}>\` closes no open element`, next);
      open = open.parent;
      depth--;
      at = END.lastIndex;
      continue;
    }
    const element = readStart(text, next, open);
    if (open === undefined && root !== undefined)
      throw new XmlMistake('there is a second root element', next);
    root ??= element;
    open?.children.push(element);
    at = START.lastIndex;
    if (text[at - 2] === '/') continue;
    if (++depth > DEEPEST) throw new XmlMistake('the elements are nested too deeply', next);
    open = element;
  }
  if (open !== undefined) throw new XmlMistake(`\`<${open.name}>\` is not closed`, open.offset);
  if (root === undefined) throw new XmlMistake('there is no element', 0);
  return root;
}

/** After a comment, a processing instruction or a document type; undefined where none begins. */
function skip(text: string, at: number): number | undefined {
  for (const [open, close] of SKIPPED) {
    if (!text.startsWith(open, at)) continue;
    const end = text.indexOf(close, at + open.length);
    if (end < 0) throw new XmlMistake(`\`${open}\` has no \`${close}\``, at);
    return end + close.length;
  }
  return undefined;
}

function readStart(text: string, at: number, parent: Growing | undefined): Growing {
  START.lastIndex = at;
  const found = START.exec(text);
  if (found === null) throw new XmlMistake('this `<` begins no tag', at);
  const attributes = Array.from(
    found[2]!.matchAll(ATTRIBUTE),
    ([, name, double, single]) => [name!, decode(double ?? single ?? '')] as const,
  );
  return { name: found[1]!, attributes: new Map(attributes), children: [], parent, text: '', offset: at };
}

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED.get(name) ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0x10ffff ? whole : String.fromCodePoint(code);
  });
}
