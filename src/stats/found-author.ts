/** What a source of citations says about an author. */

export interface FoundPaper {
  /** `USER:PAPER`, where the source knows Scholar's ids; else the source's own, such as `S2:649def34f8be52c8b66281af98ae884c09aef38b`. */
  readonly id: string;
  readonly title: string;
  readonly year?: string;
  readonly citations: number;
  readonly doi?: string;
  readonly arxiv?: string;
  /** Scholar's ids of the work, for its list of citing works. */
  readonly citesIds?: readonly string[];
  readonly citedByUrl?: string;
  readonly citation?: string;
}

export interface FoundAuthor {
  /** As `source` of the file has it: `AUTHOR_PROFILE_PAGE`. */
  readonly source: string;
  readonly name?: string;
  readonly affiliation?: string;
  readonly picture?: string;
  readonly emailDomain?: string;
  readonly homepage?: string;
  readonly interests?: readonly string[];
  readonly citations: number;
  /** Undefined where the source does not count them. */
  readonly citations5y?: number;
  readonly hIndex?: number;
  readonly hIndex5y?: number;
  readonly i10Index?: number;
  readonly i10Index5y?: number;
  readonly perYear?: ReadonlyMap<number, number>;
  readonly papers: readonly FoundPaper[];
  /** Whether `papers` is all that the source has. */
  readonly complete: boolean;
}

/** Why a source gave nothing, in one line. */
export class SourceFailure extends Error {
  /** Nothing was asked: a key or an id is missing. */
  readonly skipped: boolean;
  constructor(reason: string, skipped = false) {
    super(reason);
    this.name = 'SourceFailure';
    this.skipped = skipped;
  }
}
