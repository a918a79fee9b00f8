/** Jekyll's check of posts that lie where no collection is looked for. */

import { placeInConfig } from '../../config/place-in-config.ts';
import { doctorMessages } from '../../diagnostics/catalogue/program/doctor.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { Check } from '../checked-site.ts';

export const postsFolder: Check = {
  name: 'posts folder',
  examine({ config, hasFolder }, report) {
    const folder = config.settings.collectionsDir;
    if (folder === '' || !hasFolder('_posts')) return;
    const place = placeInConfig(config, ['collections_dir']);
    report(diagnose(doctorMessages.postsAtRoot, { folder, posts: `${config.source}/_posts` }, { place }));
  },
};
