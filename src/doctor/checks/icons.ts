/** Names of icons (Font Awesome, Academicons) that no stylesheet of the site knows. */

import { nearest } from '../../base/nearest.ts';
import { doctorMessages } from '../../diagnostics/catalogue/program/doctor.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { Check, CheckedSite, Report } from '../checked-site.ts';
import type { Page } from '../page.ts';

interface Family {
  readonly prefix: 'fa' | 'ai';
  /** What an element of the family has among its classes. */
  readonly member: RegExp;
  /** A stylesheet or script of the family that comes from elsewhere: then its names can't be known. */
  readonly remote: RegExp;
}

const FAMILIES: readonly Family[] = [
  {
    prefix: 'fa',
    member: /^fa(?:[bsrldt]|-solid|-regular|-brands|-light|-thin|-duotone)?$/,
    remote: /font-?awesome/i,
  },
  { prefix: 'ai', member: /^ai$/, remote: /academicons/i },
];

/** So many names are a stylesheet of icons, and not a site's own class or two. */
const FEWEST = 30;

export const icons: Check = {
  name: 'icons',
  examine(site, report) {
    const sheets = site.outputs.filter(({ key }) => key.endsWith('.css')).map(site.textOf);
    for (const family of FAMILIES) {
      const known = new Set<string>();
      const selector = new RegExp(`\\.(${family.prefix}-[a-z\\d-]+)`, 'g');
      for (const sheet of sheets) for (const [, name = ''] of sheet.matchAll(selector)) known.add(name);
      if (known.size < FEWEST) continue;
      for (const page of site.pages.values()) {
        if (!loadsFromElsewhere(page, family)) examinePage(site, page, family, known, report);
      }
    }
  },
};

function loadsFromElsewhere({ references }: Page, { remote }: Family): boolean {
  return references.some(({ what, address }) => /sheet|script/.test(what) && remote.test(address));
}

function examinePage(
  { locate }: CheckedSite,
  page: Page,
  { prefix, member }: Family,
  known: ReadonlySet<string>,
  report: Report,
): void {
  for (const { attributes } of page.elements) {
    const classes = attributes.get('class')?.split(/\s+/) ?? [];
    if (!classes.some((name) => member.test(name))) continue;
    for (const icon of classes) {
      if (!icon.startsWith(`${prefix}-`) || member.test(icon) || known.has(icon)) continue;
      const place = locate(page.from, [icon]);
      const facts = {
        icon,
        page: place === undefined ? page.url : undefined,
        nearest: nearest(icon, known),
      };
      report(diagnose(doctorMessages.unknownIcon, facts, { place }));
    }
  }
}
