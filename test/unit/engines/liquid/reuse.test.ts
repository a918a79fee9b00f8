/** Includes that are rendered once for all pages on which they read the same: what counts as the same, and what can't be reused. */

import { describe, expect, it } from 'vitest';
import { type Diagnostic, DiagnosticError } from '../../../../src/diagnostics/diagnostic.ts';
import type { SourceText } from '../../../../src/diagnostics/source-text.ts';
import {
  createLiquid,
  type LiquidEngine,
  type LiquidOptions,
} from '../../../../src/engines/liquid/engine.ts';
import { filter } from '../../../../src/engines/liquid/filter.ts';
import type { HeardRead, ReadListener, ReadSource } from '../../../../src/engines/liquid/reuse/frame.ts';
import { toHash } from '../../../../src/ruby/from-json.ts';
import { Drop, type Value } from '../../../../src/ruby/values.ts';
import { type TestOptions, testHost } from './engine-for-tests.ts';

interface Page {
  readonly text: string;
  readonly context?: Readonly<Record<string, unknown>>;
  readonly globals?: ReadonlyMap<Value, Value>;
  readonly relatives?: ReadonlyMap<string, SourceText>;
}

type Options = TestOptions & Pick<Partial<LiquidOptions>, 'tags' | 'filters'>;

interface Made {
  readonly texts: readonly string[];
  readonly told: readonly Diagnostic[];
  readonly reused: number;
}

function engineOf(options: Options, told: Diagnostic[]): LiquidEngine {
  return createLiquid({ ...options, host: testHost(options, (diagnostic) => void told.push(diagnostic)) });
}

function render(engine: LiquidEngine, pages: readonly Page[]): readonly string[] {
  return pages.map(({ text, context = {}, globals = toHash(context), relatives }, at) =>
    engine.parse({ file: `page${at}.md`, text, startLine: 1 }).render({
      globals,
      ...(relatives && { host: { relatives: { get: (name) => relatives.get(name), names: () => [] } } }),
    }),
  );
}

/** The pages by one engine; they must be as without any reuse, with all that is said. */
function make(pages: readonly Page[], options: Options): Made {
  const told: Diagnostic[] = [];
  const plain: Diagnostic[] = [];
  const engine = engineOf(options, told);
  const texts = render(engine, pages);
  expect(texts).toEqual(render(engineOf({ ...options, reuseIncludes: false }, plain), pages));
  expect(told).toEqual(plain);
  return { texts, told, reused: engine.includes.reused };
}

const INCLUDE = '{% include a.html %}';

