/** The completions as the shells themselves run them; zsh and fish only where they are installed. */

import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { hastie, siteOnDisk } from '../../support/program.ts';

const has = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0;
const scriptOf = async (shell: string) => (await hastie(siteOnDisk({}), `completion ${shell}`)).out;

describe.skipIf(!has('bash'))('in bash', () => {
  async function offers(...words: readonly string[]): Promise<string[]> {
    const script = `${await scriptOf('bash')}
COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); _hastie; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const said = execFileSync('bash', ['--norc', '-c', script, 'bash', ...words], {
      encoding: 'utf8',
      cwd: '/',
    });
    return said.split('\n').filter((word) => word !== '');
  }

  test.each([
    [['hastie', 'bu'], ['build']],
    [['hastie', 'build', '--dra'], ['--drafts']],
    [['build', '--dra'], ['--drafts']],
    [['serve', '--no-w'], ['--no-watch']],
    [['hastie', 'build', '--port'], []],
    [['hastie', 'highlight-css', 'tul'], ['tulip']],
    [['hastie', 'highlight-css', 'github', '--mode', 'd'], ['dark']],
    [['hastie', 'completion', 'f'], ['fish']],
    [
      ['hastie', 'stats', '--from', 's'],
      ['scholar', 'serpapi', 'semantic_scholar'],
    ],
    [['hastie', 'build', '-d', 'et'], ['etc']],
  ])('%j: %j', async (words, expected) => {
    expect(await offers(...words)).toEqual(expected);
  });
});

describe.each(['zsh'])('in %s', (shell) => {
  test.skipIf(!has(shell))('is read without a complaint', async () => {
    const { status, stderr } = spawnSync(shell, ['-n'], { input: await scriptOf(shell), encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

test.skipIf(!has('fish'))('fish offers commands, flags and themes', async () => {
  const script = await scriptOf('fish');
  const offers = (line: string): string[] =>
    execFileSync('fish', ['--no-config', '-c', `${script}\ncomplete -C '${line}'`], { encoding: 'utf8' })
      .split('\n')
      .map((row) => row.split('\t')[0] ?? '')
      .filter((word) => word !== '');
  expect(offers('hastie bui')).toEqual(['build']);
  expect(offers('hastie build --draf')).toEqual(['--drafts']);
  expect(offers('hastie highlight-css tul')).toEqual(['tulip']);
});

test('another shell is wrong usage', async () => {
  const { status, err } = await hastie(siteOnDisk({}), 'completion powershell');
  expect(status).toBe(2);
  expect(err).toBe(
    'error cli/unknown-shell: no completion script for the shell `powershell`\n  hint: choose `bash`, `zsh` or `fish`\n',
  );
});
