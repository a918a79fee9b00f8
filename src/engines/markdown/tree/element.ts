/** The nodes of the tree that the block and span rules build and that `html/` prints: kramdown's element types under their own names. */

import type { Source } from './source.ts';

export type ElementType =
  | 'root'
  | 'blank'
  | 'p'
  | 'header'
  | 'blockquote'
  | 'codeblock'
  | 'ul'
  | 'ol'
  | 'li'
  | 'dl'
  | 'dt'
  | 'dd'
  | 'hr'
  | 'table'
  | 'thead'
  | 'tbody'
  | 'tfoot'
  | 'tr'
  | 'td'
  | 'th'
  | 'eob'
  | 'html_element'
  | 'xml_comment'
  | 'xml_pi'
  | 'comment'
  | 'raw'
  | 'math'
  | 'footnote_def'
  /** Block text that the span rules have not seen yet. */
  | 'raw_text'
  | 'text'
  | 'a'
  | 'img'
  | 'br'
  | 'em'
  | 'strong'
  | 'codespan'
  | 'footnote'
  | 'entity'
  | 'smart_quote'
  | 'typographic_sym'
  | 'abbreviation';

export type Attributes = Map<string, string>;

/** What an attribute list (`{:.class #id key="value" reference}`) says. */
export interface AttributeList {
  readonly refs: string[];
  readonly attributes: Attributes;
}

export type Category = 'block' | 'span';
export type ContentModel = 'block' | 'span' | 'raw';
export type Alignment = 'default' | 'left' | 'right' | 'center';

/** Shared by all elements without children; to add to it is an error. */
const NO_CHILDREN: Element[] = [];
Object.freeze(NO_CHILDREN);

export class Element {
  type: ElementType;
  /** Text of a text, code or math element, the name of an HTML element, the kind of an end-of-block mark. */
  value: string;
  children: Element[] = NO_CHILDREN;
  attributes: Attributes | undefined = undefined;
  /** The attribute lists that stood at the element, still with their references. */
  ial: AttributeList | undefined = undefined;
  /** Where the element starts in the text that it was parsed from. */
  offset: number;
  /** The text that a raw text was cut from. */
  source: Source | undefined = undefined;
  /** For element types that stand in blocks and in spans alike. */
  category: Category | undefined = undefined;
  details: Details = NONE;

  constructor(type: ElementType, value = '', offset = 0) {
    this.type = type;
    this.value = value;
    this.offset = offset;
  }

  /** The attributes, made when there are none yet. */
  attr(): Attributes {
    this.attributes ??= new Map();
    return this.attributes;
  }

  /** Adds a child. Most elements have one at most, so room is made only for what comes. */
  append(child: Element): void {
    if (this.children === NO_CHILDREN) this.children = [child];
    else this.children.push(child);
  }

  last(): Element | undefined {
    const { children } = this;
    // To ask for an element before the first is slow: V8 looks for a property of that name.
    return children.length === 0 ? undefined : children[children.length - 1];
  }
}

/** What only some element types have. */
export interface Details {
  /** A header's level. */
  readonly level?: number;
  /** A header's or term's text from which its id is made. */
  readonly rawText?: string;
  /** A fenced code block's language with its options. */
  readonly lang?: string;
  /** A paragraph that prints without its tag, in a tight list. */
  readonly transparent?: boolean;
  readonly contentModel?: ContentModel;
  /** An HTML element whose tag closed itself. */
  readonly isClosed?: boolean;
  readonly alignment?: readonly Alignment[];
  /** An entity as it was written. */
  readonly original?: string;
  /** An entity's code point. */
  readonly codePoint?: number;
  /** Output formats that a `nomarkdown` extension is meant for. */
  readonly formats?: readonly string[];
  /** A definition that followed a blank line. */
  readonly firstAsPara?: boolean;
  /** The content of the footnote that a marker points to. */
  readonly content?: Element;
}

const NONE: Details = {};

/** Adds details to those that the element has. */
export function detail(element: Element, details: Details): void {
  element.details = element.details === NONE ? details : { ...element.details, ...details };
}

/** Puts text at the end of an element: into its last child if that is text already. */
export function addText(tree: Element, text: string, type: 'text' | 'raw', offset = 0): void {
  const last = tree.last();
  if (last !== undefined && last.type === type) last.value += text;
  else if (text !== '') tree.append(new Element(type, text, offset));
}

const BLOCKS: ReadonlySet<ElementType> = new Set<ElementType>([
  'blank',
  'p',
  'header',
  'blockquote',
  'codeblock',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'table',
  'td',
  'hr',
]);

/** Whether an element stands among blocks. */
export function isBlock(element: Element): boolean {
  return BLOCKS.has(element.type) || element.category === 'block';
}
