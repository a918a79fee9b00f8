/** jekyll-titles-from-headings: a page without a title takes that of its first heading, as in version 0.5. */

import { type DocumentView, definePlugin, type SiteView } from '../plugin/api/plugin.ts';

/** A heading at the very beginning: up to three hashes, or a line underlined. */
const HEADING = /^\s*(?:#{1,3}\s+([^\n]*)|([^\n]*)\n[-=]+\s*)(?=\n|$)/;

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
      const title = headingOf(document.text, site) ?? document.get('title');
      const text = strips ? document.text.replace(HEADING, '').trim() : undefined;
      generation.amend(document, { title }, text);
    }
  },
});

/** The title of a collection's document may be made of its file's name, so its heading counts more. */
function hasTitle(document: DocumentView): boolean {
  const title = document.get('title');
  return document.kind === 'page' && title !== undefined && title !== null;
}

function headingOf(text: string, site: SiteView): string | undefined {
  const found = HEADING.exec(text);
  if (found === null) return undefined;
  const plain = ['markdownify', 'strip_html', 'normalize_whitespace'].reduce(
    (value, name) => site.print(site.filter(name, value)),
    (found[1] ?? found[2] ?? '').replace(/\r$/, ''),
  );
  // footnote marks are still there
  return plain.replace(/\[\^[^\]]*\]/g, '');
}
