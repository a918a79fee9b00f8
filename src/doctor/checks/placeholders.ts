/** Values that a copied template still has where the owner's own belong: in the settings, and in the addresses of pages. */

import { placeInConfig } from '../../config/place-in-config.ts';
import { doctorMessages } from '../../diagnostics/catalogue/program/doctor.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { YamlPath } from '../../engines/yaml/parse-yaml.ts';
import { isArray, isHash, type Value } from '../../ruby/values.ts';
import type { Check, CheckedSite, Report } from '../checked-site.ts';

/** Words that stand for the owner's, anywhere in a value: what templates write, and those who copy their style. */
const WORDS: readonly RegExp[] = [
  // AcadHomepage's Scholar id, minimal-mistakes' keys of search engines
  /\bYOUR[_-][A-Z][A-Z_-]+\b/,
  /^Your Name\b/,
  /\byour[-_.]?(?:github[-_.]?)?(?:user)?name\b/i,
  /\byour[-_.]?(?:e?mail|profile|domain|website|orcid(?:url)?|handle|username|id)\b/i,
  /\byour[-_ ](?:google[-_ ])?(?:scholar|analytics|tracking)[-_ ]id\b/i,
  /<your[^<>]*>|\[your[^[\]]*\]/i,
  /[\w.+-]+@(?:example\.(?:com|org|net)|ipsum\.com|domain\.com)\b/i,
  /\bLorem ipsum\b/i,
  // Analytics before and after 2023, as their documentation writes them
  /\b(?:UA-X{4,}-X|G-X{6,})\b/,
];

/** Values of the settings as one template ships them, whole. */
const SHIPPED: readonly (readonly [setting: string, value: string])[] = [
  // academicpages
  ['author.bio', 'Short biography for the left-hand sidebar'],
  ['author.employer', 'Red Brick University'],
  ['author.github', 'academicpages'],
  ['url', 'https://academicpages.github.io'],
  // al-folio
  ['last_name', 'R. Name'],
  ['url', 'https://alshedivat.github.io'],
  ['disqus_shortname', 'al-folio'],
  // minimal-mistakes
  ['author.bio', 'I am an **amazing** person.'],
  ['description', 'An amazing website.'],
  ['title', 'Site Title'],
  ['url', 'https://mmistakes.github.io'],
];

export const placeholders: Check = {
  name: 'placeholders',
  examine(site, report) {
    const found = examineSettings(site, report);
    for (const { from, url, references } of site.pages.values()) {
      for (const { address } of references) {
        const placeholder = placeholderIn(address);
        // layouts print the settings on every page
        if (placeholder === undefined || found.has(placeholder)) continue;
        const place = site.locate(from, [address, placeholder]);
        const page = place === undefined ? url : undefined;
        report(diagnose(doctorMessages.placeholder, { placeholder, page }, { place }));
      }
    }
  },
};

/** The placeholders that it reports. */
function examineSettings({ config }: CheckedSite, report: Report): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [path, text] of textsIn(config.values)) {
    const setting = path.join('.');
    const isShipped = SHIPPED.some(([name, value]) => name === setting && value === text);
    const placeholder = isShipped ? text : placeholderIn(text);
    const place = placeInConfig(config, path, 'value');
    // a default that no file sets does not come from the template
    if (placeholder === undefined || place === undefined) continue;
    found.add(placeholder);
    report(diagnose(doctorMessages.placeholder, { placeholder, page: undefined }, { place }));
  }
  return found;
}

function placeholderIn(text: string): string | undefined {
  for (const word of WORDS) {
    const match = word.exec(text);
    if (match !== null) return match[0];
  }
  return undefined;
}

/** Every text of the settings with its path. */
function* textsIn(value: Value, path: YamlPath = []): Generator<readonly [YamlPath, string]> {
  if (typeof value === 'string') yield [path, value];
  else if (isArray(value)) for (const [i, item] of value.entries()) yield* textsIn(item, [...path, i]);
  else if (isHash(value))
    for (const [key, item] of value) if (typeof key === 'string') yield* textsIn(item, [...path, key]);
}
