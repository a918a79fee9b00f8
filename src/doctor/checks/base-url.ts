/** `baseurl:`: its form, and whether GitHub Pages would serve the repository there. */

import { placeInConfig } from '../../config/place-in-config.ts';
import { doctorMessages } from '../../diagnostics/catalogue/program/doctor.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { Check } from '../checked-site.ts';
import { guessHome } from '../github-home.ts';
import { printValue } from '../setting-text.ts';

export const baseUrl: Check = {
  name: 'baseurl',
  examine(site, report) {
    const { config, home } = site;
    const given = config.settings.baseurl;
    const baseurl = given === undefined || given === null ? '' : printValue(given);
    const place = placeInConfig(config, ['baseurl']);
    const right = baseurl.replace(/^\/*(?=[^/])/, '/').replace(/\/+$/, '');
    if (right !== baseurl) report(diagnose(doctorMessages.baseurlForm, { baseurl, right }, { place }));
    const guessed = guessHome(site);
    // at a host of one's own the site lies where its owner puts it
    if (guessed === undefined || (home.host !== undefined && home.host !== guessed.host)) return;
    if (right.toLowerCase() === guessed.baseurl.toLowerCase()) return;
    const facts = { baseurl: right, right: guessed.baseurl, repository: guessed.repository };
    report(
      diagnose(doctorMessages.baseurlRepository, facts, { place: place ?? placeInConfig(config, ['url']) }),
    );
  },
};
