import { expect, test } from 'vitest';
import { hastie, siteOnDisk } from '../../support/program.ts';

const site = (kramdown: string) =>
  siteOnDisk({
    '_config.yml': `kramdown: ${kramdown}\n`,
    'a.md': '---\n---\n# One\n',
    'b.md': '---\n---\n# Two\n\n[gone][x]\n\n*[a]: b\n*[a]: c\n',
  });

test('a setting of kramdown that is none is told once, not for every page', async () => {
  const { err, status } = await hastie(site('{toc_levels: many}'), 'build');
  expect(err.match(/markdown\/invalid-option/g)).toHaveLength(1);
  expect(status).toBe(1);
});

test('warnings of kramdown are told where show_warnings asks for them, with their place', async () => {
  expect((await hastie(site('{}'), 'build')).err).not.toContain('markdown/');
  expect((await hastie(site('{show_warnings: true}'), 'build')).err).toMatch(
    /^b\.md:8:1 warning markdown\/duplicate-abbreviation/m,
  );
});
