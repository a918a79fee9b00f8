/** What every tag of the bibliography works with: its options, the settings, the entries. */

import { type BibEntry, type ReferenceStyle, referenceWriter } from '../../plugin/api/bibtex.ts';
import { diagnose, nearest } from '../../plugin/api/diagnostics.ts';
import type { TagCall } from '../../plugin/api/tag.ts';
import { isTruthy, read, type Value } from '../../plugin/api/values.ts';
import { type Library, openLibrary } from './library.ts';
import { scholarMessages } from './messages.ts';
import { readOptions, type TagOptions } from './options.ts';
import { type ScholarSettings, scholarSettings } from './settings.ts';
import { findStyle } from './style.ts';

export interface TagContext {
  readonly call: TagCall;
  readonly options: TagOptions;
  readonly settings: ScholarSettings;
  readonly library: Library;
  readonly style: ReferenceStyle;
  /** The keys that were asked for: the values of variables where such are named. */
  readonly keys: readonly string[];
}

export function openContext(call: TagCall, tag: string): TagContext {
  const options = readOptions(call, tag);
  const settings = scholarSettings(call.setting('scholar'), read(call.page, 'scholar'));
  // `-r title, year`: without fields the usual ones
  const unique = options.last('remove_duplicates')?.split(/,\s+/).filter(Boolean);
  const named = options.all('file');
  const asked = named.length > 0 ? named : settings.list('bibliography');
  const files = asked.map((name) => (name.includes('{{') ? call.template(name) : name));
  const library = openLibrary(call.files, settings, files, unique);
  for (const mistake of library.mistakes) call.report(mistake);
  return {
    call,
    options,
    settings,
    library,
    style: findStyle(options.last('style') ?? settings.text('style'), settings, call),
    keys: options.words.map((word) => keyOf(call, word, library)),
  };
}

function keyOf(call: TagCall, word: string, library: Library): string {
  if (library.find(word) !== undefined || !/^[a-zA-Z_][\w.]*$/.test(word)) return word;
  const value: Value = call.liquid(word);
  return isTruthy(value) ? call.print(value) : word;
}

/** The entry of a key; a missing one is reported. */
export function findEntry({ call, library }: TagContext, key: string): BibEntry | undefined {
  const entry = library.find(key);
  if (entry === undefined) {
    const near = nearest(
      key,
      library.entries.map((each) => each.key),
    );
    call.report(diagnose(scholarMessages.keyMissing, { key, nearest: near }));
  }
  return entry;
}

/** Writes references of one list: `<span id="key">Knuth, D. E. (1984). …</span>`. */
export function referenceTags(context: TagContext): (entry: BibEntry | undefined, number?: number) => string {
  const { options, settings } = context;
  const name = settings.text('reference_tagname');
  const suppressAuthor = options.flags.has('suppress_author');
  const writers = new Map<ReferenceStyle, ReturnType<typeof referenceWriter>>();
  const writerOf = (style: ReferenceStyle): ReturnType<typeof referenceWriter> => {
    const known = writers.get(style) ?? referenceWriter({ style, decode: settings.decode, suppressAuthor });
    writers.set(style, known);
    return known;
  };
  return (entry, number) => {
    if (entry === undefined) return settings.text('missing_reference');
    const text = writerOf(styleFor(context, entry))(entry, number);
    return `<${name} id="${anchorOf(context, entry.key)}">${text}</${name}>`;
  };
}

/** The style, in the language of the entry where `allow_locale_overrides` allows that. */
function styleFor({ call, settings, style, options }: TagContext, entry: BibEntry): ReferenceStyle {
  const language = entry.fields.get('language') ?? '';
  if (language === '' || !isTruthy(settings.get('allow_locale_overrides'))) return style;
  return findStyle(options.last('style') ?? settings.text('style'), settings, call, language);
}

/** The id of an entry in the page. */
export function anchorOf({ options }: Pick<TagContext, 'options'>, key: string): string {
  const prefix = options.last('prefix');
  return prefix === undefined || prefix === '' ? key : `${prefix}-${key}`;
}
