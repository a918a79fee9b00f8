/** Finds where in the sources something of the output was written: in the page's own file, a layout, an include, data or settings. */

import type { Place } from '../diagnostics/diagnostic.ts';
import { placeAt, type SourceText } from '../diagnostics/source-text.ts';
import type { BuiltSite } from './built-site.ts';

/** The place of the first of `texts` that is found; undefined where none is. */
export type Locate = (from: string, texts: readonly string[]) => Place | undefined;

export function createLocate(site: Pick<BuiltSite, 'config' | 'inventory' | 'sources' | 'files'>): Locate {
  const { config, inventory, sources, files } = site;
  let shared: readonly SourceText[] | undefined;
  const listShared = (): readonly SourceText[] => {
    const folder = config.settings.dataDir;
    const named = [
      ...[...inventory.layouts.values()].map(({ path }) => path),
      ...files.list(folder).map((name) => `${folder}/${name}`),
    ];
    return [...named.flatMap((file) => sources(file) ?? []), ...inventory.includes.values(), ...config.files];
  };
  return (from, texts) => {
    const own = sources(from);
    shared ??= listShared();
    for (const text of texts) {
      for (const source of own === undefined ? shared : [own, ...shared]) {
        const at = wordsOf(source).get(text) ?? find(source.text, text);
        if (at !== undefined) return placeAt(source, at, text.length);
      }
    }
    return undefined;
  };
}

const known = new WeakMap<SourceText, ReadonlyMap<string, number>>();

/** Where the words of a text first stand, quotes and brackets left out: a page of many links is not searched for each of them. */
function wordsOf(source: SourceText): ReadonlyMap<string, number> {
  let words = known.get(source);
  if (words === undefined) {
    const first = new Map<string, number>();
    for (const { 0: word, index } of source.text.matchAll(/[^\s"'`<>()[\]{}|,;]+/g))
      if (!first.has(word)) first.set(word, index);
    words = first;
    known.set(source, words);
  }
  return words;
}

/** The text as a whole, not as a part of a longer name. */
function find(text: string, wanted: string): number | undefined {
  if (wanted === '') return undefined;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + wanted.length] ?? ' ';
    if (!/[\w/.-]/.test(before) && !/[\w/-]/.test(after)) return at;
  }
  return undefined;
}

/** How an address may be written in a source: as the page has it, without the baseurl that a filter puts before it, decoded. */
export function spellingsOf(address: string, baseurl: string, host: string | undefined): readonly string[] {
  const texts = [address];
  const add = (text: string): void => {
    if (text !== '' && text !== '/' && !texts.includes(text)) texts.push(text);
  };
  const path = address.replace(/^https?:/i, '');
  const local = host !== undefined && path.startsWith(`//${host}/`) ? path.slice(host.length + 2) : address;
  add(local);
  const bare = baseurl !== '' && local.startsWith(`${baseurl}/`) ? local.slice(baseurl.length) : local;
  add(bare);
  for (const text of [...texts]) {
    add(text.replace(/^\//, ''));
    try {
      add(decodeURI(text));
      add(decodeURI(text).replace(/^\//, ''));
    } catch {
      // a percent sign that encodes nothing: as it is
    }
  }
  return texts;
}
