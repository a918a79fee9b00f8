/** Ordered and unordered lists: collects the lines of each item, then parses each item's text as blocks of its own. */

import { isDigit } from '../../../ruby/characters.ts';
import { itemAttributeList, newAttributeList } from '../tree/attribute-list.ts';
import { detail, Element } from '../tree/element.ts';
import { MAX_BLOCK_NESTING } from '../tree/limits.ts';
import { Source } from '../tree/source.ts';
import { blankLinesEnd } from './blank-line.ts';
import { eobEnd } from './eob-marker.ts';
import { horizontalRuleEnd } from './horizontal-rule.ts';
import { contentLineEnd, lazyLineEnd, readFirstLine, unindented } from './list-line.ts';
import { type BlockState, parseBlocks } from './state.ts';

type ListType = 'ul' | 'ol';

/** The index after an item's marker when an item starts at an index with at most `indent` spaces, else -1. */
function markerEnd(text: string, at: number, type: ListType, indent: number): number {
  let pos = at;
  while (pos < at + indent && text.charCodeAt(pos) === 32) pos++;
  if (type === 'ul') {
    const code = text.charCodeAt(pos);
    if (code !== 42 && code !== 43 && code !== 45) return -1;
  } else {
    const digits = pos;
    while (isDigit(text.charCodeAt(pos))) pos++;
    if (pos === digits || text.charCodeAt(pos) !== 46) return -1;
  }
  const next = text.charCodeAt(pos + 1);
  return next === 32 || next === 9 || next === 124 ? pos + 1 : -1;
}

function listTypeAt(text: string, at: number): ListType | undefined {
  if (markerEnd(text, at, 'ul', 3) >= 0) return 'ul';
  return markerEnd(text, at, 'ol', 3) >= 0 ? 'ol' : undefined;
}

/** An item while its lines are collected. A list that starts within begins a new part, since its text has no boundary before it. */
interface Item {
  readonly element: Element;
  readonly parts: { text: string; offset: number }[];
}

export function list(state: BlockState, silent: boolean): boolean {
  const type = state.level < MAX_BLOCK_NESTING ? listTypeAt(state.text, state.pos) : undefined;
  if (type === undefined || silent) return type !== undefined;
  const element = state.newElement(type);
  const lines = new ItemLines(state, type);
  while (lines.takeLine());
  state.tree.append(element);
  element.children = lines.items.map((item) => item.element);
  let blank: Element | undefined;
  for (const item of lines.items) {
    const parsed = parseItem(state, element, item, lines.endedByMark);
    if (item.element.children.length > 0 || parsed !== undefined) blank = parsed;
  }
  if (blank !== undefined && !lines.endedByMark) state.tree.append(blank);
  return true;
}

/** Walks over the lines of a list. */
class ItemLines {
  readonly items: Item[] = [];
  endedByMark = false;
  private readonly state: BlockState;
  private readonly type: ListType;
  private indentation = 0;
  private markerIndent = 3;
  private nested = false;
  private afterBlank = false;

  constructor(state: BlockState, type: ListType) {
    this.state = state;
    this.type = type;
  }

  /** Takes one line, or as many blank ones as there are; false where the list ends. */
  takeLine(): boolean {
    const { state } = this;
    const { text, pos } = state;
    if (pos >= text.length || (this.afterBlank && horizontalRuleEnd(text, pos) >= 0)) return false;
    const mark = eobEnd(text, pos);
    if (mark >= 0) {
      state.pos = mark;
      this.endedByMark = true;
      return false;
    }
    const marker = markerEnd(text, pos, this.type, this.markerIndent);
    if (marker >= 0) {
      this.startItem(marker);
      return true;
    }
    let end = contentLineEnd(text, pos, this.indentation);
    if (end < 0 && !this.afterBlank) end = lazyLineEnd(state, pos, this.indentation);
    if (end >= 0) {
      this.continueItem(text.slice(pos, end));
      state.pos = end;
      return true;
    }
    const blank = blankLinesEnd(text, pos);
    if (blank < 0) return false;
    this.append(text.slice(pos, blank));
    this.nested = true;
    this.afterBlank = true;
    state.pos = blank;
    return true;
  }

  private startItem(marker: number): void {
    const { state } = this;
    const { text, pos } = state;
    const lineEnd = text.indexOf('\n', marker) + 1 || text.length;
    const first = readFirstLine(text.slice(marker, lineEnd), marker - pos);
    const element = new Element('li', '', pos);
    const attributes = itemAttributeList(first.text);
    if (attributes !== undefined)
      element.ial = newAttributeList(attributes.content, state.doc, state.source, pos);
    const content = first.text.slice(attributes?.end ?? 0);
    this.items.push({ element, parts: [{ text: content, offset: marker }] });
    this.indentation = first.indentation;
    this.markerIndent = Math.min(3, first.indentation - 1);
    this.nested = listTypeAt(content, 0) !== undefined;
    this.afterBlank = false;
    state.pos = lineEnd;
  }

  private continueItem(line: string): void {
    const { text, found } = unindented(line, this.indentation);
    const startsList = listTypeAt(text, 0) !== undefined;
    let result = text;
    if (startsList && !this.nested && found) {
      this.items[this.items.length - 1]!.parts.push({ text: '', offset: this.state.pos });
      this.nested = true;
    } else if (startsList && this.nested && !found) result = ' '.repeat(this.indentation + 4) + text;
    this.append(result);
    this.afterBlank = false;
  }

  private append(text: string): void {
    const { parts } = this.items[this.items.length - 1]!;
    parts[parts.length - 1]!.text += text;
  }
}

/** Parses an item's text and decides whether its first paragraph prints without a tag; gives the blank line that ended it. */
function parseItem(state: BlockState, list: Element, item: Item, endedByMark: boolean): Element | undefined {
  const { element } = item;
  for (const part of item.parts) {
    parseBlocks(state, new Source(part.text, state.source, part.offset), element);
  }
  const { children } = element;
  const first = children[0];
  if (first === undefined) return undefined;
  // An attribute list for the first paragraph leaves a mark that would count as a second child.
  if (first.type === 'p' && first.ial !== undefined && children[1]?.type === 'eob') children.splice(1, 1);
  if (first.type === 'p' && isTight(list, element, endedByMark)) {
    const text = first.children[0];
    if (children.length > 1 && children[1]!.type !== 'blank' && text !== undefined) text.value += '\n';
    detail(first, { transparent: true });
  }
  return element.last()?.type === 'blank' ? children.pop() : undefined;
}

function isTight(list: Element, item: Element, endedByMark: boolean): boolean {
  const { children } = item;
  const isLast = list.last() === item;
  const followed = children.length >= 2 && children[1]!.type === 'blank';
  if (followed && !(isLast && children.length === 2 && !endedByMark)) return false;
  if (!isLast || list.children.length === 1) return true;
  return list.children.slice(0, -1).some((other) => {
    const first = other.children[0];
    return first === undefined || first.type !== 'p' || first.details.transparent === true;
  });
}
