/** The data of a post or collection document: its place, defaults, front matter and file name laid over each other in Jekyll's order. */

import { frontMatterMessages } from '../../diagnostics/catalogue/site/front-matter.ts';
import { type Diagnostic, diagnose, type Place } from '../../diagnostics/diagnostic.ts';
import type { YamlPath } from '../../engines/yaml/parse-yaml.ts';
import { deepMerge } from '../../ruby/deep-merge.ts';
import { toText } from '../../ruby/print.ts';
import { parseTime } from '../../ruby/time/parse-time.ts';
import { timeInZone } from '../../ruby/time/time-zone.ts';
import { compareWithBuild } from '../../ruby/time/watched-time.ts';
import { isArray, isHash, isNil, type RubyHash, RubyTime, type Value } from '../../ruby/values.ts';
import { isTrue, type ReadContext } from '../context.ts';
import { nameParts, titleOfSlug } from './file-name.ts';
import { categoriesOfFolders, pluralList } from './taxonomy.ts';

export interface FileNames {
  /** Relative to the folder of collections: `_posts/2020-01-02-x.md`, `es/_posts/…`, `_drafts/x.md`. */
  readonly relativePath: string;
  readonly label: string;
  readonly relativeDirectory: string;
  readonly draft: boolean;
}

/** Something that the front matter, its defaults or the file's name say and can't. */
export interface Mistake {
  /** Makes the diagnostic; where `inFrontMatter` is set, at that place. */
  readonly say: (place: Place) => Diagnostic;
  readonly inFrontMatter?: YamlPath;
}

export interface DocumentData {
  readonly data: RubyHash;
  readonly date: RubyTime | undefined;
  readonly slug: string;
  readonly mistakes: readonly Mistake[];
  /** Whether Jekyll would have stopped reading halfway, so that there is no title, slug or excerpt. */
  readonly broken: boolean;
}

/** `frontMatter` is undefined where the block is broken: then Jekyll leaves off before title, slug and date are made. */
export function documentData(
  context: ReadContext,
  names: FileNames,
  frontMatter: RubyHash | undefined,
): DocumentData {
  const mistakes: Mistake[] = [];
  const { relativePath, label } = names;
  const laid = new Layers(context, mistakes, relativePath);
  laid.data.set('draft', names.draft);
  laid.merge(
    new Map([
      ['categories', categoriesOfFolders(relativePath, names.draft ? '_drafts' : names.relativeDirectory)],
    ]),
    'file path',
  );
  const defaults = context.defaults.all(relativePath, label);
  if (defaults.size > 0) laid.merge(defaults, 'front matter defaults');
  const parts = nameParts(relativePath);
  const badCategories = frontMatter !== undefined && !canMerge(frontMatter);
  if (badCategories)
    mistakes.push(categoriesMistake(frontMatter.get('categories'), context.frontMatter.strict));
  const broken = frontMatter === undefined || badCategories;
  if (!broken) {
    laid.merge(frontMatter, 'YAML front matter');
    nameDocument(laid, parts, context);
  }
  return { data: laid.data, date: laid.date, slug: parts.slug, mistakes, broken };
}

function nameDocument(laid: Layers, parts: ReturnType<typeof nameParts>, context: ReadContext): void {
  const isBuildTime = laid.date !== undefined && compareWithBuild(laid.date, context.time) === 0;
  if (parts.date !== undefined && (!isTrue(laid.data.get('date')) || isBuildTime))
    laid.merge(new Map([['date', parts.date]]), 'filename');
  const { data } = laid;
  if (!isTrue(data.get('title'))) data.set('title', titleOfSlug(parts.slug));
  if (!isTrue(data.get('slug'))) data.set('slug', parts.slug);
  if (!isTrue(data.get('ext'))) data.set('ext', parts.extension ?? null);
  const categories = data.get('categories');
  const listed = isArray(categories) ? categories : isNil(categories) ? [] : [categories];
  const all = [...listed, ...pluralList(data, 'category', 'categories')].map(toText);
  // The texts join what is there, so that a number among the categories is in it twice.
  data.set('categories', [...new Set([...listed, ...all])]);
  data.set('tags', pluralList(data, 'tag', 'tags'));
}

/** The data as it grows: Jekyll's `merge_data!`, which joins categories and reads the date again each time. */
class Layers {
  data: Map<Value, Value> = new Map();
  date: RubyTime | undefined;
  readonly context: ReadContext;
  readonly mistakes: Mistake[];
  readonly relativePath: string;
  constructor(context: ReadContext, mistakes: Mistake[], relativePath: string) {
    this.context = context;
    this.mistakes = mistakes;
    this.relativePath = relativePath;
  }

  merge(layer: RubyHash, where: string): void {
    this.data = deepMerge(this.data, this.withCategories(layer));
    if (!this.data.has('date')) return;
    const { timeZone } = this.context.config;
    const given = this.data.get('date');
    const isTime = given instanceof RubyTime && given.offset % 60 === 0;
    const time = isTime ? given : parseTime(toText(given), timeZone, () => this.context.time.epochMs);
    if (time === undefined) {
      const path = this.relativePath;
      const text = toText(given);
      this.mistakes.push({
        say: (place) => diagnose(frontMatterMessages.badDate, { text, where, path }, { place }),
        ...(where === 'YAML front matter' ? { inFrontMatter: ['date'] } : {}),
      });
      this.data.delete('date');
      return;
    }
    // the last merge (of the tags) reads the date as it prints, and prints no fraction of a second
    this.date = timeInZone(wholeSeconds(time).epochMs, timeZone);
    this.data.set('date', this.date);
  }

  private withCategories(layer: RubyHash): RubyHash {
    const given = layer.get('categories');
    if (isNil(given)) return layer;
    const own = typeof given === 'string' ? words(given) : given;
    const known = this.data.get('categories');
    const joined = isArray(known) && isArray(own) ? [...new Set([...known, ...own])] : own;
    return new Map(layer).set('categories', joined);
  }
}

function categoriesMistake(given: Value, strict: boolean): Mistake {
  const facts = { key: 'categories', found: isHash(given) ? 'a mapping' : toText(given), strict };
  const severity = strict ? 'error' : 'warning';
  return {
    say: (place) => diagnose(frontMatterMessages.badCategories, facts, { place, severity }),
    inFrontMatter: ['categories'],
  };
}

/** Ruby can't join a list of categories with anything but a list. */
function canMerge(frontMatter: RubyHash): boolean {
  const given = frontMatter.get('categories');
  return isNil(given) || typeof given === 'string' || isArray(given);
}

function words(text: string): string[] {
  return text.split(/[ \t\r\n\f\v]+/).filter((word) => word !== '');
}

/** Jekyll prints a time and parses it again, by which parts of a second are lost. */
function wholeSeconds(time: RubyTime): RubyTime {
  return new RubyTime(seconds(time) * 1000, time.offset);
}

function seconds(time: RubyTime): number {
  return Math.floor(time.epochMs / 1000);
}
