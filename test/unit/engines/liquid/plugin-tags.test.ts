import { describe, expect, it } from 'vitest';
import { filter } from '../../../../src/engines/liquid/filter.ts';
import type { TagDefinition } from '../../../../src/engines/liquid/tag.ts';
import { toText } from '../../../../src/ruby/print.ts';
import { output, run } from './engine-for-tests.ts';

const gist: TagDefinition = {
  name: 'gist',
  compile: (tag) => {
    const [id, file] = tag.markup.trim().split(/\s+/);
    if (id === undefined || id === '') return tag.refuse('{% gist user/id file.rb %}');
    return {
      render: (context) =>
        context.write(`<script src="${id}.js${file === undefined ? '' : `?file=${file}`}"></script>`),
    };
  },
};

const seo: TagDefinition = {
  name: 'seo',
  compile: () => ({
    render: (context) => {
      const page = context.find('page');
      context.write(`<title>${page instanceof Map ? toText(page.get('title')) : ''}</title>`);
    },
  }),
};

const bibliography: TagDefinition = {
  name: 'bibliography',
  compile: (tag) => ({ render: (context) => context.write(`[${tag.markup.trim()}]`) }),
};

const box: TagDefinition = {
  name: 'box',
  block: { branches: ['otherwise'] },
  compile: (tag) => {
    const title = tag.output(tag.markup);
    const [own, otherwise] = tag.branches();
    return {
      render: (context) => {
        const text = context.capture(own!.body.render);
        context.write(`<div title="${toText(title.evaluate(context))}">${text.trim()}</div>`);
        otherwise?.body.render(context);
      },
    };
  },
};

describe('tags and filters of plugins', () => {
  it('see their markup as it is written', () => {
    expect(output('{% gist a/b c %}', { tags: [gist] })).toBe('<script src="a/b.js?file=c"></script>');
    expect(output('{% bibliography --query @*[x=y] %}', { tags: [bibliography] })).toBe('[--query @*[x=y]]');
  });

  it('see the variables', () => {
    expect(output('{% seo %}', { tags: [seo], context: { page: { title: 'Home' } } })).toBe(
      '<title>Home</title>',
    );
  });

  it('have bodies, branches and values with filters', () => {
    const text = '{% box page.t | upcase %} {{ 1 }} {% otherwise %}no{% endbox %}';
    expect(output(text, { tags: [box], context: { page: { t: 'x' } } })).toBe('<div title="X">1</div>no');
  });

  it('take the place of built-in ones', () => {
    const include: TagDefinition = {
      name: 'include',
      compile: () => ({ render: (context) => context.write('mine') }),
    };
    expect(output('{% include x %}', { tags: [include] })).toBe('mine');
    expect(output('{{ "a" | upcase }}', { filters: [['upcase', filter(0, 0, () => 'mine')]] })).toBe('mine');
  });

  it('refuse markup with a place and a hint', () => {
    expect(run('a {% gist %}', { tags: [gist] }).diagnostics[0]).toMatchObject({
      code: 'liquid/tag-syntax',
      place: { line: 1, column: 3 },
      hint: 'write it as `{% gist user/id file.rb %}`',
    });
  });

  it('are found by "did you mean"', () => {
    expect(run('{% sseo %}', { tags: [seo] }).diagnostics[0]?.hint).toBe('did you mean `seo`?');
    const emojify = filter(0, 0, (input) => input);
    expect(run('{{ 1 | emojfy }}', { filters: [['emojify', emojify]] }).diagnostics[0]?.hint).toBe(
      'did you mean `emojify`?',
    );
  });
});
