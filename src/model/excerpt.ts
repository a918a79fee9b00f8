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
  const open: OpenBlock[] = [];
  for (const block of blocks.reverse()) {
    const { name } = block;
    if (!isBlock(name) || open.some((other) => other.name === name)) continue;
    const end = head.search(new RegExp(`\\{%-?\\s*end${name}`));
    if (end < 0 || end > lastClose) open.push(block);
  }
  return open;
}

function allDefinitions(tail: string): readonly string[] {
  return tail.match(/^ {0,3}\[[^\]]+\]:.+$/gm) ?? [];
}

/** The link definitions of the rest that the head refers to. */
function linkDefinitions(head: string, tail: string): string[] {
  const found: string[] = [];
  for (const [, label = '', rest = ''] of tail.matchAll(/^ {0,3}(?:(\[[^\]]+\])(:.+))$/gm)) {
    if (head.includes(label)) found.push(label + rest);
  }
  return found;
}
