/** The state of the block rules: a text, an index in it, and the element that is being filled. One state per text. */

import { markdownMessages } from '../../../diagnostics/catalogue/engines/markdown.ts';
import type { SpanChains } from '../span/state.ts';
import type { Document } from '../tree/document.ts';
import { type AttributeList, Element, type ElementType } from '../tree/element.ts';
import { ANY, nextLine } from '../tree/scan.ts';
import type { Source } from '../tree/source.ts';

/**
 * A rule of the block chain. It looks at `state.pos` and either returns false without a change, or consumes what is its
 * own, adds to `state.tree` and returns true. When `silent` it only says whether it would interrupt what is being read.
 */
export type BlockRule = (state: BlockState, silent: boolean) => boolean;

/**
 * The rules to try at a character, by its code: only those that may start with it; under ANY those for all beyond
 * ASCII.
 */
export type BlockChain = readonly (readonly BlockRule[])[];

/** The places in the grammar at which a chain of block rules is asked whether something else starts. */
export type BlockChainName = '' | 'paragraph' | 'lazy' | 'codeblock' | 'list-line' | 'boundary';

/** The rules of one input, which all of its documents share. */
export interface Chains {
  readonly block: Readonly<Record<BlockChainName, BlockChain>>;
  readonly span: SpanChains;
}

export class BlockState {
  readonly doc: Document;
  readonly chains: Chains;
  readonly source: Source;
  readonly text: string;
  readonly level: number;
  tree: Element;
  pos = 0;
  /** An attribute list that waits for the next element. */
  ial: AttributeList | undefined = undefined;
  /** Set by the end tag of the HTML element that `tree` is. */
  closed = false;

  /** The index of the first character after up to three spaces. */
  mark = 0;
  /** The code of the character at `mark`; four spaces or a tab give theirs. */
  code = 0;

  constructor(doc: Document, chains: Chains, source: Source, tree: Element, level: number) {
    this.doc = doc;
    this.chains = chains;
    this.source = source;
    this.text = source.text;
    this.tree = tree;
    this.level = level;
  }

  /** Looks at the start of the line: every rule asks for `mark` and `code` first. */
  measure(): void {
    let mark = this.pos;
    const end = mark + 3;
    while (mark < end && this.text.charCodeAt(mark) === 32) mark++;
    this.mark = mark;
    this.code = this.text.charCodeAt(mark);
  }

  /** A new element that takes the attribute list that is waiting. */
  newElement(type: ElementType, value = '', offset = this.pos): Element {
    const element = new Element(type, value, offset);
    if (this.ial !== undefined) {
      element.ial = this.ial;
      this.ial = undefined;
    }
    return element;
  }

  push(type: ElementType, value = '', offset = this.pos): Element {
    const element = this.newElement(type, value, offset);
    this.tree.append(element);
    return element;
  }

  /** A block's text, which the span rules are to read. */
  rawText(text: string, offset = this.pos): Element {
    const element = new Element('raw_text', text, offset);
    element.source = this.source;
    return element;
  }

  /** Puts text at the end of an element. */
  addRawText(tree: Element, text: string): void {
    const last = tree.last();
    if (last?.type === 'raw_text') last.value += text;
    else if (text !== '') tree.append(this.rawText(text));
  }

  /** Whether a rule of the named chain would start at an index; the end of the text counts as one. */
  isInterrupted(chain: BlockChainName, at: number): boolean {
    if (at >= this.text.length) return true;
    const { pos, mark, code } = this;
    this.pos = at;
    this.measure();
    const found = this.applyRules(this.chains.block[chain], true);
    this.pos = pos;
    this.mark = mark;
    this.code = code;
    return found;
  }

  /** Tries the rules of a chain that may start here. */
  applyRules(chain: BlockChain, silent: boolean): boolean {
    const rules = chain[this.code] ?? chain[ANY]!;
    for (let n = 0; n < rules.length; n++) if (rules[n]!(this, silent)) return true;
    return false;
  }

  /** Whether a blank line, an end-of-block mark, an attribute list or nothing came before. */
  isAfterBoundary(): boolean {
    const last = this.tree.last();
    return (
      last === undefined ||
      last.type === 'blank' ||
      (last.type === 'eob' && last.value === '') ||
      this.ial !== undefined
    );
  }

  /** Whether one of them follows at an index. */
  isBeforeBoundary(at: number): boolean {
    return this.isInterrupted('boundary', at);
  }
}

/** Parses a text of its own into an element. */
export function parseBlocks(outer: BlockState, source: Source, tree: Element): BlockState {
  const state = new BlockState(outer.doc, outer.chains, source, tree, outer.level + 1);
  runBlocks(state);
  return state;
}

/** Goes on in the same text with the content of an HTML element; true when its end tag was found. */
export function parseBlocksWithin(state: BlockState, tree: Element): boolean {
  const inner = new BlockState(state.doc, state.chains, state.source, tree, state.level + 1);
  inner.pos = state.pos;
  runBlocks(inner);
  state.pos = inner.pos;
  return inner.closed;
}

/** Tries the rules in order at each position until the text ends. */
export function runBlocks(state: BlockState): void {
  const chain = state.chains.block[''];
  const { text } = state;
  while (state.pos < text.length && !state.closed) {
    state.measure();
    if (state.applyRules(chain, false)) continue;
    state.doc.warn(markdownMessages.unreadLine, {}, state.source, state.pos);
    const end = nextLine(text, state.pos);
    state.addRawText(state.tree, text.slice(state.pos, end));
    state.pos = end;
  }
}
