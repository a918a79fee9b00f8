import { expect, test } from 'vitest';
import { type Diagnostic, DiagnosticError, jekyllSentence } from '../../../../src/diagnostics/diagnostic.ts';
import { createLiquid } from '../../../../src/engines/liquid/engine.ts';
import { noIncludes } from '../../../../src/engines/liquid/host.ts';

const includes = new Map([
  ['bad.html', { file: '_includes/bad.html', text: 'one\n{% nope %}' }],
  ['few.html', { file: '_includes/few.html', text: "{{ 'x' | prepend }}" }],
]);

/** What is told of a page whose body begins on line 4 of `index.md`. */
function toldOf(
  text: string,
  settings: { strictFilters?: boolean; strictVariables?: boolean } = {},
): Diagnostic[] {
  const told: Diagnostic[] = [];
  const engine = createLiquid({
    ...settings,
    host: {
      clock: { now: 0, elapsed: () => 0 },
      timeZone: 'UTC',
      includes: { get: (name) => includes.get(name), names: () => includes.keys() },
      relatives: noIncludes,
      kept: new Map(),
      engines: {},
      site: {
        setting: () => undefined,
        urlOfPath: () => undefined,
        paths: () => [],
        posts: () => [
          {
            relativePath: '_posts/sub/2024-01-02-old.md',
            slug: 'old',
            date: { year: 2024, month: 1, day: 2 },
            url: '/old/',
          },
        ],
      },
      random: () => 0,
      report: (diagnostic) => void told.push(diagnostic),
    },
  });
  try {
    engine.parse({ file: 'index.md', text, startLine: 4 }).render({ globals: new Map() });
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    told.push(...error.diagnostics);
  }
  return told;
}

/** The same in Jekyll's words. */
function sentences(...of: Parameters<typeof toldOf>): (string | undefined)[] {
  return toldOf(...of).map((diagnostic) => jekyllSentence(diagnostic, '/site'));
}

test('what Jekyll learnt after 4.3 has codes of its own', () => {
  const codes = (text: string) => toldOf(text).map(({ code, severity }) => `${severity} ${code}`);
  expect(codes('{% highlight ruby mark_lines=1 %}x{% endhighlight %}')).toEqual(['error liquid/mark-lines']);
  expect(codes('{% post_url 2024-01-02-old %}')).toEqual(['warning liquid/post-by-slug']);
  // the older way does not look at folders
  expect(codes('{% post_url _posts/ml/2024-01-02-old %}')).toEqual(['warning liquid/post-by-slug']);
});

test.each([
  ['a\n{% nope %}', "Liquid Exception: Liquid syntax error (line 2): Unknown tag 'nope' in index.md"],
  [
    '{% include bad.html %}',
    "Liquid Exception: Liquid syntax error (/site/_includes/bad.html line 2): Unknown tag 'nope' included in index.md",
  ],
  [
    '\n{% include few.html %}',
    'Liquid Exception: Liquid error (/site/_includes/few.html line 1): wrong number of arguments (given 1, expected 2) included in index.md',
  ],
  [
    '{% include gone.html %}',
    `Liquid Exception: Could not locate the included file 'gone.html' in any of ["_includes"].`,
  ],
  [
    '{% include ./x.html %}',
    'Liquid Exception: Invalid syntax for include tag. File contains invalid characters or sequences: ./x.html',
  ],
  ['{% link gone.md %}', "Liquid Exception: Could not find document 'gone.md' in tag 'link'."],
  [
    '{% post_url 2024-01-01-gone %}',
    `Liquid Exception: Could not find post "2024-01-01-gone" in tag 'post_url'.`,
  ],
  ['{% post_url gone %}', `Liquid Exception: Could not parse name of post "gone" in tag 'post_url'.`],
  [
    '{% highlight ruby mark_lines=1 %}x{% endhighlight %}',
    'Liquid Exception: Syntax Error for mark_lines declaration. Expected a double-quoted list of integers.',
  ],
])('%j is told in the words of Jekyll too', (text, sentence) => {
  expect(sentences(text)).toEqual([sentence]);
});

test('a post that only its slug finds is deprecated, in the words of Jekyll', () => {
  expect(sentences('{% post_url 2024-01-02-old %}')).toEqual([
    "Deprecation: A call to '{% post_url 2024-01-02-old %}' did not match a post using the new matching method of checking name (path-date-slug) equality.",
  ]);
});

test('where Jekyll says nothing there is nothing to say in its words', () => {
  expect(sentences("{{ 'x' | nope }}")).toEqual([undefined]);
  expect(sentences("\n{{ 'x' | nope }}", { strictFilters: true })).toEqual([
    'Liquid Exception: Liquid error (line 2): undefined filter nope in index.md',
  ]);
  expect(sentences('{{ nope }}', { strictVariables: true })).toEqual([
    'Liquid Exception: Liquid error (line 1): undefined variable nope in index.md',
  ]);
});
