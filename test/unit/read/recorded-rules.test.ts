/** Jekyll's and Ruby's rules for fences, names, globs and CSV, in hundreds of recorded cases. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../../src/read/data/csv-rows.ts';
import { nameParts, titleOfSlug } from '../../../src/read/documents/file-name.ts';
import { findFences } from '../../../src/read/documents/front-matter.ts';
import { fnmatch } from '../../../src/ruby/paths/fnmatch.ts';

interface Rules {
  readonly fences: readonly { readonly text: string; readonly block?: string; readonly body?: string }[];
  readonly globs: readonly (readonly [pattern: string, path: string, matches: boolean])[];
  readonly csv: readonly {
    readonly text: string;
    readonly separator: ',' | '\t';
    readonly rows: readonly (readonly (readonly [string | null, string | null])[])[] | null;
  }[];
  readonly names: readonly {
    readonly path: string;
    readonly date: string | null;
    readonly slug: string;
    readonly extension: string | null;
    readonly title: string;
  }[];
}

const rules = JSON.parse(
  readFileSync(new URL('../../cases/read/rules.json', import.meta.url), 'utf8'),
) as Rules;

describe('the rules of Jekyll and Ruby', () => {
  it('say where front matter begins and ends', () => {
    for (const { text, block, body } of rules.fences) {
      const found = findFences(text);
      const ours = found && { block: text.slice(0, found.to), body: text.slice(found.body) };
      expect({ text, ...ours }).toEqual({ text, ...(block === undefined ? {} : { block, body }) });
    }
  });

  it('say which paths a pattern matches', () => {
    for (const [pattern, path, matches] of rules.globs)
      expect([pattern, path, fnmatch(pattern, path)]).toEqual([pattern, path, matches]);
  });

  it('say what the name of a file tells', () => {
    for (const { path, date, slug, extension, title } of rules.names) {
      const parts = nameParts(path);
      const ours = { date: parts.date ?? null, slug: parts.slug, extension: parts.extension ?? null };
      expect({ path, ...ours, title: titleOfSlug(parts.slug) }).toEqual({
        path,
        date,
        slug,
        extension,
        title,
      });
    }
  });

  it('say what the rows of CSV are', () => {
    for (const { text, separator, rows } of rules.csv) {
      const table = parseCsv(text, separator);
      const [headers, ...others] = table.rows;
      const names = headers?.fields.map((field) => field.text) ?? [];
      const ours = others.map(({ fields }) => {
        const row = new Map<string | null, string | null>();
        for (let i = 0; i < Math.max(names.length, fields.length); i++) {
          const name = names[i] ?? null;
          if (!row.has(name)) row.set(name, fields[i]?.text ?? null);
        }
        return [...row];
      });
      expect({ text, rows: table.mistake === undefined ? ours : null }).toEqual({ text, rows });
    }
  });
});
