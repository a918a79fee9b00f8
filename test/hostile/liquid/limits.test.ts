import { describe, expect, it } from 'vitest';
import type { TestOptions } from '../../unit/engines/liquid/engine-for-tests.ts';
import { run } from '../../unit/engines/liquid/engine-for-tests.ts';

const realClock = { now: 0, elapsed: () => performance.now() };

function codeOf(text: string, options: TestOptions = {}): string | undefined {
  const { output, diagnostics } = run(text, { host: { clock: realClock }, ...options });
  return output === undefined ? diagnostics.at(-1)?.code : undefined;
}

const short: TestOptions = { limits: { renderMs: 300 } };
const small: TestOptions = { limits: { output: 2_000_000, text: 2_000_000, renderMs: 3000 } };

describe('a runaway template is ended with a diagnostic', () => {
  const nested = (name: string, arguments_: string, depth: number) =>
    `{% ${name} ${arguments_} %}`.repeat(depth) + `{% end${name} %}`.repeat(depth);

  it.each([
    ['a huge range', '{% for i in (1..10000001) %}{% endfor %}'],
    ['a huge range of variables', '{% assign n = 999999999999 %}{% for i in (1..n) %}x{% endfor %}'],
    ['a huge range in a filter', '{{ (1..99999999) | join }}'],
    ['a huge range in a tablerow', '{% tablerow i in (1..99999999) %}{% endtablerow %}'],
    ['a huge range in where_exp', '{{ (1..99999999) | where_exp: "i", "i" | size }}'],
  ])('%s', (_, text) => {
    expect(codeOf(text)).toBe('liquid/limit');
  });

  it.each([
    [
      'nested empty loops',
      '{% for i in (1..9999) %}{% for j in (1..9999) %}{% for k in (1..9999) %}{% endfor %}{% endfor %}{% endfor %}',
    ],
    ['an endless loop of includes', '{% for i in (1..9999999) %}{% include a.html %}{% endfor %}'],
    [
      'where_exp in a loop',
      '{% for i in (1..99999) %}{% assign x = (1..9999) | where_exp: "i", "i > 3" %}{% endfor %}',
    ],
    [
      'a loop of conditions',
      '{% for i in (1..9999) %}{% for j in (1..9999) %}{% if i == j %}{% endif %}{% endfor %}{% endfor %}',
    ],
  ])('%s runs out of time', (_, text) => {
    expect(codeOf(text, { ...short, includes: { 'a.html': '' } })).toBe('liquid/limit');
  });

  it.each([
    ['quotes of quotes', `{{ '"'${' | jsonify'.repeat(60)} }}`],
    ['one output alone', `{{ "${'\\'.repeat(900_000)}" | jsonify | jsonify }}`],
  ])('%s', (_, text) => {
    expect(codeOf(text, small)).toBe('liquid/limit');
  });

  it.each([
    [
      'doubling by append',
      '{% assign x = "ab" %}{% for i in (1..99) %}{% assign x = x | append: x %}{% endfor %}',
    ],
    [
      'doubling by prepend',
      '{% assign x = "ab" %}{% for i in (1..99) %}{% assign x = x | prepend: x %}{% endfor %}',
    ],
    [
      'doubling by capture',
      '{% assign x = "ab" %}{% for i in (1..99) %}{% capture x %}{{ x }}{{ x }}{% endcapture %}{% endfor %}',
    ],
    [
      'doubling by replace',
      '{% assign x = "aa" %}{% for i in (1..99) %}{% assign x = x | replace: "a", "aaaa" %}{% endfor %}',
    ],
    [
      'doubling by replacing nothing',
      '{% assign x = "aa" %}{% for i in (1..99) %}{% assign x = x | replace: "", x %}{% endfor %}',
    ],
    [
      'doubling by join',
      '{% assign x = "ab" %}{% for i in (1..99) %}{% assign x = x | split: "" | join: x %}{% endfor %}',
    ],
    ['a page that grows', '{% for i in (1..999999) %}{{ "0123456789012345678901234567890" }}{% endfor %}'],
    ['an include that grows', '{% for i in (1..999999) %}{% include a.html %}{% endfor %}'],
    ['growing numbers', '{% assign x = 9 %}{% for i in (1..99) %}{% assign x = x | times: x %}{% endfor %}'],
  ])('%s ends by its size', (_, text) => {
    expect(codeOf(text, { ...small, includes: { 'a.html': 'x'.repeat(500) } })).toBe('liquid/limit');
  });

  it('lists that double end by their number', () => {
    const text =
      '{% assign x = "a,b" | split: "," %}{% for i in (1..99) %}{% assign x = x | concat: x %}{% endfor %}';
    expect(codeOf(text, { limits: { list: 100_000 } })).toBe('liquid/limit');
  });

  it.each([
    ['if', 'true'],
    ['unless', 'false'],
    ['for', 'i in (1..1)'],
    ['case', '1'],
    ['capture', 'x'],
    ['comment', ''],
    ['ifchanged', ''],
    ['tablerow', 'i in (1..1)'],
  ])('%s nested deeper than 100 is refused, 99 is not', (name, arguments_) => {
    expect(codeOf(nested(name, arguments_, 101))).toBe('liquid/too-deep');
    expect(codeOf(nested(name, arguments_, 99))).toBe(undefined);
    expect(codeOf(nested(name, arguments_, 50_000))).toBe('liquid/too-deep');
  });

  it.each([
    ['brackets', `{{ a${'['.repeat(20_000)}1${']'.repeat(20_000)} }}`],
    ['ranges', `{{ ${'('.repeat(20_000)}1..1${')'.repeat(20_000)} }}`],
    ['where_exp', `{{ x | where_exp: "i", "${'['.repeat(5000)}" }}`],
  ])('nested %s do not exhaust the stack', (_, text) => {
    expect(() => run(text, { context: { x: [1] } })).not.toThrow();
  });

  it('a date with a giant width is refused', () => {
    expect(codeOf('{{ "2024-03-05" | date: "%999999999d" }}')).toBe('liquid/limit');
    expect(codeOf('{{ "2024-03-05" | date: "%99999999999999999999Y" }}')).toBe('liquid/limit');
  });

  it('names the loop that ran away', () => {
    const { diagnostics } = run('{% for paper in (1..10000001) %}{% endfor %}');
    expect(diagnostics[0]?.message).toBe('`for paper` has more than 10,000,000 items');
  });
});

