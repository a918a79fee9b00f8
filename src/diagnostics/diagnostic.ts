/** What the program has to tell its user, as data. Every stage returns or sinks these; only `cli/report.ts` prints them. */

export type Severity = 'error' | 'warning' | 'info';

/** A position in a file of the user's. Lines and columns count from 1; a column counts UTF-16 units, as editors do. */
export interface Place {
  /** Path relative to the source folder, with `/` between segments. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** How many characters the caret underlines; 1 when absent. */
  readonly length?: number;
}

/** One step of the way on which a mistake was reached: the include or layout that led to it, innermost first. */
export interface TrailStep {
  readonly kind: 'include' | 'layout' | 'page' | 'import';
  readonly place: Place;
}

export interface Diagnostic {
  /** `area/name`, stable, and the anchor of its entry in the documentation. */
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /**
   * Present on a template's own quirk, which is only a note because Jekyll passes it over and the site's owner can't be blamed
   * for it: the severity that it has under `--strict`.
   */
  readonly quirk?: Severity;
  /** One sentence that says what is wrong, without a full stop at its end. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  /** Jekyll's own sentence for this mistake, for those who search by it. */
  readonly jekyll?: string | LiquidException;
  readonly place?: Place;
  readonly trail?: readonly TrailStep[];
  /** Of those that have the same, a build reports the first: a mistake in a file that many pages read. */
  readonly once?: string;
}

/** What Jekyll prints of a mistake in a template, but for the files, which the diagnostic knows. */
export interface LiquidException {
  readonly error: 'Liquid syntax error' | 'Liquid error';
  /** Counted from the first line below the front matter. */
  readonly line: number;
  readonly text: string;
}

export type DiagnosticCode = `${string}/${string}`;

/** Where a stage puts what it has to say. */
export type DiagnosticSink = (diagnostic: Diagnostic) => void;

/** A row of the catalogue: everything that a diagnostic of one code says, given the facts of the case. */
export interface Message<Facts> {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** Where it is a quirk of the template and no mistake of the owner's: in layouts, includes and partial stylesheets, or anywhere. */
  readonly quirk?: 'in templates' | 'everywhere';
  readonly message: (facts: Facts) => string;
  readonly hint?: (facts: Facts) => string | undefined;
  /** Jekyll's own sentence, where there is one that people know. */
  readonly jekyll?: (facts: Facts, at: Circumstances) => string | LiquidException;
}

export interface Circumstances {
  readonly place?: Place | undefined;
  readonly trail?: readonly TrailStep[] | undefined;
  /** Overrides the row's own severity, where a setting decides it (`strict_front_matter`, `strict_filters`). */
  readonly severity?: Severity | undefined;
  /** The line as Jekyll counts it: from the first below the front matter. */
  readonly templateLine?: number | undefined;
}

/** Fills a row of the catalogue in: the only way to make a `Diagnostic`. */
export function diagnose<Facts>(row: Message<Facts>, facts: Facts, at: Circumstances = {}): Diagnostic {
  const hint = row.hint?.(facts);
  const severity = at.severity ?? row.severity;
  const isQuirk =
    severity !== 'error' &&
    (row.quirk === 'everywhere' || (row.quirk === 'in templates' && isTemplate(at.place?.file)));
  return {
    code: row.code,
    ...(isQuirk ? { severity: 'info', quirk: severity } : { severity }),
    message: row.message(facts),
    ...(hint === undefined ? {} : { hint }),
    ...(row.jekyll === undefined ? {} : { jekyll: row.jekyll(facts, at) }),
    ...(at.place === undefined ? {} : { place: at.place }),
    ...(at.trail === undefined || at.trail.length === 0 ? {} : { trail: at.trail }),
  };
}

/** By Jekyll's names of the folders, in the site or in its theme. */
function isTemplate(file: string | undefined): boolean {
  return file !== undefined && /(?:^|\/)_(?:layouts|includes|sass)\//.test(file);
}

/** What a diagnostic is under `--strict`. */
export function strictly(diagnostic: Diagnostic): Diagnostic {
  const { quirk, ...plain } = diagnostic;
  return quirk === undefined || quirk === 'info' ? diagnostic : { ...plain, severity: quirk };
}

/** Each once: what says the same of the same place is one thing to mend, however often and on whatever way it was met. */
export function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const { severity, code, message, place } = diagnostic;
    const key = JSON.stringify([severity, code, message, place?.file, place?.line, place?.column]);
    if (!seen.has(key)) seen.set(key, diagnostic);
  }
  return [...seen.values()];
}

/** Jekyll's whole sentence for a diagnostic, where it has one. `source` is the absolute path of the source folder. */
export function jekyllSentence(
  { jekyll, severity, place, trail = [] }: Diagnostic,
  source: string,
): string | undefined {
  if (jekyll === undefined || typeof jekyll === 'string') return jekyll;
  // what is no error there is passed over in silence
  if (severity !== 'error') return undefined;
  const isIncluded = trail.some(({ kind }) => kind === 'include');
  const page = isIncluded ? trail.at(-1)?.place.file : place?.file;
  const where = isIncluded ? `${source}/${place?.file} line ${jekyll.line}` : `line ${jekyll.line}`;
  return `Liquid Exception: ${jekyll.error} (${where}): ${jekyll.text} ${isIncluded ? 'included ' : ''}in ${page}`;
}

/** Declares a row of the catalogue with its facts inferred. */
export function message<Facts>(row: Message<Facts>): Message<Facts> {
  return row;
}

/** Carries diagnostics out of a place that can't return them; caught at the door of the stage, never by the user. */
export class DiagnosticError extends Error {
  readonly diagnostics: readonly Diagnostic[];
  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((d) => d.message).join('; '));
    this.name = 'DiagnosticError';
    this.diagnostics = diagnostics;
  }
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((d) => d.severity === 'error');
}
