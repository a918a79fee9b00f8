/** Builds the tree of the first document out of the scanner's tokens: libyaml's grammar. */

import { createScanner } from '../scan/scanner.ts';
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
  const scanner = createScanner(forbidden === null ? text : text.slice(0, forbidden.index), isJson);
  const tags = new Map<string, string>();
  let depth = 0;

  const kind = (): TokenKind => scanner.peek().kind;
  const isAt = (a: TokenKind, b?: TokenKind, c?: TokenKind, d?: TokenKind, e?: TokenKind): boolean => {
    const found = kind();
    return found === a || found === b || found === c || found === d || found === e;
  };

  function take(): Token {
    const token = scanner.peek();
    scanner.skip();
    return token;
  }

  function document(): Node | undefined {
    if (isAt('stream-end')) return undefined;
    let root: Node;
    if (isAt('version-directive', 'tag-directive', 'document-start')) {
      while (!isAt('document-start')) directive();
      scanner.skip();
      const isEmpty = isAt(
        'version-directive',
        'tag-directive',
        'document-start',
        'document-end',
        'stream-end',
      );
      root = isEmpty ? empty() : node(true, false);
    } else root = node(true, false);
    // What follows is scanned but not parsed: Ruby reads the first document only.
    if (!isAt('stream-end', 'document-start', 'document-end', 'version-directive', 'tag-directive'))
      ignored(scanner.peek().start);
    return root;
  }

  function directive(): void {
    const token = scanner.peek();
    if (token.kind === 'tag-directive') {
      if (tags.has(token.handle!)) throw new YamlMistake('bad-directive', token.start);
      tags.set(token.handle!, token.text!);
    } else if (token.kind !== 'version-directive') throw new YamlMistake('no-document-start', token.start);
    else if (!/^1\.[12]$/.test(token.text!)) throw new YamlMistake('bad-version', token.start);
    scanner.skip();
  }

  function node(isBlock: boolean, isIndentless: boolean): Node {
    const first = scanner.peek();
    const { start } = first;
    if (first.kind === 'alias') {
      scanner.skip();
      return { kind: 'alias', start, end: first.end, name: first.text! };
    }
    let anchor: string | undefined;
    let tag: string | undefined;
    let last = first.start;
    while ((isAt('anchor') && anchor === undefined) || (isAt('tag') && tag === undefined)) {
      const token = take();
      last = token.end;
      if (token.kind === 'anchor') anchor = token.text!;
      else tag = resolve(token);
    }
    const properties = anchor === undefined && tag === undefined ? undefined : { anchor, tag };
    const content = body(isBlock, isIndentless, start);
    if (content !== undefined)
      return properties === undefined ? content : { ...content, ...properties, start };
    if (properties !== undefined)
      return { kind: 'scalar', text: '', plain: true, start, end: last, ...properties };
    throw new YamlMistake('no-content', scanner.peek().start, start);
  }

  function body(isBlock: boolean, isIndentless: boolean, start: number): Node | undefined {
    const token = scanner.peek();
    switch (token.kind) {
      case 'scalar':
        scanner.skip();
        return { kind: 'scalar', text: token.text!, plain: token.plain!, start: token.start, end: token.end };
      case 'block-entry':
        return isIndentless ? nested(start, () => indentlessSequence(token)) : undefined;
      case 'flow-sequence-start':
        return nested(start, flowSequence);
      case 'flow-mapping-start':
        return nested(start, flowMapping);
      case 'block-sequence-start':
        return isBlock ? nested(start, blockSequence) : undefined;
      case 'block-mapping-start':
        return isBlock ? nested(start, blockMapping) : undefined;
      default:
        return undefined;
    }
  }

  function nested(start: number, read: () => Node): Node {
    if (++depth > depthLimit) throw new YamlMistake('too-deep', start);
    const result = read();
    depth--;
    return result;
  }

  function resolve({ handle = '', text = '', start }: Token): string {
    if (handle === '') return text;
    const prefix =
      tags.get(handle) ?? (handle === '!' ? '!' : handle === '!!' ? 'tag:yaml.org,2002:' : undefined);
    if (prefix === undefined) throw new YamlMistake('unknown-handle', start);
    return prefix + text;
  }

  function empty(): Node {
    const { start } = scanner.peek();
    return { kind: 'scalar', text: '', plain: true, start, end: start };
  }

  function blockSequence(): SequenceNode {
    const { start } = take();
    const items: Node[] = [];
    while (isAt('block-entry')) {
      scanner.skip();
      items.push(isAt('block-entry', 'block-end') ? empty() : node(true, false));
    }
    if (!isAt('block-end')) throw new YamlMistake('no-hyphen', scanner.peek().start, start);
    const { end } = take();
    return { kind: 'sequence', items, start, end };
  }

  function indentlessSequence({ start }: Token): SequenceNode {
    const items: Node[] = [];
    while (isAt('block-entry')) {
      scanner.skip();
      items.push(isAt('block-entry', 'key', 'value', 'block-end') ? empty() : node(true, false));
    }
    return { kind: 'sequence', items, start, end: scanner.peek().start };
  }

  function blockMapping(): MappingNode {
    const { start } = take();
    const pairs: [Node, Node][] = [];
    while (isAt('key')) {
      scanner.skip();
      const key = isAt('key', 'value', 'block-end') ? empty() : node(true, true);
      let value: Node;
      if (isAt('value')) {
        scanner.skip();
        value = isAt('key', 'value', 'block-end') ? empty() : node(true, true);
      } else value = empty();
      pairs.push([key, value]);
    }
    if (!isAt('block-end')) throw new YamlMistake('no-key', scanner.peek().start, start);
    const { end } = take();
    return { kind: 'mapping', pairs, start, end };
  }

  function flowSequence(): SequenceNode {
    const { start } = take();
    const items: Node[] = [];
    for (let isFirst = true; !isAt('flow-sequence-end'); isFirst = false) {
      if (!isFirst) {
        if (!isAt('flow-entry')) throw new YamlMistake('no-bracket', scanner.peek().start, start);
        scanner.skip();
        if (isAt('flow-sequence-end')) break;
      }
      items.push(isAt('key') ? nested(scanner.peek().start, flowPair) : node(false, false));
    }
    const { end } = take();
    return { kind: 'sequence', items, start, end };
  }

  /** `a: b` in a flow sequence is a mapping of one pair. */
  function flowPair(): MappingNode {
    const { start } = take();
    let key: Node;
    if (isAt('value', 'flow-entry', 'flow-sequence-end')) {
      key = empty();
      // libyaml steps over one token too many here.
      scanner.skip();
    } else key = node(false, false);
    let value: Node = empty();
    if (isAt('value')) {
      scanner.skip();
      value = isAt('flow-entry', 'flow-sequence-end') ? empty() : node(false, false);
    }
    return { kind: 'mapping', pairs: [[key, value]], start, end: value.end };
  }

  function flowMapping(): MappingNode {
    const { start } = take();
    const pairs: [Node, Node][] = [];
    for (let isFirst = true; !isAt('flow-mapping-end'); isFirst = false) {
      if (!isFirst) {
        if (!isAt('flow-entry')) throw new YamlMistake('no-brace', scanner.peek().start, start);
        scanner.skip();
        if (isAt('flow-mapping-end')) break;
      }
      pairs.push(flowMappingPair());
    }
    const { end } = take();
    return { kind: 'mapping', pairs, start, end };
  }

  function flowMappingPair(): [Node, Node] {
    // Without the scanner's key there is no value either: `{a, b}` has two keys.
    if (!isAt('key')) return [node(false, false), empty()];
    scanner.skip();
    const key = isAt('value', 'flow-entry', 'flow-mapping-end') ? empty() : node(false, false);
    if (!isAt('value')) return [key, empty()];
    scanner.skip();
    return [key, isAt('flow-entry', 'flow-mapping-end') ? empty() : node(false, false)];
  }

  try {
    const root = document();
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

/** Whether the first document ended before what was cut away. */
function endsBefore(scanner: ReturnType<typeof createScanner>, offset: number): boolean {
  const token = scanner.peek();
  return token.kind !== 'stream-end' && token.start < offset;
}