describe('an include is rendered once for two pages on which it reads the same, and again for a third one', () => {
  interface Case {
    readonly include: string;
    /** Around the include, where it is not on the page alone. */
    readonly page?: string;
    readonly same: Readonly<Record<string, unknown>>;
    readonly other: Readonly<Record<string, unknown>>;
  }
  const cases: Readonly<Record<string, Case>> = {
    'a variable': { include: '{{ content }}', same: { content: 'a' }, other: { content: 'b' } },
    'a variable that is not there': {
      include: '{% if x %}there{% endif %}',
      same: {},
      other: { x: true },
    },
    'a field of a page': {
      include: '{{ page.kind }}',
      same: { page: { kind: 'a' } },
      other: { page: { kind: 'b' } },
    },
    'a field that has fields': {
      include: '{{ page.author.name }}',
      same: { page: { author: { name: 'A' } } },
      other: { page: { author: { name: 'B' } } },
    },
    'a field by a key': {
      include: '{% assign key = "kind" %}{{ page[key] }}',
      same: { page: { kind: 'a' } },
      other: { page: { kind: 'b' } },
    },
    'a variable by its name': {
      include: '{% assign key = "kind" %}{{ [key] }}',
      same: { kind: 'a' },
      other: { kind: 'b' },
    },
    'the size of a list': { include: '{{ page.size }}', same: { page: [1, 2] }, other: { page: [1] } },
    'a list': {
      include: '{% for tag in page.tags %}{{ tag }}{% endfor %}',
      same: { page: { tags: ['a', 'b'] } },
      other: { page: { tags: ['b', 'a'] } },
    },
    'a hash in its order': {
      include: '{% for pair in page.pairs %}{{ pair[0] }}{% endfor %}',
      same: { page: { pairs: { a: 1, b: 2 } } },
      other: { page: { pairs: { b: 2, a: 1 } } },
    },
    'a float': { include: '{{ page.n }}', same: { page: { n: 1.5 } }, other: { page: { n: 2.5 } } },
    'an assigned variable': {
      page: `{% assign x = page.kind %}${INCLUDE}`,
      include: '{{ x }}',
      same: { page: { kind: 'a' } },
      other: { page: { kind: 'b' } },
    },
    'a captured variable': {
      page: `{% capture x %}{{ page.kind }}{% endcapture %}${INCLUDE}`,
      include: '{{ x }}',
      same: { page: { kind: 'a' } },
      other: { page: { kind: 'b' } },
    },
    'the variable of a loop around it': {
      page: `{% for x in page.list %}${INCLUDE}{% endfor %}`,
      include: '{{ x.name }}',
      same: { page: { list: [{ name: 'a' }] } },
      other: { page: { list: [{ name: 'b' }] } },
    },
    'where a loop around it is': {
      page: `{% for x in page.list %}{% if x %}${INCLUDE}{% endif %}{% endfor %}`,
      include: '{{ forloop.index }}',
      same: { page: { list: [1, false] } },
      other: { page: { list: [false, 1] } },
    },
    'a parameter': {
      page: '{% include a.html x=page.kind %}',
      include: '{{ include.x }}',
      same: { page: { kind: 'a' } },
      other: { page: { kind: 'b' } },
    },
    'all parameters': {
      page: '{% include a.html x=page.kind %}',
      include: '{% for pair in include %}{{ pair }}{% endfor %}',
      same: { page: { kind: 'a' } },
      other: { page: { kind: 'b' } },
    },
    'a counter': {
      page: `{% if page.counts %}{% increment n %}{% endif %}${INCLUDE}`,
      include: '[{{ n }}]',
      same: { n: 0, page: {} },
      other: { n: 0, page: { counts: true } },
    },
    'where a loop has ended': {
      page: `{% for x in page.list limit: page.limit %}{% endfor %}${INCLUDE}`,
      include: '{% for x in page.list limit: 1 offset: continue %}{{ x }}{% endfor %}',
      same: { page: { list: [1, 2, 3], limit: 1 } },
      other: { page: { list: [1, 2, 3], limit: 2 } },
    },
    'whether something equals its own': {
      include: '{% assign own = "/a" %}{% if own == page.url %}here{% else %}there{% endif %}',
      same: { page: { url: '/a' } },
      other: { page: { url: '/b' } },
    },
    'whether a page is of a kind': {
      include: '{% case page.kind %}{% when "a" %}1{% else %}2{% endcase %}',
      same: { page: { kind: 'a' } },
      other: { page: { kind: 'b' } },
    },
    'whether a page has a tag': {
      include: '{% if page.tags contains "a" %}here{% endif %}',
      same: { page: { tags: ['a'] } },
      other: { page: { tags: ['b'] } },
    },
    'what an include in it reads': {
      include: '{% include b.html y=1 %}',
      same: { page: { kind: 'a' } },
      other: { page: { kind: 'b' } },
    },
    'which include is in it': {
      include: '{% include {{ page.file }} %}',
      same: { page: { file: 'c.html' } },
      other: { page: { file: 'd.html' } },
    },
  };
  const includes = { 'b.html': '{{ include.y }}{{ page.kind }}', 'c.html': 'c', 'd.html': 'd' };

  it.each(Object.entries(cases))('%s', (_, { include, page: text = INCLUDE, same, other }) => {
    const pages = [same, structuredClone(same), other].map((context) => ({ text, context }));
    const options = { includes: { ...includes, 'a.html': include } };
    const { texts, reused } = make(pages, options);
    expect(texts[0]).not.toBe(texts[2]);
    expect(reused).toBe(1);
  });

  it('by what a comparison says, not by what it compares', () => {
    const pages = ['/b', '/c', '/a', '/d'].map((url) => ({ text: INCLUDE, context: { page: { url } } }));
    const include =
      '{% assign nav = "/a,/x" | split: "," %}{% for l in nav %}{% if l == page.url %}!{% endif %}{% endfor %}';
    const { texts, reused } = make(pages, { includes: { 'a.html': include } });
    expect(texts).toEqual(['', '', '!', '']);
    expect(reused).toBe(2);
  });

  it('by the value where there are many comparisons', () => {
    const include = '{% for i in (1..99) %}{% if i == page.n %}!{% endif %}{% endfor %}';
    const pages = [1, 1, 2, 98].map((n) => ({ text: INCLUDE, context: { page: { n } } }));
    expect(make(pages, { includes: { 'a.html': include } }).reused).toBe(1);
  });

  it('by the file that include_relative finds', () => {
    const files = ['x', 'y'].map((text) => new Map([['r.txt', { file: `${text}/r.txt`, text }]]));
    const pages = [files[0]!, files[0]!, files[1]!].map((relatives) => ({ text: INCLUDE, relatives }));
    const { texts, reused } = make(pages, { includes: { 'a.html': '{% include_relative r.txt %}' } });
    expect(texts).toEqual(['x', 'x', 'y']);
    // that file itself is another one
    expect(reused).toBe(1);
  });

  it('by an object that stands for something that lasts', () => {
    class Page extends Drop {
      get(key: string): Value {
        return key === 'title' ? 'T' : undefined;
      }
      override identity(): string | undefined {
        return 'page';
      }
    }
    class Passing extends Page {
      override identity(): string | undefined {
        return undefined;
      }
    }
    const [a, b, passing] = [new Page(), new Page(), new Passing()];
    const pages = [a, a, b, passing, passing].map((page) => ({
      text: INCLUDE,
      globals: new Map<Value, Value>([['page', page]]),
    }));
    expect(make(pages, { includes: { 'a.html': '{% assign p = page %}{{ p.title }}' } }).reused).toBe(1);
    expect(make(pages, { includes: { 'a.html': '{{ page.title }}' } }).reused).toBe(4);
  });

  it('by the texts that include_cached finds', () => {
    const page = { text: '{% include a.html %}' };
    const includes = { 'a.html': '{% include_cached b.html %}', 'b.html': '{{ page.n }}' };
    const host = () => ({ cachedIncludes: new Map<string, string>() });
    const pages = [1, 2, 3].map((n) => ({ ...page, context: { page: { n } } }));
    expect(render(engineOf({ includes, host: host() }, []), pages)).toEqual(['1', '1', '1']);
    const { cachedIncludes } = host();
    const engine = engineOf({ includes, host: { cachedIncludes } }, []);
    render(engine, pages.slice(0, 2));
    cachedIncludes.set([...cachedIncludes.keys()][0]!, 'new');
    expect(render(engine, pages)).toEqual(['new', 'new', 'new']);
    expect(engine.includes.reused).toBe(2);
  });

  it('which is kept for each page that does without', () => {
    const includes = { 'a.html': '{% include_cached b.html %}', 'b.html': 'b' };
    const cachedIncludes = new Map<string, string>();
    const engine = engineOf({ includes, host: { cachedIncludes } }, []);
    for (let i = 0; i < 3; i++) {
      cachedIncludes.clear();
      expect(render(engine, [{ text: INCLUDE }])).toEqual(['b']);
      expect([...cachedIncludes.values()]).toEqual(['b']);
    }
  });

  it('where it was as deep, or deeper: elsewhere it may come to the bound', () => {
    const nest = (depth: number) => ({
      text: `${'{% for i in (1..1) %}'.repeat(depth)}${INCLUDE}${'{% endfor %}'.repeat(depth)}`,
    });
    const options = {
      includes: { 'a.html': '{% for i in (1..2) %}{% include b.html %}{% endfor %}', 'b.html': 'b' },
    };
    expect(make([nest(3), nest(2), nest(3)], options).reused).toBe(3);
    const engine = engineOf(options, []);
    render(engine, [nest(2)]);
    expect(() => render(engine, [nest(98)])).toThrow();
  });
});

