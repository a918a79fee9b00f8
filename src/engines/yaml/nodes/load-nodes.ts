/** Turns the nodes of a YAML document into Ruby's values, as Psych's `ToRuby` visitor does. */

import { nearest } from '../../../base/nearest.ts';
import { yamlMessages } from '../../../diagnostics/catalogue/engines/yaml.ts';
import {
  type Diagnostic,
  DiagnosticError,
  diagnose,
  type Message,
  type Place,
} from '../../../diagnostics/diagnostic.ts';
import {
  isArray,
  isHash,
  isNil,
  RubyDate,
  RubyFloat,
  RubyTime,
  toRubyFloat,
  type Value,
} from '../../../ruby/values.ts';
import { inQuotes } from '../mistakes/lines.ts';
import type { AliasNode, MappingNode, Node, ScalarNode, SequenceNode } from './node.ts';

export interface LoadContext {
  /** The IANA name of the zone for times without one. */
  readonly zone: string;
  /** What a plain scalar stands for. */
  readonly scalarValue: (text: string, zone: string) => Value;
  /** Whether tags count; SafeYAML reads on as if there were none. */
  readonly isTagged: boolean;
  /** What the nodes are of. */
  readonly text: string;
  /** How many values there may be, each counted as often as aliases repeat it. */
  readonly sizeLimit: number;
  /** How many keys merges may copy. */
  readonly mergeLimit: number;
  readonly place: (start: number, end: number) => Place;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** What an anchor stands for: its value and how many values that is; undefined as long as it is being read. */
type Anchored = { readonly value: Value; readonly size: number } | undefined;

/** The value of a document's root. Throws `DiagnosticError` at the first thing that Jekyll would stop at. */
export function loadNodes(root: Node, context: LoadContext): Value {
  const anchors = new Map<string, Anchored>();
  let size = 0;
  let merged = 0;

  function load(node: Node): Value {
    if (node.kind === 'alias') return loadAlias(node);
    const before = size;
    count(1, node);
    if (node.anchor === undefined) return loadContent(node);
    // Known from here on, so that an alias inside the value itself is found out.
    if (node.kind !== 'scalar') anchors.set(node.anchor, undefined);
    const value = loadContent(node);
    anchors.set(node.anchor, { value, size: size - before });
    return value;
  }

  function loadContent(node: ScalarNode | SequenceNode | MappingNode): Value {
    if (node.kind === 'scalar') return loadScalar(node);
    checkTag(node);
    return node.kind === 'sequence' ? loadSequence(node) : loadMapping(node);
  }

  function loadAlias(node: AliasNode): Value {
    const { name } = node;
    const anchored = anchors.get(name);
    if (anchored === undefined) {
      if (anchors.has(name)) return refuse(yamlMessages.cycle, { name }, node);
      return refuse(yamlMessages.unknownAlias, { name, nearest: nearest(name, anchors.keys()) }, node);
    }
    count(anchored.size, node);
    return anchored.value;
  }

  function loadSequence(node: SequenceNode): Value {
    if (!context.isTagged) return node.items.map(load);
    if (node.tag !== '!omap' && node.tag !== `${core}omap`) return node.items.map(load);
    const ordered = new Map<Value, Value>();
    for (const item of node.items)
      if (item.kind === 'mapping' && item.pairs[0] !== undefined)
        ordered.set(load(item.pairs[0][0]), load(item.pairs[0][1]));
    return ordered;
  }

  function loadMapping(node: MappingNode): Value {
    const hash = new Map<Value, Value>();
    /** Where keys were first written; those that a merge brought are not written. */
    const written = new Map<unknown, { readonly key: Value; readonly node: Node }>();
    for (const [keyNode, valueNode] of node.pairs) {
      const ownKey = load(keyNode);
      const value = load(valueNode);
      if (ownKey === '<<' && keyNode.tag !== `${core}str` && mergeInto(hash, valueNode, value)) continue;
      const identity = identityOf(ownKey);
      const earlier = written.get(identity);
      if (earlier !== undefined) reportDuplicate(ownKey, earlier.node, keyNode);
      const key = earlier?.key ?? ownKey;
      written.set(identity, { key, node: keyNode });
      hash.set(key, value);
      if (typeof key === 'string') warnOfPair(key, keyNode, valueNode);
    }
    return hash;
  }

  /** Warns of pairs that Ruby accepts silently and that nobody means. */
  function warnOfPair(key: string, keyNode: Node, value: Node): void {
    const say = <Facts>(row: Message<Facts>, facts: Facts, start: number, length: number): void =>
      context.report(
        diagnose(row, facts, { place: context.place(start, start + length), severity: 'warning' }),
      );
    if (ODD_SPACES.has(key.charCodeAt(0)))
      say(yamlMessages.oddCharacter, { sign: key[0]! }, keyNode.start, 1);
    if (key.endsWith(':') && keyNode.kind === 'scalar' && keyNode.plain && key.length > 1) {
      const mended = `${key.replace(/[:\s]+$/, '')}: ${context.text.slice(value.start, value.end)}`;
      say(yamlMessages.strayColon, { key: key.replace(/[:\s]+$/, ''), mended }, keyNode.end, 1);
    }
    if (value.kind === 'mapping' && context.text.startsWith('{{', value.start)) {
      const quoted = `${key}: ${inQuotes(context.text.slice(value.start, value.end))}`;
      say(yamlMessages.liquidValue, { sign: '{{', quoted }, value.start, 2);
    }
    if (value.kind === 'scalar' && value.plain && value.text === '') {
      COMMENT.lastIndex = keyNode.end;
      const comment = COMMENT.exec(context.text)?.[1]?.trimEnd();
      if (comment === undefined) return;
      const facts = { key, mended: `${key}: ${inQuotes(comment)}` };
      say(yamlMessages.commentForValue, facts, COMMENT.lastIndex - comment.length, comment.length);
    }
  }

  /** Psych's `<<`: a mapping, or mappings of which the first has the last word; anything else is an ordinary value. */
  function mergeInto(hash: Map<Value, Value>, node: Node, value: Value): boolean {
    if (node.kind === 'scalar') return false;
    const isList = node.kind === 'sequence' && isArray(value);
    const sources = isList ? value.toReversed() : [value];
    if (!sources.every(isHash)) return false;
    for (const source of sources) {
      merged += source.size;
      if (merged > context.mergeLimit) refuse(yamlMessages.tooLarge, { limit: context.mergeLimit }, node);
      for (const [key, copied] of source) hash.set(key, copied);
    }
    return true;
  }

  function reportDuplicate(key: Value, first: Node, second: Node): void {
    const firstLine = context.place(first.start, first.end).line;
    const place = context.place(second.start, second.end);
    context.report(diagnose(yamlMessages.duplicateKey, { key: String(key), firstLine }, { place }));
  }

  function loadScalar(node: ScalarNode): Value {
    const { tag, text } = node;
    const plainValue = (): Value => context.scalarValue(text, context.zone);
    if (tag === undefined) return node.plain ? plainValue() : text;
    if (!context.isTagged) return plainValue();
    if (tag === '!str' || tag === '!ruby/string' || tag === `${core}str`) return text;
    checkTag(node);
    const value = plainValue();
    const isWhole = typeof value === 'number' || typeof value === 'bigint';
    return isWhole && (tag === '!float' || tag === `${core}float`) ? toRubyFloat(Number(value)) : value;
  }

  function checkTag(node: ScalarNode | SequenceNode | MappingNode): void {
    const { tag } = node;
    if (tag === undefined || !context.isTagged || knownTags.has(tag)) return;
    if (forbiddenTag.test(tag)) refuse(yamlMessages.forbiddenTag, { tag: shortTag(tag) }, node);
    const place = context.place(node.start, node.start + shortTag(tag).length);
    context.report(diagnose(yamlMessages.unknownTag, { tag: shortTag(tag) }, { place }));
  }

  function count(more: number, node: Node): void {
    size += more;
    if (size > context.sizeLimit) refuse(yamlMessages.tooLarge, { limit: context.sizeLimit }, node);
  }

  function refuse<Facts>(row: Message<Facts>, facts: Facts, node: Node): never {
    throw new DiagnosticError([diagnose(row, facts, { place: context.place(node.start, node.end) })]);
  }

  return load(root);
}

/** Spaces that are letters to YAML. */
const ODD_SPACES: ReadonlySet<number> = new Set([0xa0, 0x200b, 0x2003, 0x3000, 0xfeff]);

/** A number or colour behind the sign that makes a comment of it: `title: #1`, `colour: #fff`. */
const COMMENT = /[ \t]*:[ \t]+(#(?:\d|[0-9a-f]{3}(?:[0-9a-f]{3})?(?![\w-]))[^\r\n]*)/iy;

const core = 'tag:yaml.org,2002:';
const knownTags: ReadonlySet<string> = new Set([
  '!',
  '!omap',
  '!float',
  ...['int', 'float', 'bool', 'null', 'str', 'map', 'seq', 'omap', 'timestamp'].map((name) => core + name),
]);
/** What Psych would make objects of, and refuses in its safe loader. */
const forbiddenTag = /^(?:!|tag:[^:]*:)ruby\/|^!(?:map|seq|str):|^(?:!|tag:yaml\.org,2002:)set$/;

function shortTag(tag: string): string {
  return tag.startsWith(core) ? `!!${tag.slice(core.length)}` : tag;
}

/** What two keys share if and only if Ruby holds them for the same key. */
function identityOf(key: Value): unknown {
  if (typeof key !== 'object' || isNil(key)) return key;
  return describe(key);
}

function describe(key: Value): string {
  if (key instanceof RubyFloat) return `float ${key.value}`;
  if (key instanceof RubyDate) return `date ${key.year}-${key.month}-${key.day}`;
  if (key instanceof RubyTime) return `time ${key.epochMs} ${key.nanos}`;
  if (isArray(key)) return `[${key.map(describe).join(',')}]`;
  if (isHash(key)) return `{${[...key].map((pair) => pair.map(describe).join(':')).join(',')}}`;
  return `${typeof key} ${String(key)}`;
}
