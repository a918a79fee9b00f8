/** What the nodes of stored results are now: the other side of every note that rendering makes of a read. */

import { combined, fingerprint, type HashPair, hashPair } from '../base/hash.ts';
import { fingerprintValue, formattedFingerprint, keysFingerprint } from '../graph/fingerprint-value.ts';
import type { Document } from '../model/document.ts';
import type { Layout, StaticFile } from '../model/inventory.ts';
import type { Site } from '../model/site.ts';
import { unwatched } from '../ruby/time/watched-time.ts';
import { Drop, type RubyHash, type Value } from '../ruby/values.ts';
import type { SiteDrop } from './drops/site-drop.ts';
import { HIDDEN } from './hidden-fields.ts';
import type { Renditions } from './renditions.ts';
import { textFingerprint } from './tracked-renditions.ts';

export interface NodeParts {
  readonly site: Site;
  readonly siteDrop: SiteDrop;
  readonly renditions: Renditions;
  readonly valueOf: (document: Document) => Drop;
  readonly fileValueOf: (file: StaticFile) => Drop;
  readonly related: (document: Document | undefined) => Value;
}

export interface Nodes {
  /** By the first letter of the node; undefined where nothing is known of it. */
  resolve(node: string): string | undefined;
  column(table: string, key: string): string | undefined;
  document(id: string): Document | undefined;
}

export function createNodes(parts: NodeParts): Nodes {
  const { site, siteDrop, renditions } = parts;
  let documents: Map<string, Document> | undefined;
  let pages = -1;
  let files: Map<string, StaticFile> | undefined;

  const document = (id: string): Document | undefined => {
    // a stylesheet's turn adds the page of its source map
    if (documents === undefined || pages !== site.pages.length) {
      documents = new Map();
      for (const { documents: members } of site.collections.values())
        for (const member of members) documents.set(member.id, member);
      for (const page of site.pages) documents.set(page.id, page);
      pages = site.pages.length;
    }
    return documents.get(id);
  };
  const file = (path: string): StaticFile | undefined =>
    (files ??= new Map(filesOf(site).map((each) => [each.path, each]))).get(path);

  const fieldOf = (found: Document, key: string): Field => {
    let known = fields.get(found);
    if (known === undefined) fields.set(found, (known = new Map()));
    // records outlive a build where nobody changes them, and so does what is in them
    let there = known.get(key);
    if (there === undefined) {
      const print = fieldNow(found, key);
      known.set(key, (there = { print, hash: hashPair(`${found.id}=${print}`) }));
    }
    return there;
  };
  const field = (found: Document, key: string): string | undefined => fieldOf(found, key).print;
  const fieldNow = (found: Document, key: string): string | undefined => {
    if (key === HIDDEN.date) return fingerprintValue(found.date);
    if (key === HIDDEN.excerpt) return fingerprintValue(found.data.get('excerpt'));
    const value = parts.valueOf(found);
    return fingerprintValue(key === HIDDEN.keys ? value.keys().join('\n') : value.get(key));
  };
  const fileField = (found: StaticFile, key: string): string | undefined => {
    const value = parts.fileValueOf(found);
    return fingerprintValue(key === HIDDEN.keys ? value.keys().join('\n') : value.get(key));
  };
  const all = <T>(
    members: readonly T[],
    name: (member: T) => string,
    of: (member: T) => string | undefined,
  ) => {
    const found = members.map((member) => `${name(member)}=${of(member)}`);
    return fingerprint(found.join('\n'));
  };

  const kinds: Readonly<Record<string, (a: string, b: string) => string | undefined>> = {
    f(id, key) {
      if (id.startsWith('file:')) {
        const found = file(id.slice(5));
        return found && fileField(found, key);
      }
      const found = document(id);
      return found && field(found, key);
    },
    F: (table, key) => column(table, key),
    o: (id) => textOf(id, (found) => renditions.contentOf(found)),
    O: (id) => textOf(id, (found) => renditions.outputOf(found)),
    e(id) {
      const found = document(id);
      const text = found && renditions.excerptOf(found);
      return found && (text === undefined ? 'nil' : fingerprint(text));
    },
    s: (key) => fingerprintValue(siteDrop.get(key)),
    r(id) {
      const found = document(id);
      return found && fingerprintValue(parts.related(found));
    },
    g(label, key) {
      const found = (siteDrop.get('collections') as readonly Value[]).find(
        (each) => each instanceof Drop && each.identity() === `collection:${label}`,
      );
      return found instanceof Drop ? collectionField(found, key) : undefined;
    },
    c: (key) => fingerprintValue(site.config.values.get(key)),
    C: () => keysFingerprint(site.config.values),
    d: (key) => keyFingerprint(site.inventory.data, key),
    D: () => fingerprintValue(site.inventory.data),
    T: () => `${unwatched(site.time).epochMs}`,
    t: (pattern) => formattedFingerprint(unwatched(site.time), pattern),
    l: (name) => layoutFingerprint(site.layouts.get(name)),
    L: (name) => fingerprintValue(site.layouts.get(name)?.data),
  };
  const textOf = (id: string, of: (found: Document) => string | undefined): string | undefined => {
    const found = document(id);
    return found && textFingerprint(found, of(found));
  };
  const column = (table: string, key: string): string | undefined => {
    if (table === 'files')
      return all(
        filesOf(site),
        ({ path }) => path,
        (each) => fileField(each, key),
      );
    const members = table === 'pages' ? site.pages : (site.collections.get(table)?.documents ?? []);
    return combined(members.length, (at) => fieldOf(members[at]!, key).hash);
  };
  return {
    resolve(node) {
      const [kind = '', a = '', b = ''] = node.split('\0');
      return kinds[kind]?.(a, b);
    },
    column,
    document,
  };
}

