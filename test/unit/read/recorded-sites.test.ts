/** Sites as Jekyll has read them: what Hastie reads must be the same, in the same order. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Config } from '../../../src/model/config.ts';
import type { Inventory } from '../../../src/model/inventory.ts';
import type { Value } from '../../../src/ruby/values.ts';
import { recorded } from '../engines/yaml/recorded.ts';
import { readInMemory } from './site-in-memory.ts';

interface RecordedSite {
  readonly files: Readonly<Record<string, string>>;
  readonly links: Readonly<Record<string, string>>;
  readonly modified: Readonly<Record<string, number>>;
  readonly answers: readonly {
    readonly name: string;
    readonly config: string;
    readonly flags: Readonly<Record<string, string | number | boolean>>;
    readonly read: Readonly<Record<string, readonly unknown[]>>;
  }[];
}

/** Settings that name folders of the machine, and `defaults`, in which Jekyll writes while it reads. */
const local = ['source', 'destination', 'cache_dir', 'config', 'disable_disk_cache', 'defaults'];

function siteAt(name: string): RecordedSite {
  return JSON.parse(
    readFileSync(new URL(`../../cases/read/${name}.json`, import.meta.url), 'utf8'),
  ) as RecordedSite;
}

function inRecordedForm(config: Config, inventory: Inventory): Record<string, unknown> {
  return {
    config: [...config.values].filter(([key]) => !local.includes(String(key))).map(pair),
    pages: inventory.pages.map((page) => [
      page.relativePath,
      recorded(page.frontMatter),
      recorded(inventory.defaults!.all(page.relativePath, 'pages')),
      page.body.text,
    ]),
    collections: [...inventory.collections].map(([label, { documents }]) => [
      label,
      documents.map(({ relativePath, data, body }) => [relativePath, recorded(data), body.text]),
    ]),
    static: inventory.staticFiles.map(({ collection, relativePath, data }) => [
      collection === undefined ? `/${relativePath}` : relativePath,
      collection ?? '',
      recorded(data),
    ]),
    layouts: [...inventory.layouts].map(([name, layout]) => [
      name,
      `/${layout.path}`,
      recorded(layout.data),
      layout.body.text,
    ]),
    data: recorded(inventory.data),
  };
}

function pair([key, value]: readonly [Value, Value]): unknown {
  return [recorded(key), recorded(value)];
}

describe('what Jekyll reads of a site', () => {
  for (const name of ['everything', 'folders']) {
    const site = siteAt(name);
    for (const answer of site.answers)
      it(`is read of the site "${name}" ${answer.name}`, () => {
        const flags = new Map(Object.entries(answer.flags));
        if (answer.config !== '') flags.set('config', answer.config);
        flags.set('disable_disk_cache', true);
        const { config, inventory } = readInMemory({ ...site, flags });
        const ours = inRecordedForm(config, inventory);
        for (const [part, theirs] of Object.entries(answer.read)) {
          const wanted =
            part === 'config'
              ? theirs.filter((entry) => !isLocal(entry))
              : part === 'collections'
                ? withTexts(theirs)
                : theirs;
          expect({ [part]: ours[part] }).toEqual({ [part]: wanted });
        }
      });
  }
});

function isLocal(entry: unknown): boolean {
  return Array.isArray(entry) && local.includes(String(entry[0]).slice(2));
}

/** Jekyll gives a YAML file of a collection no text at all. */
function withTexts(collections: readonly unknown[]): unknown {
  return (collections as [string, [string, unknown, string | null][]][]).map(([label, documents]) => [
    label,
    documents.map(([path, data, text]) => [path, data, text ?? '']),
  ]);
}