describe('files within files', () => {
  it('are bounded where scopes are not', () => {
    const chain = Array.from({ length: 97 }, (_, n) => [`r${n}.html`, `{% render "r${n + 1}.html" %}`]);
    const includes = {
      ...Object.fromEntries(chain),
      'r97.html': INCLUDE,
      'a.html': '{% include b.html %}',
      'b.html': 'b',
    };
    const engine = engineOf({ includes }, []);
    expect(render(engine, [{ text: INCLUDE }, { text: '{% render "r9.html" %}' }])).toEqual(['b', 'b']);
    expect(() => render(engine, [{ text: '{% render "r0.html" %}' }])).toThrow(DiagnosticError);
  });
});

describe('what an include leaves behind is left on the page that is spared it', () => {
  it.each([
    ['an assigned variable', '{% assign x = 1 %}', '{{ x }}', '1'],
    ['a captured variable', '{% capture x %}{{ y }}2{% endcapture %}', '{{ x }}', '2'],
    ['a variable that it has changed', '{% assign y = "new" %}', '{{ y }}', 'new'],
    ['one of an include in it', '{% include b.html %}', '{{ z }}', '3'],
    [
      'where its loop has ended',
      '{% for i in (1..2) %}{% endfor %}',
      '{% for i in (1..2) offset: continue %}!{% endfor %}.',
      '.',
    ],
    [
      'where the loop of an include in it has ended',
      '{% include c.html %}',
      '{% for i in (1..2) offset: continue %}!{% endfor %}.',
      '.',
    ],
  ])('%s', (_, include, after, expected) => {
    const includes = {
      'a.html': include,
      'b.html': '{% assign z = 3 %}',
      'c.html': '{% for i in (1..2) %}{% endfor %}',
    };
    const page = { text: `{% assign y = "" %}${INCLUDE}${after}`, context: {} };
    const { texts, reused } = make([page, page], { includes });
    expect(texts[1]).toBe(expected);
    expect(reused).toBe(1);
  });

  it('also where the include around it is recorded meanwhile', () => {
    const includes = { 'a.html': '{{ page.n }}{% include b.html %}{{ z }}', 'b.html': '{% assign z = 3 %}' };
    const pages = [1, 2, 2].map((n) => ({ text: `${INCLUDE}{{ z }}`, context: { page: { n } } }));
    const { texts, reused } = make(pages, { includes });
    expect(texts).toEqual(['133', '233', '233']);
    expect(reused).toBe(2);
  });
});

