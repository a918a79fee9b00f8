/** The engines that read pages and their front matter, under attack. */

import { type Diagnostic, DiagnosticError } from '../../../src/diagnostics/diagnostic.ts';
import { createCommonMark } from '../../../src/engines/commonmark/commonmark.ts';
import { readCommonMarkSettings } from '../../../src/engines/commonmark/settings.ts';
import { highlightJsLexer } from '../../../src/engines/highlight/highlight-js.ts';
import { createHighlighter } from '../../../src/engines/highlight/highlighter.ts';
import { createLiquid } from '../../../src/engines/liquid/engine.ts';
import { createMarkdown, jekyllKramdownDefaults } from '../../../src/engines/markdown/markdown.ts';
import { parseYaml } from '../../../src/engines/yaml/parse-yaml.ts';
import { readFrontMatter } from '../../../src/read/documents/front-matter.ts';
import { toHash } from '../../../src/ruby/from-json.ts';
import { families as liquidTemplates } from '../../hostile/liquid/families.ts';
import { families as markdownTexts } from '../../hostile/markdown/families.ts';
import { families as yamlTexts } from '../../hostile/yaml/families.ts';
import { testHost } from '../../unit/engines/liquid/engine-for-tests.ts';
import { readCases } from '../../unit/engines/markdown/read-cases.ts';
import { type Engine, FILE } from './engine.ts';
import { casesIn, type Language, shortTexts } from './texts.ts';

const MARKDOWN: Language = {
  texts: [...readCases().map(({ source }) => source), ...shortTexts(markdownTexts)],
  pieces: [
    ...[
      '# ',
      '## ',
      '> ',
      '- ',
      '* ',
      '+ ',
      '1. ',
      '    ',
      '\n\n',
      '  \n',
      '---\n',
      '===\n',
      '***',
      '**',
      '*',
      '_',
    ],
    ...[
      '`',
      '``',
      '```\n',
      '~~~ ruby\n',
      '[',
      ']',
      '](',
      '](b)',
      '[a]: b\n',
      '[^1]',
      '[^1]: ',
      '*[a]: ',
      '![',
    ],
    ...[
      '<b>',
      '</b>',
      '<div>',
      '</div>',
      '<div markdown="1">',
      '<!--',
      '-->',
      '<?',
      '<a b="',
      '&amp;',
      '&#',
      '<http://a',
    ],
    ...[
      '{: .a}',
      '{:toc}',
      '{:',
      '{::comment}',
      '{:/}',
      '{::nomarkdown}',
      '{::options auto_ids="false" /}',
      '{:a: .b}',
    ],
    ...[
      '| a | b |\n',
      '|---|:-:|\n',
      '|',
      '\n: ',
      ': ',
      '$$',
      '^\n',
      '--',
      '...',
      '<<',
      '"',
      "'",
      '\\',
      '- [ ] ',
      '<pre>',
    ],
  ],
};

export const markdown: Engine = {
  name: 'markdown',
  counted: 'Markdown texts',
  weight: 3,
  open() {
    const { highlight } = createHighlighter({ loadFallback: () => highlightJsLexer });
    const ports = { highlighter: highlight };
    const kramdowns = [
      createMarkdown(jekyllKramdownDefaults, ports),
      createMarkdown({ ...jekyllKramdownDefaults, input: 'kramdown', parse_block_html: true }, ports),
      createMarkdown({ ...jekyllKramdownDefaults, hard_wrap: true, parse_span_html: false, auto_ids: false }),
    ];
    const extensions = ['table', 'strikethrough', 'autolink', 'tasklist', 'tagfilter'];
    const settings = readCommonMarkSettings(['SMART', 'FOOTNOTES', 'UNSAFE'], extensions, () => {});
    const commonMark = createCommonMark(settings, true, highlight);
    return {
      language: MARKDOWN,
      read(text, number) {
        const told: Diagnostic[] = [];
        const kramdown = kramdowns[number % 4];
        if (kramdown === undefined) commonMark.render(text);
        else kramdown.render(text, { file: FILE, startLine: 1, sink: (each) => told.push(each) });
        return told;
      },
    };
  },
};

const templatesIn = (path: string): readonly string[] =>
  (JSON.parse(casesIn(path)) as { cases: { template: string }[] }).cases.map(({ template }) => template);

export const LIQUID: Language = {
  texts: [
    ...['liquid/jekyll.json', 'liquid/lax.json', 'liquid/random.json', 'recorded/liquid.json'].flatMap(
      templatesIn,
    ),
    ...shortTexts(liquidTemplates),
  ],
  pieces: [
    ...[
      '{%',
      '%}',
      '{{',
      '}}',
      '{%-',
      '-%}',
      '|',
      ':',
      '"',
      "'",
      '(',
      ')',
      '..',
      '[',
      ']',
      '{',
      '}',
      '%',
      '==',
    ],
    ...[
      'endif',
      'if',
      'elsif',
      'unless',
      'for',
      'in',
      'raw',
      'endraw',
      'comment',
      'liquid',
      'case',
      'when',
      'else',
    ],
    ...[
      '{% assign x = ',
      '{% include a.html %}',
      '{% include plain.html x=',
      '{% capture x %}',
      '{% endcapture %}',
    ],
    ...[
      '{% tablerow i in y cols:2 %}',
      '{% endtablerow %}',
      '{% cycle ',
      '{% increment x %}',
      '{% break %}',
      '{% endfor %}',
    ],
    ...[
      '{% highlight ruby linenos %}',
      '{% endhighlight %}',
      '{% link a.md %}',
      '{% post_url 2020-01-01-a %}',
      'forloop.',
    ],
    ...[
      'limit:2',
      'offset:continue',
      'reversed',
      'contains',
      'and',
      'or',
      'nil',
      'blank',
      'empty',
      'true',
      '1',
      '-',
      '1.5',
    ],
    ...[
      '99999999999',
      '| times: 9',
      '| split: ""',
      '| where_exp: "i", "i"',
      '| date: "%s"',
      '| sort',
      '| jsonify',
      '| join',
    ],
    ...[
      '| slice: -1',
      '| group_by: "k"',
      '| divided_by: 0',
      '| modulo: 0',
      '| truncate: -1',
      '| replace: "a"',
      '| map: "k"',
    ],
    ...[
      '| date_to_xmlschema',
      '| date_to_string: "ordinal"',
      '| pluralize',
      '| where: "k", nil',
      '| push: 1',
      '| inspect',
    ],
    ...[
      '| number_of_words: "cjk"',
      '| array_to_sentence_string',
      '| find: "k", 1',
      '| slugify: "ascii"',
      '| url_decode',
    ],
  ],
};