describe('includes that include themselves are told with their ring', () => {
  it.each([
    ['itself', { 'a.html': '{% include a.html %}' }, '_includes/a.html → _includes/a.html'],
    [
      'two',
      { 'a.html': '{% include b.html %}', 'b.html': '{% include a.html %}' },
      '_includes/a.html → _includes/b.html → _includes/a.html',
    ],
    [
      'three',
      {
        'a.html': '{% include b.html %}',
        'b.html': '{% include c.html %}',
        'c.html': '{% include a.html %}',
      },
      '_includes/a.html → _includes/b.html → _includes/c.html → _includes/a.html',
    ],
    [
      'by variable',
      { 'a.html': '{% assign n = "a" %}{% include {{ n }}.html %}' },
      '_includes/a.html → _includes/a.html',
    ],
  ])('%s', (_, includes, ring) => {
    const { diagnostics } = run('{% include a.html %}', { includes });
    expect(diagnostics[0]?.code).toBe('liquid/include-cycle');
    const members = ring.split(' → ');
    for (const member of members) expect(diagnostics[0]?.message).toContain(member);
    expect(diagnostics[0]?.place?.file).toMatch(/^_includes\//);
    expect(diagnostics[0]?.trail?.length).toBeLessThanOrEqual(5);
  });

  it('render tags end the same way', () => {
    const { diagnostics } = run("{% render 'a.html' %}", { includes: { 'a.html': "{% render 'a.html' %}" } });
    expect(diagnostics[0]?.code).toBe('liquid/include-cycle');
  });

  it('an include may call itself under a condition that ends', () => {
    const includes = {
      'a.html':
        '{{ include.n }}{% assign m = include.n | minus: 1 %}{% if m > 0 %}{% include a.html n=m %}{% endif %}',
    };
    expect(run('{% include a.html n=3 %}', { includes }).output).toBe('321');
  });
});

describe('names that climb are refused, whatever the tag', () => {
  const names = [
    '../x.html',
    '../../etc/passwd',
    '/etc/passwd',
    'a/../../x',
    './x.html',
    'a//b.html',
    'a/./b.html',
    '..',
    '.../x',
    'x\\y.html',
    '..\\x',
    'c:\\x',
    'x\0.html',
    'x%2e%2e',
    'a b.html'.replace(' ', '\u00a0'),
    'é.html',
    'file:///etc/passwd',
    'https://example.com/x',
    '~/../x',
    'a..b',
  ];
  it.each(['include', 'include_relative', 'include_cached'])('%s', (tag) => {
    for (const name of names) {
      const read: string[] = [];
      const watched = { get: (wanted: string) => void read.push(wanted), names: () => [] };
      const host = { includes: watched, relatives: watched };
      const { output, diagnostics } = run(`{% ${tag} ${name} %}`, { host });
      expect(output, name).toBe(undefined);
      expect(diagnostics[0]?.code, name).toMatch(
        /^liquid\/(include-name|include-parameters|include-missing)$/,
      );
      if (diagnostics[0]?.code !== 'liquid/include-missing') expect(read, name).toEqual([]);
      const given = run(`{% ${tag} {{ page.f }} %}`, { host, context: { page: { f: name } } });
      expect(given.diagnostics[0]?.code, name).toMatch(/^liquid\/(include-name|include-missing)$/);
    }
  });
});

describe('nothing of the host shows through', () => {
  it.each([
    'constructor',
    '__proto__',
    'prototype',
    'toString',
    'valueOf',
    'hasOwnProperty',
    '__defineGetter__',
    '__lookupGetter__',
    'isPrototypeOf',
    'length',
    'size.constructor',
    'map',
    'get',
    'keys',
    'entries',
    'globalThis',
    'process',
    'require',
    'Function',
    'eval',
  ])('%s is undefined', (name) => {
    const context = { o: { a: 1 }, l: [1], s: 'x', n: 5 };
    for (const object of ['o', 'l', 's', 'n', 'forloop', 'nil']) {
      expect(run(`{{ ${object}.${name} }}{{ ${object}["${name}"] }}`, { context }).output).toBe('');
    }
    expect(run(`{{ ${name} }}`).output).toBe('');
    expect(run(`{{ o | map: "${name}" | join }}`, { context }).output).toBe('');
  });

  it('no filter is found on the prototype', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty'])
      expect(run(`{{ "x" | ${name} }}`).output).toBe('x');
  });
});