describe('what an include has set itself is none of what it reads', () => {
  it.each([
    ['a variable', '{% assign x = 1 %}{{ x }}'],
    ['a variable of an include in it', '{% include b.html %}{{ x }}'],
    ['the variable of a loop', '{% for x in (1..2) %}{{ x }}{{ forloop.index }}{% endfor %}'],
    ['a parameter', '{% include c.html x=1 %}'],
    [
      'where a loop has ended',
      '{% for x in (1..2) limit: 1 %}{% endfor %}{% for x in (1..2) offset: continue %}{{ x }}{% endfor %}',
    ],
  ])('%s', (_, include) => {
    const includes = { 'a.html': include, 'b.html': '{% assign x = 1 %}', 'c.html': '{{ include.x }}' };
    const pages = [7, 8].map((x) => ({
      text: `{% for x in (1..9) limit: ${x} %}{% endfor %}${INCLUDE}`,
      context: { x, forloop: x },
    }));
    expect(make(pages, { includes }).reused).toBe(1);
  });
});

describe('an include is rendered on each page', () => {
  const tag = {
    name: 'own',
    compile: () => ({ render: (context: { write(text: string): void }) => context.write('x') }),
  };
  it.each([
    ['that counts', '{% increment n %}', ''],
    ['that counts down', '{% decrement n %}', ''],
    ['that cycles', '{% cycle "a", "b" %}', ''],
    ['that looks at what it printed before', '{% ifchanged %}a{% endifchanged %}', ''],
    ['that draws by chance', '{{ "a,b" | split: "," | sample }}', ''],
    ['with a tag of a plugin', '{% own %}', ''],
    ['with a filter of a plugin', '{{ 1 | own }}', ''],
    ['that has one of which something was said when it was read', '{% include e.html %}', ''],
    ['with a loop as a value', '{% for i in (1..1) %}{% assign f = forloop %}{% endfor %}', ''],
    [
      'that looks at the loop around its own',
      '{% for i in (1..1) %}{{ forloop.parentloop.index }}{% endfor %}',
      '',
    ],
    ['that keeps an include', '{% include_cached b.html %}', ''],
    ['that renders apart', '{% render "b.html" %}', ''],
    ['that is left with the loop around it', '{% break %}', 'x'],
    ['that ends the turn of the loop around it', '{% continue %}', 'x'],
  ])('%s', (_, include, after) => {
    const options: Options = {
      includes: { 'a.html': include, 'b.html': '', 'e.html': '{{ 1 | nofilter }}' },
      tags: [tag],
      filters: [['own', filter(0, 0, (input) => input)]],
    };
    const page = { text: `{% for i in (1..2) %}${INCLUDE}${after}{% endfor %}`, context: {} };
    const told: Diagnostic[] = [];
    const engine = engineOf(options, told);
    render(engine, [page, page]);
    make([page, page], options);
    // what is in it may be spared
    expect(engine.includes.rendered - Number(include.includes('.html'))).toBeGreaterThanOrEqual(
      after === '' ? 4 : 2,
    );
  });

  it('that reads more than can be looked at again', () => {
    const reads = Array.from({ length: 300 }, (_, n) => `{{ page.f${n} }}`).join('');
    const pages = [1, 1, 2].map((f) => ({ text: INCLUDE, context: { page: { f299: f } } }));
    const { texts, reused } = make(pages, { includes: { 'a.html': reads } });
    expect([...texts, reused]).toEqual(['1', '1', '2', 0]);
  });

  it('that asks whether there is a loop around its own', () => {
    const include =
      '{% for i in (1..1) %}{% if forloop.parentloop %}in{% else %}alone{% endif %}{% endfor %}';
    const pages = [INCLUDE, `{% for j in (1..1) %}${INCLUDE}{% endfor %}`, INCLUDE].map((text) => ({ text }));
    const { texts } = make(pages, { includes: { 'a.html': include } });
    expect(texts).toEqual(['alone', 'in', 'alone']);
  });

  it('that is rendered while the loop around it is being left', () => {
    const text = `{% tablerow i in (1..3) %}${INCLUDE}{% break %}{% endtablerow %}`;
    const include = '{% assign x = 1 %}{% for i in (1..2) %}{{ x }}{% endfor %}{{ x }}';
    const { texts } = make([{ text }, { text: INCLUDE }, { text }], { includes: { 'a.html': include } });
    expect(texts[1]).toBe('111');
  });

  it('that is given a loop', () => {
    const include =
      '{% assign l = include.loop %}{{ l.index }}{% for i in (1..1) %}{{ l.length }}{% endfor %}';
    const text = '{% for i in (1..3) %}{% include a.html loop=forloop %}{% endfor %}';
    expect(make([{ text }], { includes: { 'a.html': include } }).reused).toBe(0);
  });

  it('that finds a loop in a list', () => {
    const include = '{% assign l = list | first %}{{ l.index }}';
    const list = '{% if forloop.first %}{% assign list = "" | split: "" | push: forloop %}{% endif %}';
    const text = `{% for i in (1..3) %}${list}${INCLUDE}{% endfor %}`;
    const { texts, reused } = make([{ text }], { includes: { 'a.html': include } });
    expect([texts[0], reused]).toEqual(['123', 0]);
  });

  it('under strict_variables', () => {
    const page = { text: INCLUDE, context: {} };
    const { reused } = make([page, page], { includes: { 'a.html': 'a' }, strictVariables: true });
    expect(reused).toBe(0);
  });

  it('that is the first of a page to print a name without a value', () => {
    const page = { text: INCLUDE + INCLUDE };
    const { told, reused } = make([page, page], { includes: { 'a.html': '{{ nothing }}' } });
    expect(told).toHaveLength(2);
    expect(reused).toBe(1);
  });

  it('whose name is unknown on that page only', () => {
    const pages = [{ x: null }, {}, {}].map((context) => ({ text: INCLUDE, context }));
    const { told, reused } = make(pages, { includes: { 'a.html': '{{ x }}' } });
    expect(told.map(({ place }) => place?.file)).toEqual(['_includes/a.html', '_includes/a.html']);
    expect(reused).toBe(0);
  });
});

