/** `repository:`: there where templates ask for it, and the one that the source lies in. */

import { placeInConfig } from '../../config/place-in-config.ts';
import { doctorMessages } from '../../diagnostics/catalogue/program/doctor.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { Check, CheckedSite } from '../checked-site.ts';
import { remoteName } from '../github-home.ts';

export const repository: Check = {
  name: 'repository',
  examine(site, report) {
    const { config } = site;
    const setting = config.settings.repository;
    const remote = remoteName(site.repository);
    if (typeof setting !== 'string' || setting === '') {
      const place = placeAsked(site);
      if (place !== undefined)
        report(diagnose(doctorMessages.repositoryMissing, { found: remote }, { place }));
    } else if (remote !== undefined && setting.toLowerCase() !== remote.toLowerCase()) {
      const place = placeInConfig(config, ['repository']);
      report(diagnose(doctorMessages.repositoryDiffers, { setting, remote }, { place }));
    }
  },
};

/** Where a template reads it without asking whether it is there. */
function placeAsked({ locate, inventory }: CheckedSite) {
  const isRead = /\{\{-?\s*site\.repository\b|=\s*site\.repository\b/;
  const texts = [
    ...[...inventory.includes.values()].map(({ text }) => text),
    ...[...inventory.layouts.values()].map(({ body }) => body.text),
  ];
  return texts.some((text) => isRead.test(text)) ? locate('', ['site.repository']) : undefined;
}
