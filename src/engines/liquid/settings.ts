/** The settings under `liquid:`: how strict templates are read. */

import type { Value } from '../../ruby/values.ts';
import { flag, setting } from '../../settings/setting.ts';

/** In Jekyll's order; those with a default are what `site.liquid` holds where nothing is set. */
export const liquidSettings = {
  error_mode: setting(readErrorMode, {
    type: 'string',
    values: ['lax', 'warn', 'strict'],
    default: 'warn',
    doc: 'What a mistake in a template does: pass, warn, or stop the build.',
  }),
  strict_filters: flag('Makes an unknown filter an error.'),
  strict_variables: flag('Makes an unknown variable an error.'),
  unknown_tags: setting((value) => value, {
    type: 'string',
    values: ['error', 'warn'],
    doc: 'Whether a tag that no plugin defines stops the build, as in Jekyll, or is left out with a warning.',
  }),
};

function readErrorMode(value: Value): 'lax' | 'warn' | 'strict' {
  return value === 'lax' || value === 'strict' ? value : 'warn';
}
