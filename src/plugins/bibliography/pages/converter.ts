/** A `.bib` file with front matter as a page: its entries as references, the text between them as Markdown. */

import { parseBibtex, referenceWriter } from '../../../plugin/api/bibtex.ts';
import { type Diagnostic, placeAt } from '../../../plugin/api/diagnostics.ts';
import type { Converter } from '../../../plugin/api/plugin.ts';
import { withInherited } from '../library.ts';
import { scholarSettings } from '../settings.ts';
import { findStyle } from '../style.ts';

export const bibConverter: Converter = {
  extensions: ['.bib', '.bibtex'],
  outputExtension: '.html',
  convert(text, page, site) {
    const settings = scholarSettings(site.setting('scholar'));
    // messages name lines of the file, front matter included
    const lines = '\n'.repeat(Math.max(0, page.startLine - 1));
    const source = { file: page.path, text: lines + text };
    const style = findStyle(settings.text('style'), settings, {
      files: site.files,
      report: (mistake) => site.report({ place: placeAt(source, lines.length), ...mistake }),
    });
    const report = (mistake: Diagnostic): void => site.report(mistake);
    const { blocks, entries } = parseBibtex(source, { report });
    const byKey = new Map(entries.map((entry) => [entry.key, entry] as const));
    const write = referenceWriter({ style, decode: settings.decode });
    const pieces: string[] = [];
    let from = lines.length;
    for (const { start, end, entry } of blocks) {
      pieces.push(source.text.slice(from, start));
      pieces.push(entry === undefined ? '' : write(withInherited(entry, byKey, report)));
      from = end + (/^\s*/.exec(source.text.slice(end))?.[0].length ?? 0);
    }
    pieces.push(source.text.slice(from));
    return site.markdown(pieces.join('\n'));
  },
};