describe('an include that never reads the same twice', () => {
  it('rests, and is tried again later', () => {
    const engine = engineOf({ includes: { 'a.html': '{{ page.n }}' } }, []);
    const page = (n: number) => ({ text: INCLUDE, context: { page: { n } } });
    render(
      engine,
      Array.from({ length: 100 }, (_, n) => page(n)),
    );
    render(engine, [page(1), page(1)]);
    expect(engine.includes.reused).toBe(0);
    render(
      engine,
      Array.from({ length: 500 }, () => page(1)),
    );
    expect(engine.includes.reused).toBeGreaterThan(50);
  });

  it('is kept as it was of use last', () => {
    const order = [0, 1, 2, 3, 4, 5, 6, 7, 0, 8, 0];
    const pages = order.map((n) => ({ text: INCLUDE, context: { page: { n } } }));
    expect(make(pages, { includes: { 'a.html': '{{ page.n }}' } }).reused).toBe(2);
  });

  it('is kept in a few ways', () => {
    const pages = Array.from({ length: 24 }, (_, n) => ({ text: INCLUDE, context: { page: { n: n % 8 } } }));
    expect(make(pages, { includes: { 'a.html': '{{ page.n }}' } }).reused).toBe(16);
    const more = pages.map((page, n) => ({ ...page, context: { page: { n: n % 9 } } }));
    expect(make(more, { includes: { 'a.html': '{{ page.n }}' } }).reused).toBe(0);
  });
});

