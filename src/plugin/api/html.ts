/** Public: finished HTML as a tree, read and printed as libxml2 does it. Exported as `hastie/html`, too. */

export { type BodyChange, changeBody } from '../html/change-body.ts';
export { parseFragment } from '../html/parse.ts';
export { printFragment, printNode } from '../html/print.ts';
export {
  type CommentNode,
  createElement,
  type ElementNode,
  elementsBelow,
  type HtmlNode,
  type TextNode,
  textOf,
  visitTexts,
} from '../html/tree.ts';
