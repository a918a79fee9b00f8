/** Builds the tree of the first document out of the scanner's tokens: libyaml's grammar. */

import { Scanner } from '../scan/scanner.ts';
import { type Token, type TokenKind, YamlMistake } from '../scan/token.ts';
import type { MappingNode, Node, SequenceNode } from './node.ts';

/** How a document is read. */
export interface ComposeOptions {
  readonly depthLimit: number;
  /** JSON: one character may be written as two escapes, a surrogate pair. */
  readonly isJson?: boolean;
  /** Called where text goes on behind the document without a mark, of which Ruby reads nothing. */
  readonly ignored?: (offset: number) => void;
}

/** The first document's root; undefined where there is none. Throws `YamlMistake`. */
export function compose(
  text: string,
  { depthLimit, isJson = false, ignored = () => {} }: ComposeOptions,
): Node | undefined {
  const forbidden = /[^\t\n\r\x20-\x7e\x85\xa0-\ufefe\uff00-\ufffd]/.exec(text);
  const scanner = new Scanner(forbidden === null ? text : text.slice(0, forbidden.index), isJson);
  try {
    const root = new Composer(scanner, depthLimit, ignored).document();
    if (forbidden !== null && !endsBefore(scanner, forbidden.index))
      throw new YamlMistake('control-character', forbidden.index);
    return root;
  } catch (error) {
    // The text was cut at a forbidden character: that is the mistake.
    if (error instanceof YamlMistake && forbidden !== null && error.offset >= forbidden.index)
      throw new YamlMistake('control-character', forbidden.index);
    throw error;
  }
}

/** Parses the tokens of one text by recursive descent. */
class Composer {
  readonly #scanner: Scanner;
  readonly #depthLimit: number;
  readonly #ignored: (offset: number) => void;
  /** Prefixes of tags by their handles. */
  readonly #tags = new Map<string, string>();
  #depth = 0;

  constructor(scanner: Scanner, depthLimit: number, ignored: (offset: number) => void) {
    this.#scanner = scanner;
    this.#depthLimit = depthLimit;
    this.#ignored = ignored;
  }

