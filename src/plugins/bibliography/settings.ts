/** `scholar:` of the configuration and of a page's front matter, over jekyll-scholar's defaults. */

import { applyFilters, DEFAULT_FILTERS } from '../../plugin/api/bibtex.ts';
import type { SettingTable } from '../../plugin/api/plugin.ts';
import { elements, isHash, isTruthy, type Value } from '../../plugin/api/values.ts';

const text = (value: string, doc: string) => ({ type: 'string', default: value, doc }) as const;
const words = (value: string, doc: string) => ({ type: ['string', 'list'], default: value, doc }) as const;
const hash = (doc: string) => ({ type: 'hash', doc }) as const;

/** The settings under `scholar:`, with jekyll-scholar's defaults. */
export const scholarTable: SettingTable = {
  style: text('apa', 'The style of references: apa, ieee, or a .csl file of the site.'),
  locale: text(
    'en',
    'The language of references by a .csl file, from the file `locales-xx-XX.xml` of the site.',
  ),
  sort_by: words('none', 'Fields that entries are ordered by.'),
  order: words('ascending', 'ascending or descending, for each of these fields.'),
  group_by: words('none', 'Fields that entries are grouped by.'),
  group_order: words('ascending', 'ascending or descending, for each of these fields.'),
  type_names: hash('What the types of entries are called above their groups.'),
  type_aliases: hash('Types of entries that count as others.'),
  type_order: { type: 'list', doc: 'The order of groups by type.' },
  month_names: { type: 'list', doc: 'What months are called above their groups.' },
  bibliography_group_tag: text('h2,h3,h4,h5', 'The elements above groups, by their depth.'),
  bibliography_list_tag: text('ol', 'The element of the list.'),
  bibliography_list_attributes: hash('Attributes of the list.'),
  bibliography_item_tag: text('li', 'The element of an entry.'),
  bibliography_item_attributes: hash('Attributes of an entry.'),
  source: text('./_bibliography', 'The folder of BibTeX files.'),
  bibliography: text('references.bib', 'The BibTeX file where a tag names none.'),
  repository: text('', 'The folder of files that belong to entries, by their keys.'),
  repository_file_delimiter: text('.', 'What separates the key from the rest of such a file name.'),
  bibtex_skip_fields: {
    type: 'list',
    items: { type: 'string' },
    default: ['abstract', 'month_numeric'],
    doc: 'Fields that an entry as BibTeX does not have.',
  },
  bibtex_quotes: { type: 'list', doc: 'What stands around values of an entry as BibTeX.' },
  bibtex_filters: {
    type: 'list',
    items: { type: 'string' },
    default: [...DEFAULT_FILTERS],
    doc: 'The filters of fields, in order; without `latex` LaTeX stays as it is written.',
  },
  bibtex_options: hash('How BibTeX is read: strip, parse_names and parse_months, each true or false.'),
  replace_strings: { type: 'boolean', default: true, doc: 'Puts in what the names of strings stand for.' },
  join_strings: {
    type: 'boolean',
    default: true,
    doc: 'Joins the pieces of a value that are written with `#`.',
  },
  raw_bibtex_filters: {
    type: 'list',
    items: { type: 'string' },
    doc: 'The filters of an entry as BibTeX.',
  },
  use_raw_bibtex_entry: {
    type: 'boolean',
    doc: 'Without effect, as since jekyll-scholar 7: it is reported.',
  },
  allow_locale_overrides: {
    type: 'boolean',
    default: false,
    doc: 'Writes a reference in the language of the field `language`, where the site has its locale file.',
  },
  separate_links: {
    type: 'boolean',
    default: false,
    doc: 'Makes each of several citations a link of its own.',
  },
  remove_duplicates: { type: 'boolean', default: false, doc: 'Lists equal entries once.' },
  details_dir: text('bibliography', 'The folder of the pages of entries.'),
  details_layout: text('bibtex.html', 'The layout of the pages of entries.'),
  details_link: text('Details', 'The text of links to these pages.'),
  details_permalink: text('/:details_dir/:key:extension', 'The addresses of these pages.'),
  bibliography_class: text('bibliography', 'The class of the list.'),
  bibliography_template: text('{{reference}}', 'A template of an entry, or the name of a layout.'),
  reference_tagname: text('span', 'The element of a reference.'),
  missing_reference: text('(missing reference)', 'The text in place of an entry that is not there.'),
  details_link_class: text('details', 'The class of links to the pages of entries.'),
  query: text('@*', 'Which entries are listed.'),
  cite_class: text('citation', 'The class of citations.'),
  relative: text('', 'The page that citations lead to, instead of their own.'),
  last_name: {
    type: ['list', 'string'],
    doc: 'Last names of the owner of the site, whose papers are marked.',
  },
  first_name: { type: ['list', 'string'], doc: 'First names of the owner of the site.' },
};

