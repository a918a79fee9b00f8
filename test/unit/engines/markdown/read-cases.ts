/** Reads the cases of test/cases/kramdown: what Markdown goes in, with which options, and what kramdown makes of it. */

import { readdirSync, readFileSync } from 'node:fs';

/** One case of a fixture file. */
export interface MarkdownCase {
  readonly file: string;
  readonly name: string;
  /** What differs from the options that a Jekyll site has. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly source: string;
  readonly html: string;
  /** The code in it is highlighted: it needs the lexers of another engine. */
  readonly needsLexer: boolean;
}

const folder = new URL('../../../cases/kramdown/', import.meta.url);

/**
 * A file is a row of cases. Each begins with `#### case: name`, may have a line `#### options: {json}`, and then has its
 * texts below `#### source` and `#### html`. A text of odd characters is a JSON string below `#### source as json`.
 */
export function readCases(): MarkdownCase[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((file) => parseCases(file, readFileSync(new URL(file, folder), 'utf8')));
}

function parseCases(file: string, text: string): MarkdownCase[] {
  return text
    .split(/^#### case: /m)
    .slice(1)
    .map((part) => {
      const [head = '', ...sections] = part.split(/^#### /m);
      const section = (title: string): string | undefined => {
        const plain = sections.find((each) => each.startsWith(`${title}\n`));
        if (plain !== undefined) return plain.slice(title.length + 1);
        const json = sections.find((each) => each.startsWith(`${title} as json\n`));
        return json === undefined ? undefined : String(JSON.parse(json.slice(title.length + 9)));
      };
      const options = sections.find((each) => each.startsWith('options: '));
      return {
        file,
        name: head.trim(),
        options: options === undefined ? {} : (JSON.parse(options.slice(9)) as Record<string, unknown>),
        source: section('source') ?? '',
        html: section('html') ?? '',
        needsLexer: sections.some((each) => each.startsWith('needs a lexer')),
      };
    });
}
