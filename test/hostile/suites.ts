/** What is attacked with hostile texts: each suite is a part of the program and the families of texts that it is given. */

import { DiagnosticError } from '../../src/diagnostics/diagnostic.ts';
import { inheritFields } from '../../src/engines/bibtex/crossref.ts';
import { decodeLatex } from '../../src/engines/bibtex/latex.ts';
import { parseNames } from '../../src/engines/bibtex/names.ts';
import { parseBibtex } from '../../src/engines/bibtex/parse-bibtex.ts';
import { createCommonMark } from '../../src/engines/commonmark/commonmark.ts';
import { type CommonMarkSettings, EXTENSIONS } from '../../src/engines/commonmark/settings.ts';
import { createLiquid } from '../../src/engines/liquid/engine.ts';
import { createMarkdown, jekyllKramdownDefaults } from '../../src/engines/markdown/markdown.ts';
import { parseYaml } from '../../src/engines/yaml/parse-yaml.ts';
import { JsonMistake, parseJson } from '../../src/files/json-text.ts';
import { extractExcerpt } from '../../src/model/excerpt.ts';
import { parseFragment } from '../../src/plugin/html/parse.ts';
import { printFragment } from '../../src/plugin/html/print.ts';
import { findSlots } from '../../src/plugins/citations/find-slots.ts';
import { jemoji } from '../../src/plugins/jemoji/plugin.ts';
import { mentions } from '../../src/plugins/mentions.ts';
import { TITLED, UNTITLED } from '../../src/plugins/relative-links/link-end.ts';
import { replaceLinks } from '../../src/plugins/relative-links/replace-links.ts';
import { findHeading } from '../../src/plugins/titles-from-headings.ts';
import { createContents } from '../../src/plugins/toc/contents.ts';
import { readSettings } from '../../src/plugins/toc/settings.ts';
import { parseCsv } from '../../src/read/data/csv-rows.ts';
import { readFrontMatter } from '../../src/read/documents/front-matter.ts';
import { toHash } from '../../src/ruby/from-json.ts';
import { parseDateParts } from '../../src/ruby/time/parse-date.ts';
import { parseTime } from '../../src/ruby/time/parse-time.ts';
import { testHost } from '../unit/engines/liquid/engine-for-tests.ts';
import { files as bibtexFiles, texts as latexTexts } from './bibtex/families.ts';
import { csv, json } from './data/families.ts';
import { families as dates } from './dates/families.ts';
import { families as pages } from './html/families.ts';
import { families as links } from './links/families.ts';
import { families as liquidTemplates } from './liquid/families.ts';
import { families as markdown } from './markdown/families.ts';
import { families as files } from './read/families.ts';
import type { Families } from './texts.ts';
import { families as yaml } from './yaml/families.ts';

export interface Suite {
  readonly families: Families;
  /** What is done with a text; `name` is that of its family. */
  readonly work: (text: string, name: string) => unknown;
}

const sink = () => {};
const at = { file: 'a.md', startLine: 1, sink };
const GFM = createMarkdown(jekyllKramdownDefaults);
const kramdown = createMarkdown({ ...jekyllKramdownDefaults, input: 'kramdown', parse_block_html: true });

const commonmark = (options: CommonMarkSettings['options'], extensions: CommonMarkSettings['extensions']) =>
  createCommonMark({ options, extensions }, true, undefined);
const COMMONMARK = [
  commonmark(new Set(), new Set()),
  commonmark(new Set(['SMART', 'FOOTNOTES', 'UNSAFE']), new Set(EXTENSIONS)),
];

const liquid = (['lax', 'warn', 'strict'] as const).map((errorMode) =>
  createLiquid({ host: testHost({ includes: { 'a.html': 'a' } }, sink), errorMode }),
);
const globals = toHash({ a: 'b', list: [1, 2] });
const withoutMistakes = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    if (error instanceof DiagnosticError || error instanceof JsonMistake) return error.message;
    throw error;
  }
};
let templates = 0;
const rendered = (template: string): unknown =>
  liquid.map((engine) =>
    withoutMistakes(() =>
      engine
        // an engine keeps what it has parsed: no template is the one before
        .parse({ file: 'a.html', text: `${template}\n${templates++}`, startLine: 1 })
        .render({ globals: globals }),
    ),
  );

const page = { written: true, outputExtension: '.html', get: () => undefined, data: new Map(), path: 'a.md' };
const site = { config: () => undefined, print: String };
const transformed = (plugin: typeof mentions, html: string): unknown =>
  plugin.transform?.(html, page as never, site as never);
await jemoji.load?.();

const noted = (text: string) => ({ file: 'a', text });

export const suites: Readonly<Record<string, Suite>> = {
  'Markdown as GFM': { families: markdown, work: (text) => GFM.render(text, at) },
  'Markdown as kramdown': { families: markdown, work: (text) => kramdown.render(text, at) },
  CommonMark: { families: markdown, work: (text) => COMMONMARK.map((engine) => engine.render(text)) },
  Liquid: { families: liquidTemplates, work: (text) => rendered(text) },
  YAML: { families: yaml, work: (text) => parseYaml(noted(text), { zone: 'UTC' }).diagnostics },
  BibTeX: {
    families: bibtexFiles,
    work: (text) => {
      const { entries } = parseBibtex(noted(text), { report: sink });
      const byKey = new Map(entries.map((entry) => [entry.key, entry]));
      return entries.map((entry) => inheritFields(entry, (key) => byKey.get(key)));
    },
  },
  LaTeX: { families: latexTexts, work: (text) => [decodeLatex(text), decodeLatex(text, { html: true })] },
  'names of people': { families: latexTexts, work: (text) => parseNames(text) },
  CSV: { families: csv, work: (text) => [parseCsv(text, ','), parseCsv(text, '\t')] },
  JSON: { families: json, work: (text) => withoutMistakes(() => parseJson(text)) },
  dates: { families: dates, work: (text) => [parseDateParts(text), parseTime(text, 'UTC', 0)] },
  'front matter': {
    families: files,
    work: (text) => readFrontMatter(noted(text), { zone: 'UTC', scalars: 'psych', strict: true }).diagnostics,
  },
  excerpts: {
    families: files,
    work: (text) =>
      (['used', 'all'] as const).map(
        (which) => extractExcerpt(text, '\n\n', (tag) => tag !== 'assign', which).text,
      ),
  },
  'titles from headings': { families: files, work: (text) => findHeading(text) },
  'relative links': {
    families: links,
    work: (text) => [TITLED, UNTITLED].map((tails) => replaceLinks(text, tails, (path) => `/${path}`)),
  },
  fragments: { families: pages, work: (text) => printFragment(parseFragment(text)) },
  mentions: { families: pages, work: (text) => transformed(mentions, text) },
  emoji: { families: pages, work: (text) => transformed(jemoji, text) },
  'tables of contents': {
    families: pages,
    work: (text) => {
      const contents = createContents(text, readSettings(new Map()));
      return contents.list() + contents.anchored();
    },
  },
  'citation slots': { families: pages, work: (text) => findSlots(text) },
};
