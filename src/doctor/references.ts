/** What an element refers to: THE table of the attributes that hold addresses. */

import type { Element } from './elements.ts';

export interface Reference {
  /** For messages: `the image`. */
  readonly what: string;
  /** As the page has it, references of characters resolved. */
  readonly address: string;
  /** A link that people follow, and not a part of the page: it may lead to another site on the same host. */
  readonly isLink: boolean;
}

interface Row {
  readonly attribute: string;
  readonly what: string;
  readonly isLink?: true;
  /** The attribute holds several addresses, each with a size behind it. */
  readonly isSet?: true;
  /** Which of these elements are meant. */
  readonly when?: (attributes: ReadonlyMap<string, string>) => boolean;
}

const relOf = (attributes: ReadonlyMap<string, string>) => (attributes.get('rel') ?? '').toLowerCase();
const isSheet = (attributes: ReadonlyMap<string, string>) => /\bstylesheet\b/.test(relOf(attributes));
const isFile = (attributes: ReadonlyMap<string, string>) =>
  !isSheet(attributes) &&
  /\b(?:icon|apple-touch-icon|mask-icon|manifest|preload|modulepreload|alternate)\b/.test(relOf(attributes));
const isPicture = (attributes: ReadonlyMap<string, string>) =>
  /^(?:og:image|twitter:image)$/.test(attributes.get('property') ?? attributes.get('name') ?? '');

const IMAGE: readonly Row[] = [
  { attribute: 'src', what: 'the image' },
  { attribute: 'srcset', what: 'the image', isSet: true },
];
const SOURCE: readonly Row[] = [
  { attribute: 'src', what: 'the file' },
  { attribute: 'srcset', what: 'the image', isSet: true },
];
const LINK: readonly Row[] = [{ attribute: 'href', what: 'the link', isLink: true }];
const PLAYED: readonly Row[] = [
  { attribute: 'src', what: 'the file' },
  { attribute: 'poster', what: 'the image' },
];

const ROWS: ReadonlyMap<string, readonly Row[]> = new Map([
  ['a', LINK],
  ['area', LINK],
  ['img', IMAGE],
  ['source', SOURCE],
  ['video', PLAYED],
  ['audio', PLAYED],
  ['track', PLAYED],
  ['embed', PLAYED],
  ['iframe', [{ attribute: 'src', what: 'the frame' }]],
  ['object', [{ attribute: 'data', what: 'the file' }]],
  ['script', [{ attribute: 'src', what: 'the script' }]],
  [
    'link',
    [
      { attribute: 'href', what: 'the stylesheet', when: isSheet },
      { attribute: 'href', what: 'the file', when: isFile },
    ],
  ],
  ['meta', [{ attribute: 'content', what: 'the image', when: isPicture }]],
]);

export function referencesOf({ name, attributes }: Element): readonly Reference[] {
  const found: Reference[] = [];
  for (const { attribute, what, isLink = false, isSet, when } of ROWS.get(name) ?? []) {
    const value = attributes.get(attribute);
    if (value === undefined || when?.(attributes) === false) continue;
    for (const address of isSet === true ? addressesOfSet(value) : [value.trim()])
      found.push({ what, address, isLink });
  }
  return found;
}

/** `a.png 1x, b.png 2x`; an address of data holds commas of its own. */
function addressesOfSet(set: string): readonly string[] {
  if (set.includes('data:')) return [];
  return set
    .split(/,\s/)
    .flatMap((part) => part.trim().split(/\s+/, 1))
    .filter((part) => part !== '');
}