function filesOf(site: Site): readonly StaticFile[] {
  return [...site.staticFiles, ...[...site.collections.values()].flatMap(({ files }) => files)];
}

export function collectionField(collection: Drop, key: string): string | undefined {
  if (key === HIDDEN.keys) return fingerprint(collection.keys().join('\n'));
  if (key === HIDDEN.print) return fingerprint(collection.print() ?? '');
  return fingerprintValue(collection.get(key));
}

/** Of a key of a hash, and of whether it is there. */
export function keyFingerprint(hash: RubyHash, key: string): string | undefined {
  const value = fingerprintValue(hash.get(key));
  return value && `${hash.has(key)} ${value}`;
}

interface Field {
  readonly print: string | undefined;
  /** Of the print and of whose field it is. */
  readonly hash: HashPair;
}

const fields = new WeakMap<Document, Map<string, Field>>();

const layouts = new WeakMap<Layout, string>();

export function layoutFingerprint(layout: Layout | undefined): string {
  if (layout === undefined) return 'nil';
  let found = layouts.get(layout);
  if (found === undefined) {
    const { path, data, body } = layout;
    found = `${path} ${fingerprintValue(data)} ${body.startLine} ${fingerprint(body.text)}`;
    layouts.set(layout, found);
  }
  return found;
}

const own = new WeakMap<Document, string | undefined>();

/** Of all that a document is made of itself. */
export function documentFingerprint(
  document: Document,
  paginator: Value,
  basis: RubyHash | undefined,
): string | undefined {
  if (own.has(document)) return own.get(document);
  const { frontMatter, data, body, variables, date } = document;
  const parts = [frontMatter, data, variables, date, paginator, basis].map((value) =>
    fingerprintValue(value),
  );
  const { kind, id, path, relativePath, collection, slug, draft, extension, generatedBy, url, broken } =
    document;
  const plain = JSON.stringify([
    kind,
    id,
    path,
    relativePath,
    collection,
    slug,
    draft,
    extension,
    generatedBy,
    url,
    broken,
    body.startLine,
    body.file,
  ]);
  const found = parts.includes(undefined)
    ? undefined
    : fingerprint([...parts, plain, textFingerprint(document, body.text)].join('\n'));
  own.set(document, found);
  return found;
}
