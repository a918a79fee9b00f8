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

/** The fingerprint of a node now; undefined where there is none that a later build could compare. */
export type Resolvers<Kind extends NodeKind = NodeKind> = {
  readonly [Each in Kind]: (node: NodeOf<Each>) => string | undefined;
};

export function resolve(resolvers: Resolvers, node: Node): string | undefined {
  return (resolvers[node.kind] as (node: Node) => string | undefined)(node);
}

/** The same by some resolvers; undefined for the other kinds. */
export function resolveSome(resolvers: Partial<Resolvers>, node: Node): string | undefined {
  return (resolvers[node.kind] as ((node: Node) => string | undefined) | undefined)?.(node);
}

export function changesOf({ kind }: Node): Change {
  return NODES[kind].changes;
}

export function describeNode(node: Node): string {
  return (NODES[node.kind].describe as (node: Node) => string)(node);
}

/** The values of a node's fields, in the order of its row. */
function valuesOf(node: Node): readonly string[] {
  return NODES[node.kind].fields.map((field) => (node as Readonly<Record<string, string>>)[field]!);
}

/** A key for maps: equal for equal nodes, never taken apart. */
export function keyOf(node: Node): string {
  let key: string = node.kind;
  for (const value of valuesOf(node)) key += `\0${value.length}\0${value}`;
  return key;
}

/** Nodes as they are stored: plain data, the fields of all of them one after the other. */
export interface PackedNodes {
  readonly kinds: readonly NodeKind[];
  /** For each node the place of its kind in `kinds`. */
  readonly kindOf: readonly number[];
  readonly values: readonly string[];
}

export function packNodes(nodes: readonly Node[]): PackedNodes {
  const kinds = [...new Set(nodes.map(({ kind }) => kind))];
  const places = new Map(kinds.map((kind, at) => [kind, at]));
  return {
    kinds,
    kindOf: nodes.map(({ kind }) => places.get(kind)!),
    values: nodes.flatMap(valuesOf),
  };
}

export function unpackNodes({ kinds, kindOf, values }: PackedNodes): readonly Node[] {
  let next = 0;
  return kindOf.map((place) => {
    const kind = kinds[place]!;
    const node: Record<string, string> = { kind };
    for (const field of NODES[kind].fields) node[field] = values[next++]!;
    return node as unknown as Node;
  });
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
