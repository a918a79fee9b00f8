/** The syntax tree of a YAML document, before its scalars are interpreted. */

interface NodeBase {
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
  readonly anchor?: string | undefined;
  /** Resolved: `tag:yaml.org,2002:str` for `!!str`; `!local` as it is. */
  readonly tag?: string | undefined;
}

export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar';
  readonly text: string;
  /** No quotes, no block: what it means is for `scalarValue` to say. */
  readonly plain: boolean;
}

export interface SequenceNode extends NodeBase {
  readonly kind: 'sequence';
  readonly items: readonly Node[];
}

export interface MappingNode extends NodeBase {
  readonly kind: 'mapping';
  readonly pairs: readonly (readonly [key: Node, value: Node])[];
}

export interface AliasNode extends NodeBase {
  readonly kind: 'alias';
  readonly name: string;
}

export type Node = ScalarNode | SequenceNode | MappingNode | AliasNode;
