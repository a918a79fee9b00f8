/** Reads a piece of HTML as libxml2's parser does: tags that are missing are added, none is refused. */

import { resolveReferences } from '../../html/references.ts';
import { CLOSED_BY, EMPTY, RAW, weightOf } from './elements.ts';
import { createElement, type ElementNode } from './tree.ts';

const START_TAG = /<([A-Za-z][\w:.-]*)/y;
const END_TAG = /<\/([A-Za-z][\w:.-]*)[^>]*>?/y;
const ATTRIBUTE = /[\s/]*([^\s=>/"'<][^\s=>/]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/y;
const TAG_END = /[\s/]*>?/y;

/** Elements inside of this many others stay empty; what follows stands behind them. */
const DEEPEST = 250;

/** A fragment (no doctype, no `html`) as an element without a name. Nothing throws: what is broken is mended as libxml2 does. */
export function parseFragment(html: string): ElementNode {
  return new FragmentParser(html).parse();
}

/** The elements around a fragment: their tags make nothing in it. */
const AROUND: ReadonlySet<string> = new Set(['html', 'head', 'body']);

class FragmentParser {
  readonly #html: string;
  readonly #root = createElement('');
  /** The elements that are open, the outermost first: the fragment, or what lies behind its end. */
  #open: ElementNode[] = [this.#root];
  /** Start tags of elements around the fragment that were passed over: as many of their end tags are, too. */
  #passedOver = 0;
  #at = 0;

  constructor(html: string) {
    this.#html = html;
  }

  parse(): ElementNode {
    while (this.#at < this.#html.length) {
      if (this.#html[this.#at] !== '<') this.#readText();
      else if (!this.#readComment()) this.#readTag();
    }
    return this.#root;
  }

  #top(): ElementNode {
    return this.#open.at(-1) ?? this.#root;
  }

  #addText(text: string): void {
    const { children } = this.#top();
    const last = children.at(-1);
    if (last?.kind === 'text') last.text += text;
    else if (text !== '') children.push({ kind: 'text', text });
  }

  #readText(): void {
    const next = this.#html.indexOf('<', this.#at);
    const end = next < 0 ? this.#html.length : next;
    this.#addText(resolveReferences(this.#html.slice(this.#at, end)));
    this.#at = end;
  }

  /** A comment or declaration; false where none begins here. */
  #readComment(): boolean {
    const end = markupEnd(this.#html, this.#at);
    if (end === undefined) return false;
    if (this.#html.startsWith('<!--', this.#at))
      this.#top().children.push({
        kind: 'comment',
        text: this.#html.slice(this.#at + 4, end).replace(/-->$/, ''),
      });
    this.#at = end;
    return true;
  }

  #readTag(): void {
    END_TAG.lastIndex = this.#at;
    const ended = END_TAG.exec(this.#html)?.[1]?.toLowerCase();
    START_TAG.lastIndex = this.#at;
    const started = START_TAG.exec(this.#html)?.[1]?.toLowerCase();
    if (ended !== undefined) {
      this.#at = END_TAG.lastIndex;
      if (AROUND.has(ended)) this.#endAround(ended);
      else close(this.#open, ended);
    } else if (started !== undefined) {
      this.#at = START_TAG.lastIndex;
      this.#startElement(started);
    } else {
      this.#addText('<');
      this.#at++;
    }
  }

  #startElement(name: string): void {
    while (this.#open.length > 1 && CLOSED_BY.get(name)?.has(this.#top().name)) this.#open.pop();
    const element = createElement(name);
    this.#at = readAttributes(this.#html, this.#at, element.attributes);
    if (AROUND.has(name)) {
      this.#startAround(name);
      return;
    }
    this.#top().children.push(element);
    const isClosed = this.#html.slice(this.#at - 2, this.#at) === '/>';
    if (EMPTY.has(name) || isClosed || this.#open.length > DEEPEST) return;
    this.#open.push(element);
    if (!RAW.has(name)) return;
    const end = rawEnd(this.#html, this.#at, name);
    this.#addText(this.#html.slice(this.#at, end));
    this.#at = end;
  }

  #startAround(name: string): void {
    if (name === 'body' && this.#open[0] !== this.#root) this.#open = [this.#root];
    else this.#passedOver++;
  }

  /** Behind `</body>` everything is lost until there is another body, behind `</html>` for good. */
  #endAround(name: string): void {
    if (this.#passedOver > 0) this.#passedOver--;
    else if (name === 'body') this.#open = [createElement('')];
    else if (name === 'html') this.#at = this.#html.length;
  }
}

/** The end of a comment or declaration that begins here; undefined where none does. */
function markupEnd(html: string, at: number): number | undefined {
  const [opening, closing] = html.startsWith('<!--', at)
    ? ['<!--', '-->']
    : html.startsWith('<!', at) || html.startsWith('<?', at)
      ? ['<!', '>']
      : [];
  if (opening === undefined || closing === undefined) return undefined;
  const end = html.indexOf(closing, at + opening.length);
  return end < 0 ? html.length : end + closing.length;
}

function readAttributes(html: string, from: number, attributes: ElementNode['attributes']): number {
  let at = from;
  for (;;) {
    ATTRIBUTE.lastIndex = at;
    const found = ATTRIBUTE.exec(html);
    if (found === null) break;
    at = ATTRIBUTE.lastIndex;
    const [, name = '', double, single, bare] = found;
    const value = double ?? single ?? bare;
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, value === undefined ? undefined : resolveReferences(value));
  }
  TAG_END.lastIndex = at;
  TAG_END.exec(html);
  if (html[TAG_END.lastIndex - 1] === '>') return TAG_END.lastIndex;
  const end = html.indexOf('>', at);
  return end < 0 ? html.length : end + 1;
}

/** Where the text of a script or style ends. */
function rawEnd(html: string, from: number, name: string): number {
  const ending = new RegExp(`</${name}`, 'gi');
  ending.lastIndex = from;
  return ending.exec(html)?.index ?? html.length;
}

/** Closes the innermost open element of the name, and all inside of it. */
function close(open: ElementNode[], name: string): void {
  const weight = weightOf(name);
  for (let at = open.length - 1; at > 0; at--) {
    const candidate = open[at]!;
    if (candidate.name === name) {
      open.length = at;
      return;
    }
    if (weightOf(candidate.name) > weight) break;
  }
}
