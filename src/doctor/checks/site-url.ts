/** `url:`: Jekyll's three checks of it, and whether it agrees with CNAME. */

import { placeInConfig } from '../../config/place-in-config.ts';
import { doctorMessages } from '../../diagnostics/catalogue/program/doctor.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import { parse } from '../addresses.ts';
import type { Check } from '../checked-site.ts';
import { cnameOf, guessHome } from '../github-home.ts';
import { printValue } from '../setting-text.ts';

export const siteUrl: Check = {
  name: 'url',
  examine(site, report) {
    const { config } = site;
    const given = config.settings.url;
    const place = placeInConfig(config, ['url']);
    const at = place === undefined ? {} : { place };
    if (given === undefined || given === null || given === '') {
      report(diagnose(doctorMessages.urlMissing, { found: guessHome(site)?.url }, at));
      return;
    }
    if (typeof given !== 'string') {
      report(diagnose(doctorMessages.urlInvalid, { url: printValue(given) }, at));
      return;
    }
    const url = /^https?:\/\//i.test(given) ? parse(given) : undefined;
    if (url === undefined) {
      report(diagnose(doctorMessages.urlRelative, { url: given }, at));
      return;
    }
    const path = given.slice(given.indexOf('//') + 2).replace(/^[^/]*/, '');
    if (path !== '') report(diagnose(doctorMessages.urlPath, { url: given, origin: url.origin, path }, at));
    const domain = cnameOf(site);
    if (domain !== undefined && url.hostname !== domain)
      report(diagnose(doctorMessages.urlDomain, { host: url.hostname, domain }, at));
  },
};
