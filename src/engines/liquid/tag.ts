/** What a tag is: the type that built-in tags and plugins' tags are written in. */

import type { Value } from '../../ruby/values.ts';
import type { Evaluate, Renderer } from './context.ts';
import type { Span } from './errors.ts';
import type { Field } from './expression/field.ts';
import type { TemplateSource } from './parse/source.ts';

/** A value in a template, compiled. */
export interface Expression {
  readonly evaluate: Evaluate;
  /** Set for a value that is written in the template itself. */
  readonly literal?: { readonly value: Value };
  /** The name that a look-up starts from. */
  readonly root?: string;
  /** Set for a look-up of one key in a name. */
  readonly field?: Field;
}

/** A part of a block: the tag's own body, or the one behind `else`, `elsif` or `when`. */
export interface Branch {
  /** The tag that opens it (`if`, `else`). */
  readonly name: string;
  /** What stands behind that name. */
  readonly markup: string;
  readonly markupOffset: number;
  readonly span: Span;
  readonly body: Body;
}

export interface Body {
  /** Renders all nodes in order, and stops after one that breaks or continues a loop. */
  readonly render: Renderer;
  /** Holds nothing but white space and tags that print nothing. */
  readonly blank: boolean;
}

/** A tag as it stands in a template, ready to be compiled. */
export interface TagSource {
  readonly name: string;
  /** What stands between the name and `%}`, as it is written. */
  readonly markup: string;
  /** Where the markup begins in the template's text. */
  readonly markupOffset: number;
  /** The whole tag, from `{%` to `%}`. */
  readonly span: Span;
  readonly source: TemplateSource;
  /** The branches of a block, its own body first. Reads up to the end tag; only for a tag that says `block`. */
  readonly branches: () => readonly Branch[];
  /** The text of the body as it is written, for a tag whose `block` is `raw`. */
  readonly rawBody: () => string;
  /** A value (`page.title`, `'text'`, `(1..3)`) out of a piece of the markup. */
  readonly expression: (markup: string, offset?: number) => Expression;
  /** A value with filters (`page.title | upcase`). */
  readonly output: (markup: string, offset?: number) => Expression;
  /** Conditions joined by `and` and `or`. */
  readonly condition: (markup: string, offset?: number) => Expression;
  /** A whole template (`{{ a }}.md`) inside of the markup. */
  readonly template: (text: string, offset?: number) => Renderer;
  /** `strict` first; where it throws a grammar mistake, `lax` with a warning, as the error mode says. */
  readonly read: <T>(strict: () => T, lax: () => T) => T;
  /** Ends parsing: the markup is not what the tag takes. `expected` shows what is. */
  readonly refuse: (expected: string) => never;
}

/** What a tag compiles to. */
export interface CompiledTag {
  readonly render: Renderer;
  /** Prints nothing whatever happens; a block of nothing but such tags and white space prints no white space either. */
  readonly blank?: boolean;
}

/** A tag, built in or of a plugin. */
export interface TagDefinition {
  readonly name: string;
  /** Set for a tag that ends with `{% end<name> %}`. */
  readonly block?: {
    /** Tags that part the body (`else`). */
    readonly branches?: readonly string[];
    /** The body is text, not Liquid. */
    readonly raw?: boolean;
    /** Unknown tags in the body are skipped. */
    readonly ignoreUnknown?: boolean;
  };
  /** Called once for each place of the tag in a template. */
  readonly compile: (tag: TagSource) => CompiledTag;
}
