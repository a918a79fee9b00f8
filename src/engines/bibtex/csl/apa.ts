/** References and citations in APA style, seventh edition, as citeproc-ruby 2.1 prints them by `apa.csl`. */

import { monthName } from '../months.ts';
import type { PersonName } from '../names.ts';
import {
  capitalizeFirst,
  concat,
  escapeLone,
  isNumeric,
  isPlural,
  italic,
  join,
  ordinal,
  pageRanges,
  titleCase,
  wrap,
} from './format.ts';
import { type CslItem, hasAny, hide, peopleOf, textOf } from './item.ts';
import { displayedName, familyName, listed, sortedName } from './people.ts';

const PERIODICAL: ReadonlySet<string> = new Set([
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'periodical',
  'post-weblog',
  'review',
  'review-book',
]);
/** Types whose day and month are printed, too. */
const DATED: ReadonlySet<string> = new Set(
  (
    'article-magazine article-newspaper broadcast collection document event interview motion_picture pamphlet ' +
    'performance personal_communication post post-weblog song speech webpage'
  ).split(' '),
);
const REFERENCE_BOOKS = /^(?:book|classic|collection|entry|entry-dictionary|entry-encyclopedia)$/;
const WEB = /^(?:post|webpage)$/;
const EDITORS = ['collection-editor', 'compiler', 'editor', 'editorial-director'] as const;
/** What a type is called where the entry does not say it. */
const FORMATS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    broadcast: 'Broadcast',
    collection: 'Archival collection',
    dataset: 'Data set',
    figure: 'Figure',
    graphic: 'Graphic',
    map: 'Map',
    motion_picture: 'Motion picture',
    song: 'Song',
    software: 'Computer software',
    post: 'Online post',
    review: 'Review of the',
  }),
);

/** The reference, in HTML. */
export function apaReference(item: CslItem): string {
  const [author, rest] = authorOf(item);
  const head = join('. ', author, dateOf(rest), titleAndDescriptions(rest), sourceOf(rest));
  return escapeLone(join(' ', wrap('', head, '.'), addressOf(rest), historyOf(rest)));
}

/** What stands for the entry in running text, without parentheses. */
export function apaCitation(item: CslItem, locator: string): string {
  const names = creators(item);
  const who = names === undefined ? shortTitle(item) : citedNames(names.people);
  return escapeLone(join(', ', who, item.issued === undefined ? undated(item) : yearOf(item), locator));
}

/** `pp. 12-15`; only pages and paragraphs have their label, as there. */
export function apaLocator(locator: string, label = 'page'): string {
  const plural = isPlural(locator);
  if (label === 'page') return `${plural ? 'pp.' : 'p.'} ${locator}`;
  return label === 'paragraph' ? `${plural ? 'paras.' : 'para.'} ${locator}` : locator;
}

interface Creators {
  readonly role: string;
  readonly people: readonly PersonName[];
}

/** Whom the entry is listed under; undefined where its title stands there. */
function creators(item: CslItem): Creators | undefined {
  for (const role of ['composer', 'author', 'director', 'producer', 'editor', 'collection-editor']) {
    if (role === 'editor' && hasAny(item, 'container-title') && REFERENCE_BOOKS.test(item.type))
      return undefined;
    const people = peopleOf(item, role);
    if (people.length > 0) return { role, people };
  }
  return undefined;
}

/** Who or what the reference begins with, and the item without it. */
function authorOf(item: CslItem): [author: string, rest: CslItem] {
  const found = creators(item);
  if (found === undefined) {
    const title = hasAny(item, 'title')
      ? join(' ', titleOf(item), identifierOf(item))
      : titleAndDescriptions(item);
    const printed = hasAny(item, 'title')
      ? ['title', 'number', 'edition', 'volume', 'issue', 'version', 'page', 'translator']
      : ['genre', 'medium', 'number'];
    return [title, title === '' ? item : hide(item, ...printed.filter((name) => isPrinted(item, name)))];
  }
  const { role, people } = found;
  return [concat(sortedNames(people), roleLabel(role, people.length > 1)), hide(item, role)];
}

/** A booklike item with a container prints its volume and pages there. */
function isPrinted(item: CslItem, name: string): boolean {
  if (!/^(?:edition|volume|issue|version|page)$/.test(name)) return true;
  return !hasAny(item, 'container-title') && !isPeriodical(item);
}

