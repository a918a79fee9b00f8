/** al-folio's filter `hideCustomBibtex`: takes the fields of `filtered_bibtex_keywords` out of an entry's text. */

import { defineFilter } from '../../plugin/api/tag.ts';
import { elements } from '../../plugin/api/values.ts';

export const hideCustomBibtex = defineFilter((input, _, call) => {
  const hidden = new Set(
    elements(call.setting('filtered_bibtex_keywords')).map((word) => call.print(word).toLowerCase()),
  );
  if (hidden.size === 0) return input;
  const kept: string[] = [];
  let hiding = false;
  for (const line of call.print(input).split('\n')) {
    const field = /^\s*([\w-]+)\s*=\s*[{"\w]/.exec(line)?.[1];
    // a field's further lines go with it
    if (field !== undefined) hiding = hidden.has(field.toLowerCase());
    else if (/^\s?\}\s*$/.test(line) || line.startsWith('@')) hiding = false;
    if (!hiding) kept.push(line);
  }
  return kept.join('\n').replace(/,(\n\}\s*)$/, '$1');
}, 0);
