/**
 * Random pages with random includes: with and without reuse, they print, assign, report and read the same.
 * `REUSE_RUNS=20000` tries 20,000.
 */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DiagnosticError } from '../../../../src/diagnostics/diagnostic.ts';
import type { SourceText } from '../../../../src/diagnostics/source-text.ts';
import { createLiquid } from '../../../../src/engines/liquid/engine.ts';
import type { HeardRead, ReadListener, ReadSource } from '../../../../src/engines/liquid/reuse/frame.ts';
import { Drop, type Value } from '../../../../src/ruby/values.ts';
import { testHost } from './engine-for-tests.ts';

const RUNS = Number(process.env.REUSE_RUNS ?? 400);

/** Keeps account of what each page reads, as the tracker does. */
class Account implements ReadSource {
  readonly active = true;
  listener: ReadListener | undefined;
  page = new Set<string>();
  readonly #cells = new Map<string, Cell>();

  field(name: string): void {
    let cell = this.#cells.get(name);
    if (cell === undefined) this.#cells.set(name, (cell = new Cell(name)));
    this.listener?.read(cell);
    this.page.add(name);
  }

  repeat(read: HeardRead): void {
    if (read instanceof Cell) this.field(read.name);
  }

  changing(name: string, again: () => Value, seen: Value): void {
    this.listener?.changing(again, seen);
    this.page.add(`${name}=${String(seen)}`);
  }
}

class Cell implements HeardRead {
  heardBy = 0;
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

class Document extends Drop {
  text: string | undefined;
  readonly #id: string;
  readonly #data: ReadonlyMap<string, Value>;
  readonly #account: Account;

  constructor(id: string, data: ReadonlyMap<string, Value>, account: Account) {
    super();
    this.#id = id;
    this.#data = data;
    this.#account = account;
  }

  get(key: string): Value {
    if (key === 'text') {
      this.#account.changing(`${this.#id} text`, () => this.get(key), this.text);
      return this.text;
    }
    this.#account.field(`${this.#id} ${key}`);
    return this.#data.get(key);
  }

  override keys(): readonly string[] {
    this.#account.field(`${this.#id} keys`);
    return [...this.#data.keys()];
  }

  override identity(): string {
    return this.#id;
  }
}

/** The site of one page: a new object each time that stands for the same. */
class Site extends Drop {
  readonly #docs: readonly Value[];
  readonly #account: Account;

  constructor(docs: readonly Value[], account: Account) {
    super();
    this.#docs = docs;
    this.#account = account;
  }

  get(key: string): Value {
    this.#account.field(`site ${key}`);
    if (key === 'docs') return this.#docs;
    return key === 'list' ? LIST : key === 'title' ? 'S' : undefined;
  }

