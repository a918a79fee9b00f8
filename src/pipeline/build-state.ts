/** What the stages from generating on give to those that follow: one record a stage. */

import type { Document } from '../model/document.ts';
import type { Output } from '../model/output.ts';
import type { WriteResult } from '../write/write.ts';
import type { Finished } from './rendering/render-tasks.ts';
import type { Rendering } from './rendering/rendering.ts';
import type { SiteOutput } from './site-outputs.ts';
import type { Prefetched } from './site-state.ts';

/** Generators are done: nobody changes the site any more. */
export interface Generated extends Prefetched {
  readonly rendering: Rendering;
}

export interface WithTexts extends Generated {
  /** The finished text of each document that rendered without an error; of a stylesheet, its text after Liquid. */
  readonly finished: ReadonlyMap<Document, Finished>;
}

export interface Counts {
  readonly pages: number;
  readonly documents: number;
  readonly staticFiles: number;
}

export interface Gathered extends WithTexts {
  /** No key twice; stylesheets are still without their text. */
  readonly gathered: readonly SiteOutput[];
  readonly counts: Counts;
}

export interface Joined extends Gathered {
  readonly outputs: readonly Output[];
  /** Whether the Sass compiler had something to do. */
  readonly hasStylesheets: boolean;
}

export interface Written extends Joined {
  readonly write: WriteResult;
}

/** As far as a build has come. */
export type BuildState = Partial<Written>;
