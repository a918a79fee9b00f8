/** The branch of the numbers, fetched by a build in a checkout that has one branch, one commit deep, as in CI. */

import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { nodeGitFetch } from '../../../../src/node/git.ts';
import type { World } from '../../../../src/pipeline/world.ts';
import type { GitFetch } from '../../../../src/ports/git.ts';
import { createRebuilder } from '../../../../src/serve/rebuild.ts';
import { createTestWorld } from '../../../support/node-world.ts';
import { knownData, USER } from '../../../support/scholar-pages.ts';
import { buildOnce } from '../../../support/variants.ts';

const BRANCH = 'google-scholar-stats';
const PAGE = `---\n---\n<b id="total_cit"></b> <i class="show_paper_citations" data="${USER}:u5HHmVD_uO8C"></i>\n`;

let root: string;
let remote: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'fetched-'));
  remote = join(root, 'remote');
  mkdirSync(remote);
  git(remote, 'init', '-q', '-b', 'main');
  commit(remote, { '_config.yml': 'citations: true\n', 'index.html': PAGE }, 'site');
  commit(remote, { 'more.html': 'x' }, 'more');
  git(remote, 'tag', 'v1');
  git(remote, 'checkout', '-q', '--orphan', BRANCH);
  git(remote, 'rm', '-rfq', '.');
  commit(remote, { 'gs_data.json': knownData(1) }, 'numbers');
  commit(remote, { 'gs_data.json': knownData(77) }, 'newer numbers');
  git(remote, 'checkout', '-q', 'main');
});
afterAll(() => rmSync(root, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

function git(folder: string, ...args: readonly string[]): string {
  const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com'];
  return execFileSync('git', [...who, ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
}

function commit(folder: string, files: Readonly<Record<string, string>>, message: string): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  git(folder, 'add', '.');
  git(folder, 'commit', '-qm', message);
}

let serial = 0;
/** As `actions/checkout` makes it, unless other words say so. */
function clone(words: readonly string[] = ['--depth=1', '--single-branch']): string {
  const folder = join(root, `clone-${serial++}`);
  git(root, 'clone', '-q', ...words, pathToFileURL(remote).href, folder);
  return folder;
}

async function build(
  folder: string,
  { gitFetch = nodeGitFetch, safe = false }: { gitFetch?: GitFetch; safe?: boolean } = {},
) {
  const world: World = { ...createTestWorld(), gitFetch };
  const overrides = new Map<string, boolean>(safe ? [['safe', true]] : []);
  const { ok, diagnostics } = await buildOnce(world, { workingFolder: folder, overrides });
  expect(ok).toBe(true);
  return { page: readFileSync(join(folder, 'dist/index.html'), 'utf8'), diagnostics };
}

/** What a fetch may not change: refs, HEAD, how deep the clone is, and what `git fetch` fetched last. */
function stateOf(folder: string) {
  return {
    refs: git(folder, 'for-each-ref')
      .split('\n')
      .filter((line) => !line.includes('refs/hastie/')),
    head: git(folder, 'rev-parse', 'HEAD'),
    log: git(folder, 'log', '--oneline', 'HEAD'),
    isShallow: git(folder, 'rev-parse', '--is-shallow-repository'),
    config: readFileSync(join(folder, '.git/config'), 'utf8'),
    status: git(folder, 'status', '--porcelain', '--ignored'),
    hasFetched: existsSync(join(folder, '.git/FETCH_HEAD')),
  };
}

describe.each([
  ['one commit and one branch', ['--depth=1', '--single-branch'], '1\n'],
  ['one branch', ['--single-branch'], '2\n'],
] as const)('in a clone of %s', (_, words, depth) => {
  test('the numbers come from the remote, and nothing else of the repository changes', async () => {
    const folder = clone(words);
    const before = stateOf(folder);
    const { page, diagnostics } = await build(folder);
    expect(page).toContain('<b id="total_cit">77</b>');
    expect(page).toContain('| Citations: 1000</i>');
    expect(diagnostics).toEqual([]);
    expect(stateOf(folder)).toEqual({ ...before, status: `${before.status}?? dist/\n!! .hastie-cache/\n` });
    expect(git(folder, 'rev-list', '--count', `refs/hastie/${BRANCH}`)).toBe(depth);
  });
});

test('a hook of the repository does not run', async () => {
  const folder = clone();
  const hook = join(folder, '.git/hooks/reference-transaction');
  mkdirSync(join(folder, '.git/hooks'), { recursive: true });
  writeFileSync(hook, '#!/bin/sh\ntouch "$(git rev-parse --git-dir)/hooked"\nexit 1\n');
  chmodSync(hook, 0o755);
  expect((await build(folder)).page).toContain('77');
  expect(() => readFileSync(join(folder, '.git/hooked'))).toThrow();
});

test('the remote is not asked where the repository has the branch', async () => {
  const gitFetch: GitFetch = async () => expect.fail('asked');
  expect((await build(clone([]), { gitFetch })).page).toContain('77');
});

describe('where the branch can’t be fetched, one line says why and the page is built', () => {
  async function told(folder: string, options: Parameters<typeof build>[1] = {}): Promise<string> {
    const { page, diagnostics } = await build(folder, options);
    expect(page).toContain('<b id="total_cit"></b>');
    expect(diagnostics).toMatchObject([{ code: 'citations/no-data', severity: 'warning' }]);
    const [{ message } = { message: '' }] = diagnostics;
    expect(message).not.toContain('\n');
    return message;
  }

  test('without a remote', async () => {
    const folder = clone();
    git(folder, 'remote', 'remove', 'origin');
    expect(await told(folder)).toMatch(
      /which could not be fetched \('origin' does not appear to be a git repo/,
    );
  });

  test('without a repository', async () => {
    const folder = join(root, 'plain');
    mkdirSync(folder);
    writeFileSync(join(folder, '_config.yml'), 'citations: true\n');
    writeFileSync(join(folder, 'index.html'), PAGE);
    expect(await told(folder)).toMatch(/could not be fetched \(not a git repository/);
  });

  test('without such a branch at the remote', async () => {
    const folder = clone();
    writeFileSync(join(folder, '_config.yml'), 'citations: {branch: stats}\n');
    expect(await told(folder)).toMatch(
      /the branch `stats`, which could not be fetched \(couldn't find remote ref/,
    );
  });

  test('without the file on it', async () => {
    const folder = clone();
    git(remote, 'branch', '-f', 'bare', 'main');
    writeFileSync(join(folder, '_config.yml'), 'citations: {branch: bare}\n');
    expect(await told(folder)).toMatch(/could not be fetched \(it has no gs_data\.json\)/);
  });

  test('without git', async () => {
    const folder = clone();
    vi.stubEnv('PATH', join(root, 'nothing'));
    expect(await told(folder)).toMatch(/could not be fetched \(git is not installed\)/);
  });

  test('without an answer in time', async () => {
    const patience = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => AbortSignal.abort());
    try {
      const folder = clone();
      expect(await told(folder)).toMatch(/no answer within \d+ seconds/);
    } finally {
      patience.mockRestore();
    }
  });

  test('under `--safe`, where it is not asked for', async () => {
    const gitFetch: GitFetch = async () => expect.fail('asked');
    const { page, diagnostics } = await build(clone(), { gitFetch, safe: true });
    expect(page).toContain('<b id="total_cit"></b>');
    expect(diagnostics).toMatchObject([
      {
        message: 'citations: no citation data found in `google-scholar-stats/gs_data.json`',
        hint: expect.stringContaining('`--safe`'),
      },
    ]);
  });

  test('after it was fetched before: the numbers are those, and the line says so', async () => {
    const folder = clone();
    await build(folder);
    git(folder, 'remote', 'set-url', 'origin', pathToFileURL(join(root, 'gone')).href);
    const { page, diagnostics } = await build(folder);
    expect(page).toContain('77');
    expect(diagnostics).toMatchObject([{ code: 'citations/old-data', severity: 'warning' }]);
  });

  test('a password in the remote’s address is not printed', async () => {
    const folder = clone();
    git(folder, 'remote', 'set-url', 'origin', 'https://ada:secret@localhost:1/site.git');
    const message = await told(folder);
    expect(message).toContain('could not be fetched');
    expect(message).not.toContain('secret');
  });
});

test('a fetch that hangs is given up', async () => {
  const folder = clone();
  const ended: string[] = [];
  git(folder, 'remote', 'set-url', 'origin', 'ssh://example.invalid/site.git');
  const slow = join(root, 'slow-ssh');
  writeFileSync(slow, '#!/bin/sh\nexec sleep 5\n');
  chmodSync(slow, 0o755);
  vi.stubEnv('GIT_SSH', slow);
  const ends = new AbortController();
  const wanted = { remote: 'origin', branch: BRANCH, ref: `refs/hastie/${BRANCH}` };
  const fetched = nodeGitFetch(folder, wanted, ends.signal);
  setTimeout(() => ends.abort(), 300);
  ended.push((await fetched) ?? 'done');
  expect(ended).toEqual(['no answer in time']);
});

test('a preview fetches once', async () => {
  const folder = clone();
  let times = 0;
  const world: World = {
    ...createTestWorld(),
    gitFetch: (...asked) => {
      times++;
      return nodeGitFetch(...asked);
    },
  };
  const { rebuild, close } = createRebuilder(world, () => world.clock, {
    workingFolder: folder,
    overrides: new Map(),
  });
  for (const text of ['first', 'second']) {
    writeFileSync(join(folder, 'index.html'), PAGE + text);
    const changes =
      text === 'first' ? undefined : [{ path: join(folder, 'index.html'), kind: 'changed' as const }];
    const { result } = await rebuild(changes, () => {});
    expect(result.ok).toBe(true);
    const page = readFileSync(join(folder, 'dist/index.html'), 'utf8');
    expect(page).toContain('77');
    expect(page.endsWith(text)).toBe(true);
  }
  expect(times).toBe(1);
  close();
});
