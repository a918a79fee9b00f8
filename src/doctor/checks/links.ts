/** Links, images, scripts, stylesheets and frames of the output that lead to nothing, and anchors that are not there. */

import { nearest } from '../../base/nearest.ts';
import { doctorMessages } from '../../diagnostics/catalogue/program/doctor.ts';
import { diagnose, type Place } from '../../diagnostics/diagnostic.ts';
import { type Target, targetOf } from '../addresses.ts';
import type { Check, CheckedSite, Report } from '../checked-site.ts';
import { spellingsOf } from '../locate.ts';
import type { Page } from '../page.ts';
import type { Reference } from '../references.ts';
import { avatarPath } from './avatar.ts';

type Inside = Extract<Target, { kind: 'inside' }>;

export const links: Check = {
  name: 'links',
  examine(site, report) {
    const avatar = avatarPath(site);
    for (const page of site.pages.values()) {
      for (const reference of page.references) {
        const target = targetOf(reference.address, page, site.home);
        // the check of avatars reports it, with a better place
        if (target.kind === 'inside' && avatar !== undefined && target.path === avatar) continue;
        examineTarget(site, page, reference, target, report);
      }
    }
  },
};

function examineTarget(site: CheckedSite, page: Page, reference: Reference, target: Target, report: Report) {
  const { what, address, isLink } = reference;
  const { index, home } = site;
  const spot = () => spotOf(site, page, address);
  if (target.kind === 'malformed' || (address === '' && !isLink)) {
    const { page: seen, place } = spot();
    report(diagnose(doctorMessages.malformed, { what, address, page: seen }, { place }));
  } else if (target.kind === 'beside') {
    // another site of the host may be meant, unless this one has just that file
    if (index.find(target.path.slice(1)) === undefined || target.path === '/') return;
    const { page: seen, place } = spot();
    const facts = { what, address, baseurl: home.baseurl, page: seen };
    report(diagnose(doctorMessages.outsideBaseurl, facts, { place }));
  } else if (target.kind === 'inside') examineInside(site, page, reference, target, report);
}

function examineInside(site: CheckedSite, page: Page, reference: Reference, target: Inside, report: Report) {
  const { index } = site;
  const { path } = target;
  const key = index.find(path);
  if (key !== undefined) {
    const found = site.pages.get(key);
    if (found !== undefined && reference.isLink) examineAnchor(site, page, reference, found, target, report);
    return;
  }
  if (isOfOthers(site, target)) return;
  const { what, address } = reference;
  const { page: seen, place } = spotOf(site, page, address);
  const real = index.findFolded(path);
  if (real !== undefined) {
    const facts = { what, address, real, page: seen };
    report(diagnose(doctorMessages.letterCase, facts, { place }));
    return;
  }
  const made = index.ofSource(path);
  const leftOut = made === undefined && path !== '' && site.hasFile(path) ? path : undefined;
  const meant = made ?? otherSite(address) ?? index.findNearest(path);
  const facts = { what, address, page: seen, nearest: meant, leftOut };
  report(diagnose(doctorMessages.missing, facts, { place }));
}

/** `www.example.org/a`, `youtu.be/x`: without `https://` it is a file of this site. */
function otherSite(address: string): string | undefined {
  return /^(?:www\.[\w.-]+\.[a-z]{2,}|(?:[a-z\d-]+\.)+[a-z]{2,}(?=\/))/i.test(address)
    ? `https://${address}`
    : undefined;
}

/** What something else puts on the same host: kept files, another repository's site. */
function isOfOthers({ config, index, home }: CheckedSite, target: Inside): boolean {
  const { path, isWhole } = target;
  if (config.settings.keepFiles.some((kept) => path === kept || path.startsWith(`${kept}/`))) return true;
  const [first = ''] = path.split('/');
  return isWhole && home.baseurl === '' && !/\.\w+$/.test(first) && !index.hasRootFolder(first);
}

function examineAnchor(
  site: CheckedSite,
  page: Page,
  { address }: Reference,
  found: Page,
  { fragment }: Inside,
  report: Report,
) {
  // the top of the page, a part of its text, and what a script makes of it
  if (fragment === undefined || /^$|^top$|^[!/?]|^:~:|=/i.test(fragment) || found.ids.has(fragment)) return;
  const { page: seen, place } = spotOf(site, page, address);
  const facts = {
    fragment,
    target: found === page ? 'the page' : found.url,
    page: seen,
    nearest: nearest(fragment, found.ids),
  };
  report(diagnose(doctorMessages.missingAnchor, facts, { place }));
}

/** Where it is written; the page's address where that is not found out. */
function spotOf(
  { locate, home, sources }: CheckedSite,
  page: Page,
  address: string,
): { readonly place: Place | undefined; readonly page: string | undefined } {
  const place = locate(page.from, spellingsOf(address, home.baseurl, home.host));
  if (place !== undefined) return { place, page: undefined };
  const start = sources(page.from) === undefined ? undefined : { file: page.from, line: 1, column: 1 };
  return { place: start, page: page.url };
}