  override identity(): string {
    return 'site';
  }
}

const LIST: readonly Value[] = ['a', 'b', 'a'];

const name = fc.constantFrom('x', 'y', 'v', 'n');
const value = fc.constantFrom(
  ...['x', 'y', 'v', 'n', 'u', 'content', 'page', 'include', 'include.p', 'include.q', 'page.k', 'page.m'],
  ...['page.text', 'page[x]', 'page.tags', 'page.tags.size', 'page.tags[0]', 'site.title', 'site.docs'],
  ...['site.docs[0]', 'site.docs.first.k', 'site.docs[1].text', 'site.list', 'layout.k', 'forloop.index'],
  ...['forloop.last', 'forloop.parentloop.index', 'forloop', 'v.k', 'v.text', 'x.k', 'include.p.k', '"a"'],
  ...['"k"', '1', '(1..2)', '[x]', 'tablerowloop.col', 'include.p.index', 'y.parentloop.index'],
);
const filters = fc.constantFrom(
  '',
  '',
  '',
  ' | upcase',
  ' | push: forloop',
  ' | default: page.k',
  ' | size',
  ' | first',
);
const list = fc.constantFrom('site.list', 'site.docs', 'page.tags', '(1..2)', 'x', 'include.p', 'page');
const loop = fc.constantFrom('', ' limit: 1', ' offset: continue', ' limit: 1 offset: continue', ' reversed');
const operator = fc.constantFrom('==', '!=', 'contains', '<', 'and', 'or');
const tag = fc.constantFrom(
  '{% increment n %}',
  '{% cycle "1", "2" %}',
  '{% cycle x: "1", "2" %}',
  '{% break %}',
  '{% continue %}',
  '{{ unknown }}',
  '{{ 1 | divided_by: page.zero }}',
  '{{ site.list | sample }}',
  '{% include_relative r.txt %}',
  '{{ site.docs | where_exp: "d", "d.k == page.k" | size }}',
  '{{ site.docs | where: "k", page.k | map: "m" }}',
  '{{ page.k | no_filter }}',
  '{{ page | size }}',
);

function templates(depth: number, files: readonly string[]): fc.Arbitrary<string> {
  const output = fc.tuple(value, filters).map(([of, through]) => `{{ ${of}${through} }}`);
  const assign = fc
    .tuple(name, value, filters)
    .map(([to, of, through]) => `{% assign ${to} = ${of}${through} %}`);
  const leaves = [fc.constantFrom('t', ' '), output, output, assign, tag];
  if (files.length > 0) {
    const file = fc.tuple(
      fc.constantFrom('include', 'include', 'include', 'include_cached', 'render'),
      fc.constantFrom(...files),
    );
    leaves.push(
      ...[1, 2, 3].map(() =>
        fc
          .tuple(file, fc.option(value), fc.option(value))
          .map(([[word, include], p, q]) =>
            word === 'render'
              ? `{% render "${include}" %}`
              : `{% ${word} ${include}${plain(p) ? ` p=${p}` : ''}${plain(q) ? ` q=${q}` : ''} %}`,
          ),
      ),
    );
  }
  const leaf = fc.oneof(...leaves);
  if (depth === 0) return leaf;
  const inner = fc.array(templates(depth - 1, files), { maxLength: 3 }).map((parts) => parts.join(''));
  return fc.oneof(
    { weight: 4, arbitrary: leaf },
    fc.tuple(name, inner).map(([to, body]) => `{% capture ${to} %}${body}{% endcapture %}`),
    fc.tuple(list, loop, inner).map(([of, how, body]) => `{% for v in ${of}${how} %}${body}{% endfor %}`),
    fc.tuple(list, inner).map(([of, body]) => `{% tablerow v in ${of} cols:2 %}${body}{% endtablerow %}`),
    fc
      .tuple(value, operator, value, inner)
      .map(([a, is, b, body]) => `{% if ${a} ${is} ${b} %}${body}{% else %}-{% endif %}`),
    fc.tuple(value, value, inner).map(([a, b, body]) => `{% case ${a} %}{% when ${b} %}${body}{% endcase %}`),
    inner.map((body) => `{% ifchanged %}${body}{% endifchanged %}`),
  );
}

/** What a parameter may be. */
function plain(text: string | null): boolean {
  return text !== null && /^(?:[\w.-]+|".*")$/.test(text);
}

const body = (files: readonly string[], depth = 2): fc.Arbitrary<string> =>
  fc.array(templates(depth, files), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));

const page = fc.record({
  text: fc.nat({ max: 1 }),
  k: fc.constantFrom('a', 'b'),
  m: fc.constantFrom(1, 2),
  tags: fc.constantFrom<readonly string[]>(['a'], ['b', 'a'], []),
  layoutKey: fc.constantFrom('l', 'm'),
  relative: fc.constantFrom('r1', 'r2'),
});

const scripts = fc.record({
  a: body(['b.html', 'c.html']),
  b: body(['c.html']),
  c: body([]),
  texts: fc.tuple(body(['a.html', 'b.html', 'c.html']), body(['a.html', 'b.html'])),
  layout: body(['a.html', 'b.html']),
  pages: fc.array(page, { minLength: 2, maxLength: 5 }),
  keeps: fc.boolean(),
});

type Script = typeof scripts extends fc.Arbitrary<infer T> ? T : never;

const LEFT = '|{{ x }}|{{ y }}|{{ v }}|{{ n }}|{% for v in site.list offset: continue %}{{ v }}{% endfor %}';

interface Outcome {
  readonly lines: readonly unknown[];
  readonly reused: number;
}

/** All that can be seen of the pages of a script. */
function play({ a, b, c, texts, layout, pages, keeps }: Script, reuseIncludes: boolean): Outcome {
  const lines: unknown[] = [];
  const account = new Account();
  let draws = 0;
  const host = testHost({ includes: { 'a.html': a, 'b.html': b, 'c.html': c } }, (told) => lines.push(told));
  const engine = createLiquid({
    reuseIncludes,
    host: {
      ...host,
      reads: account,
      random: () => (draws++ % 3) / 3,
      ...(keeps ? { cachedIncludes: new Map<string, string>() } : {}),
    },
  });
  const docs = pages.map(
    ({ k, m, tags }, at) =>
      new Document(
        `doc${at}`,
        new Map<string, Value>([
          ['k', k],
          ['m', m],
          ['tags', tags],
          ['zero', 3],
        ]),
        account,
      ),
  );
  const relatives = new Map(
    ['r1', 'r2'].map((text) => [text, { file: `${text}.txt`, text: `${text}{{ x }}` }]),
  );
  for (const [at, { text, layoutKey, relative }] of pages.entries()) {
    account.page = new Set();
    const doc = docs[at]!;
    const found: SourceText = relatives.get(relative)!;
    const site = new Site(docs, account);
    const counters = new Map<string, Value>();
    const render = (file: string, source: string, content: Value): string | undefined => {
      const globals = new Map<Value, Value>([
        ['page', doc],
        ['site', site],
        ['content', content],
        ['layout', new Map([['k', layoutKey]])],
      ]);
      try {
        return engine
          .parse({ file, text: source + LEFT, startLine: 1 })
          .render({ globals, counters, host: { relatives: { get: () => found, names: () => [] } } });
      } catch (error) {
        if (!(error instanceof DiagnosticError)) throw error;
        lines.push(error.diagnostics);
        return undefined;
      }
    };
    const own = render(`page${at}.md`, texts[text]!, undefined);
    doc.text = own?.slice(0, 3);
    lines.push(own, render('layout.html', layout, own), [...account.page].sort());
  }
  return { lines, reused: engine.includes.reused };
}

it('random includes print, report and read the same with reuse and without', { timeout: 3_600_000 }, () => {
  let reused = 0;
  let failed = 0;
  fc.assert(
    fc.property(scripts, (script) => {
      const own = play(script, true);
      expect(own.lines).toEqual(play(script, false).lines);
      reused += own.reused;
      if (own.lines.includes(undefined)) failed++;
    }),
    { numRuns: RUNS, seed: Number(process.env.REUSE_SEED ?? 1) },
  );
  // nothing would be proved by includes that are never spared
  expect(reused).toBeGreaterThan(RUNS);
  expect(failed).toBeLessThan(RUNS / 2);
});
