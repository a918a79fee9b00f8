/** What the scanner makes of YAML text, and what it throws where it can't. */

export type TokenKind =
  | 'stream-end'
  | 'version-directive'
  | 'tag-directive'
  | 'document-start'
  | 'document-end'
  | 'block-sequence-start'
  | 'block-mapping-start'
  | 'block-end'
  | 'flow-sequence-start'
  | 'flow-sequence-end'
  | 'flow-mapping-start'
  | 'flow-mapping-end'
  | 'block-entry'
  | 'flow-entry'
  | 'key'
  | 'value'
  | 'alias'
  | 'anchor'
  | 'tag'
  | 'scalar';

export interface Token {
  readonly kind: TokenKind;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
  /** Of a scalar, the text; of an anchor or alias, its name; of a tag, its suffix; of a tag directive, its prefix. */
  readonly text?: string;
  /** Of a tag or tag directive. */
  readonly handle?: string;
  /** Of a scalar: whether it has no quotes and is no block. */
  readonly plain?: boolean;
}

/** Why the scanner or the composer stopped. Behind each stands libyaml's own sentence. */
export type MistakeKind =
  | 'bad-alias'
  | 'bad-anchor'
  | 'bad-code-point'
  | 'bad-directive'
  | 'bad-hex-escape'
  | 'bad-start'
  | 'bad-tag'
  | 'bad-version'
  | 'colon-in-plain'
  | 'control-character'
  | 'document-mark-in-quotes'
  | 'entry-not-allowed'
  | 'key-not-allowed'
  | 'no-brace'
  | 'no-bracket'
  | 'no-colon'
  | 'no-content'
  | 'no-document-start'
  | 'no-hyphen'
  | 'no-key'
  | 'tab-in-block'
  | 'tab-in-plain'
  | 'text-behind-block-header'
  | 'too-deep'
  | 'unclosed-quote'
  | 'unknown-directive'
  | 'unknown-escape'
  | 'unknown-handle'
  | 'value-not-allowed'
  | 'zero-indent';

/** Thrown at the first thing that is not YAML; caught in `parseYaml`. */
export class YamlMistake extends Error {
  readonly kind: MistakeKind;
  /** Where it is noticed. */
  readonly offset: number;
  /** Where the thing that it is in began. */
  readonly context: number;
  constructor(kind: MistakeKind, offset: number, context = offset) {
    super(kind);
    this.name = 'YamlMistake';
    this.kind = kind;
    this.offset = offset;
    this.context = context;
  }
}
