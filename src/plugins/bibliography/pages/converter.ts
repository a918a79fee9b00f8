/** A `.bib` file with front matter as a page: its entries as references, the text between them as Markdown. */

import { formatReference, parseBibtex } from '../../../plugin/api/bibtex.ts';
import type { Converter } from '../../../plugin/api/plugin.ts';
import { scholarSettings } from '../settings.ts';
import { findStyle } from '../style.ts';

export const bibConverter: Converter = {
  extensions: ['.bib', '.bibtex'],
  outputExtension: '.html',
  convert(text, page, site) {
    const settings = scholarSettings(site.setting('scholar'));
    const style = findStyle(settings.text('style'), settings, site);
    // messages name lines of the file, front matter included
    const lines = '\n'.repeat(Math.max(0, page.startLine - 1));
    const source = { file: page.path, text: lines + text };
    const { blocks } = parseBibtex(source, { report: (mistake) => site.report(mistake) });
    const pieces: string[] = [];
    let from = lines.length;
    for (const { start, end, entry } of blocks) {
      pieces.push(source.text.slice(from, start));
      pieces.push(entry === undefined ? '' : formatReference(entry, { style, decode: settings.decode }));
      from = end + (/^\s*/.exec(source.text.slice(end))?.[0].length ?? 0);
    }
    pieces.push(source.text.slice(from));
    return site.markdown(pieces.join('\n'));
  },
};
