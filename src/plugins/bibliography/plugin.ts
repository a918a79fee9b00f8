/**
 * Bibliographies from BibTeX files with the tags and settings of jekyll-scholar. References are written in the manner of
 * the APA or the IEEE; everything else of an entry's looks is its template's.
 */

import { definePlugin } from '../../plugin/api/plugin.ts';
import { isNilOrEmpty } from '../../plugin/api/values.ts';
import { addDetails } from './details.ts';
import { hideCustomBibtex } from './hide-fields.ts';
import { paperBoxes } from './paper-boxes.ts';
import { bibliographyTags } from './tags.ts';

export const bibliography = definePlugin({
  name: 'jekyll-scholar',
  aliases: ['jekyll/scholar'],
  priority: 'high',
  generate: addDetails,
  liquid: { tags: [...bibliographyTags, paperBoxes], filters: { hideCustomBibtex }, isBlank: isNilOrEmpty },
});
