/** A piece of HTML as a tree, for plugins that change finished pages. */

/** A text between tags. */
export interface TextNode {
  readonly kind: 'text';
  /** Its characters, references resolved. */
  text: string;
}

/** `<!-- … -->`. */
export interface CommentNode {
  readonly kind: 'comment';
  /** What stands between `<!--` and `-->`. */
  readonly text: string;
}

/** An element with what is in it; `children` and `attributes` may be changed. */
export interface ElementNode {
  readonly kind: 'element';
  /** In lower case; empty for the fragment itself. */
  readonly name: string;
  /** An attribute without a value has undefined for it. */
  readonly attributes: Map<string, string | undefined>;
  readonly children: HtmlNode[];
}

/** What an element may hold. */
export type HtmlNode = TextNode | CommentNode | ElementNode;

/** An element without attributes and content. */
export function createElement(name: string): ElementNode {
  return { kind: 'element', name, attributes: new Map(), children: [] };
}

/** All characters below a node (`text` of a Nokogiri node). */
export function textOf(node: HtmlNode): string {
  if (node.kind === 'element') return node.children.map(textOf).join('');
  return node.kind === 'text' ? node.text : '';
}

/**
 * Calls `visit` with each text below `root` and the elements around it, the outermost first. The nodes that it returns take the
 * place of the text and are not visited; undefined leaves the text.
 */
export function visitTexts(
  root: ElementNode,
  visit: (text: TextNode, path: readonly ElementNode[]) => readonly HtmlNode[] | undefined,
): void {
  const walk = (element: ElementNode, path: readonly ElementNode[]): void => {
    const inside = [...path, element];
    for (let at = 0; at < element.children.length; at++) {
      const child = element.children[at];
      if (child?.kind === 'element') walk(child, inside);
      if (child?.kind !== 'text') continue;
      const others = visit(child, inside);
      if (others === undefined) continue;
      element.children.splice(at, 1, ...others);
      at += others.length - 1;
    }
  };
  walk(root, []);
}

/** The elements below `root` in the order of the page, each with those around it. */
export function* elementsBelow(
  root: ElementNode,
  path: readonly ElementNode[] = [],
): Generator<readonly [ElementNode, readonly ElementNode[]]> {
  const inside = [...path, root];
  for (const child of root.children) {
    if (child.kind !== 'element') continue;
    yield [child, inside];
    yield* elementsBelow(child, inside);
  }
}
