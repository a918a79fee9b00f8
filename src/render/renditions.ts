/**
 * What has become of each document so far in a build. Jekyll's order of rendering is part of its output: another
 * document's `content` is its raw text until its turn has come, and its converted text afterwards.
 */

import type { Document } from '../model/document.ts';
import { excerptFingerprint } from './fingerprints.ts';

export interface Renditions {
  /** Raw text, or what the converters made of it once the document was rendered. */
  contentOf(document: Document): string;
  /** The finished page with its layouts; undefined before its turn. */
  outputOf(document: Document): string | undefined;
  /** The rendered excerpt; undefined where the document has none. */
  excerptOf(document: Document): string | undefined;
  /** Its fingerprint, for which its text need not be read. */
  excerptPrintOf(document: Document): string | undefined;
}

export interface RenderedExcerpt {
  /** Undefined where the document has none. */
  readonly output: string | undefined;
  readonly print?: string;
}

/** The writable side, for the one that renders. */
export interface RenditionStore extends Renditions {
  /** Texts are asked for when somebody looks at them: those of earlier builds may lie on disk. */
  setContent(document: Document, result: { readonly content: string | undefined }): void;
  setOutput(document: Document, result: { readonly output: string | undefined }): void;
}

const NO_EXCERPT: RenderedExcerpt = { output: undefined, print: excerptFingerprint(undefined) };

/** @param renderExcerpt renders a document's excerpt, at most once for each */
export function createRenditions(renderExcerpt: (document: Document) => RenderedExcerpt): RenditionStore {
  const contents = new Map<Document, { readonly content: string | undefined }>();
  const outputs = new Map<Document, { readonly output: string | undefined }>();
  const excerpts = new Map<Document, RenderedExcerpt>();
  const excerpt = (document: Document): RenderedExcerpt => {
    if (!excerpts.has(document)) {
      // an excerpt that names itself sees nothing
      excerpts.set(document, NO_EXCERPT);
      try {
        excerpts.set(document, renderExcerpt(document));
      } catch (error) {
        // it fails for whoever asks, not for the first one alone
        excerpts.delete(document);
        throw error;
      }
    }
    return excerpts.get(document)!;
  };
  return {
    contentOf: (document) => contents.get(document)?.content ?? document.body.text,
    outputOf: (document) => outputs.get(document)?.output,
    excerptOf: (document) => excerpt(document).output,
    excerptPrintOf: (document) => excerpt(document).print,
    setContent: (document, result) => void contents.set(document, result),
    setOutput: (document, result) => void outputs.set(document, result),
  };
}