describe('hostile text is read in a time that grows with its length', () => {
  const long = 200_000;
  it.each([
    ['open tags', '{% '.repeat(long)],
    ['open outputs', '{{ '.repeat(long)],
    ['quotes', `{{ ${'"'.repeat(long)} }}`],
    ['mixed quotes', `{{ ${'"\''.repeat(long)} }}`],
    ['bars', `{{ a ${'|'.repeat(long)} }}`],
    ['filters', `{{ a ${'| upcase '.repeat(20_000)} }}`],
    ['spaces', `{{ a ${' '.repeat(long)} b }}`],
    ['white space to trim', `a${' \n'.repeat(long)}{%- if x -%}${' \n'.repeat(long)}{% endif %}`],
    ['dots', `{{ a${'.b'.repeat(long)} }}`],
    ['double dots', `{{ (${'..'.repeat(long)}) }}`],
    ['conditions', `{% if a ${'and b '.repeat(20_000)} %}{% endif %}`],
    ['lax conditions', `{% if a ${'&& b '.repeat(20_000)} %}{% endif %}`],
    ['whens', `{% case a %}{% when ${'1, '.repeat(5000)}2 %}{% endcase %}`],
    ['include parameters', `{% include a.html ${'a="b" '.repeat(20_000)} %}`],
    ['broken include parameters', `{% include a.html ${'a="b '.repeat(20_000)} %}`],
    ['script tags', `{{ s | strip_html }}`],
    ['highlight options', `{% highlight ruby ${'a=b '.repeat(20_000)}! %}{% endhighlight %}`],
    ['assign', `{% assign ${'a'.repeat(long)} %}`],
    ['cycle', `{% cycle ${'a:'.repeat(20_000)} %}`],
    ['attributes', `{% for i in x ${'a:'.repeat(20_000)} %}{% endfor %}`],
  ])('%s', (_, text) => {
    const context = { s: '<script<!--<style'.repeat(50_000) };
    const start = process.cpuUsage();
    run(text, { context, includes: { 'a.html': '' } });
    const { user, system } = process.cpuUsage(start);
    // A guillotine, not a measure: quadratic reading would take minutes.
    expect((user + system) / 1e6).toBeLessThan(15);
  });
});
