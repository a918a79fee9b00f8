import { describe, expect, it } from 'vitest';
import { run, type TestOptions } from './engine-for-tests.ts';

/** A template with `‸` where the mistake is to be shown, and the code that it must have. */
type Mistake = readonly [template: string, code: string, options?: TestOptions];

const includes = {
  'card.html': '<b>{{ include.title }}</b>',
  'broken.html': 'one\n{% if x %}\n',
  'failing.html': 'one\ntwo {{ 1 | divided_by: 0 }}',
  'outer.html': '\n\n{% include failing.html %}',
};

const mistakes: readonly Mistake[] = [
  ['a\n  ‸{% iff x %}{% endif %}', 'liquid/unknown-tag'],
  ['‸{% inlcude card.html %}', 'liquid/unknown-tag'],
  ['‸{% esle %}', 'liquid/unknown-tag'],
  ['‸{% nosuchtag a b %}', 'liquid/unknown-tag'],
  ['{% for x in y %}\n‸{% fro %}\n{% endfor %}', 'liquid/unknown-tag'],
  ['{% liquid\n  echo 1\n  ‸ecko 2\n%}', 'liquid/unknown-tag'],
  ['text\n‸{% if a %}\nyes', 'liquid/unclosed-tag'],
  ['‸{% for a in b %}', 'liquid/unclosed-tag'],
  [
    '{% if a %}‸{% for a in b %}{% endif %}'.replace(
      '‸{% for a in b %}{% endif %}',
      '{% for a in b %}‸{% endif %}',
    ),
    'liquid/wrong-end',
  ],
  ['‸{% capture x %}text', 'liquid/unclosed-tag'],
  ['‸{% raw %}{{ x }}', 'liquid/unclosed-tag'],
  ['‸{% comment %} x', 'liquid/unclosed-tag'],
  ['‸{% highlight ruby %}x', 'liquid/unclosed-tag'],
  ['‸{% case x %}{% when 1 %}', 'liquid/unclosed-tag'],
  ['‸{% unless x %}', 'liquid/unclosed-tag'],
  ['{% if a %}x‸{% endfi %}', 'liquid/wrong-end'],
  ['{% for a in b %}\n ‸{% endif %}', 'liquid/wrong-end'],
  ['{% unless a %}x‸{% endif %}', 'liquid/wrong-end'],
  ['x ‸{% endif %}', 'liquid/stray-end'],
  ['x ‸{% endfor %} y', 'liquid/stray-end'],
  ['‸{% else %}', 'liquid/stray-end'],
  ['‸{% elsif x %}', 'liquid/stray-end'],
  ['{% for a in b %}‸{% when 1 %}{% endfor %}', 'liquid/stray-end'],
  ['a ‸{% if x', 'liquid/unterminated'],
  ['a\nb ‸{{ x }', 'liquid/unterminated'],
  ['a ‸{{ x', 'liquid/unterminated'],
  ['‸{{ x } y }}', 'liquid/unterminated'],
  ['‸{% %}', 'liquid/unterminated'],
  ['‸{% assign x %}', 'liquid/tag-syntax'],
  ['‸{% assign = 3 %}', 'liquid/tag-syntax'],
  ['‸{% capture %}x{% endcapture %}', 'liquid/tag-syntax'],
  ['‸{% for x of y %}{% endfor %}', 'liquid/tag-syntax'],
  ['‸{% for %}{% endfor %}', 'liquid/tag-syntax'],
  ['‸{% if %}x{% endif %}', 'liquid/tag-syntax'],
  [
    '{% if a %}\n‸{% elsif %}x{% endif %}'.replace('\n‸', '\n').replace('{% if a', '‸{% if a'),
    'liquid/tag-syntax',
  ],
  ['‸{% case %}{% endcase %}', 'liquid/tag-syntax'],
  ['{% case x %}‸{% when %}{% endcase %}', 'liquid/tag-syntax'],
  ['{% case x %}{% when 1 %}‸{% else y %}{% endcase %}', 'liquid/tag-syntax'],
  ['‸{% cycle %}', 'liquid/tag-syntax'],
  ['‸{% include %}', 'liquid/tag-syntax'],
  ['‸{% highlight %}x{% endhighlight %}', 'liquid/tag-syntax'],
  ['‸{% raw x %}y{% endraw %}', 'liquid/tag-syntax'],
  ['‸{% tablerow x %}{% endtablerow %}', 'liquid/tag-syntax'],
  ['‸{% render x %}', 'liquid/tag-syntax'],
  ['‸{% link %}', 'liquid/tag-syntax'],
  ['{% include ‸crad.html %}', 'liquid/include-missing'],
  ['a\n{% include   ‸missing/card.html title="x" %}', 'liquid/include-missing'],
  ['{% include_relative ‸part.md %}', 'liquid/include-missing'],
  ['{% include ‸../card.html %}', 'liquid/include-name'],
  ['{% include card.html ‸title= %}', 'liquid/include-parameters'],
  ['{% include card.html title="a" ‸year=“b” %}', 'liquid/include-parameters'],
  ['{{ page.title | ‸upcase: 1, 2 }}', 'liquid/filter-arguments'],
  ['{{ page.title | upcase | ‸replace }}', 'liquid/filter-arguments'],
  ['x\ny {{ 5 | ‸divided_by: 0 }}', 'liquid/division-by-zero'],
  ['{{ "a" | ‸slice: "b" }}', 'liquid/not-an-integer'],
  ['{% if "2" ‸< 10 %}{% endif %}', 'liquid/incomparable'],
  ['{% if 1 ‸= 1 %}{% endif %}', 'liquid/unknown-operator'],
  ['{% if page.list ‸has "x" %}{% endif %}', 'liquid/unknown-operator'],
  ['{{ page.none | ‸sort: "x" }}', 'liquid/filter-input'],
  [String.raw`{{ "abc" | ‸replace: "b", "\k<name>" }}`, 'liquid/filter-input'],
  [String.raw`{{ "abc" | ‸replace_first: "b", "\k<name" }}`, 'liquid/filter-input'],
  ['{{ "not a date" | ‸date_to_string }}', 'liquid/invalid-date'],
  ['{% link ‸nope.md %}', 'liquid/link-missing'],
  ['{% post_url ‸hello %}', 'liquid/post-name'],
  ['{% post_url ‸2024-01-02-hello %}', 'liquid/post-missing'],
  ['{{ page.title | ‸upcas }}', 'liquid/unknown-filter'],
  ['{{ page.title | ‸upcas }}', 'liquid/unknown-filter', { strictFilters: true }],
  ['‸{{ pag.title }}', 'liquid/undefined-variable', { strictVariables: true }],
  ['{{ page.title ‸foo }}', 'liquid/malformed'],
  ['{{ page.title | upcase ‸foo }}', 'liquid/malformed', { errorMode: 'strict' }],
  ['{% if a ‸&& b %}{% endif %}', 'liquid/malformed'],
  ['{% for a in b ‸limt:3 %}{% endfor %}', 'liquid/malformed'],
];

