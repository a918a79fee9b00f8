/** What a build has reported: of each file a bounded number of diagnostics, and how many more there are. */

import { buildMessages } from '../diagnostics/catalogue/site/build.ts';
import { type Diagnostic, diagnose, identityOf } from '../diagnostics/diagnostic.ts';

/** Diagnostics of one severity in one file that are listed: nobody reads more of them before mending the first. */
const MOST_IN_FILE = 100;

/** The diagnostics of one severity in one file. */
interface FileTally {
  /** By what makes a diagnostic the same as another: whether it is listed. */
  readonly seen: Map<string, boolean>;
  listed: number;
  /** Those that are listed, each counted once. */
  distinct: number;
  /** The first that is not listed. */
  firstLeftOut?: Diagnostic;
}

export class Reported {
  readonly #listed: Diagnostic[] = [];
  readonly #files = new Map<string, FileTally>();

  add(diagnostic: Diagnostic): void {
    if (this.#isListed(diagnostic)) this.#listed.push(diagnostic);
  }

  /** In the order of reporting, then one for each file and severity of which some are not listed. */
  get all(): readonly Diagnostic[] {
    const more = [...this.#files.values()].flatMap(moreThan);
    return more.length === 0 ? this.#listed : [...this.#listed, ...more];
  }

  #isListed(diagnostic: Diagnostic): boolean {
    const { place, severity, quirk } = diagnostic;
    if (place === undefined) return true;
    const name = `${severity} ${quirk ?? ''} ${place.file}`;
    let tally = this.#files.get(name);
    if (tally === undefined) {
      tally = { seen: new Map(), listed: 0, distinct: 0 };
      this.#files.set(name, tally);
    }
    const identity = identityOf(diagnostic);
    const isRoom = tally.listed < MOST_IN_FILE;
    const known = tally.seen.get(identity);
    if (known === undefined) {
      tally.seen.set(identity, isRoom);
      if (isRoom) tally.distinct++;
      else tally.firstLeftOut ??= diagnostic;
    }
    // one that is listed can come again, by another way
    const isListed = isRoom && known !== false;
    if (isListed) tally.listed++;
    return isListed;
  }
}

function moreThan({ seen, distinct, firstLeftOut }: FileTally): Diagnostic[] {
  if (firstLeftOut === undefined) return [];
  const { severity, quirk, place } = firstLeftOut;
  const facts = { count: seen.size - distinct, severity: quirk ?? severity };
  const diagnostic = diagnose(buildMessages.moreInFile, facts, { place, severity });
  return [quirk === undefined ? diagnostic : { ...diagnostic, quirk }];
}