  #isAt(a: TokenKind, b?: TokenKind, c?: TokenKind, d?: TokenKind, e?: TokenKind): boolean {
    const { kind } = this.#scanner.peek();
    return kind === a || kind === b || kind === c || kind === d || kind === e;
  }

  #take(): Token {
    const token = this.#scanner.peek();
    this.#scanner.skip();
    return token;
  }

  document(): Node | undefined {
    if (this.#isAt('stream-end')) return undefined;
    let root: Node;
    if (this.#isAt('version-directive', 'tag-directive', 'document-start')) {
      while (!this.#isAt('document-start')) this.#directive();
      this.#scanner.skip();
      const isEmpty = this.#isAt(
        'version-directive',
        'tag-directive',
        'document-start',
        'document-end',
        'stream-end',
      );
      root = isEmpty ? this.#empty() : this.#node(true, false);
    } else root = this.#node(true, false);
    // What follows is scanned but not parsed: Ruby reads the first document only.
    if (!this.#isAt('stream-end', 'document-start', 'document-end', 'version-directive', 'tag-directive'))
      this.#ignored(this.#scanner.peek().start);
    return root;
  }

  #directive(): void {
    const token = this.#scanner.peek();
    if (token.kind === 'tag-directive') {
      if (this.#tags.has(token.handle!)) throw new YamlMistake('bad-directive', token.start);
      this.#tags.set(token.handle!, token.text!);
    } else if (token.kind !== 'version-directive') throw new YamlMistake('no-document-start', token.start);
    else if (!/^1\.[12]$/.test(token.text!)) throw new YamlMistake('bad-version', token.start);
    this.#scanner.skip();
  }

  #node(isBlock: boolean, isIndentless: boolean): Node {
    const first = this.#scanner.peek();
    const { start } = first;
    if (first.kind === 'alias') {
      this.#scanner.skip();
      return { kind: 'alias', start, end: first.end, name: first.text! };
    }
    let anchor: string | undefined;
    let tag: string | undefined;
    let last = first.start;
    while ((this.#isAt('anchor') && anchor === undefined) || (this.#isAt('tag') && tag === undefined)) {
      const token = this.#take();
      last = token.end;
      if (token.kind === 'anchor') anchor = token.text!;
      else tag = this.#resolve(token);
    }
    const properties = anchor === undefined && tag === undefined ? undefined : { anchor, tag };
    const content = this.#body(isBlock, isIndentless, start);
    if (content !== undefined)
      return properties === undefined ? content : { ...content, ...properties, start };
    if (properties !== undefined)
      return { kind: 'scalar', text: '', plain: true, start, end: last, ...properties };
    throw new YamlMistake('no-content', this.#scanner.peek().start, start);
  }

  #body(isBlock: boolean, isIndentless: boolean, start: number): Node | undefined {
    const token = this.#scanner.peek();
    switch (token.kind) {
      case 'scalar':
        this.#scanner.skip();
        return { kind: 'scalar', text: token.text!, plain: token.plain!, start: token.start, end: token.end };
      case 'block-entry':
        return isIndentless ? this.#nested(start, () => this.#indentlessSequence(token)) : undefined;
      case 'flow-sequence-start':
        return this.#nested(start, () => this.#flowSequence());
      case 'flow-mapping-start':
        return this.#nested(start, () => this.#flowMapping());
      case 'block-sequence-start':
        return isBlock ? this.#nested(start, () => this.#blockSequence()) : undefined;
      case 'block-mapping-start':
        return isBlock ? this.#nested(start, () => this.#blockMapping()) : undefined;
      default:
        return undefined;
    }
  }

  #nested(start: number, read: () => Node): Node {
    if (++this.#depth > this.#depthLimit) throw new YamlMistake('too-deep', start);
    const result = read();
    this.#depth--;
    return result;
  }

  #resolve({ handle = '', text = '', start }: Token): string {
    if (handle === '') return text;
    const prefix =
      this.#tags.get(handle) ?? (handle === '!' ? '!' : handle === '!!' ? 'tag:yaml.org,2002:' : undefined);
    if (prefix === undefined) throw new YamlMistake('unknown-handle', start);
    return prefix + text;
  }

  #empty(): Node {
    const { start } = this.#scanner.peek();
    return { kind: 'scalar', text: '', plain: true, start, end: start };
  }

  #blockSequence(): SequenceNode {
    const { start } = this.#take();
    const items: Node[] = [];
    while (this.#isAt('block-entry')) {
      this.#scanner.skip();
      items.push(this.#isAt('block-entry', 'block-end') ? this.#empty() : this.#node(true, false));
    }
    if (!this.#isAt('block-end')) throw new YamlMistake('no-hyphen', this.#scanner.peek().start, start);
    const { end } = this.#take();
    return { kind: 'sequence', items, start, end };
  }

  #indentlessSequence({ start }: Token): SequenceNode {
    const items: Node[] = [];
    while (this.#isAt('block-entry')) {
      this.#scanner.skip();
      items.push(
        this.#isAt('block-entry', 'key', 'value', 'block-end') ? this.#empty() : this.#node(true, false),
      );
    }
    return { kind: 'sequence', items, start, end: this.#scanner.peek().start };
  }

  #blockMapping(): MappingNode {
    const { start } = this.#take();
    const pairs: [Node, Node][] = [];
    while (this.#isAt('key')) {
      this.#scanner.skip();
      const key = this.#isAt('key', 'value', 'block-end') ? this.#empty() : this.#node(true, true);
      let value: Node;
      if (this.#isAt('value')) {
        this.#scanner.skip();
        value = this.#isAt('key', 'value', 'block-end') ? this.#empty() : this.#node(true, true);
      } else value = this.#empty();
      pairs.push([key, value]);
    }
    if (!this.#isAt('block-end')) throw new YamlMistake('no-key', this.#scanner.peek().start, start);
    const { end } = this.#take();
    return { kind: 'mapping', pairs, start, end };
  }

  #flowSequence(): SequenceNode {
    const { start } = this.#take();
    const items: Node[] = [];
    for (let isFirst = true; !this.#isAt('flow-sequence-end'); isFirst = false) {
      if (!isFirst) {
        if (!this.#isAt('flow-entry')) throw new YamlMistake('no-bracket', this.#scanner.peek().start, start);
        this.#scanner.skip();
        if (this.#isAt('flow-sequence-end')) break;
      }
      items.push(
        this.#isAt('key')
          ? this.#nested(this.#scanner.peek().start, () => this.#flowPair())
          : this.#node(false, false),
      );
    }
    const { end } = this.#take();
    return { kind: 'sequence', items, start, end };
  }

  /** `a: b` in a flow sequence is a mapping of one pair. */
  #flowPair(): MappingNode {
    const { start } = this.#take();
    let key: Node;
    if (this.#isAt('value', 'flow-entry', 'flow-sequence-end')) {
      key = this.#empty();
      // libyaml steps over one token too many here.
      this.#scanner.skip();
    } else key = this.#node(false, false);
    let value: Node = this.#empty();
    if (this.#isAt('value')) {
      this.#scanner.skip();
      value = this.#isAt('flow-entry', 'flow-sequence-end') ? this.#empty() : this.#node(false, false);
    }
    return { kind: 'mapping', pairs: [[key, value]], start, end: value.end };
  }

  #flowMapping(): MappingNode {
    const { start } = this.#take();
    const pairs: [Node, Node][] = [];
    for (let isFirst = true; !this.#isAt('flow-mapping-end'); isFirst = false) {
      if (!isFirst) {
        if (!this.#isAt('flow-entry')) throw new YamlMistake('no-brace', this.#scanner.peek().start, start);
        this.#scanner.skip();
        if (this.#isAt('flow-mapping-end')) break;
      }
      pairs.push(this.#flowMappingPair());
    }
    const { end } = this.#take();
    return { kind: 'mapping', pairs, start, end };
  }

  #flowMappingPair(): [Node, Node] {
    // Without the this.#scanner's key there is no value either: `{a, b}` has two keys.
    if (!this.#isAt('key')) return [this.#node(false, false), this.#empty()];
    this.#scanner.skip();
    const key = this.#isAt('value', 'flow-entry', 'flow-mapping-end')
      ? this.#empty()
      : this.#node(false, false);
    if (!this.#isAt('value')) return [key, this.#empty()];
    this.#scanner.skip();
    return [key, this.#isAt('flow-entry', 'flow-mapping-end') ? this.#empty() : this.#node(false, false)];
  }
}

/** Whether the first document ended before what was cut away. */
function endsBefore(scanner: Scanner, offset: number): boolean {
  const token = scanner.peek();
  return token.kind !== 'stream-end' && token.start < offset;
}
