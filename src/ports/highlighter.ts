/** The port to syntax highlighting: the Markdown engine and the `highlight` tag are given one and know no lexer themselves. */

/** What is to be highlighted. */
export interface CodeToHighlight {
  readonly code: string;
  /** The language as it was written, with its options (`php?start_inline=1`); the default language where none was, and '' where there is no default: to be guessed from the code. */
  readonly language: string;
  /** A block of its own, or code within a line of text. */
  readonly category: 'block' | 'span';
  /** kramdown's `syntax_highlighter_opts` for the category, `block` and `span` already merged in. */
  readonly options: Readonly<Record<string, unknown>>;
}

/**
 * Gives the HTML that stands in the wrapper: for a block what Rouge's HTMLLegacy formatter prints
 * (`<div class="highlight"><pre class="highlight"><code>…</code></pre></div>`), for a span the tokens alone.
 * Undefined where the language has no lexer.
 */
export type Highlighter = (request: CodeToHighlight) => string | undefined;
