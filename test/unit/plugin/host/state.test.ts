import { expect, test } from 'vitest';
import { definePlugin } from '../../../../src/plugin/api/plugin.ts';
import { buildTexts } from '../../../support/temporary-site.ts';

const counter = (name: string) =>
  definePlugin({
    name,
    createState: () => ({ pages: 0 }),
    transform(html, _page, site) {
      site.state.pages++;
      return `${html} ${name} ${site.state.pages}`;
    },
  });

const site = { '_config.yml': 'plugins: [one, two]', 'a.html': '---\n---\na', 'b.html': '---\n---\nb' };

test('the state of a plugin is its own and lasts for one build', async () => {
  const plugins = [counter('one'), counter('two')];
  for (const build of ['the first', 'the second']) {
    const { told, read } = await buildTexts(site, { plugins });
    expect(told, build).toEqual([]);
    expect([read('a.html'), read('b.html')], build).toEqual(['a one 1 two 1', 'b one 2 two 2']);
  }
});

test('a state that can not be made is an error of the plugin', async () => {
  const broken = definePlugin({
    name: 'one',
    createState(): { readonly x: number } {
      throw new Error('no state');
    },
    generate(view, generation) {
      generation.setSetting('x', view.state.x);
    },
  });
  const { result } = await buildTexts(site, { plugins: [broken, counter('two')] });
  expect(result.diagnostics).toMatchObject([
    { code: 'plugin/failed', severity: 'error', message: expect.stringContaining('no state') },
  ]);
});
