/** Says what was wrong with a stylesheet in Hastie's words where it knows more than the compiler, else in the compiler's. */

import {
  sassError,
  sassImportAmbiguous,
  sassImportMissing,
  sassImportOutside,
  sassImportRefused,
  sassUnreadable,
} from '../base/catalogue/sass.ts';
import { type Circumstances, type Diagnostic, diagnose } from '../base/diagnostic.ts';
import type { SheetError } from './compiler.ts';
import type { Failure } from './importer.ts';

/** What the compiler says when every importer has answered no. */
const NOT_FOUND = "Can't find stylesheet to import.";

export function explain(error: SheetError, at: Circumstances, failure: Failure | undefined): Diagnostic {
  if (error.sassMessage === NOT_FOUND) {
    if (failure !== undefined) return explainFailure(failure, at);
    // Only a name in the compiler's own scheme gets no answer and leaves no failure.
    const url = error.span.text.replace(/^@\w+\s+/, '').replace(/^["']|["'];?$/g, '');
    return diagnose(sassImportRefused, { url, why: 'stylesheets are named by paths, not by addresses' }, at);
  }
  const reason = error.sassMessage.replace(/\s*\n\s*/g, ' ').replace(/\.$/, '');
  return diagnose(sassError, { reason }, at);
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
