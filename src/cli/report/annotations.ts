/** Diagnostics as GitHub Actions shows them in a pull request, beside the line that each one is about. */

import type { Diagnostic, Severity } from '../../diagnostics/diagnostic.ts';

const KINDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** One command a line, none for the quirks of a template; `path` gives a place's file relative to the repository. */
export function annotationText(diagnostics: readonly Diagnostic[], path: (file: string) => string): string {
  return diagnostics
    .filter(({ quirk }) => quirk === undefined)
    .map(({ severity, code, message, hint, place }) => {
      const at =
        place === undefined
          ? []
          : [`file=${value(path(place.file))}`, `line=${place.line}`, `col=${place.column}`];
      const text = hint === undefined ? message : `${message}\n${hint}`;
      return `::${KINDS[severity]} ${[...at, `title=${value(code)}`].join(',')}::${escapeText(text)}\n`;
    })
    .join('');
}

function escapeText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function value(text: string): string {
  return escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
