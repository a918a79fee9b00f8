/** Scripts that count visitors for nobody: their id is empty. */

import { doctorMessages } from '../../diagnostics/catalogue/program/doctor.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { Check } from '../checked-site.ts';

interface Service {
  readonly name: string;
  /** The script with an empty id, as it stands in a page. */
  readonly empty: RegExp;
  /** How the place in a template can be recognised. */
  readonly marks: readonly string[];
}

const SERVICES: readonly Service[] = [
  {
    name: 'Google Analytics',
    empty:
      /googletagmanager\.com\/gtag\/js\?id=(?=["'\s>])|gtag\(\s*['"]config['"]\s*,\s*(?:''|""|\s*\))|\bga\(\s*['"]create['"]\s*,\s*(?:''|"")|_setAccount['"]\s*,\s*(?:''|"")/,
    marks: [
      '//www.googletagmanager.com/gtag/js?id=',
      "gtag('config'",
      'gtag("config"',
      "ga('create'",
      '_setAccount',
    ],
  },
  {
    name: 'Google Tag Manager',
    empty: /googletagmanager\.com\/ns\.html\?id=(?=["'\s>])/,
    marks: ['//www.googletagmanager.com/ns.html?id='],
  },
  {
    name: 'Baidu',
    empty: /hm\.baidu\.com\/hm\.js\?(?=["'])/,
    marks: ['//hm.baidu.com/hm.js?'],
  },
  {
    name: 'GoatCounter',
    empty: /https?:\/\/\.goatcounter\.com/,
    marks: ['.goatcounter.com', 'goatcounter.com'],
  },
  {
    name: 'Plausible',
    empty: /data-domain=(?:""|''|(?=[\s>]))[^>]*plausible|plausible[^>]*data-domain=(?:""|'')/,
    marks: ['data-domain=', 'plausible'],
  },
];

export const analytics: Check = {
  name: 'analytics',
  examine(site, report) {
    for (const page of site.pages.values()) {
      for (const { name, empty, marks } of SERVICES) {
        if (!empty.test(page.html)) continue;
        const place = site.locate('', marks) ?? site.locate(page.from, marks);
        const facts = { service: name, page: place === undefined ? page.url : undefined };
        report(diagnose(doctorMessages.emptyAnalytics, facts, { place }));
      }
    }
  },
};
