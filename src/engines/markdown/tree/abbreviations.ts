/** Puts abbreviation elements where the text has what a definition names, at word boundaries. */

import { charLength, isWord } from '../../../ruby/characters.ts';
import type { Document } from './document.ts';
import { Element } from './element.ts';
import { MAX_ABBREVIATION_LENGTH } from './limits.ts';

export function replaceAbbreviations(doc: Document, element: Element): void {
  if (doc.abbreviations.size === 0) return;
  replaceIn(element, new Names(doc.abbreviations.keys()), doc);
}

/** The names as a tree of characters. */
class Names {
  private readonly root: Node = { next: new Map(), isName: false };

  constructor(names: Iterable<string>) {
    for (const name of names) {
      if (name.length > MAX_ABBREVIATION_LENGTH) continue;
      let node = this.root;
      for (let at = 0; at < name.length; at++) {
        const code = name.charCodeAt(at);
        let next = node.next.get(code);
        if (next === undefined) {
          next = { next: new Map(), isName: false };
          node.next.set(code, next);
        }
        node = next;
      }
      node.isName = true;
    }
  }

  /** The length of the longest name at an index, 0 for none; `whole` asks for one that no word character follows. */
  longestAt(text: string, at: number, whole: boolean): number {
    let node: Node | undefined = this.root;
    let longest = 0;
    for (let end = at; node !== undefined; end++) {
      if (node.isName && !(whole && isWord(text.charCodeAt(end)))) longest = end - at;
      node = node.next.get(text.charCodeAt(end));
    }
    return longest;
  }
}

interface Node {
  readonly next: Map<number, Node>;
  isName: boolean;
}

function replaceIn(element: Element, names: Names, doc: Document): void {
  const children: Element[] = [];
  let changed = false;
  for (const child of element.children) {
    if (child.type === 'text') {
      const pieces = element.details.contentModel === 'raw' ? undefined : split(child, names, doc);
      if (pieces === undefined) children.push(child);
      else {
        changed = true;
        for (const piece of pieces) children.push(piece);
      }
    } else {
      if (child.children.length > 0) replaceIn(child, names, doc);
      children.push(child);
    }
  }
  if (changed) element.children = children;
}

/** A text cut at its abbreviations; undefined where it has none. */
function split(text: Element, names: Names, doc: Document): Element[] | undefined {
  const { value } = text;
  const pieces: Element[] = [];
  let start = 0;
  for (let found = findFrom(value, start, names); found >= 0; found = findFrom(value, start, names)) {
    let at = found;
    let length = names.longestAt(value, at, false);
    if (length === 0) {
      at += charLength(value, at);
      length = names.longestAt(value, at, false);
    }
    const name = value.slice(at, at + length);
    if (!doc.limits.mayExpand(doc.abbreviations.get(name)?.title.length ?? 0)) break;
    pieces.push(new Element('text', value.slice(start, at), text.offset));
    pieces.push(new Element('abbreviation', name, text.offset));
    start = at + length;
  }
  if (pieces.length === 0) return undefined;
  pieces.push(new Element('text', value.slice(start), text.offset));
  return pieces;
}

/** Where an abbreviation starts, or the character before it that makes the boundary; -1 where none follows. */
function findFrom(text: string, start: number, names: Names): number {
  for (let at = start; at < text.length; at++) {
    if ((at === start || text.charCodeAt(at - 1) === 10) && names.longestAt(text, at, true) > 0) return at;
    const code = text.charCodeAt(at);
    if (isWord(code) || (code >= 0xdc00 && code <= 0xdfff)) continue;
    if (names.longestAt(text, at + charLength(text, at), true) > 0) return at;
  }
  return -1;
}
