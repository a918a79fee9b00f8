/** The state of the span rules: a block's text, an index in it, and the element that is being filled. */

import { charLength } from '../../../ruby/characters.ts';
import type { Document } from '../tree/document.ts';
import { addText, Element, type ElementType } from '../tree/element.ts';
import { MAX_SPAN_NESTING } from '../tree/limits.ts';
import { ANY } from '../tree/scan.ts';
import type { Source } from '../tree/source.ts';

/** A rule of the span chain: looks at `state.pos` and returns false, or consumes its text and returns true. */
export type SpanRule = (state: SpanState) => boolean;

/** All span rules; HTML alone (in raw elements); code alone and code and HTML (in a table's rows). */
export type SpanChainName = '' | 'html' | 'code' | 'code-html';

export type SpanChains = Readonly<Record<SpanChainName, SpanChain>>;

export interface SpanChain {
  /** The rules to try at a character, by its code: only those that may start with it. */
  readonly rulesAt: readonly (readonly SpanRule[])[];
  /** The index of the next character at which a rule might start; the text's length where none does. */
  readonly next: (text: string, from: number) => number;
}

/** Asked where a rule might start: whether what is being read ends here. */
export type Stop = (state: SpanState) => boolean;

export class SpanState {
  readonly doc: Document;
  readonly chains: SpanChains;
  readonly source: Source;
  readonly text: string;
  pos = 0;
  tree: Element;
  /** How many elements of these kinds are being filled: emphasis and links are not nested in their like. */
  em = 0;
  strong = 0;
  link = 0;
  level = 0;
  /** The emphasis that is being tried; the openers within it that would fail with it. */
  openers: number[] | undefined = undefined;

  private known: SpanMemo | undefined = undefined;

  constructor(doc: Document, chains: SpanChains, source: Source, tree: Element) {
    this.doc = doc;
    this.chains = chains;
    this.source = source;
    this.text = source.text;
    this.tree = tree;
  }

  get memo(): SpanMemo {
    this.known ??= new SpanMemo();
    return this.known;
  }

  get isNestedTooDeep(): boolean {
    return this.level >= MAX_SPAN_NESTING;
  }

  addText(text: string): true {
    addText(this.tree, text, 'text', this.pos);
    return true;
  }

  push(type: ElementType, value = '', offset = this.pos): Element {
    const element = new Element(type, value, offset);
    this.tree.append(element);
    return element;
  }
}

/** The results of attempts, so that none is repeated. */
export class SpanMemo {
  /** The last index at which a delimiter could close, by the delimiter's kind. */
  readonly lastCloser: (number | undefined)[] = [];
  private unclosed: Set<number> | undefined = undefined;
  private brackets: Map<number, number> | undefined = undefined;

  /** Whether emphasis with this key does not end. */
  isUnclosed(key: number): boolean {
    return this.unclosed?.has(key) === true;
  }

  noteUnclosed(key: number): void {
    this.unclosed ??= new Set();
    this.unclosed.add(key);
  }

  /** The bracket that closes a link's text, by the text's key; -1 for none, undefined where it is not known yet. */
  bracket(key: number): number | undefined {
    return this.brackets?.get(key);
  }

  noteBracket(key: number, at: number): void {
    this.brackets ??= new Map();
    this.brackets.set(key, at);
  }
}

/** Fills `tree` from `state.pos` on until `stop` says so (true) or the text ends (false). */
export function parseSpans(
  state: SpanState,
  tree: Element,
  stop?: Stop,
  chainName: SpanChainName = '',
): boolean {
  const { text } = state;
  const outer = state.tree;
  const chain = state.chains[chainName];
  let stopped = false;
  state.tree = tree;
  state.level++;
  while (state.pos < text.length) {
    const at = chain.next(text, state.pos);
    if (at >= text.length) {
      if (stop === undefined) {
        state.addText(text.slice(state.pos));
        state.pos = text.length;
      }
      break;
    }
    if (at > state.pos) {
      state.addText(text.slice(state.pos, at));
      state.pos = at;
    }
    if (stop?.(state)) {
      stopped = true;
      break;
    }
    if (!applyRules(state, chain.rulesAt[text.charCodeAt(at)] ?? chain.rulesAt[ANY]!)) {
      const length = charLength(text, at);
      state.addText(text.slice(at, at + length));
      state.pos = at + length;
    }
  }
  state.tree = outer;
  state.level--;
  return stopped;
}

function applyRules(state: SpanState, rules: readonly SpanRule[]): boolean {
  for (const rule of rules) if (rule(state)) return true;
  return false;
}
