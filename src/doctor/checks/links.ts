/** Links, images, scripts, stylesheets and frames of the output that lead to nothing, and anchors that are not there. */

import { nearest } from '../../base/nearest.ts';
import { doctorMessages } from '../../diagnostics/catalogue/program/doctor.ts';
import { diagnose, type Place } from '../../diagnostics/diagnostic.ts';
import { type Target, targetOf } from '../addresses.ts';
import { spellingsOf } from '../locate.ts';
import type { Page } from '../page.ts';
import type { Check, Patient } from '../patient.ts';
import type { Reference } from '../references.ts';
import { avatarPath } from './avatar.ts';

type Report = Parameters<Check['examine']>[1];
type Inside = Extract<Target, { kind: 'inside' }>;

export const links: Check = {
  name: 'links',
  examine(patient, report) {
    const avatar = avatarPath(patient);
    for (const page of patient.pages.values()) {
      for (const reference of page.references) {
        const target = targetOf(reference.address, page, patient.home);
        // the check of avatars has told of it, with a better place
        if (target.kind === 'inside' && avatar !== undefined && target.path === avatar) continue;
        examineTarget(patient, page, reference, target, report);
      }
    }
  },
};

function examineTarget(patient: Patient, page: Page, reference: Reference, target: Target, report: Report) {
  const { what, address, isLink } = reference;
  const { index, home } = patient;
  const spot = () => spotOf(patient, page, address);
  if (target.kind === 'malformed' || (address === '' && !isLink)) {
    const { page: seen, place } = spot();
    report(diagnose(doctorMessages.malformed, { what, address, page: seen }, { place }));
  } else if (target.kind === 'beside') {
    // another site of the host may be meant, unless this one has just that file
    if (index.find(target.path.slice(1)) === undefined || target.path === '/') return;
    const { page: seen, place } = spot();
    const facts = { what, address, baseurl: home.baseurl, page: seen };
    report(diagnose(doctorMessages.outsideBaseurl, facts, { place }));
  } else if (target.kind === 'inside') examineInside(patient, page, reference, target, report);
}

function examineInside(patient: Patient, page: Page, reference: Reference, target: Inside, report: Report) {
  const { index } = patient;
  const { path } = target;
  const key = index.find(path);
  if (key !== undefined) {
    const found = patient.pages.get(key);
    if (found !== undefined && reference.isLink)
      examineAnchor(patient, page, reference, found, target, report);
    return;
  }
  if (isOfOthers(patient, target)) return;
  const { what, address } = reference;
  const { page: seen, place } = spotOf(patient, page, address);
  const real = index.findFolded(path);
  if (real !== undefined) {
    const facts = { what, address, real, page: seen };
    report(diagnose(doctorMessages.letterCase, facts, { place }));
    return;
  }
  const made = index.ofSource(path);
  const leftOut = made === undefined && path !== '' && patient.hasFile(path) ? path : undefined;
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
function isOfOthers({ config, index, home }: Patient, target: Inside): boolean {
  const { path, isWhole } = target;
  if (config.settings.keepFiles.some((kept) => path === kept || path.startsWith(`${kept}/`))) return true;
  const [first = ''] = path.split('/');
  return isWhole && home.baseurl === '' && !/\.\w+$/.test(first) && !index.hasRootFolder(first);
}

function examineAnchor(
  patient: Patient,
  page: Page,
  { address }: Reference,
  found: Page,
  { fragment }: Inside,
  report: Report,
) {
  // the top of the page, a part of its text, and what a script makes of it
  if (fragment === undefined || /^$|^top$|^[!/?]|^:~:|=/i.test(fragment) || found.ids.has(fragment)) return;
  const { page: seen, place } = spotOf(patient, page, address);
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
  { locate, home, sources }: Patient,
  page: Page,
  address: string,
): { readonly place: Place | undefined; readonly page: string | undefined } {
  const place = locate(page.from, spellingsOf(address, home.baseurl, home.host));
  if (place !== undefined) return { place, page: undefined };
  const start = sources(page.from) === undefined ? undefined : { file: page.from, line: 1, column: 1 };
  return { place: start, page: page.url };
}
