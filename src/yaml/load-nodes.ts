/** Turns the nodes of a YAML document into Ruby's values, as Psych's `ToRuby` visitor does. */

import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { yamlMessages } from '../base/catalogue/yaml.ts';
import { type Diagnostic, DiagnosticError, diagnose, type Message, type Place } from '../base/diagnostic.ts';
import { nearest } from '../base/nearest.ts';
import {
  isHash,
  isNil,
  RubyDate,
  RubyFloat,
  RubyTime,
  toRubyFloat,
  type Value,
} from '../base/ruby/values.ts';
import { scalarValue } from './scalar.ts';

export interface LoadContext {
  readonly zone: string;
  readonly depthLimit: number;
  readonly sizeLimit: number;
  readonly mergeLimit: number;
  readonly place: (start: number, end: number) => Place;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** What an anchor stands for: its value and how many values that is. */
interface Anchored {
  readonly value: Value;
  readonly size: number;
}

/** A function from the document's root to its value. Throws `DiagnosticError` at the first thing that Jekyll would stop at. */
export function createLoader(context: LoadContext): (root: Node | null) => Value {
  const anchors = new Map<string, Anchored | undefined>();
  let size = 0;
  let merged = 0;

  function load(node: unknown, depth: number): Value {
    if (isAlias(node)) return loadAlias(node);
    count(1, node);
    if (isScalar(node)) return remember(node.anchor, loadScalar(node), size - 1);
    if (!isMap(node) && !isSeq(node)) return null;
    if (depth > context.depthLimit) refuse(yamlMessages.tooDeep, { limit: context.depthLimit }, node);
    checkTag(node);
    const before = size - 1;
    // Known from here on, so that an alias inside the value itself is found out.
    if (node.anchor !== undefined) anchors.set(node.anchor, undefined);
    const value = isSeq(node) ? loadSequence(node, depth) : loadMapping(node, depth);
    return remember(node.anchor, value, before);
  }

  function remember(anchor: string | undefined, value: Value, before: number): Value {
    if (anchor !== undefined) anchors.set(anchor, { value, size: size - before });
    return value;
  }

  function loadAlias(node: Alias): Value {
    const { source: name } = node;
    const anchored = anchors.get(name);
    if (anchored === undefined) {
      if (anchors.has(name)) return refuse(yamlMessages.cycle, { name }, node);
      return refuse(yamlMessages.unknownAlias, { name, nearest: nearest(name, anchors.keys()) }, node);
    }
    count(anchored.size, node);
    return anchored.value;
  }

  function loadSequence(node: YAMLSeq, depth: number): Value {
    if (node.tag === 'tag:yaml.org,2002:omap' || node.tag === '!omap') {
      const ordered = new Map<Value, Value>();
      for (const item of node.items)
        if (isMap(item) && item.items[0] !== undefined)
          ordered.set(load(item.items[0].key, depth + 1), load(item.items[0].value, depth + 1));
      return ordered;
    }
    return node.items.map((item) => load(item, depth + 1));
  }

  function loadMapping(node: YAMLMap, depth: number): Value {
    const hash = new Map<Value, Value>();
    const keys = new Map<string, { readonly key: Value; readonly node: unknown }>();
    for (const pair of node.items) {
      const loadedKey = load(pair.key, depth + 1);
      const value = load(pair.value, depth + 1);
      if (
        loadedKey === '<<' &&
        tagOf(pair.key) !== 'tag:yaml.org,2002:str' &&
        mergeInto(hash, pair.value, value)
      )
        continue;
      const identity = identityOf(loadedKey);
      const earlier = keys.get(identity);
      if (earlier !== undefined) reportDuplicate(loadedKey, earlier.node, pair.key);
      const key = earlier?.key ?? loadedKey;
      keys.set(identity, { key, node: pair.key });
      hash.set(key, value);
    }
    return hash;
  }

  /** Psych's `<<`: a mapping, or mappings of which the first has the last word; anything else is an ordinary value. */
  function mergeInto(hash: Map<Value, Value>, node: unknown, value: Value): boolean {
    const sources = isHash(value) ? [value] : isSeq(node) && Array.isArray(value) ? value.toReversed() : [];
    if (sources.length === 0 || !sources.every(isHash))
      return isSeq(node) && Array.isArray(value) && value.length === 0;
    for (const source of sources) {
      merged += source.size;
      if (merged > context.mergeLimit) refuse(yamlMessages.tooLarge, { limit: context.mergeLimit }, node);
      for (const [key, copied] of source) hash.set(key, copied);
    }
    return true;
  }

  function reportDuplicate(key: Value, first: unknown, second: unknown): void {
    const firstLine = placeOf(first).line;
    context.report(
      diagnose(yamlMessages.duplicateKey, { key: String(key), firstLine }, { place: placeOf(second) }),
    );
  }

  function loadScalar(node: Scalar): Value {
    const text = typeof node.value === 'string' ? node.value : '';
    const quoted = node.type !== Scalar.PLAIN && node.type !== undefined;
    const { tag } = node;
    if (tag === undefined || quoted) {
      if (quoted && tag !== undefined) checkTag(node);
      return quoted ? text : scalarValue(text, context.zone);
    }
    if (tag === '!' || isNonSpecific(tag)) return scalarValue(text, context.zone);
    if (/^(?:!str|!ruby\/string|tag:yaml\.org,2002:str)$/.test(tag)) return text;
    if (tag === '!float' || tag === 'tag:yaml.org,2002:float')
      return asFloat(scalarValue(text, context.zone));
    checkTag(node);
    return scalarValue(text, context.zone);
  }

  function checkTag(node: Node & { tag?: string }): void {
    const { tag } = node;
    if (tag === undefined || knownTags.has(tag)) return;
    if (/^(?:!|tag:[^:]*:)ruby\//.test(tag)) refuse(yamlMessages.forbiddenTag, { tag }, node);
    context.report(diagnose(yamlMessages.unknownTag, { tag: shortTag(tag) }, { place: placeOf(node) }));
  }

  function count(more: number, node: unknown): void {
    size += more;
    if (size > context.sizeLimit) refuse(yamlMessages.tooLarge, { limit: context.sizeLimit }, node);
  }

  function refuse<Facts>(row: Message<Facts>, facts: Facts, node: unknown): never {
    throw new DiagnosticError([diagnose(row, facts, { place: placeOf(node) })]);
  }

  function placeOf(node: unknown): Place {
    const range = isNode(node) ? node.range : undefined;
    return range ? context.place(range[0], range[1]) : context.place(0, 1);
  }

  return (root) => load(root, 1);
}

const core = 'tag:yaml.org,2002:';
const knownTags = new Set([
  '!',
  '!omap',
  '!str',
  ...['str', 'int', 'float', 'bool', 'null', 'map', 'seq', 'omap', 'timestamp'].map((name) => core + name),
]);

function isNonSpecific(tag: string): boolean {
  return tag === '?' || tag === '';
}

function shortTag(tag: string): string {
  return tag.startsWith(core) ? `!!${tag.slice(core.length)}` : tag;
}

function isNode(node: unknown): node is Node {
  return typeof node === 'object' && node !== null && 'range' in node;
}

function tagOf(node: unknown): string | undefined {
  return isScalar(node) ? node.tag : undefined;
}

function asFloat(value: Value): Value {
  return typeof value === 'number' || typeof value === 'bigint' ? toRubyFloat(Number(value)) : value;
}

/** A text that two keys share if and only if Ruby holds them for the same key. */
function identityOf(key: Value): string {
  if (typeof key === 'string') return `"${key}`;
  if (key instanceof RubyFloat) return `float ${key.value}`;
  if (key instanceof RubyDate) return `date ${key.year}-${key.month}-${key.day}`;
  if (key instanceof RubyTime) return `time ${key.epochMs} ${key.nanos}`;
  if (Array.isArray(key)) return `[${key.map(identityOf).join(',')}]`;
  if (isHash(key)) return `{${[...key].map((pair) => pair.map(identityOf).join(':')).join(',')}}`;
  return isNil(key) ? 'nil' : `${typeof key} ${String(key)}`;
}
