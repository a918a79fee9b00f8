/** al-folio's tag `localization_exists`: whether the first of `languages` has a text of this key, `a.b` of its `strings`. */

import { definePlugin } from '../../plugin/api/plugin.ts';
import { defineTag } from '../../plugin/api/tag.ts';
import { elements, isHash, read, type Value } from '../../plugin/api/values.ts';

export const localizationExists = definePlugin({
  name: 'al-folio/localization-exists',
  rubyFiles: [
    {
      name: 'localization-exists.rb',
      defines: 'class LocalizationExistsTag',
      known: ['c5xcxhoo52-11p2zk7gq5k'],
    },
  ],
  settings: { languages: { type: 'list', doc: 'The languages of the site; the first one is the default.' } },
  liquid: {
    tags: [
      defineTag('localization_exists', (call) => {
        const key = call.template(call.markup);
        if (!key.includes('.')) return 'false';
        const language = call.print(elements(call.setting('languages'))[0]);
        let found: Value = read(call.site, 'data', language, 'strings');
        for (const part of key.split('.')) {
          if (!isHash(found) || !found.has(part)) return 'false';
          found = found.get(part);
        }
        return 'true';
      }),
    ],
  },
});
