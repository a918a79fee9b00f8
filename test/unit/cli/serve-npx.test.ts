/** `npx serve` in a folder where the package is installed: signals to npx end the server, and nothing else does. */

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isRunByNpm } from '../../../src/node/serve/serve-desktop.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

let site: string;
const started: ChildProcess[] = [];

beforeEach(() => {
  site = realpathSync(mkdtempSync(join(tmpdir(), 'hastie-npx-')));
  writeFileSync(join(site, 'package.json'), '{ "private": true }\n');
  writeFileSync(join(site, '_config.yml'), 'title: x\n');
  writeFileSync(join(site, 'index.html'), '---\n---\nhello\n');
  // What `npm install` leaves for a package in a folder.
  mkdirSync(join(site, 'node_modules', '.bin'), { recursive: true });
  symlinkSync(root, join(site, 'node_modules', 'hastie'));
  for (const name of ['hastie', 'serve'])
    symlinkSync(`../hastie/bin/${name}.js`, join(site, 'node_modules', '.bin', name));
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  rmSync(site, { recursive: true, force: true });
});

/** The environment without what npm says to the scripts that it runs, these tests among them. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) && name !== 'INIT_CWD'),
);

function run(command: string, args: readonly string[], { detached = false } = {}): ChildProcess {
  const child = spawn(command, args, { cwd: site, env, detached, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  return child;
}

/** The port that the server says it listens on. */
function portOf({ stdout, stderr }: ChildProcess): Promise<number> {
  let said = '';
  return new Promise((resolve, reject) => {
    const take = (chunk: unknown): void => {
      said += String(chunk);
      const found = /Serving http:\/\/localhost:(\d+)/.exec(said);
      if (found !== null) resolve(Number(found[1]));
    };
    stdout?.on('data', take).on('end', () => reject(new Error(said)));
    stderr?.on('data', take);
  });
}

const isOpen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => resolve(false));
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });

const closes = (port: number) =>
  expect.poll(() => isOpen(port), { timeout: 8000, interval: 100 }).toBe(false);

describe.skipIf(process.platform === 'win32')('a server that npx has started', () => {
  test.each(['SIGTERM', 'SIGKILL'] as const)('ends when npx gets %s', async (signal) => {
    const npx = run('npx', ['--offline', 'serve', '--port', '0']);
    const port = await portOf(npx);
    expect(await isOpen(port)).toBe(true);
    npx.kill(signal);
    await closes(port);
  });

  test.each(['SIGINT', 'SIGHUP'] as const)('ends when the terminal sends %s', async (signal) => {
    const npx = run('npx', ['--offline', 'serve', '--port', '0'], { detached: true });
    const port = await portOf(npx);
    process.kill(-npx.pid!, signal);
    await closes(port);
  });

  test('is not ended by a shell that puts it into the background and goes', async () => {
    const shell = run('sh', [
      '-c',
      'nohup npx --offline serve --port 0 > node_modules/log 2>&1 < /dev/null & echo $!',
    ]);
    const id = await new Promise<number>((resolve) =>
      shell.stdout?.on('data', (chunk) => resolve(Number(chunk))),
    );
    const log = (): string => {
      try {
        return readFileSync(join(site, 'node_modules', 'log'), 'utf8');
      } catch {
        return '';
      }
    };
    await expect.poll(log, { timeout: 8000 }).toContain('Serving');
    const port = Number(/localhost:(\d+)/.exec(log())?.[1]);
    // Longer than the parent's end takes to be noticed.
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(await isOpen(port)).toBe(true);
    process.kill(id, 'SIGTERM');
    await closes(port);
  });

  test('goes on in the background under --detach', async () => {
    const said = execFileSync('npx', ['--offline', 'serve', '--port', '0', '--detach'], {
      cwd: site,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const port = Number(/localhost:(\d+)/.exec(said)?.[1]);
    const id = Number(/process (\d+)/.exec(said)?.[1]);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(await isOpen(port)).toBe(true);
    process.kill(id, 'SIGHUP');
    await closes(port);
  });
});

describe('whether npm runs the program in the foreground', () => {
  test.each([
    ["'serve'", true],
    ["'hastie' 'serve' '--port' '4001'", true],
    ['hastie build && hastie serve 2>&1', true],
    ['hastie serve &', false],
    ['hastie serve & open http://localhost:4000', false],
    ['node scripts/preview.js', false],
    [undefined, false],
  ])('%s: %s', (npm_lifecycle_script, is) => {
    expect(isRunByNpm({ npm_lifecycle_script })).toBe(is);
  });
});