describe('what an include reads of the site', () => {
  class Source implements ReadSource {
    active = true;
    listener: ReadListener | undefined;
    readonly repeated: HeardRead[] = [];
    repeat(read: HeardRead): void {
      this.repeated.push(read);
      this.listener?.read(read);
    }
  }
  /** A document: a constant title, and a text that may change. */
  class Document extends Drop {
    readonly title: HeardRead = { heardBy: 0 };
    readonly #source: Source;
    text = 'raw';
    constructor(source: Source) {
      super();
      this.#source = source;
    }
    get(key: string): Value {
      if (key === 'title') this.#source.listener?.read(this.title);
      if (key === 'text') this.#source.listener?.changing(() => this.get('text'), this.text);
      if (key === 'chance') this.#source.listener?.spoil();
      return key === 'text' ? this.text : 'T';
    }
    override identity(): string {
      return 'document';
    }
  }

  function setUp(include: string, text = INCLUDE) {
    const source = new Source();
    const document = new Document(source);
    const options = {
      includes: {
        'a.html': include,
        'b.html': '{{ post.title }}',
        'c.html': '{{ post.text }}',
        'd.html': '{% assign p = post %}{{ p.title }}',
      },
      host: { reads: source },
    };
    const engine = engineOf(options, []);
    const globals = new Map<Value, Value>([
      ['posts', [document]],
      ['page', document],
      ['count', 1],
    ]);
    const go = (changes: readonly (readonly [Value, Value])[] = []) =>
      render(engine, [{ text, globals: new Map([...globals, ...changes]) }])[0];
    return { source, document, engine, go };
  }
  const LOOP = '{% for post in posts %}{{ post.title }}{{ post.title }}{% endfor %}';

  it('is told again for a page that is spared it, once', () => {
    const { source, document, go } = setUp(LOOP);
    go();
    expect(source.repeated).toEqual([]);
    go();
    expect(source.repeated).toEqual([document.title]);
    expect(source.listener).toBeUndefined();
  });

  it('is told again where an include in it has read it, and where that was spared', () => {
    const include = '{{ count }}{% for post in posts %}{% include b.html %}{% endfor %}';
    const { source, document, go, engine } = setUp(include);
    go();
    go();
    expect(engine.includes.reused).toBe(1);
    expect(source.repeated).toEqual([document.title]);
    // spared the inner one while the outer is recorded, then the outer one
    go([['count', 2]]);
    go([['count', 2]]);
    expect(engine.includes.reused).toBe(3);
    expect(source.repeated).toEqual([document.title, document.title]);
  });

  it.each([
    ['an include in it alone', '{% for post in posts %}{% include d.html %}{% endfor %}'],
    ['both', '{% for post in posts %}{{ post.title }}{% include d.html %}{% endfor %}'],
  ])('is told again once where %s has read it', (_, include) => {
    const { source, document, go } = setUp(include);
    go();
    go();
    expect(source.repeated).toEqual([document.title]);
  });

  it('is not told again where the page itself is asked', () => {
    const { source, go, engine } = setUp('{{ page.title }}');
    go();
    go();
    expect(engine.includes.reused).toBe(1);
    expect(source.repeated).toEqual([]);
  });

  it('holds until it changes', () => {
    const { document, go, engine } = setUp('{% for post in posts %}{{ post.text }}{% endfor %}');
    expect([go(), go()]).toEqual(['raw', 'raw']);
    expect(engine.includes.reused).toBe(1);
    document.text = 'done';
    expect([go(), go()]).toEqual(['done', 'done']);
    expect(engine.includes.reused).toBe(2);
  });

  it('holds until it changes where an include in it has asked by a name of the outer one', () => {
    const { document, go } = setUp('{% for post in posts %}{% include c.html %}{% endfor %}');
    expect([go(), go()]).toEqual(['raw', 'raw']);
    document.text = 'done';
    expect(go()).toBe('done');
  });

  it('can forbid to be spared', () => {
    const { go, engine } = setUp('{{ page.chance }}');
    go();
    go();
    expect(engine.includes.reused).toBe(0);
  });

  it('is asked anew where an earlier page kept no account of it and this one does', () => {
    const { source, go, engine } = setUp(LOOP);
    source.active = false;
    go();
    go();
    expect(engine.includes.reused).toBe(1);
    source.active = true;
    go();
    expect(engine.includes.reused).toBe(1);
    source.active = false;
    go();
    expect(engine.includes.reused).toBe(2);
  });

  it('is no longer listened to after a page that failed', () => {
    const { source, go } = setUp('{% for post in posts %}{{ 1 | divided_by: 0 }}{% endfor %}');
    expect(() => go()).toThrow();
    expect(source.listener).toBeUndefined();
  });
});

describe('an error in an include', () => {
  it('has its place and the way to it on each page', () => {
    const engine = engineOf(
      { includes: { 'a.html': '{% include b.html %}', 'b.html': 'b\n{{ 1 | divided_by: page.n }}' } },
      [],
    );
    const page = (n: number) => ({ text: `x\n${INCLUDE}`, context: { page: { n } } });
    render(engine, [page(1), page(1)]);
    const failure = (): unknown => {
      try {
        return render(engine, [page(0)]);
      } catch (error) {
        return error;
      }
    };
    const first = failure();
    expect(first).toMatchObject({
      diagnostics: [
        {
          code: 'liquid/division-by-zero',
          place: { file: '_includes/b.html', line: 2 },
          trail: [{ place: { file: '_includes/a.html' } }, { place: { file: 'page0.md', line: 2 } }],
        },
      ],
    });
    expect(failure()).toEqual(first);
    expect(render(engine, [page(1)])).toEqual(['x\nb\n1']);
  });
});
