/** The workflows, read as GitHub reads them. */

import { describe, expect, test } from 'vitest';
import { dig, read, readYaml } from './repository.ts';

const uses = (path: string): readonly string[] =>
  [...read(path).matchAll(/uses: (\S+)/g)].map((found) => found[1] ?? '');

describe('the deployment', () => {
  const deploy = readYaml('.github/workflows/deploy.yml');

  test('may do no more than read the code and publish pages', () => {
    expect(deploy.permissions).toEqual({ contents: 'read', pages: 'write', 'id-token': 'write' });
  });

  test('lets a running deployment finish', () => {
    expect(deploy.concurrency).toEqual({ group: 'pages', 'cancel-in-progress': false });
  });

  test('builds with the locked dependencies and never with a stranger of the same name', () => {
    const text = read('.github/workflows/deploy.yml');
    expect(text).toContain('run: npm ci');
    expect(text).toContain('run: npx --no build');
    expect(text).toContain('JEKYLL_ENV: production');
    expect(dig(deploy, 'jobs', 'deploy', 'environment', 'name')).toBe('github-pages');
  });

  test('uses the current actions', () => {
    expect(uses('.github/workflows/deploy.yml')).toEqual([
      'actions/checkout@v6',
      'actions/setup-node@v6',
      'actions/configure-pages@v6',
      'actions/upload-pages-artifact@v5',
      'actions/deploy-pages@v5',
    ]);
  });
});

describe('the tests', () => {
  test('run on every Node that is supported', () => {
    const ci = readYaml('.github/workflows/ci.yml');
    expect(dig(ci, 'jobs', 'test', 'strategy', 'matrix', 'node')).toEqual([20, 22, 24, 26]);
    expect(ci.permissions).toEqual({ contents: 'read' });
    expect(read('.github/workflows/ci.yml')).toMatch(/run: npm ci\n\s+- run: npm test\n/);
  });
});
