/** al-folio's tag `file_exists`: prints whether the source folder has a file of this path, which is a template. */

import { definePlugin } from '../../plugin/api/plugin.ts';
import { defineTag } from '../../plugin/api/tag.ts';

export const fileExists = definePlugin({
  name: 'al-folio/file-exists',
  rubyFiles: [{ name: 'file-exists.rb', defines: 'class FileExistsTag', known: ['1igxfh3664u-1ewcm2vjkb9'] }],
  liquid: {
    tags: [
      defineTag('file_exists', (call) => {
        const path = call
          .template(call.markup)
          .trim()
          .replace(/^\/+/, '')
          .replace(/\/{2,}/g, '/');
        const at = path.lastIndexOf('/') + 1;
        return String(call.files.list(path.slice(0, at)).includes(path.slice(at)));
      }),
    ],
  },
});