describe('every mistake is told with its code, line, column and a hint, and without a stack', () => {
  it.each(mistakes.map(([marked, code, options]) => ({ marked, code, options })))(
    '$code in $marked',
    ({ marked, code, options = {} }) => {
      const at = marked.indexOf('‸');
      const text = marked.replace('‸', '');
      const before = text.slice(0, at).split('\n');
      const { diagnostics } = run(text, { includes, file: '_pages/about.md', startLine: 5, ...options });
      const first = code === 'liquid/unknown-operator' ? diagnostics.at(-1) : diagnostics[0];
      expect(first?.code).toBe(code);
      expect(first?.place).toMatchObject({ file: '_pages/about.md', line: before.length + 4 });
      if (code !== 'liquid/undefined-variable') expect(first?.place?.column).toBe(before.at(-1)!.length + 1);
      expect(first?.hint ?? '').not.toBe('');
      expect(first?.message).not.toMatch(/\n\s+at |\.$/);
    },
  );

  it('counts at least sixty of them', () => {
    expect(mistakes.length).toBeGreaterThanOrEqual(60);
  });
});

describe('the way to a mistake', () => {
  it('names the include that does not parse, and the tag that brought it', () => {
    const { diagnostics } = run('a\n{% include broken.html %}', { includes });
    expect(diagnostics[0]).toMatchObject({
      code: 'liquid/unclosed-tag',
      place: { file: '_includes/broken.html', line: 2, column: 1 },
      trail: [{ kind: 'include', place: { file: 'page.md', line: 2, column: 1 } }],
    });
  });

  it('is told innermost first', () => {
    const { diagnostics } = run('{% include outer.html %}', { includes });
    expect(diagnostics[0]).toMatchObject({
      code: 'liquid/division-by-zero',
      place: { file: '_includes/failing.html', line: 2, column: 12 },
      trail: [
        { kind: 'include', place: { file: '_includes/outer.html', line: 3, column: 1 } },
        { kind: 'include', place: { file: 'page.md', line: 1, column: 1 } },
      ],
    });
  });
});

describe('hints', () => {
  it.each([
    ['{% if a %}{% endfi %}', 'did you mean `endif`?'],
    ['{% inlcude card.html %}', 'did you mean `include`?'],
    ['{% include crad.html %}', 'did you mean `card.html`?'],
    ['{{ "x" | upcas }}', 'did you mean `upcase`?'],
    ['{% if 1 = 1 %}{% endif %}', 'did you mean `==`?'],
    ['{{ pagee }}', 'did you mean `page`?'],
  ])('%s', (text, hint) => {
    expect(run(text, { includes, context: { page: {} } }).diagnostics[0]?.hint).toBe(hint);
  });
});

describe('several mistakes in one template', () => {
  it('are all told in one run', () => {
    const text = '{% assign x %}\n{% nosuch %}\n{% if %}{% endif %}\n{{ x }\n{% for y in z %}';
    expect(run(text).diagnostics.map(({ place }) => place?.line)).toEqual([1, 2, 3, 4, 5]);
  });

  it('warns of an unknown filter once a file', () => {
    expect(run('{{ 1 | emojify }}{{ 2 | emojify }}').diagnostics).toHaveLength(1);
  });

  it('warns of an unknown variable once a file, where it is printed, not where it is tested', () => {
    expect(
      run('{{ nope }}{{ nope }}{% if other %}{% endif %}{{ other2 | default: 1 }}').diagnostics,
    ).toHaveLength(1);
  });
});
