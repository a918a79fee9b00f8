/**
 * Everything that a result can depend on: one row for each kind of node. A node is a value; its row says which fields
 * identify it, when its fingerprint may change, and how it reads to a person.
 */

/**
 * When a node may have another fingerprint: only between builds, while documents are rendered (each sees what those
 * before it left behind), or with the clock.
 */
export type Change = 'between builds' | 'in turn' | 'with time';

interface Row<Field extends string> {
  readonly fields: readonly Field[];
  readonly changes: Change;
  /** A noun phrase for `--why`. */
  readonly describe: (node: Readonly<Record<Field, string>>) => string;
}

function row<const Field extends string = never>(
  changes: Change,
  fields: readonly Field[],
  describe: (node: Readonly<Record<Field, string>>) => string,
): Row<Field> {
  return { changes, fields, describe };
}

export const NODES = {
  // Documents and files, by the keys that templates read.
  documentField: row('between builds', ['document', 'key'], (n) => `${keyText(n.key)} of ${n.document}`),
  pageColumn: row('between builds', ['key'], (n) => `${keyText(n.key)} of one of the pages`),
  collectionColumn: row(
    'between builds',
    ['collection', 'key'],
    (n) => `${keyText(n.key)} of one of the documents of ${n.collection}`,
  ),
  fileField: row('between builds', ['file', 'key'], (n) => `${keyText(n.key)} of the file ${n.file}`),
  fileColumn: row('between builds', ['key'], (n) => `${keyText(n.key)} of one of the static files`),
  relatedPosts: row('between builds', ['document'], () => '`site.related_posts`'),
  address: row('between builds', ['path'], (n) => `the address of ${n.path}`),
  postList: row('between builds', [], () => 'the list of posts'),
  // What rendering has made of a document so far.
  content: row('in turn', ['document'], (n) => `the content of ${n.document}`),
  output: row('in turn', ['document'], (n) => `the finished page of ${n.document}`),
  excerpt: row('in turn', ['document'], (n) => `the excerpt of ${n.document}`),
  cachedText: row('in turn', ['key'], () => 'what an earlier template cached'),
  counterNames: row('in turn', [], () => 'the list of counters'),
  counter: row('in turn', ['name'], (n) => `the counter ${n.name}`),
  // The site as a whole.
  siteField: row('between builds', ['key'], (n) => `\`site.${n.key}\``),
  sitePages: row('in turn', [], () => '`site.pages`'),
  collectionField: row(
    'between builds',
    ['collection', 'key'],
    (n) => `${keyText(n.key)} of the collection ${n.collection}`,
  ),
  setting: row('between builds', ['name'], (n) => `\`${n.name}\` of the configuration`),
  settingNames: row('between builds', [], () => 'the list of settings'),
  dataKey: row('between builds', ['key'], (n) => `\`site.data.${n.key}\``),
  data: row('between builds', [], () => '`site.data`'),
  layout: row('between builds', ['name'], (n) => `the layout ${n.name}`),
  layoutData: row('between builds', ['name'], (n) => `the front matter of the layout ${n.name}`),
  include: row('between builds', ['name'], (n) => `the include ${n.name}`),
  relativeInclude: row(
    'between builds',
    ['document', 'name'],
    (n) => `the file ${n.name} beside ${n.document}`,
  ),
  sourceFile: row('between builds', ['path'], (n) => `the file ${n.path}`),
  sourceBytes: row('between builds', ['path'], (n) => `the file ${n.path}`),
  sourceFolder: row('between builds', ['path'], (n) => `the list of files in ${n.path}`),
  // What stylesheets are made from; paths start from a root (`source/_sass/_a.scss`).
  stylesheetText: row('between builds', ['path'], (n) => n.path.replace(/^[a-z]+\//, '')),
  /** `rule` is `import` or `use`. */
  stylesheetLookup: row('between builds', ['place', 'name', 'rule'], (n) => `what \`${n.name}\` imports`),
  // The time of the build.
  siteTime: row('with time', [], () => 'the time'),
  formattedSiteTime: row('with time', ['format'], () => 'the time'),
  now: row('with time', [], () => 'the time'),
  formattedNow: row('with time', ['format'], () => 'the time'),
  /** Whether the time is within these bounds, in milliseconds since the epoch; an empty one is none. */
  timeWithin: row('with time', ['from', 'until'], () => 'the time'),
  // The world around the site: what a whole build depends on.
  entry: row('between builds', ['path'], (n) => n.path),
  link: row('between builds', ['path'], (n) => n.path),
  listing: row('between builds', ['folder'], (n) => `the list of files in ${n.folder}`),
  realPath: row('between builds', ['path'], (n) => `the target of the link ${n.path}`),
  variable: row('between builds', ['name'], (n) => `the environment variable ${n.name}`),
  timeZone: row('between builds', [], () => 'the time zone'),
  sassCompiler: row('between builds', ['setting'], () => 'the Sass compiler'),
} as const;

export type NodeKind = keyof typeof NODES;

type FieldsOf<Kind extends NodeKind> = (typeof NODES)[Kind]['fields'][number];

export type NodeOf<Kind extends NodeKind> = Kind extends NodeKind
  ? { readonly kind: Kind } & { readonly [Field in FieldsOf<Kind>]: string }
  : never;

export type Node = NodeOf<NodeKind>;

/**
 * The fingerprint of a node now; undefined where there is none that a later build could compare. `before` is the one that it
 * is compared with: a resolver may find by less that it still holds.
 */
export type Resolvers<Kind extends NodeKind = NodeKind> = {
  readonly [Each in Kind]: (node: NodeOf<Each>, before?: string) => string | undefined;
};

export function resolve(resolvers: Resolvers, node: Node): string | undefined {
  return (resolvers[node.kind] as (node: Node) => string | undefined)(node);
}

/** The same by some resolvers; undefined for the other kinds. */
export function resolveSome(resolvers: Partial<Resolvers>, node: Node, before?: string): string | undefined {
  const resolver = resolvers[node.kind] as ((node: Node, before?: string) => string | undefined) | undefined;
  return resolver?.(node, before);
}

export function changesOf({ kind }: Node): Change {
  return NODES[kind].changes;
}

export function describeNode(node: Node): string {
  return (NODES[node.kind].describe as (node: Node) => string)(node);
}

/** A map by nodes: equal nodes are one key. */
export class NodeMap<Item> {
  readonly #items: Nested = new Map();

  get(node: Node): Item | undefined {
    let found: unknown = this.#items.get(node.kind);
    for (const field of NODES[node.kind].fields) {
      if (found === undefined) return undefined;
      found = (found as Nested).get(fieldOf(node, field));
    }
    return found as Item | undefined;
  }

  set(node: Node, item: Item): void {
    const { fields } = NODES[node.kind];
    let items = this.#items;
    let key: string = node.kind;
    for (const field of fields) {
      let inner = items.get(key) as Nested | undefined;
      if (inner === undefined) items.set(key, (inner = new Map()));
      items = inner;
      key = fieldOf(node, field);
    }
    items.set(key, item);
  }
}

/** By kind, then by the value of each field. */
type Nested = Map<string, unknown>;

function fieldOf(node: Node, field: string): string {
  return (node as Readonly<Record<string, string>>)[field]!;
}

/** Nodes as they are stored: plain data. The values of fields, most of which are met often, are numbers of texts. */
export interface PackedNodes {
  readonly kinds: readonly NodeKind[];
  /** For each node the place of its kind in `kinds`. */
  readonly kindOf: ArrayLike<number>;
  readonly texts: readonly string[];
  /** The places in `texts` of the fields of all nodes, one after the other. */
  readonly values: ArrayLike<number>;
}

export function packNodes(nodes: readonly Node[]): PackedNodes {
  const kinds = new Numbering<NodeKind>();
  const texts = new Numbering<string>();
  const kindOf = new Uint8Array(nodes.length);
  const values: number[] = [];
  for (const [at, node] of nodes.entries()) {
    kindOf[at] = kinds.of(node.kind);
    for (const field of NODES[node.kind].fields) values.push(texts.of(fieldOf(node, field)));
  }
  return { kinds: kinds.list, kindOf, texts: texts.list, values: Uint32Array.from(values) };
}

/** Numbers for different items, from 0. */
class Numbering<Item> {
  readonly list: Item[] = [];
  readonly #numbers = new Map<Item, number>();

  of(item: Item): number {
    let number = this.#numbers.get(item);
    if (number === undefined) {
      number = this.list.push(item) - 1;
      this.#numbers.set(item, number);
    }
    return number;
  }
}

export function unpackNodes({ kinds, kindOf, texts, values }: PackedNodes): readonly Node[] {
  const nodes: Node[] = [];
  let next = 0;
  for (let at = 0; at < kindOf.length; at++) {
    const kind = kinds[kindOf[at]!]!;
    const node: Record<string, string> = { kind };
    for (const field of NODES[kind].fields) node[field] = texts[values[next++]!]!;
    nodes.push(node as unknown as Node);
  }
  return nodes;
}

/** Fields that no template can name: reads of a drop that are not reads of one of its keys. */
export const HIDDEN = {
  keys: '\u0001keys',
  date: '\u0001date',
  excerpt: '\u0001excerpt',
  print: '\u0001print',
} as const;

function keyText(key: string): string {
  return key.startsWith('\u0001') ? `the ${key.slice(1)}` : `\`${key}\``;
}