export const liquid: Engine = {
  name: 'liquid',
  counted: 'Liquid templates',
  weight: 3,
  open() {
    const told: Diagnostic[] = [];
    const includes = { 'a.html': '{{ x }}{% include a.html %}', 'plain.html': 'PLAIN {{ include.x }}' };
    const host = testHost(
      { includes, relatives: includes, host: { clock: { now: 0, elapsed: () => performance.now() } } },
      (each) => told.push(each),
    );
    const limits = { renderMs: 2000, output: 1_000_000, text: 1_000_000, items: 100_000, list: 100_000 };
    const engines = (['lax', 'warn', 'strict'] as const).map((errorMode) => {
      const isStrict = errorMode === 'strict';
      return createLiquid({ host, errorMode, limits, strictFilters: isStrict, strictVariables: isStrict });
    });
    const globals = toHash({ x: 'abc', y: [3, 1, 2], page: { a: 1, l: [{ k: 2 }, { k: 1 }, {}] } });
    return {
      language: LIQUID,
      read(text, number) {
        told.length = 0;
        try {
          const page = engines[number % 3]!.parse({ file: FILE, text, startLine: 1 }).render({ globals });
          if (page.length > limits.output) throw new Error('the output is longer than its limit');
        } catch (error) {
          if (!(error instanceof DiagnosticError)) throw error;
          told.push(...error.diagnostics);
        }
        return told.filter(({ place }) => place === undefined || place.file === FILE);
      },
    };
  },
};

const yamlsIn = (path: string): readonly string[] =>
  casesIn(path)
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { yaml: string }).yaml);

const YAML: Language = {
  texts: [...yamlsIn('yaml/psych-fuzz.jsonl'), ...shortTexts(yamlTexts)],
  pieces: [
    ...[
      'a',
      ': ',
      ':',
      '- ',
      '-',
      '\n',
      '\n  ',
      '\t',
      ' ',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      ',',
      '#',
      ' #',
      '|',
      '>',
    ],
    ...[
      '|2-\n',
      '>+\n',
      '&a',
      '*a',
      '!',
      '!!str ',
      '!!binary ',
      '!!timestamp ',
      '%',
      '@',
      '`',
      '?',
      '? ',
      '\\',
      '<<: ',
    ],
    ...[
      '<<: *a',
      '---\n',
      '...\n',
      '%YAML 1.1\n',
      'title: ',
      'date: 2020-01-01 00:00:00 +0100',
      '0x1F',
      '1_000',
      '1:30',
    ],
    ...[
      '~',
      'null',
      'yes',
      '.inf',
      '.nan',
      ':symbol',
      '"\\x',
      '"\\u00',
      'a: &a [*a]',
      '\r',
      '\u0085',
      '\u2028',
      '\0',
    ],
  ],
};

export const yaml: Engine = {
  name: 'yaml',
  counted: 'YAML texts',
  weight: 2,
  open: () => ({
    language: YAML,
    read(text) {
      const { diagnostics, value, placeOf } = parseYaml({ file: FILE, text }, { zone: 'UTC' });
      if (diagnostics.some(({ severity }) => severity === 'error') && value !== null)
        throw new Error('a value in spite of an error');
      if (diagnostics.some(({ code }) => !code.startsWith('yaml/')))
        throw new Error('a code of another area');
      if (!(placeOf(['a', 0]).line >= 1)) throw new Error('a value without a place');
      return diagnostics;
    },
  }),
};

const around = (block: string): string => `---\n${block}\n---\ntext\n`;

export const frontMatter: Engine = {
  name: 'front-matter',
  counted: 'pages with front matter',
  weight: 2,
  open: () => ({
    language: {
      texts: [
        ...YAML.texts.map(around),
        ...[
          '---\nlayout: default\ntitle: A\ndate: 2020-01-01\n---\n# A\n',
          '\n---\ntitle: a\n---\n',
          '--- \na: b\n...\nc',
        ],
        ...[
          '---\ntitle: a\n\n# A\n',
          '—--\ntitle: a\n---\n',
          '----\ntitle: a\n----\n',
          'title: a\n---\nb',
          '---js\na\n---\n',
        ],
      ],
      pieces: [
        ...YAML.pieces,
        '---',
        '---\n',
        '\n---\n',
        '...',
        '----',
        '--',
        '- --',
        '—',
        '\ufeff---\n',
        'layout: ',
        '+++\n',
      ],
    },
    read: (text, number) =>
      readFrontMatter({ file: FILE, text }, { zone: 'UTC', scalars: 'psych', strict: number % 2 === 0 })
        .diagnostics,
  }),
};
