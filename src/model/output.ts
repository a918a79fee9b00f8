/** What a build comes to: the files of the destination, as data. */

import type { OutputKey } from '../base/paths.ts';
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import type { TimedText } from '../ruby/time/timed-text.ts';
import type { PlacedDocument } from './document.ts';

/** One file of the destination: its text, or the absolute path of the file it copies. */
export type Output = {
  readonly key: OutputKey;
  /** The source path that it was made from, or the name of the plugin that made it; for messages. */
  readonly from: string;
  /** The document that has its address; without it, it is the file that it was made from. */
  readonly of?: PlacedDocument | undefined;
} & (
  | {
      readonly text: string;
      /** The stamp of the file of the destination that holds just this; then the text is read when it is asked for. */
      readonly kept?: string;
      /** The same with the places marked where it names the time of the build. */
      readonly timed?: TimedText;
    }
  | {
      readonly copy: string;
      readonly modifiedMs: number;
      /** When anything about the copied file was last changed, which nobody can put back (`FileStat.ctimeMs`). */
      readonly changedMs: number;
      readonly size: number;
    }
);

/** Finds where a document, or a key of its front matter, is written. */
export type PlaceOf = (document: PlacedDocument, key?: string) => Place;

/** The beginning of a document's file, where nothing else is known. */
export const startOfFile: PlaceOf = ({ path }) => ({ file: path, line: 1, column: 1 });

/** The place of an output in a file of the site, for messages. */
export function placeOfOutput({ from, of }: Pick<Output, 'from' | 'of'>, placeOf: PlaceOf): Place {
  return of === undefined ? startOfFile({ path: from }) : placeOf(of, 'permalink');
}

export interface BuildResult {
  /** No key twice. */
  readonly outputs: readonly Output[];
  readonly diagnostics: readonly Diagnostic[];
  readonly counts: { readonly pages: number; readonly documents: number; readonly staticFiles: number };
}
