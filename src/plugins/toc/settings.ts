/** The settings under `toc:`, with their defaults. */

import type { SettingTable } from '../../plugin/api/plugin.ts';
import { elements, type Value } from '../../plugin/api/values.ts';

export interface TocSettings {
  /** `h1`, `h2` … that are listed. */
  readonly levels: readonly string[];
  readonly listTag: 'ol' | 'ul';
  /** Classes of sections whose headings are left out. */
  readonly hiddenSections: readonly string[];
  readonly listId: string;
  readonly listClass: string;
  readonly sublistClass: string;
  readonly itemClass: string;
  readonly itemPrefix: string;
}

const text = (value: string, doc: string) => ({ type: 'string', default: value, doc }) as const;
const level = (value: number, doc: string) => ({ type: 'integer', minimum: 1, default: value, doc }) as const;

const table = {
  min_level: level(1, 'The highest level of headings that are listed.'),
  max_level: level(6, 'The lowest level of headings that are listed.'),
  ordered_list: { type: 'boolean', default: false, doc: 'Numbers the entries.' },
  no_toc_section_class: {
    type: ['string', 'list'],
    default: 'no_toc_section',
    doc: 'Classes of sections whose headings are left out.',
  },
  list_id: text('toc', 'The id of the list.'),
  list_class: text('section-nav', 'The class of the list.'),
  sublist_class: text('', 'The class of the lists in it.'),
  item_class: text('toc-entry', 'The class of an entry.'),
  item_prefix: text('toc-', 'What the class of an entry by its level begins with.'),
} as const;

export const tocTable: SettingTable = table;

type TextKey = 'list_id' | 'list_class' | 'sublist_class' | 'item_class' | 'item_prefix';

export function readSettings(given: ReadonlyMap<Value, Value>): TocSettings {
  const text = (key: TextKey) => (given.has(key) ? String(given.get(key) ?? '') : table[key].default);
  const whole = (key: 'min_level' | 'max_level') => {
    const value = given.get(key);
    return typeof value === 'number' ? value : table[key].default;
  };
  const [least, most] = [whole('min_level'), whole('max_level')];
  const hidden = given.get('no_toc_section_class') ?? table.no_toc_section_class.default;
  return {
    levels: Array.from({ length: Math.max(0, most - least + 1) }, (_, at) => `h${least + at}`),
    listTag: given.get('ordered_list') === true ? 'ol' : 'ul',
    hiddenSections: (Array.isArray(hidden) ? elements(hidden) : [hidden]).map(String),
    listId: text('list_id'),
    listClass: text('list_class'),
    sublistClass: text('sublist_class'),
    itemClass: text('item_class'),
    itemPrefix: text('item_prefix'),
  };
}
