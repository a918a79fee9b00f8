/** Jekyll's check of a setting that it gave up with version 3. */

import { placeInConfig } from '../../config/place-in-config.ts';
import { doctorMessages } from '../../diagnostics/catalogue/program/doctor.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { Check } from '../checked-site.ts';

export const relativePermalinks: Check = {
  name: 'relative permalinks',
  examine({ config }, report) {
    if (!config.settings.relativePermalinks) return;
    const place = placeInConfig(config, ['relative_permalinks'], 'key');
    report(diagnose(doctorMessages.relativePermalinks, {}, { place }));
  },
};
