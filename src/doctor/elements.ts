/** The start tags of a page with their attributes, in one pass over the text, whatever is in it. */

import { characterOf, entityCodePoint } from '../engines/markdown/html/entities.ts';

export interface Element {
  /** In lower case. */
  readonly name: string;
  /** By names in lower case, references resolved; the first of a name counts. */
  readonly attributes: ReadonlyMap<string, string>;
}

const MARKUP = /<!--|<[a-zA-Z][^\s/>]*/g;
const ATTRIBUTE = /[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)))?/y;
const TAG_END = /[\s/]*>/y;
/** Their content is text, or a page of its own. */
const RAW = /^(?:script|style|textarea|title|xmp|iframe|noembed|noframes|template)$/;
const REFERENCE = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]\w{1,30}));/g;

export function* elementsOf(html: string): Generator<Element> {
  const markup = new RegExp(MARKUP);
  for (let found = markup.exec(html); found !== null; found = markup.exec(html)) {
    if (found[0] === '<!--') {
      const end = html.indexOf('-->', markup.lastIndex);
      if (end < 0) return;
      markup.lastIndex = end + 3;
      continue;
    }
    const name = found[0].slice(1).toLowerCase();
    const { attributes, end } = readAttributes(html, markup.lastIndex);
    if (end === undefined) return;
    yield { name, attributes };
    markup.lastIndex = RAW.test(name) ? endOfRaw(html, name, end) : end;
  }
}

function readAttributes(html: string, start: number) {
  const attributes = new Map<string, string>();
  let at = start;
  for (;;) {
    TAG_END.lastIndex = at;
    if (TAG_END.test(html)) return { attributes, end: TAG_END.lastIndex };
    ATTRIBUTE.lastIndex = at;
    const found = ATTRIBUTE.exec(html);
    if (found === null) {
      // a stray character; behind the last one the tag has no end
      if (++at >= html.length) return { attributes, end: undefined };
      continue;
    }
    at = ATTRIBUTE.lastIndex;
    const [, name = '', double, single, bare] = found;
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, resolveReferences(double ?? single ?? bare ?? ''));
  }
}

function endOfRaw(html: string, name: string, start: number): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  end.lastIndex = start;
  return end.exec(html) === null ? html.length : end.lastIndex;
}

export function resolveReferences(text: string): string {
  return text.replace(REFERENCE, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
    const code =
      name === undefined
        ? Number.parseInt(decimal ?? hexadecimal ?? '', decimal === undefined ? 16 : 10)
        : entityCodePoint(name);
    return (code === undefined ? undefined : characterOf(code)) ?? whole;
  });
}
