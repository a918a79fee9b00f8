/** What the name of a post's file says: date, slug, extension. */

import { capitalize } from '../../ruby/text.ts';

export interface NameParts {
  /** As written (`2020-1-2`); absent where the name has none. */
  readonly date?: string;
  readonly slug: string;
  /** With its dot; absent where the name has none. */
  readonly extension?: string;
}

const dated = /^(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)(\.[^.]+)$/;

/** The parts of a path. A dot in a folder's name counts where the file has none, as it does for Jekyll. */
export function nameParts(path: string): NameParts {
  const found = matchDated(path);
  if (found !== undefined) {
    const [, date = '', slug = '', extension = ''] = found;
    return { date, slug: withoutDots(slug), extension };
  }
  const dot = path.lastIndexOf('.');
  if (dot < 0 || dot === path.length - 1) return { slug: withoutDots(path.slice(path.lastIndexOf('/') + 1)) };
  const slash = path.lastIndexOf('/', dot);
  return { slug: withoutDots(path.slice(slash + 1, dot)), extension: path.slice(dot) };
}

/** Whether Jekyll takes a file of `_posts` for a post. */
export function isDatedName(path: string): boolean {
  return matchDated(path) !== undefined;
}

/** Whether Jekyll takes a file of `_drafts` for a draft: its path has an extension. */
export function hasExtension(path: string): boolean {
  return /\.[^.]+$/.test(path);
}

function matchDated(path: string): RegExpExecArray | undefined {
  return dated.exec(path) ?? dated.exec(path.slice(path.lastIndexOf('/') + 1)) ?? undefined;
}

function withoutDots(slug: string): string {
  let end = slug.length;
  while (end > 0 && slug[end - 1] === '.') end--;
  return slug.slice(0, end);
}

/** `Utils.titleize_slug`: `my-first-post` becomes `My First Post`. */
export function titleOfSlug(slug: string): string {
  const words = slug.split('-');
  while (words.at(-1) === '') words.pop();
  return words.map(capitalize).join(' ');
}
