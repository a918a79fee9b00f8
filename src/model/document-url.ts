/** The URL of a document and the key of its file in the destination: Jekyll's templates, placeholders and styles. */

import { extensionOf, folderOf, type OutputKey, toOutputKey, toUrl, type Url } from '../base/paths.ts';
import { type SlugLetters, slugify } from '../ruby/slugify.ts';
import { strftime } from '../ruby/time/strftime.ts';
import { isArray, isNil, type RubyTime, type Value } from '../ruby/values.ts';
import { type Document, fileName, settingOf, stem } from './document.ts';
import type { Collection, StaticFile } from './inventory.ts';
import {
  fillPageTemplate,
  fillTemplate,
  permalinkSuffix,
  type UnknownPlaceholder,
  unescapePath,
} from './url.ts';

/** What a URL depends on besides its document. */
export interface UrlContext {
  /** `permalink:` of the configuration. */
  readonly permalinkStyle: string;
  /** The extension, with its dot, that the converters give to a file's own. */
  readonly outputExtension: (extension: string) => string;
  /** Which characters slugs keep. */
  readonly slugs: SlugLetters;
  /** What becomes of dots at the end of a file's name. */
  readonly trailingDots: 'removed' | 'kept';
  /** Stands in for a document that has no date. */
  readonly siteTime: RubyTime;
}

/** The extension of a document's output: its permalink's if that has one, else what the converters make of its own. */
export function outputExtension(document: Document, context: UrlContext): string {
  const permalink = permalinkOf(document);
  if (permalink !== undefined && !permalink.endsWith('/')) {
    const own = extensionOf(permalink);
    if (own !== '') return own;
  }
  return context.outputExtension(document.extension);
}

function permalinkOf(document: Document): string | undefined {
  const permalink = settingOf(document, 'permalink');
  return isNil(permalink) || permalink === false ? undefined : String(permalink);
}

/** The URL of a page. */
export function pageUrl(page: Document, context: UrlContext): Url {
  const extension = outputExtension(page, context);
  const name = withoutDots(stem(page.path), context);
  const folder = folderOf(page.path);
  const template = permalinkOf(page) ?? pageTemplate(name, extension, context.permalinkStyle);
  return toUrl(
    fillPageTemplate(template, [
      ['path', folder === '' ? '' : `/${folder}`],
      ['basename', name],
      ['output_ext', extension],
    ]),
  );
}

function pageTemplate(name: string, extension: string, style: string): string {
  if (!isHtmlExtension(extension)) return '/:path/:basename:output_ext';
  return name === 'index' ? '/:path/' : `/:path/:basename${permalinkSuffix(style)}`;
}

/** What counts as a page of HTML (`site.html_pages`). */
export function isHtmlExtension(extension: string): boolean {
  return extension === '.html' || extension === '.xhtml' || extension === '.htm';
}

/** The URL of a post or another document of a collection, or the placeholder that its template asks for in vain. */
export function documentUrl(
  document: Document,
  collection: Pick<Collection, 'label' | 'relativeDirectory' | 'metadata'>,
  context: UrlContext,
): Url | UnknownPlaceholder {
  const template = permalinkOf(document) ?? collectionTemplate(collection, context);
  const url = fillTemplate(template, (name) => {
    const format = DATE_PLACEHOLDERS[name];
    if (format !== undefined) return strftime(document.date ?? context.siteTime, format);
    switch (name) {
      case 'collection':
        return collection.label;
      case 'path':
        return cleanedPath(document.relativePath, collection.relativeDirectory, context);
      case 'output_ext':
        return outputExtension(document, context);
      case 'name':
        return slugify(stem(document.path), 'default', false, context.slugs);
      case 'title':
        return slugOf(document, 'pretty', true, context.slugs);
      case 'slug':
        return slugOf(document, 'default', false, context.slugs);
      case 'categories':
        return unique(categoriesOf(document).map((category) => category.toLowerCase())).join('/');
      case 'slugified_categories':
        return unique(
          categoriesOf(document).map((category) => slugify(category, 'default', false, context.slugs)),
        ).join('/');
      default:
        return undefined;
    }
  });
  return typeof url === 'string' ? toUrl(url) : url;
}

/** The placeholders that are parts of the date, with the strftime directive of each. */
const DATE_PLACEHOLDERS: Readonly<Record<string, string>> = {
  __proto__: null as never,
  year: '%Y',
  short_year: '%y',
  month: '%m',
  i_month: '%-m',
  short_month: '%b',
  long_month: '%B',
  day: '%d',
  i_day: '%-d',
  y_day: '%j',
  w_year: '%G',
  week: '%V',
  w_day: '%u',
  short_day: '%a',
  long_day: '%A',
  hour: '%H',
  minute: '%M',
  second: '%S',
};

function collectionTemplate(collection: Pick<Collection, 'metadata'>, context: UrlContext): string {
  const permalink = collection.metadata.get('permalink');
  return isNil(permalink)
    ? `/:collection/:path${permalinkSuffix(context.permalinkStyle)}`
    : String(permalink);
}

/** The URL of a static file: its path, or its collection's template around it. */
export function staticFileUrl(
  file: StaticFile,
  collection: Pick<Collection, 'label' | 'relativeDirectory' | 'metadata'> | undefined,
  context: UrlContext,
): Url {
  const extension = extensionOf(file.path);
  if (collection === undefined) {
    return toUrl(
      withoutDots(file.relativePath.slice(0, file.relativePath.length - extension.length), context) +
        extension,
    );
  }
  const values = new Map([
    ['collection', collection.label],
    ['path', cleanedPath(file.relativePath, collection.relativeDirectory, context)],
    ['output_ext', ''],
    ['name', withoutDots(stem(file.path), context)],
    ['title', ''],
  ]);
  const url = fillPageTemplate(collectionTemplate(collection, context), [...values]);
  return toUrl(url.replace(/\/$/, '') + extension);
}

/** The path inside the collection's folder without extension (Jekyll's `cleaned_relative_path`). */
function cleanedPath(relativePath: string, relativeDirectory: string, context: UrlContext): string {
  const extension = extensionOf(relativePath);
  const path = relativePath.slice(0, relativePath.length - extension.length).replace(relativeDirectory, '');
  return withoutDots(path, context);
}

function withoutDots(path: string, { trailingDots }: UrlContext): string {
  return trailingDots === 'removed' ? path.replace(/\.+$/, '') : path;
}

function slugOf(document: Document, mode: string, cased: boolean, letters: SlugLetters): string {
  const given = document.data.get('slug');
  return slugify(isNil(given) ? stem(fileName(document)) : String(given), mode, cased, letters);
}

function categoriesOf(document: Document): readonly string[] {
  const categories: Value = document.data.get('categories');
  if (isNil(categories)) return [];
  return isArray(categories) ? categories.map(String) : [String(categories)];
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

/** The file of the destination that answers to a URL (`destination` of Jekyll's Page and Document). */
export function outputKey(url: Url, extension: string, isPage: boolean): OutputKey | undefined {
  const path = unescapePath(url);
  if (url.endsWith('/')) return toOutputKey(`${path}index${isPage ? extension : '.html'}`);
  return toOutputKey(path.endsWith(extension) ? path : path + extension);
}
