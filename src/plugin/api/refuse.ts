/** Public: how a plugin's tag or filter stops a page with a message of its own. */

import type { DiagnosticCode } from '../../diagnostics/diagnostic.ts';
import { TemplateMistake } from '../../engines/liquid/errors.ts';

/** What an error says: its code (`area/name`), what is wrong, and what to do about it. */
export interface Refusal {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint: string;
}

/** Ends the rendering of the page; the engine adds the place of the tag and the way to it. */
export function refuse(refusal: Refusal): never {
  throw new TemplateMistake(({ place, trail }) => ({
    severity: 'error',
    ...refusal,
    ...(place === undefined ? {} : { place }),
    ...(trail === undefined || trail.length === 0 ? {} : { trail }),
  }));
}
