import { describe, expect, it } from 'vitest';
import { createLiquid } from '../../../../src/engines/liquid/engine.ts';
import { Drop, type Value } from '../../../../src/ruby/values.ts';
import { output, run, testHost } from './engine-for-tests.ts';

class Watched extends Drop {
  readonly reads: string[] = [];
  readonly #data: ReadonlyMap<string, Value>;
  constructor(data: Readonly<Record<string, Value>>) {
    super();
    this.#data = new Map(Object.entries(data));
  }
  override get(key: string): Value {
    this.reads.push(key);
    return this.#data.get(key);
  }
  override keys(): readonly string[] {
    this.reads.push('*');
    return [...this.#data.keys()];
  }
}

describe('tracked reads', () => {
  it('asks a drop for the keys that a template names, and for no more', () => {
    const page = new Watched({ title: 'T', tags: ['a'] });
    const engine = createLiquid({ host: testHost({}, () => {}) });
    const text = '{{ page.title }}{% if page.draft %}{% endif %}{% for t in page.tags %}{{ t }}{% endfor %}';
    expect(
      engine.parse({ file: 'x', text, startLine: 1 }).render({ globals: new Map([['page', page]]) }),
    ).toBe('Ta');
    expect(page.reads).toEqual(['title', 'draft', 'tags']);
  });

  it('reads a field of every item that a filter looks at, and nothing else', () => {
    const posts = [new Watched({ k: 1, title: 'a' }), new Watched({ k: 2, title: 'b' })];
    const engine = createLiquid({ host: testHost({}, () => {}) });
    const text = '{% assign x = posts | where: "k", 2 | first %}{{ x.title }}';
    expect(
      engine.parse({ file: 'x', text, startLine: 1 }).render({ globals: new Map([['posts', posts]]) }),
    ).toBe('b');
    expect(posts.map(({ reads }) => reads)).toEqual([['k'], ['k', 'title']]);
  });

  it('takes globals from a drop', () => {
    const globals = new Watched({ site: new Map<Value, Value>([['title', 'S']]) });
    const engine = createLiquid({ host: testHost({}, () => {}) });
    expect(engine.parse({ file: 'x', text: '{{ site.title }}', startLine: 1 }).render({ globals })).toBe('S');
    expect(globals.reads).toEqual(['site']);
  });
});

describe('templates', () => {
  it('are parsed once for a text, and anew for another', () => {
    const engine = createLiquid({ host: testHost({}, () => {}) });
    const source = { file: 'x', text: '{{ a }}', startLine: 1 };
    const globals = new Map<Value, Value>([['a', 1]]);
    expect(engine.parse(source).render({ globals })).toBe('1');
    expect(engine.parse({ ...source, text: '{{ a }}!' }).render({ globals })).toBe('1!');
  });

  it('share counters from a body to its layout, and no variables', () => {
    const engine = createLiquid({ host: testHost({}, () => {}) });
    const counters = new Map<string, Value>();
    const go = (text: string) =>
      engine.parse({ file: text, text, startLine: 1 }).render({ globals: new Map(), counters });
    expect(go('{% increment n %}{% assign v = 1 %}')).toBe('0');
    expect(go('{% increment n %}[{{ v }}]')).toBe('1[]');
  });

  it('keep their own place in the file', () => {
    expect(run('{{ 1 | divided_by: 0 }}', { startLine: 12 }).diagnostics[0]?.place).toMatchObject({
      line: 12,
      column: 8,
    });
  });
});

describe('modes', () => {
  it('lax says nothing, warn warns, strict refuses', () => {
    const text = '{{ "a" foo }}';
    expect(run(text, { errorMode: 'lax' })).toEqual({ output: 'a', diagnostics: [] });
    expect(run(text).diagnostics.map(({ severity }) => severity)).toEqual(['warning']);
    expect(run(text, { errorMode: 'strict' })).toMatchObject({
      output: undefined,
      diagnostics: [{ severity: 'error' }],
    });
  });

  it('strict filters end the render where the filter runs, not before', () => {
    expect(run('{% if false %}{{ 1 | nope }}{% endif %}x', { strictFilters: true }).output).toBe('x');
    expect(run('{{ 1 | nope }}', { strictFilters: true }).output).toBe(undefined);
  });

  it('strict variables end the render at a name or a key that is not known', () => {
    const options = { strictVariables: true, context: { page: { a: null } } };
    expect(run('{{ page.a }}', options).output).toBe('');
    expect(run('{{ page.b }}', options).output).toBe(undefined);
    expect(run('{{ nope }}', options).output).toBe(undefined);
  });
});

describe('include_relative', () => {
  it('looks in the table of the page', () => {
    expect(
      output('{% include_relative part.md a="x" %}', { relatives: { 'part.md': '[{{ include.a }}]' } }),
    ).toBe('[x]');
  });
});

describe('include_cached', () => {
  it('renders equal calls once for a map that is handed from page to page', () => {
    const cachedIncludes = new Map<string, string>();
    const options = { includes: { 'n.html': '{% increment n %}' }, host: { cachedIncludes } };
    expect(
      output(
        '{% include_cached n.html a=1 %}{% include_cached n.html a=1 %}{% include_cached n.html a=2 %}',
        options,
      ),
    ).toBe('001');
    expect(output('{% include_cached n.html a=2 %}', options)).toBe('1');
  });
});

describe('link and post_url', () => {
  const host = {
    site: {
      setting: (name: string) => (name === 'baseurl' ? '/b' : null),
      urlOfPath: (path: string) => (path === 'about.md' ? '/about/' : undefined),
      paths: () => ['about.md'],
      posts: () => [
        {
          relativePath: '_posts/2024-01-02-hello.md',
          slug: 'hello',
          date: { year: 2024, month: 1, day: 2 },
          url: '/hello/',
        },
        {
          relativePath: 'sub/_posts/2024-01-03-third.md',
          slug: 'third',
          date: { year: 2024, month: 1, day: 3 },
          url: '/third/',
        },
      ],
    },
  };
  it('give URLs below the base URL', () => {
    expect(output('{% link about.md %} {% assign p = "about" %}{% link {{ p }}.md %}', { host })).toBe(
      '/b/about/ /b/about/',
    );
    expect(
      output(
        '{% post_url 2024-01-02-hello %} {% post_url sub/2024-01-03-third %} {% post_url /2024-01-02-hello %}',
        { host },
      ),
    ).toBe('/b/hello/ /b/third/ /b/hello/');
  });

  it('name what was nearly meant', () => {
    expect(run('{% link abuot.md %}', { host }).diagnostics[0]?.hint).toBe('did you mean `about.md`?');
    expect(run('{% post_url 2024-01-02-helo %}', { host }).diagnostics[0]?.hint).toBe(
      'did you mean `2024-01-02-hello`?',
    );
  });
});

describe('unknown tags', () => {
  it('may be passed over, each with one warning', () => {
    const { output: text, diagnostics } = run('a{% nosuch %}b{% nosuch x %}', { passUnknownTags: true });
    expect(text).toBe('ab');
    expect(diagnostics.map(({ code }) => code)).toEqual(['liquid/unknown-tag-passed']);
  });
});
