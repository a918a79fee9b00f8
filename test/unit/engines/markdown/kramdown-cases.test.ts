import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  createMarkdown,
  jekyllKramdownDefaults,
  renderMarkdown,
} from '../../../../src/engines/markdown/markdown.ts';
import { readCases } from './read-cases.ts';

const cases = readCases();

describe.each([...new Set(cases.map(({ file }) => file))])('kramdown prints %s as recorded', (file) => {
  for (const { name, options, source, html, needsLexer } of cases.filter((each) => each.file === file))
    it.skipIf(needsLexer)(name, () => {
      expect(createMarkdown({ ...jekyllKramdownDefaults, ...options }).render(source)).toBe(html);
    });
});

interface Recorded {
  readonly cases: readonly {
    name: string;
    source: string;
    options: Record<string, unknown>;
    expected: string;
  }[];
}

const shared = new URL('../../../../../shared/conformance/kramdown.json', import.meta.url);
const withLexers = /rouge|highlight|options3|backticks_syntax|gfm\/codeblock_fenced/;

describe.skipIf(!existsSync(shared))("kramdown's own cases, where they are at hand", () => {
  it('print as kramdown prints them', () => {
    const { cases: recorded } = JSON.parse(readFileSync(shared, 'utf8')) as Recorded;
    const failing = recorded.filter((each) => renderMarkdown(each.source, each.options) !== each.expected);
    expect(failing.map(({ name }) => name).filter((name) => !withLexers.test(name))).toEqual([]);
  });
});
