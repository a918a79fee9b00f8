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

/** The fragment as an element without a name. */
export function parseFragment(html: string): ElementNode {
  const root = createElement('');
  const open: ElementNode[] = [root];
  let at = 0;
  const top = (): ElementNode => open.at(-1) ?? root;
  const addText = (text: string): void => {
    const last = top().children.at(-1);
    if (last?.kind === 'text') last.text += text;
    else if (text !== '') top().children.push({ kind: 'text', text });
  };
  const startTag = (name: string): void => {
    while (open.length > 1 && CLOSED_BY.get(name)?.has(top().name)) open.pop();
    const element = createElement(name);
    at = readAttributes(html, at, element.attributes);
    if (name === 'html' || name === 'body') return;
    top().children.push(element);
    if (EMPTY.has(name) || html.slice(at - 2, at) === '/>' || open.length > DEEPEST) return;
    open.push(element);
    if (!RAW.has(name)) return;
    const end = rawEnd(html, at, name);
    addText(html.slice(at, end));
    at = end;
  };

  while (at < html.length) {
    if (html[at] !== '<') {
      const next = html.indexOf('<', at);
      const end = next < 0 ? html.length : next;
      addText(resolveReferences(html.slice(at, end)));
      at = end;
      continue;
    }
    const end = markupEnd(html, at);
    if (end !== undefined) {
      if (html.startsWith('<!--', at))
        top().children.push({ kind: 'comment', text: html.slice(at + 4, end).replace(/-->$/, '') });
      at = end;
      continue;
    }
    END_TAG.lastIndex = at;
    const ended = END_TAG.exec(html);
    START_TAG.lastIndex = at;
    const started = START_TAG.exec(html);
    if (ended !== null) {
      at = END_TAG.lastIndex;
      close(open, ended[1]!.toLowerCase());
    } else if (started !== null) {
      at = START_TAG.lastIndex;
      startTag(started[1]!.toLowerCase());
    } else {
      addText('<');
      at++;
    }
  }
  return root;
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
