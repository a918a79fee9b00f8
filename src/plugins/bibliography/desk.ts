/** What every tag of the bibliography works with: its options, the settings, the entries. */

import type { Value } from '../../plugin/api.ts';
import { type BibEntry, formatReference, type ReferenceStyle, scholarMessages } from '../../plugin/bibtex.ts';
import { diagnose, nearest } from '../../plugin/scholar.ts';
import type { TagCall } from '../../plugin/tag.ts';
import { isTruthy, read } from '../../plugin/values.ts';
import { type Library, openLibrary } from './library.ts';
import { readOptions, type TagOptions } from './options.ts';
import { type ScholarSettings, scholarSettings } from './settings.ts';

export interface Desk {
  readonly call: TagCall;
  readonly options: TagOptions;
  readonly settings: ScholarSettings;
  readonly library: Library;
  readonly style: ReferenceStyle;
  /** The keys that were asked for: the values of variables where such are named. */
  readonly keys: readonly string[];
}

export function openDesk(call: TagCall, tag: string): Desk {
  const options = readOptions(call, tag);
  const settings = scholarSettings(call.setting('scholar'), read(call.page, 'scholar'));
  const library = openLibrary(call.files, settings, options.all('file'));
  for (const mistake of library.mistakes) call.tell(mistake);
  return {
    call,
    options,
    settings,
    library,
    style: styleOf(options.last('style') ?? settings.text('style'), call),
    keys: options.words.map((word) => keyOf(call, word, library)),
  };
}

function keyOf(call: TagCall, word: string, library: Library): string {
  if (library.find(word) !== undefined || !/^[a-zA-Z_][\w.]*$/.test(word)) return word;
  const value: Value = call.liquid(word);
  return isTruthy(value) ? call.print(value) : word;
}

/** A style of numbers is written as the IEEE's, everything else as the APA's, which is told once a build. */
function styleOf(style: string, call: TagCall): ReferenceStyle {
  const name = style
    .replace(/^.*\//, '')
    .replace(/\.csl$/, '')
    .toLowerCase();
  if (/ieee|numeric|vancouver|^acm|springer.*(?:num|lncs)/.test(name)) return 'ieee';
  if (!/^apa|^$/.test(name))
    call.tell({ ...diagnose(scholarMessages.style, { style }), once: `scholar/style ${style}` });
  return 'apa';
}

/** The entry of a key; a missing one is told. */
export function findEntry({ call, library }: Desk, key: string): BibEntry | undefined {
  const entry = library.find(key);
  if (entry === undefined) {
    const near = nearest(
      key,
      library.entries.map((each) => each.key),
    );
    call.tell(diagnose(scholarMessages.keyMissing, { key, nearest: near }));
  }
  return entry;
}

/** `<span id="key">Knuth, D. E. (1984). …</span>`. */
export function referenceTag(desk: Desk, entry: BibEntry | undefined, number: number | undefined): string {
  const { options, settings, style } = desk;
  if (entry === undefined) return settings.text('missing_reference');
  const name = settings.text('reference_tagname');
  const text = formatReference(entry, {
    style,
    number,
    suppressAuthor: options.flags.has('suppress_author'),
  });
  return `<${name} id="${anchorOf(desk, entry.key)}">${text}</${name}>`;
}

/** The id of an entry in the page. */
export function anchorOf({ options }: Pick<Desk, 'options'>, key: string): string {
  const prefix = options.last('prefix');
  return prefix === undefined || prefix === '' ? key : `${prefix}-${key}`;
}