function roleLabel(role: string, several: boolean): string {
  if (role === 'editor' || role === 'collection-editor') return several ? ' (Eds.)' : ' (Ed.)';
  if (role === 'director') return several ? ' (Directors)' : ' (Director)';
  return role === 'producer' ? (several ? ' (Producers)' : ' (Producer)') : '';
}

/** Of twenty-one and more: nineteen and the last. */
function sortedNames(people: readonly PersonName[]): string {
  if (people.length < 21) return listed(people.map(sortedName), true);
  return `${join(', ', ...people.slice(0, 19).map(sortedName))}, … ${sortedName(people.at(-1)!)}`;
}

function citedNames(people: readonly PersonName[]): string {
  const names = people.map(familyName);
  return names.length > 2 ? `${names[0]} et al.` : listed(names, false);
}

function dateOf(item: CslItem): string {
  if (item.issued === undefined) return wrap('(', undated(item), ')');
  const isSpeech = item.type === 'paper-conference' && !hasAny(item, ...EDITORS, 'issue', 'page', 'volume');
  const day = DATED.has(item.type) || isSpeech ? monthAndDay(item) : '';
  return wrap('(', join(', ', yearOf(item), day), ')');
}

/** Nothing more: citeproc-ruby drops the `n.d.` of `apa.csl`, whose group reads no value. */
function undated(item: CslItem): string {
  return textOf(item, 'status').toLowerCase();
}

function yearOf({ issued }: CslItem): string {
  return issued?.literal ?? issued?.year ?? '';
}

function monthAndDay({ issued }: Pick<CslItem, 'issued'>): string {
  if (issued?.literal !== undefined) return issued.literal;
  const month = issued?.month === undefined ? '' : (monthName(issued.month) ?? '');
  return issued?.day === undefined ? month : `${month} ${issued.day}`;
}

function titleAndDescriptions(item: CslItem): string {
  if (hasAny(item, 'title')) return join(' ', titleOf(item), identifierOf(item), descriptionOf(item));
  if (item.type === 'report') return join(' ', numberOf(item), descriptionOf(item), identifierOf(item));
  return join(' ', descriptionOf(item), identifierOf(item));
}

function titleOf(item: CslItem): string {
  const title = textOf(item, 'title');
  if (WEB.test(item.type)) return italic(title);
  if (hasAny(item, 'container-title')) return title;
  return italic(isPeriodical(item) ? title : join(': ', title, volumeTitle(item)));
}

function shortTitle(item: CslItem): string {
  if (!hasAny(item, 'title'))
    return wrap('[', capitalizeFirst(textOf(item, 'genre')) || formatTerm(item), ']');
  const title = textOf(item, 'title');
  if (item.type === 'report') return titleCase(title);
  if (item.type === 'post') return italic(title);
  if (item.type !== 'webpage' && hasAny(item, 'container-title')) return `“${titleCase(title)}”`;
  return italic(titleCase(title));
}

/** A volume that is not a number belongs to the title of a book. */
function volumeTitle(item: CslItem): string {
  const volume = textOf(item, 'volume');
  return isNumeric(volume) ? '' : capitalizeFirst(volume);
}

/** Periodicals, and proceedings that nobody has edited. */
function isPeriodical(item: CslItem): boolean {
  return PERIODICAL.has(item.type) || (item.type === 'paper-conference' && !hasAny(item, ...EDITORS));
}

/** `(2nd ed., Vol. 3)`, `(Technical Report No. 5)`. */
function identifierOf(item: CslItem): string {
  return wrap('(', identifiers(item), ')');
}

function identifiers(item: CslItem): string {
  const contributors = contributorsOf(item);
  if (item.type === 'patent') return patentOf(item);
  if (item.type === 'report' && !hasAny(item, 'title')) return join('; ', contributors, booklike(item));
  if (hasAny(item, 'container-title') && !WEB.test(item.type)) return contributors;
  return join('; ', contributors, textOf(item, 'archive_location'), numberOf(item), booklike(item));
}

function patentOf(item: CslItem): string {
  if (!hasAny(item, 'authority', 'genre', 'number')) return '';
  const kind = capitalizeFirst(textOf(item, 'genre')) || 'Patent';
  return join(' ', textOf(item, 'authority'), kind, labelled('No.', textOf(item, 'number')));
}

