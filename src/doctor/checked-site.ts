/** A built site as the checks see it: with its pages, addresses and sources at hand. */

import type { OutputKey } from '../base/paths.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Output } from '../model/output.ts';
import { type Home, readHome } from './addresses.ts';
import type { BuiltSite } from './built-site.ts';
import { createLocate, type Locate } from './locate.ts';
import { createOutputsIndex, type OutputsIndex } from './outputs-index.ts';
import { type Page, readPage } from './page.ts';

export interface CheckedSite extends BuiltSite {
  readonly home: Home;
  /** The outputs that are HTML texts. */
  readonly pages: ReadonlyMap<OutputKey, Page>;
  readonly index: OutputsIndex;
  readonly locate: Locate;
  /** The text of an output, also of one that is copied. */
  readonly textOf: (output: Output) => string;
}

export type Report = (finding: Diagnostic) => void;

/** One thing to look for. It reports every finding; those that say the same of the same place are shown once. */
export interface Check {
  readonly name: string;
  readonly examine: (site: CheckedSite, report: Report) => void;
}

export function createCheckedSite(built: BuiltSite): CheckedSite {
  const pages = new Map<OutputKey, Page>();
  for (const output of built.outputs)
    if ('text' in output && /\.x?html?$/i.test(output.key))
      pages.set(output.key, readPage(output.key, output.from, output.text));
  return {
    ...built,
    home: readHome(built.config),
    pages,
    index: createOutputsIndex(built.outputs),
    locate: createLocate(built),
    textOf: (output) => ('text' in output ? output.text : built.readCopy(output.copy)),
  };
}
