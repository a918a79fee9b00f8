/** A site as `hastie doctor` looks at it: what was read, what was built, and what stands around it. */

import type { OutputKey } from '../base/paths.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Output } from '../model/output.ts';
import { type Home, readHome } from './addresses.ts';
import type { Built } from './built.ts';
import { createLocate, type Locate } from './locate.ts';
import { createOutputsIndex, type OutputsIndex } from './outputs-index.ts';
import { type Page, readPage } from './page.ts';

export interface Patient extends Built {
  readonly home: Home;
  /** Of the destination's text files those that are HTML. */
  readonly pages: ReadonlyMap<OutputKey, Page>;
  readonly index: OutputsIndex;
  readonly locate: Locate;
  /** The text of an output, also of one that is copied. */
  readonly textOf: (output: Output) => string;
}

/** One thing to look for. Told of every finding; those that say the same of the same place are told once. */
export interface Check {
  readonly name: string;
  readonly examine: (patient: Patient, report: (finding: Diagnostic) => void) => void;
}

export function createPatient(built: Built): Patient {
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
