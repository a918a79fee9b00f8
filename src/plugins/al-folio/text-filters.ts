/** al-folio's filters for texts: `remove_accents`, `startswith` and `endswith`. */

import { definePlugin } from '../../plugin/api/plugin.ts';
import { defineFilter } from '../../plugin/api/tag.ts';
import { transliterate } from '../../plugin/api/values.ts';

/** Text in ASCII, by the default rules of Ruby's I18n. */
export const removeAccents = definePlugin({
  name: 'al-folio/remove-accents',
  rubyFiles: [
    { name: 'remove-accents.rb', defines: 'class RemoveAccents', known: ['far95obrtu-jp4eqoxzcs'] },
  ],
  liquid: {
    filters: { remove_accents: defineFilter((input, _, call) => transliterate(call.print(input)), 0) },
  },
});

export const stringFilters = definePlugin({
  name: 'al-folio/string-filters',
  rubyFiles: [
    { name: 'string-filters.rb', defines: 'module StringFilter', known: ['24uqcvlmvyl-1dqu0oe13pd'] },
  ],
  liquid: {
    filters: {
      startswith: defineFilter((text, [query], call) => call.print(text).startsWith(call.print(query)), 1),
      endswith: defineFilter((text, [query], call) => call.print(text).endsWith(call.print(query)), 1),
    },
  },
});
