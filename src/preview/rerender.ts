/**
 * One page anew, ahead of the build that a change of its text has started: what that build will come to where nothing but
 * the page hangs on it. The build that follows has the last word.
 */

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fingerprintValue } from '../graph/fingerprint-value.ts';
import type { StoreData } from '../graph/store.ts';
import type { Body, Document } from '../model/document.ts';
import type { Output } from '../model/output.ts';
import { isWritten, type Site } from '../model/site.ts';
import type { Copies } from '../plugin/host/copies.ts';

export interface RerenderParts {
  readonly site: Site;
  readonly copies: Pick<Copies, 'spend'>;
  /** The document of the site by its id. */
  readonly documentOf: (id: string) => Document | undefined;
  /** Whether plugins have changed it. */
  readonly isTouched: (id: string) => boolean;
  readonly results: () => StoreData;
  readonly isStylesheet: (document: Document) => boolean;
  /** Renders a document whose text is another one now; what it has to tell goes to `told`. */
  readonly render: (document: Document, told: Diagnostic[]) => string;
}

/** What the page read of others depends on whose turn has been: another's text, cached includes, the growing list of pages. */
const IN_TURN = /^[oOa]\0|^s\0pages$/;

export function createRerender(parts: RerenderParts): (renewed: Document) => Output | undefined {
  const { site } = parts;
  return (renewed) => {
    const document = parts.documentOf(renewed.id);
    if (document === undefined || parts.isTouched(renewed.id) || parts.isStylesheet(document))
      return undefined;
    if (!isSameButForText(document, renewed) || !isWritten(document, site)) return undefined;
    const { key } = site.routes.of(document);
    if (key === undefined || !standsAlone(document, parts.results())) return undefined;
    const told: Diagnostic[] = [];
    // the record is no longer what was read, and no later build may take it for that
    parts.copies.spend(document);
    (document as { body: Body }).body = renewed.body;
    try {
      const text = parts.render(document, told);
      return told.length > 0 ? undefined : { key, from: document.path, text };
    } catch {
      // the build will say what is wrong with it
      return undefined;
    }
  };
}

function isSameButForText(a: Document, b: Document): boolean {
  return (
    fingerprintValue(a.frontMatter) === fingerprintValue(b.frontMatter) &&
    fingerprintValue(a.data) === fingerprintValue(b.data) &&
    fingerprintValue(a.date) === fingerprintValue(b.date) &&
    a.broken === b.broken
  );
}

function standsAlone({ id }: Document, { tasks, readings }: StoreData): boolean {
  const page = tasks.get(id);
  const own = [page, tasks.get(`content ${id}`)].flatMap((task) => [...(task?.readings ?? [])]);
  return page !== undefined && !own.some((number) => IN_TURN.test(readings[number]?.node ?? ''));
}
