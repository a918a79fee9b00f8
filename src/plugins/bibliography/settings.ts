/** `scholar:` of the configuration and of a page's front matter, over jekyll-scholar's defaults. */

import { elements, isHash, isTruthy, type Value } from '../../plugin/api/values.ts';

const DEFAULTS: Readonly<Record<string, Value>> = {
  style: 'apa',
  sort_by: 'none',
  order: 'ascending',
  group_by: 'none',
  group_order: 'ascending',
  bibliography_group_tag: 'h2,h3,h4,h5',
  bibliography_list_tag: 'ol',
  bibliography_item_tag: 'li',
  source: './_bibliography',
  bibliography: 'references.bib',
  repository_file_delimiter: '.',
  bibtex_skip_fields: ['abstract', 'month_numeric'],
  remove_duplicates: false,
  details_dir: 'bibliography',
  details_layout: 'bibtex.html',
  details_link: 'Details',
  details_permalink: '/:details_dir/:key:extension',
  bibliography_class: 'bibliography',
  bibliography_template: '{{reference}}',
  reference_tagname: 'span',
  missing_reference: '(missing reference)',
  details_link_class: 'details',
  query: '@*',
  cite_class: 'citation',
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
  /** Words of a list, or of a text with commas between. */
  list(name: string): readonly string[];
  /** The attributes of a setting such as `bibliography_list_attributes`, each with a space before it. */
  attributes(name: string): string;
  typeName(type: string): string;
  typeAlias(type: string): string;
}

/** `layers`: the `scholar` of the configuration, then the page's. */
export function scholarSettings(...layers: readonly Value[]): ScholarSettings {
  const get = (name: string): Value => {
    for (const layer of layers.toReversed()) if (isHash(layer) && layer.has(name)) return layer.get(name);
    return DEFAULTS[name];
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
  return {
    get,
    text,
    list: (name) => splitWords(get(name)),
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
