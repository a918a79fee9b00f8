/** The excerpt of a document's raw text (Jekyll's `Excerpt#extract_excerpt`): what stands before the separator, made whole. */

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
 */
export function extractExcerpt(body: string, separator: string, isBlock: (tag: string) => boolean): Excerpt {
  const at = body.indexOf(separator);
  const head = at < 0 ? body : body.slice(0, at);
  const tail = at < 0 ? '' : body.slice(at + separator.length);
  if (tail === '') return { text: head, closed: [] };
  const closed = head.includes('{%') ? openBlocks(head, isBlock) : [];
  const whole = head + closed.map(({ name }) => `\n{% end${name} %}`).join('');
  const definitions = linkDefinitions(whole, tail);
  return { text: definitions.length === 0 ? whole : `${whole}\n\n${definitions.join('\n')}`, closed };
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

/** The link definitions of the rest that the head refers to. */
function linkDefinitions(head: string, tail: string): string[] {
  const found: string[] = [];
  for (const [, label = '', rest = ''] of tail.matchAll(/^ {0,3}(?:(\[[^\]]+\])(:.+))$/gm)) {
    if (head.includes(label)) found.push(label + rest);
  }
  return found;
}
