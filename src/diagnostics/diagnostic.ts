/** Messages to the user, as data. Every stage returns or reports diagnostics; `cli/report` and the preview's pages print them. */

export type Severity = 'error' | 'warning' | 'info';

/** A position in one of the user's files. Lines and columns count from 1; a column counts UTF-16 units, as editors do. */
export interface Place {
  /** Path relative to the source folder, with `/` between segments. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** How many characters the caret underlines; 1 when absent. */
  readonly length?: number;
}

/** One step of the chain of includes, layouts, imports and calls of plugins that led to a mistake. A trail starts with the innermost step. */
export interface TrailStep {
  readonly kind: 'include' | 'layout' | 'page' | 'import' | 'call';
  readonly place: Place;
}

/** What the program reports about one thing: an error, a warning or a note. */
export interface Diagnostic {
  /** `area/name`, stable, and the anchor of its entry in the documentation. */
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /**
   * Present on a quirk of a template, which is only a note because Jekyll ignores it and the site's owner did not write it: the
   * severity that it has under `--strict`.
   */
  readonly quirk?: Severity;
  /** One sentence that says what is wrong, in lower case and without a full stop. */
  readonly message: string;
  /** What to do about it, in the imperative and in the same form. */
  readonly hint?: string;
  /** Jekyll's own sentence for this mistake, for those who search by it. */
  readonly jekyll?: string | LiquidException;
  readonly place?: Place;
  readonly trail?: readonly TrailStep[];
  /** A build reports only the first diagnostic with a given key: for a mistake in a file that many pages read. */
  readonly once?: string;
}

/** What Jekyll prints for a mistake in a template, without the files, which the diagnostic has. */
export interface LiquidException {
  readonly error: 'Liquid syntax error' | 'Liquid error';
  /** Counted from the first line below the front matter. */
  readonly line: number;
  readonly text: string;
}

/** `area/name`. */
export type DiagnosticCode = `${string}/${string}`;

/** Receives the diagnostics of a stage. */
export type DiagnosticSink = (diagnostic: Diagnostic) => void;

/** A row of the catalogue: the texts of one code as functions of the facts of a case. */
export interface Message<Facts> {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** Where it is a quirk of a template and not the owner's mistake: in layouts, includes and partial stylesheets, or everywhere. */
  readonly quirk?: 'in templates' | 'everywhere';
  readonly message: (facts: Facts) => string;
  readonly hint?: (facts: Facts) => string | undefined;
  /** Jekyll's own sentence, for those who search for it. */
  readonly jekyll?: (facts: Facts, at: Circumstances) => string | LiquidException;
}

/** What a diagnostic says besides its facts. */
export interface Circumstances {
  readonly place?: Place | undefined;
  readonly trail?: readonly TrailStep[] | undefined;
  /** Overrides the row's own severity, where a setting decides it (`strict_front_matter`, `strict_filters`). */
  readonly severity?: Severity | undefined;
  /** The line as Jekyll counts it: 1 is the first line below the front matter. */
  readonly templateLine?: number | undefined;
}

/** Makes a `Diagnostic` from a row of the catalogue and the facts of a case. */
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

/** With a place, where it has none of its own and one is known. */
export function placed(diagnostic: Diagnostic, placeOf: () => Place | undefined): Diagnostic {
  if (diagnostic.place !== undefined) return diagnostic;
  const place = placeOf();
  return place === undefined ? diagnostic : { ...diagnostic, place };
}

/** Whether a file is in one of Jekyll's template folders, of the site or its theme. */
function isTemplate(file: string | undefined): boolean {
  return file !== undefined && /(?:^|\/)_(?:layouts|includes|sass)\//.test(file);
}

/** A diagnostic as `--strict` treats it: quirks get their full severity. */
export function strictly(diagnostic: Diagnostic): Diagnostic {
  const { quirk, ...plain } = diagnostic;
  return quirk === undefined || quirk === 'info' ? diagnostic : { ...plain, severity: quirk };
}

/** Equal for diagnostics that say the same about one place. */
export function identityOf({ severity, code, message, place }: Diagnostic): string {
  return JSON.stringify([severity, code, message, place?.file, place?.line, place?.column]);
}

/** Without duplicates: equal messages about one place are one mistake, however often it was reached. */
export function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const key = identityOf(diagnostic);
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
  // Jekyll prints nothing for a mistake that it ignores
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

/** Carries diagnostics out of a function that cannot return them; each stage catches it. */
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
