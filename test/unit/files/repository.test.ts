import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findRepository } from '../../../src/files/repository.ts';
import { nodeFs } from '../../../src/node/fs.ts';

const commit = '0123456789abcdef0123456789abcdef01234567';
const config =
  '[remote "up"]\n\turl = https://github.com/a/b.git\n[remote "origin"]\n\turl = git@github.com:c/d.git\n';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'repository-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

test('a repository above the folder is found, with its remotes, branch and commit', () => {
  const root = folderWith({
    '.git/HEAD': 'ref: refs/heads/work/new\n',
    '.git/refs/heads/work/new': `${commit}\n`,
    '.git/config': config,
    'docs/site/index.md': '',
  });
  expect(findRepository(nodeFs, join(root, 'docs', 'site'))).toEqual({
    branch: 'work/new',
    folder: 'docs/site',
    revision: commit,
    remotes: new Map([
      ['up', 'https://github.com/a/b.git'],
      ['origin', 'git@github.com:c/d.git'],
    ]),
  });
});

test('references may be packed, and no branch need be checked out', () => {
  const packed = folderWith({
    '.git/HEAD': 'ref: refs/heads/main\n',
    '.git/packed-refs': `# pack-refs with: peeled\n${commit} refs/heads/main\n`,
  });
  expect(findRepository(nodeFs, packed)).toMatchObject({ branch: 'main', revision: commit });
  const detached = folderWith({ '.git/HEAD': `${commit}\n` });
  expect(findRepository(nodeFs, detached)).toMatchObject({ branch: undefined, revision: commit });
});

test('a further work tree has its own branch and the remotes of the first', () => {
  const root = folderWith({
    'main/.git/config': config,
    'main/.git/refs/heads/side': `${commit}\n`,
    'main/.git/worktrees/side/HEAD': 'ref: refs/heads/side\n',
    'main/.git/worktrees/side/commondir': '../..\n',
    'side/.git': 'gitdir: ../main/.git/worktrees/side\n',
  });
  const found = findRepository(nodeFs, join(root, 'side'));
  expect(found).toMatchObject({ branch: 'side', revision: commit });
  expect(found?.remotes.get('origin')).toBe('git@github.com:c/d.git');
});

test('broken files give what is left of them', () => {
  const broken = folderWith({ '.git/HEAD': 'ref: refs/heads/../../x\n', '.git/config': '[remote "' });
  expect(findRepository(nodeFs, broken)).toMatchObject({ revision: undefined, remotes: new Map() });
  expect(findRepository(nodeFs, folderWith({ '.git': 'nonsense' }))).toBeUndefined();
});
