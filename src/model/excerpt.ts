/** The excerpt of a document's raw text (Jekyll's `Excerpt#extract_excerpt`): what stands before the separator, made whole. */

import type { BuilderRules } from './builder/rules.ts';

export interface Excerpt {
  readonly text: string;
  /** The Liquid blocks that the separator had cut open and that were closed, innermost first. */
  readonly closed: readonly OpenBlock[];
}

/** A Liquid block without its end tag. */
export interface OpenBlock {
  readonly name: string;
  /** Where its tag begins in the text. */
  readonly at: number;
}

/**
 * @param isBlock whether a tag of this name needs an end tag
 * @param definitions which link definitions of the rest are added: those that it refers to, or all, even if there are none
 */
export function extractExcerpt(
  body: string,
  separator: string,
  isBlock: (tag: string) => boolean,
  definitions: BuilderRules['excerptDefinitions'],
): Excerpt {
  const at = body.indexOf(separator);
  const head = at < 0 ? body : body.slice(0, at);
  const tail = at < 0 ? '' : body.slice(at + separator.length);
  if (tail === '') return { text: head, closed: [] };
  const closed = head.includes('{%') ? openBlocks(head, isBlock) : [];
  const whole = head + closed.map(({ name }) => `\n{% end${name} %}`).join('');
  const lines = definitions === 'all' ? allDefinitions(tail) : linkDefinitions(whole, tail);
  const isLeft = definitions === 'used' && lines.length === 0;
  return { text: isLeft ? whole : `${whole}\n\n${lines.join('\n')}`, closed };
}

/** A block counts as closed when its end tag stands anywhere in the text. */
function openBlocks(head: string, isBlock: (tag: string) => boolean): OpenBlock[] {
  const blocks: OpenBlock[] = [];
  const lastClose = head.lastIndexOf('%}');
  const opening = /\{%-?\s*(\w+)/g;
  for (let match = opening.exec(head); match !== null; match = opening.exec(head)) {
    const close = head.indexOf('%}', opening.lastIndex);
    if (close < 0) break;
    blocks.push({ name: match[1]!, at: match.index });
    opening.lastIndex = close;
  }
  const isClosed = createClosed(head, lastClose);
  const seen = new Set<string>();
  const open: OpenBlock[] = [];
  for (const block of blocks.reverse()) {
    const { name } = block;
    if (!isBlock(name) || seen.has(name) || isClosed(name)) continue;
    seen.add(name);
    open.push(block);
  }
  return open;
}

/** Whether an end tag that begins before a place is that of a block, or begins like it (`endiffy` for `if`). */
function createClosed(head: string, before: number): (name: string) => boolean {
  const ended = Array.from(head.matchAll(/\{%-?\s*end(\w+)/g))
    .filter(({ index }) => index <= before)
    .map(([, word]) => word!)
    .sort();
  return (name) => {
    let low = 0;
    let high = ended.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ended[middle]! < name) low = middle + 1;
      else high = middle;
    }
    return ended[low]?.startsWith(name) === true;
  };
}

/** The link definitions of the rest that the head refers to. */
function linkDefinitions(head: string, tail: string): string[] {
  const isReferred = createReferences(head);
  return definitionsIn(tail).flatMap(({ label, address }) => (isReferred(label) ? [label + address] : []));
}

function allDefinitions(tail: string): readonly string[] {
  return definitionsIn(tail).map(({ indent, label, address }) => indent + label + address);
}

interface LinkDefinition {
  readonly indent: string;
  /** With its brackets. */
  readonly label: string;
  /** From the colon to the end of the line. */
  readonly address: string;
}

/** What `/^( {0,3})(\[[^\]]+\])(:.+)$/gm` matches, each stretch searched once. */
function definitionsIn(text: string): readonly LinkDefinition[] {
  const found: LinkDefinition[] = [];
  const start = /^( {0,3})\[/gm;
  const rest = /:.+$/my;
  let close = -1;
  for (let opening = start.exec(text); opening !== null; opening = start.exec(text)) {
    const from = start.lastIndex;
    if (close < from) close = text.indexOf(']', from);
    if (close < 0) break;
    rest.lastIndex = close + 1;
    const [address] = close > from ? (rest.exec(text) ?? []) : [];
    if (address === undefined) continue;
    found.push({ indent: opening[1] ?? '', label: text.slice(from - 1, close + 1), address });
    start.lastIndex = rest.lastIndex;
  }
  return found;
}

/** Whether a text has a label, a bracket on either side and no closing one inside. */
function createReferences(text: string): (label: string) => boolean {
  const innermost = new Set(text.match(/\[[^[\]]*\]/g));
  const known = new Map<string, boolean>();
  return (label) => {
    const inner = label.slice(label.lastIndexOf('['));
    if (!innermost.has(inner)) return false;
    if (inner === label) return true;
    let isThere = known.get(label);
    if (isThere === undefined) known.set(label, (isThere = text.includes(label)));
    return isThere;
  };
}
