/** Fingerprints of what a site is made of: documents, their texts, layouts, collections. */

import { fingerprint } from '../base/hash.ts';
import { fingerprintValue } from '../graph/fingerprint-value.ts';
import { HIDDEN } from '../graph/nodes.ts';
import type { Document } from '../model/document.ts';
import type { Layout } from '../model/inventory.ts';
import type { Drop, RubyHash, Value } from '../ruby/values.ts';

export function excerptFingerprint(text: string | undefined): string {
  return text === undefined ? 'nil' : fingerprint(text);
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

const texts = new WeakMap<Document, { readonly text: string; readonly found: string }>();

/** Of a text of a document: raw and rendered, it is asked for by one page after the other. */
export function textFingerprint(document: Document, text: string | undefined): string {
  if (text === undefined) return 'nil';
  const before = texts.get(document);
  if (before?.text === text) return before.found;
  const found = fingerprint(text);
  texts.set(document, { text, found });
  return found;
}