const TYPE_NAMES: Readonly<Record<string, string>> = {
  article: 'Journal Articles',
  book: 'Books',
  incollection: 'Book Chapters',
  inproceedings: 'Conference Articles',
  thesis: 'Theses',
  mastersthesis: "Master's Theses",
  phdthesis: 'PhD Theses',
  manual: 'Manuals',
  techreport: 'Technical Reports',
  misc: 'Miscellaneous',
  unpublished: 'Unpublished',
};

const TYPE_ALIASES: Readonly<Record<string, string>> = { phdthesis: 'thesis', mastersthesis: 'thesis' };

export interface ScholarSettings {
  get(name: string): Value;
  text(name: string): string;
  /** A folder of the site, without a slash around it. */
  folder(name: string): string;
  /** Words of a list, or of a text with commas between. */
  list(name: string): readonly string[];
  /** The attributes of a setting such as `bibliography_list_attributes`, each with a space before it. */
  attributes(name: string): string;
  /** The text of a field after `bibtex_filters`. */
  decode(text: string): string;
  /** The text of a field of an entry as BibTeX, after `raw_bibtex_filters`. */
  decodeRaw(text: string): string;
  /** Whether one of `bibtex_options` holds. */
  reads(option: 'strip' | 'parse_names' | 'parse_months'): boolean;
  typeName(type: string): string;
  typeAlias(type: string): string;
}

/** `layers`: the `scholar` of the configuration, then the page's. */
export function scholarSettings(...layers: readonly Value[]): ScholarSettings {
  const get = (name: string): Value => {
    for (const layer of layers.toReversed()) if (isHash(layer) && layer.has(name)) return layer.get(name);
    return Object.hasOwn(scholarTable, name) ? scholarTable[name]?.default : undefined;
  };
  const named = (
    name: string,
    key: string,
    defaults: Readonly<Record<string, string>>,
  ): string | undefined => {
    const own = get(name);
    const value = isHash(own) ? own.get(key) : undefined;
    return isTruthy(value) ? String(value) : defaults[key];
  };
  const text = (name: string): string => {
    const value = get(name);
    return isTruthy(value) ? String(value) : '';
  };
  const filters = splitWords(get('bibtex_filters'));
  const rawFilters = splitWords(get('raw_bibtex_filters'));
  return {
    get,
    text,
    folder: (name) => text(name).replace(/^(?:\.?\/)+|\/+$/g, ''),
    list: (name) => splitWords(get(name)),
    decode: (written) => applyFilters(written, filters),
    decodeRaw: (written) => applyFilters(written, rawFilters),
    reads(option) {
      const options = get('bibtex_options');
      // bibtex-ruby's own defaults, once the site sets any option; jekyll-scholar's differ in `strip`
      if (!isHash(options)) return option !== 'strip';
      return options.has(option) ? options.get(option) !== false : true;
    },
    attributes(name) {
      const value = get(name);
      if (!isHash(value)) return '';
      return Array.from(value, ([key, item]) => ` ${key}="${item}"`).join('');
    },
    typeName: (type) => named('type_names', type, TYPE_NAMES) ?? type,
    typeAlias: (type) => named('type_aliases', type, TYPE_ALIASES) ?? type,
  };
}

export function splitWords(value: Value): readonly string[] {
  const items = Array.isArray(value) ? elements(value) : isTruthy(value) ? [value] : [];
  return items
    .flatMap((item) => String(item).split(','))
    .map((word) => word.trim().replace(/^:/, ''))
    .filter(Boolean);
}
