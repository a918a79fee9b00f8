/** The tags of a page in one pass over its text, whatever it holds: start tags with their attributes, end tags. */

import { resolveReferences } from './references.ts';

export interface Tag {
  readonly isEnd: boolean;
  /** In lower case. */
  readonly name: string;
  /** By names in lower case, references resolved; the first of a name counts, one without a value is empty. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Offsets of the tag's `<` and of what follows its `>`. */
  readonly start: number;
  readonly end: number;
}

const MARKUP = /<!--|<\/?[a-zA-Z][^\s/>]*/g;
const ATTRIBUTE = /[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)))?/y;
const TAG_END = /[\s/]*>/y;
/** Elements whose content is text, whatever it looks like. */
const RAW = /^(?:script|style|textarea|title|xmp|iframe|noembed|noframes)$/;

/** Leaves out comments and the content of raw elements. Ends at a comment or a tag that has no end. */
export function* tagsOf(html: string): Generator<Tag> {
  const markup = new RegExp(MARKUP);
  for (let found = markup.exec(html); found !== null; found = markup.exec(html)) {
    const [text] = found;
    if (text === '<!--') {
      const end = html.indexOf('-->', markup.lastIndex);
      if (end < 0) return;
      markup.lastIndex = end + 3;
      continue;
    }
    const isEnd = text[1] === '/';
    const name = text.slice(isEnd ? 2 : 1).toLowerCase();
    const { attributes, end } = readAttributes(html, markup.lastIndex);
    if (end === undefined) return;
    yield { isEnd, name, attributes, start: found.index, end };
    markup.lastIndex = !isEnd && RAW.test(name) ? endOfRaw(html, name, end) : end;
  }
}

/** The attributes from `start` on, and where the tag ends; no end where the text ends first. */
function readAttributes(html: string, start: number) {
  const attributes = new Map<string, string>();
  let at = start;
  for (;;) {
    TAG_END.lastIndex = at;
    if (TAG_END.test(html)) return { attributes, end: TAG_END.lastIndex };
    ATTRIBUTE.lastIndex = at;
    const found = ATTRIBUTE.exec(html);
    if (found === null) {
      // A stray character; behind the last one the tag has no end.
      if (++at >= html.length) return { attributes, end: undefined };
      continue;
    }
    at = ATTRIBUTE.lastIndex;
    const [, name = '', double, single, bare] = found;
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, resolveReferences(double ?? single ?? bare ?? ''));
  }
}

/** Where the end tag of a raw element begins. */
function endOfRaw(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}
