/** The settings under `toc:`, with their defaults. */

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

export function readSettings(given: ReadonlyMap<Value, Value>): TocSettings {
  const text = (key: string, fallback: string) => (given.has(key) ? String(given.get(key) ?? '') : fallback);
  const whole = (key: string, fallback: number) => {
    const value = given.get(key);
    return typeof value === 'number' ? value : fallback;
  };
  const [least, most] = [whole('min_level', 1), whole('max_level', 6)];
  const hidden = given.get('no_toc_section_class') ?? 'no_toc_section';
  return {
    levels: Array.from({ length: Math.max(0, most - least + 1) }, (_, at) => `h${least + at}`),
    listTag: given.get('ordered_list') === true ? 'ol' : 'ul',
    hiddenSections: (Array.isArray(hidden) ? elements(hidden) : [hidden]).map(String),
    listId: text('list_id', 'toc'),
    listClass: text('list_class', 'section-nav'),
    sublistClass: text('sublist_class', ''),
    itemClass: text('item_class', 'toc-entry'),
    itemPrefix: text('item_prefix', 'toc-'),
  };
}