/** `Technical Report No. 5`. */
function numberOf(item: CslItem): string {
  const number = textOf(item, 'number');
  if (number === '') return '';
  const genre =
    item.type === 'thesis' && hasAny(item, 'genre') ? 'Publication' : titleCase(textOf(item, 'genre'));
  const isLabelled = isNumeric(number) || /^(?:legislation|patent|regulation)$/.test(item.type);
  const label = isLabelled ? numberLabel('No.', 'Nos.', number) : '';
  return join(' ', genre, join(' ', label, capitalizeFirst(number)));
}

function contributorsOf(item: CslItem): string {
  const translators = contributors(item, 'translator', 'Trans.', 'Trans.');
  if (isPeriodical(item) || (hasAny(item, 'container-title') && !WEB.test(item.type))) return translators;
  if (isSamePeople(peopleOf(item, 'editor'), peopleOf(item, 'translator')))
    return contributors(item, 'editor', 'Ed. &amp; Trans.', 'Eds. &amp; Trans.');
  return join('; ', contributors(item, 'editor', 'Ed.', 'Eds.'), translators);
}

function isSamePeople(some: readonly PersonName[], others: readonly PersonName[]): boolean {
  return some.length > 0 && JSON.stringify(some) === JSON.stringify(others);
}

function contributors(item: CslItem, role: string, one: string, several: string): string {
  const people = peopleOf(item, role);
  return people.length === 0 ? '' : `${displayedNames(people)}, ${people.length > 1 ? several : one}`;
}

function displayedNames(people: readonly PersonName[]): string {
  return listed(people.map(displayedName), false);
}

function booklike(item: CslItem): string {
  if (
    isPeriodical(item) ||
    /^(?:broadcast|event|interview|patent|performance|post|speech|webpage)$/.test(item.type)
  )
    return '';
  const volume = textOf(item, 'volume');
  const series = /^(?:document|report|standard)$/.test(item.type)
    ? join(' ', titleCase(textOf(item, 'collection-title')), textOf(item, 'collection-number'))
    : '';
  const volumes = textOf(item, 'number-of-volumes');
  return join(
    ', ',
    labelled('Version', textOf(item, 'version')),
    editionOf(item),
    series,
    volume === '' ? (isNumeric(volumes) ? `Vols. 1–${volumes}` : volumes) : numberedVolume(volume),
    labelled(numberLabel('Issue', 'Issues', textOf(item, 'issue')), textOf(item, 'issue')),
    pagesOf(item),
  );
}

function numberedVolume(volume: string): string {
  return isNumeric(volume) ? labelled(numberLabel('Vol.', 'Vols.', volume), volume) : '';
}

/** The label of a number or of several; a text that is not a number counts as one. */
function numberLabel(one: string, several: string, number: string): string {
  return isNumeric(number) && isPlural(number) ? several : one;
}

function editionOf(item: CslItem): string {
  const edition = textOf(item, 'edition');
  return isNumeric(edition) ? `${ordinal(edition)} ed.` : edition;
}

function pagesOf(item: CslItem): string {
  const pages = pageRanges(textOf(item, 'page'));
  if (pages !== '') return labelled(isPlural(pages) ? 'pp.' : 'p.', pages);
  const chapter = textOf(item, 'chapter-number');
  return isNumeric(chapter) ? labelled('chap.', chapter) : chapter;
}

function labelled(label: string, text: string): string {
  return text === '' ? '' : `${label} ${text}`;
}

/** `[PhD thesis, University of Example]`. */
function descriptionOf(item: CslItem): string {
  return wrap('[', descriptions(item), ']');
}

function descriptions(item: CslItem): string {
  if (item.type === 'thesis') {
    const school = hasAny(item, 'archive', 'DOI', 'URL') ? textOf(item, 'publisher') : '';
    const genre = join(', ', capitalizeFirst(textOf(item, 'genre')), school);
    return join('; ', genre, capitalizeFirst(textOf(item, 'medium')));
  }
  if (PERIODICAL.has(item.type)) {
    const section = hasAny(item, 'title') ? '' : textOf(item, 'section');
    return join('; ', section, formatOf(item));
  }
  if (!hasAny(item, 'container-title')) return formatOf(item);
  if (/^(?:event|paper-conference|performance|speech)$/.test(item.type))
    return hasAny(item, ...EDITORS, 'issue', 'page', 'volume') ? formatOf(item) : '';
  return /^(?:document|report|software|standard)$/.test(item.type) ? '' : formatOf(item);
}

