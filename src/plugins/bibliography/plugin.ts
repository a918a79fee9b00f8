/**
 * Bibliographies from BibTeX files with the tags and settings of jekyll-scholar. References are written in the manner of
 * the APA or the IEEE; everything else of an entry's looks is its template's.
 */

import { definePlugin } from '../../plugin/api/plugin.ts';
import { isNilOrEmpty } from '../../plugin/api/values.ts';
import { hideCustomBibtex } from './hide-fields.ts';
import { bibConverter } from './pages/converter.ts';
import { addDetails } from './pages/details.ts';
import { paperBoxes } from './paper-boxes.ts';
import { scholarTable } from './settings.ts';
import { bibliographyTags } from './tags.ts';

export const bibliography = definePlugin({
  name: 'jekyll-scholar',
  aliases: ['jekyll/scholar'],
  priority: 'high',
  settings: {
    scholar: { type: 'hash', keys: scholarTable, doc: 'Where bibliographies are, and how they are printed.' },
    filtered_bibtex_keywords: {
      type: 'list',
      items: { type: 'string' },
      doc: 'Fields that the filter hideCustomBibtex leaves out.',
    },
  },
  generate: addDetails,
  converters: [bibConverter],
  liquid: { tags: [...bibliographyTags, paperBoxes], filters: { hideCustomBibtex }, isBlank: isNilOrEmpty },
});
