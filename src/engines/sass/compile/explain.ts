/** Explains an error in a stylesheet: in Hastie's words where it knows more than the compiler, else in the compiler's. */

import {
  sassBeyondDart,
  sassError,
  sassImportAmbiguous,
  sassImportMissing,
  sassImportOutside,
  sassImportRefused,
  sassUnreadable,
  sassUseMissing,
} from '../../../diagnostics/catalogue/engines/sass.ts';
import { type Circumstances, type Diagnostic, diagnose } from '../../../diagnostics/diagnostic.ts';
import type { SheetError } from '../compilers/compiler.ts';
import type { Failure, RecordingImporter, UnmetUse } from '../imports/importer.ts';
import { type Locator, whereabouts } from './complaints.ts';

/** What the compiler says when every importer has answered no. */
const NOT_FOUND = "Can't find stylesheet to import.";

/**
 * What the compiler stops at where sassc goes on: it printed such an `@use` as it was, and took such a target of
 * `@extend` whole.
 */
const SASSC_GOES_ON = [
  /^@(?:use|forward) rules must be written before any other rules/,
  /^compound selectors may no longer be extended/,
  /^Selector ".*" can't have a suffix/,
  /^Invalid function name/,
];

/** The errors that a missing module causes: the compiler does not know the module's names. */
const OF_NO_MODULE = /^(?:Undefined |There is no module |This variable was not declared with !default)/;

/** All diagnostics of a compilation that ended with `error`. */
export function explainAll(
  error: SheetError,
  locator: Locator,
  imports: Pick<RecordingImporter, 'unmet' | 'failure'>,
): readonly Diagnostic[] {
  if (imports.unmet.length > 0 && OF_NO_MODULE.test(error.sassMessage))
    return imports.unmet.map((use) => explainUnmet(use, locator, 'error'));
  return [
    ...imports.unmet.map((use) => explainUnmet(use, locator, 'warning')),
    explain(error, whereabouts(error, locator), imports.failure()),
  ];
}

/** A missing module is an error only where a name of it is used. */
export function explainUnmet(
  { failure, rule, containing }: UnmetUse,
  locator: Locator,
  as: 'warning' | 'error',
): Diagnostic {
  const place = locator.place(containing?.toString(), rule.line, rule.column) ?? locator.entry;
  return diagnose(
    as === 'error' ? sassImportMissing : sassUseMissing,
    { ...failure, rule: rule.name },
    { place },
  );
}

function explain(error: SheetError, at: Circumstances, failure: Failure | undefined): Diagnostic {
  if (error.sassMessage === NOT_FOUND) {
    if (failure !== undefined) return explainFailure(failure, at);
    // Only a name in the compiler's own scheme gets no answer and leaves no failure.
    const url = error.span.text.replace(/^@\w+\s+/, '').replace(/^["']|["'];?$/g, '');
    return diagnose(sassImportRefused, { url, why: 'it is a URL, not a path' }, at);
  }
  const reason = error.sassMessage.replace(/\s*\n\s*/g, ' ').replace(/\.$/, '');
  const goesOn = SASSC_GOES_ON.some((pattern) => pattern.test(error.sassMessage));
  return diagnose(goesOn ? sassBeyondDart : sassError, { reason }, at);
}

function explainFailure(failure: Failure, at: Circumstances): Diagnostic {
  switch (failure.kind) {
    case 'missing':
      return diagnose(sassImportMissing, failure, at);
    case 'ambiguous':
      return diagnose(sassImportAmbiguous, failure, at);
    case 'outside':
      return diagnose(sassImportOutside, failure, at);
    case 'refused':
      return diagnose(sassImportRefused, failure, at);
    case 'unreadable':
      return diagnose(sassUnreadable, failure, at);
  }
}