function formatOf(item: CslItem): string {
  if (!hasAny(item, 'genre', 'medium')) return formatTerm(item);
  const genre = hasAny(item, 'number') ? '' : capitalizeFirst(textOf(item, 'genre'));
  return join('; ', genre, capitalizeFirst(textOf(item, 'medium')));
}

function formatTerm({ type }: CslItem): string {
  return FORMATS.get(type) ?? '';
}

function sourceOf(item: CslItem): string {
  const archive = textOf(item, 'archive');
  if (WEB.test(item.type))
    return join('. ', publisherOf(item), archive, titleCase(textOf(item, 'container-title')));
  const source = isPeriodical(item) ? periodicalSource(item) : bookSource(item);
  return join('. ', source, publisherOf(item), archive, eventOf(item));
}

/** `<i>Journal</i>, <i>34</i>(5), 1–9`. */
function periodicalSource(item: CslItem): string {
  const series = titleCase(textOf(item, 'collection-title'));
  const title = italic(join(', ', titleCase(textOf(item, 'container-title')), series));
  const volume = italic(textOf(item, 'volume')) + wrap('(', textOf(item, 'issue'), ')');
  const status =
    item.issued !== undefined && !hasAny(item, 'issue', 'number', 'page', 'volume')
      ? capitalizeFirst(textOf(item, 'status'))
      : '';
  return join('. ', join(', ', title, join(', ', volume, pageRanges(textOf(item, 'page')))), status);
}

/** `In E. Editor (Ed.), <i>Book</i> (2nd ed., pp. 1–9)`. */
function bookSource(item: CslItem): string {
  const book = textOf(item, 'container-title');
  if (book === '') return '';
  const editors = peopleOf(item, 'editor');
  const by =
    editors.length === 0 ? '' : concat(displayedNames(editors), roleLabel('editor', editors.length > 1));
  const title = italic(join(': ', book, volumeTitle(item)));
  const place = wrap('(', join('; ', textOf(item, 'archive_location'), numberOf(item), booklike(item)), ')');
  const isUnpublished =
    item.type === 'paper-conference' && !hasAny(item, ...EDITORS, 'issue', 'page', 'volume');
  const described = isUnpublished || /^(?:document|report|software|standard)$/.test(item.type);
  return join(' ', 'In', join(', ', by, title), place, described ? wrap('[', formatOf(item), ']') : '');
}

function publisherOf(item: CslItem): string {
  if (item.type === 'thesis' && hasAny(item, 'archive', 'DOI', 'URL')) return '';
  return isPeriodical(item) ? '' : textOf(item, 'publisher');
}

/** Where a talk was given that is in no proceedings. */
function eventOf(item: CslItem): string {
  if (!hasAny(item, 'event', 'event-title')) return '';
  if (item.type === 'paper-conference' && hasAny(item, ...EDITORS, 'issue', 'page', 'volume')) return '';
  const name = textOf(item, 'event-title') || textOf(item, 'event');
  const place =
    item.type === 'paper-conference' ? textOf(item, 'publisher-place') : textOf(item, 'event-place');
  return join(', ', capitalizeFirst(name), place);
}

function addressOf(item: CslItem): string {
  const doi = textOf(item, 'DOI');
  if (doi !== '') return `https://doi.org/${doi}`;
  const url = textOf(item, 'URL');
  if (url === '' || item.issued !== undefined || hasAny(item, 'status')) return url;
  const accessed = accessedOf(item);
  return join(' ', 'Retrieved', accessed === '' ? '' : `${accessed}, from`, url);
}

function accessedOf({ accessed }: CslItem): string {
  if (accessed === undefined) return '';
  if (accessed.literal !== undefined) return accessed.literal;
  return join(', ', monthAndDay({ issued: accessed }), accessed.year ?? '');
}

function historyOf(item: CslItem): string {
  const isPublished = item.issued !== undefined && hasAny(item, 'issue', 'number', 'page', 'volume');
  const status = isPublished ? capitalizeFirst(textOf(item, 'status')) : '';
  return wrap('(', join('; ', status, textOf(item, 'references')), ')');
}
