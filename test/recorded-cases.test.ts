/**
 * Our own inputs and what Jekyll 4.3.1 printed for them: Markdown and Liquid through the public functions, and every
 * template once more as a page of a site.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderLiquid, renderMarkdown } from '../src/index.ts';
import { buildTexts } from './support/temporary-site.ts';

interface MarkdownCase {
  readonly name: string;
  readonly source: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly expected: string;
}

interface LiquidCase {
  readonly name: string;
  readonly template: string;
  /** Front matter, as data or as it is written. */
  readonly page?: Readonly<Record<string, unknown>>;
  readonly front?: string;
  /** The path of the page in the site. */
  readonly file: string;
  readonly expected?: string;
  /** What Jekyll stops with, in place of `expected`. */
  readonly error?: string;
  /** `site` where more is read than the variables of the case. */
  readonly needs?: string;
  /** The text is a stylesheet, which Dart Sass lays out in its own way. */
  readonly compare?: 'css';
}

interface LiquidCases {
  readonly site: {
    readonly context: Record<string, unknown>;
    readonly files: Readonly<Record<string, string>>;
  };
  readonly cases: readonly LiquidCase[];
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'cases/recorded', name), 'utf8'));
const markdown = read('markdown.json') as { readonly cases: readonly MarkdownCase[] };
const liquid = read('liquid.json') as LiquidCases;

test.each(markdown.cases)('Markdown: $name', ({ source, options, expected }) => {
  expect(renderMarkdown(source, options)).toBe(expected);
});

describe('Liquid', () => {
  const includes = Object.fromEntries(
    Object.entries(liquid.site.files)
      .filter(([name]) => name.startsWith('_includes/'))
      .map(([name, text]) => [name.slice('_includes/'.length), text]),
  );
  const alone = liquid.cases.filter(({ needs, compare }) => needs === undefined && compare === undefined);

  test.each(alone)('$name', ({ template, page, expected, error }) => {
    const render = () =>
      renderLiquid(template, { ...liquid.site.context, page: structuredClone(page ?? {}) }, { includes });
    if (error === undefined) expect(render()).toBe(expected);
    else expect(render).toThrow();
  });
});

describe('Liquid in pages', () => {
  const pageText = ({ front, page, template }: LiquidCase): string => {
    const settings =
      front ??
      Object.entries(page ?? {})
        .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}\n`)
        .join('');
    return `---\n${settings}---\n${template}`;
  };
  const buildCases = (cases: readonly LiquidCase[]) =>
    buildTexts({
      ...liquid.site.files,
      ...Object.fromEntries(cases.map((each) => [each.file, pageText(each)])),
    });

  test('a page for each template', async () => {
    const cases = liquid.cases.filter(({ error, compare }) => error === undefined && compare === undefined);
    const site = await buildCases(cases);
    expect(site.result.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    for (const { name, file, expected } of cases) expect(site.read(file), name).toBe(expected);
  });

  test.each(liquid.cases.filter(({ error }) => error !== undefined))(
    'a build ends with an error: $name',
    async (each) => {
      const { result } = await buildCases([each]);
      expect(result.ok).toBe(false);
      expect(result.diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
    },
  );
});
