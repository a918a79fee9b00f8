/** jekyll-titles-from-headings: a page without a title takes that of its first heading, as in version 0.5. */

import { type DocumentView, definePlugin, type SiteView } from '../plugin/api/plugin.ts';

interface Heading {
  readonly title: string;
  /** Behind it. */
  readonly end: number;
}

/**
 * A heading at the very beginning: up to three hashes, or a line underlined. The gem looks for
 * `/\A\s*(?:#{1,3}\s+(.*)|(.*)\n[-=]+\s*)$/`, which takes the square of a line of spaces; this takes one pass.
 */
export function findHeading(text: string): Heading | undefined {
  const start = text.search(/\S/);
  if (start < 0) return undefined;
  const hashes = matchAt(/#{1,3}\s+/y, text, start);
  if (hashes !== '') {
    const from = start + hashes.length;
    return { title: text.slice(from, lineEnd(text, from)), end: lineEnd(text, from) };
  }
  const newline = lineEnd(text, start);
  const end = endOfUnderline(text, newline);
  if (end !== undefined) return { title: text.slice(start, newline), end };
  // a rule below a blank line underlines that
  const blank = text[start - 1] === '\n' ? endOfUnderline(text, start - 1) : undefined;
  return blank === undefined ? undefined : { title: '', end: blank };
}

/** Behind the line of hyphens or equals signs that begins behind a line end, and the blank lines below it but the last line end. */
function endOfUnderline(text: string, newline: number): number | undefined {
  const line = matchAt(/[-=]+/y, text, newline + 1);
  if (line === '') return undefined;
  const from = newline + 1 + line.length;
  const space = matchAt(/\s+/y, text, from);
  if (from + space.length === text.length) return text.length;
  const last = space.lastIndexOf('\n');
  return last < 0 ? undefined : from + last;
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline < 0 ? text.length : newline;
}

/** What a sticky pattern matches at a place; empty where it does not. */
function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

export const titlesFromHeadings = definePlugin({
  name: 'jekyll-titles-from-headings',
  settings: {
    titles_from_headings: {
      type: 'hash',
      doc: 'How pages without a title take that of their first heading.',
      keys: {
        enabled: { type: 'boolean', default: true, doc: 'Whether they do.' },
        strip_title: { type: 'boolean', default: false, doc: 'Takes the heading out of the text.' },
        collections: {
          type: 'boolean',
          default: false,
          doc: 'Does so in the documents of collections, too.',
        },
      },
    },
  },
  priority: 'lowest',
  generate(site, generation) {
    const setting = (name: string) => site.config('titles_from_headings', name);
    if (setting('enabled') === false) return;
    const documents = setting('collections') === true ? site.documents.filter(({ written }) => written) : [];
    for (const document of [...site.pages, ...documents]) {
      if (!site.isMarkdown(document.extension) || hasTitle(document)) continue;
      const strips = document.data.has('strip_title')
        ? document.get('strip_title') === true
        : setting('strip_title') === true;
      const heading = findHeading(document.text);
      const title = heading === undefined ? document.get('title') : titleOf(heading, site);
      const text = strips ? document.text.slice(heading?.end ?? 0).trim() : undefined;
      generation.amend(document, { title }, text);
    }
  },
});

/** The title of a collection's document may be made of its file's name, so its heading counts more. */
function hasTitle(document: DocumentView): boolean {
  const title = document.get('title');
  return document.kind === 'page' && title !== undefined && title !== null;
}

function titleOf({ title }: Heading, site: SiteView): string {
  const plain = ['markdownify', 'strip_html', 'normalize_whitespace'].reduce(
    (value, name) => site.print(site.filter(name, value)),
    title.replace(/\r$/, ''),
  );
  // footnote marks are still there
  return plain.replace(/\[\^[^\]]*\]/g, '');
}
