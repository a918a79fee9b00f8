/** The theme: which one is used, whether every build uses the same, which of its files the site overrides. */

import { placeInConfig } from '../../config/place-in-config.ts';
import { LOCK_FILE } from '../../config/theme/theme-lock.ts';
import { doctorMessages } from '../../diagnostics/catalogue/program/doctor.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import { themeText } from '../../themes/describe.ts';
import type { Check } from '../checked-site.ts';

export const theme: Check = {
  name: 'theme',
  examine({ config, themeFiles, hasFile }, report) {
    const { theme: used } = config;
    if (used === undefined) return;
    const place = placeInConfig(config, ['remote_theme']) ?? placeInConfig(config, ['theme']);
    report(diagnose(doctorMessages.themeUsed, { theme: themeText(used) }, { place }));
    const { from } = used;
    if (from.kind === 'repository' && !from.isLocked)
      report(diagnose(doctorMessages.themeNotLocked, { name: from.name, file: LOCK_FILE }, { place }));
    if (from.kind === 'repository' && from.isLocked && from.ref !== from.asked)
      report(
        diagnose(
          doctorMessages.themeBehind,
          { name: from.name, ref: from.ref, newer: from.asked },
          { place },
        ),
      );
    const files = themeFiles.filter((path) => path.includes('/') && hasFile(path));
    if (files.length > 0) report(diagnose(doctorMessages.themeOverridden, { files }, { place }));
  },
};
