/** Definition lists: the paragraph before `: text` becomes the terms. */

import { itemAttributeList, newAttributeList } from '../tree/attribute-list.ts';
import { detail, Element } from '../tree/element.ts';
import { MAX_BLOCK_NESTING } from '../tree/limits.ts';
import { splitLines } from '../tree/scan.ts';
import { Source } from '../tree/source.ts';
import { blankLinesEnd } from './blank-line.ts';
import { eobEnd } from './eob-marker.ts';
import { contentLineEnd, lazyLineEnd, readFirstLine, unindented } from './list-line.ts';
import { type BlockState, parseBlocks } from './state.ts';

/** The index after the colon when a definition starts at an index with at most `indent` spaces, else -1. */
function markerEnd(text: string, at: number, indent: number): number {
  let pos = at;
  while (pos < at + indent && text.charCodeAt(pos) === 32) pos++;
  if (text.charCodeAt(pos) !== 58) return -1;
  const next = text.charCodeAt(pos + 1);
  return next === 32 || next === 9 || next === 124 ? pos + 1 : -1;
}

interface Definition {
  readonly element: Element;
  readonly offset: number;
  readonly firstAsPara: boolean;
  text: string;
}

export function definitionList(state: BlockState, silent: boolean): boolean {
  const starts = markerEnd(state.text, state.pos, 3) >= 0;
  if (!starts || silent || state.level >= MAX_BLOCK_NESTING) return starts && silent;
  const { children } = state.tree;
  const last = state.tree.last();
  const spaced = last?.type === 'blank' && last.value === '\n';
  const para = spaced ? children[children.length - 2] : last;
  if (para === undefined || para.type !== 'p') return false;

  const list = state.newElement('dl', '', para.offset);
  children.length -= spaced ? 2 : 1;
  list.children = termsOf(state, para);
  list.ial = para.ial;
  const definitions = collectDefinitions(state, spaced);
  let blank: Element | undefined;
  for (const definition of definitions) {
    list.append(definition.element);
    const parsed = parseDefinition(state, definition);
    if (definition.element.children.length > 0 || parsed !== undefined) blank = parsed;
  }
  addToTree(state.tree, list);
  if (blank !== undefined) state.tree.append(blank);
  return true;
}

function termsOf(state: BlockState, para: Element): Element[] {
  return splitLines(para.children[0]?.value ?? '').map((line) => {
    const term = new Element('dt', '', para.offset);
    const list = itemAttributeList(line);
    if (list !== undefined) term.ial = newAttributeList(list.content, state.doc, state.source, para.offset);
    const text = line.slice(list?.end ?? 0);
    term.details = { rawText: text };
    term.append(state.rawText(text, para.offset));
    return term;
  });
}

function collectDefinitions(state: BlockState, spaced: boolean): Definition[] {
  const { text } = state;
  const definitions: Definition[] = [];
  let afterBlank = false;
  let asPara = spaced;
  let indentation = 0;
  let markerIndent = 3;
  while (state.pos < text.length) {
    const { pos } = state;
    const current = definitions[definitions.length - 1];
    const marker = markerEnd(text, pos, markerIndent);
    if (marker >= 0 || current === undefined) {
      const end = text.indexOf('\n', marker) + 1 || text.length;
      const first = readFirstLine(text.slice(marker, end), marker - pos);
      definitions.push(startDefinition(state, first.text, asPara));
      indentation = first.indentation;
      markerIndent = Math.min(3, indentation - 1);
      asPara = false;
      afterBlank = false;
      state.pos = end;
      continue;
    }
    if (eobEnd(text, pos) >= 0) break;
    let end = contentLineEnd(text, pos, indentation);
    if (end < 0 && !afterBlank) end = lazyLineEnd(state, pos, indentation);
    const blank = end < 0 ? blankLinesEnd(text, pos) : -1;
    if (end < 0 && blank < 0) break;
    current.text += end < 0 ? text.slice(pos, blank) : unindented(text.slice(pos, end), indentation).text;
    asPara = end < 0;
    afterBlank = end < 0;
    state.pos = Math.max(end, blank);
  }
  return definitions;
}

function startDefinition(state: BlockState, line: string, firstAsPara: boolean): Definition {
  const element = new Element('dd', '', state.pos);
  const list = itemAttributeList(line);
  if (list !== undefined) element.ial = newAttributeList(list.content, state.doc, state.source, state.pos);
  return { element, offset: state.pos, firstAsPara, text: line.slice(list?.end ?? 0) };
}

function parseDefinition(state: BlockState, definition: Definition): Element | undefined {
  const { element } = definition;
  parseBlocks(state, new Source(definition.text, state.source, definition.offset), element);
  const blank = element.last()?.type === 'blank' ? element.children.pop() : undefined;
  const first = element.children[0];
  if (first?.type === 'p' && !definition.firstAsPara) {
    const text = first.children[0];
    if (element.children.length > 1 && text !== undefined) text.value += '\n';
    detail(first, { transparent: true });
  }
  return blank;
}

/** A list goes on where one stands right before it, even across a blank line. */
function addToTree(tree: Element, list: Element): void {
  const last = tree.last();
  const before = tree.children[tree.children.length - 2];
  if (last?.type === 'blank' && before?.type === 'dl') tree.children.pop();
  const open = tree.last();
  if (open?.type === 'dl') for (const child of list.children) open.append(child);
  else tree.append(list);
}
