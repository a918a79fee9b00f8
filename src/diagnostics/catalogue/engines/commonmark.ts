/** Messages about the settings of CommonMark. */

import { nearest } from '../../../base/nearest.ts';
import { message } from '../../diagnostic.ts';

export const commonmarkMessages = {
  unknown: message<{ readonly name: string; readonly what: string; readonly known: readonly string[] }>({
    code: 'commonmark/unknown',
    severity: 'warning',
    message: ({ name, what }) => `\`${name}\` is not a valid CommonMark ${what}`,
    hint({ name, known, what }) {
      const near = nearest(name, known);
      return near === undefined
        ? `use one of the valid ${what}s: ${known.join(', ')}`
        : `did you mean \`${near}\`?`;
    },
  }),
};
