/** Plugin code that changes while a preview runs, in every form that Node loads; and `serve --detach` under its short name. */

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';

const bin = (name: string): string => fileURLToPath(new URL(`../../../bin/${name}.js`, import.meta.url));

const filter = (name: string, result: string): string =>
  `{ name: '${name}', liquid: { filters: { ${name}: { takes: [0, 0], run: () => ${result} } } } }`;

let site: string;
let server: ChildProcess | undefined;
let said = '';

function put(name: string, text: string): void {
  mkdirSync(dirname(join(site, name)), { recursive: true });
  writeFileSync(join(site, name), text);
}

function newSite(): void {
  site = realpathSync(mkdtempSync(join(tmpdir(), 'hastie-again-')));
  put('_config.yml', 'title: x\n');
  put('index.html', '---\n---\n{{ "" | one }} {{ "" | two }}\n');
  put('_plugins/one.cjs', `module.exports = ${filter('one', '"one"')};\n`);
  put(
    '_plugins/two.mjs',
    `import { word } from './words/word.mjs';\nexport default ${filter('two', 'word')};\n`,
  );
  put('_plugins/words/word.mjs', "export const word = 'two';\nexport default [];\n");
}

/** Starts `command` and waits for its first words of that kind. */
function start(command: readonly string[], ready: RegExp): Promise<string> {
  said = '';
  const child = spawn(process.execPath, [bin('hastie'), ...command], {
    cwd: site,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  server = child;
  return new Promise((resolve, reject) => {
    child.on('exit', () => reject(new Error(said)));
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said += String(chunk);
        const found = ready.exec(said);
        if (found !== null) resolve(found[1] ?? '');
      });
  });
}

async function stop(): Promise<number | null> {
  const child = server!;
  child.removeAllListeners('exit');
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  child.kill('SIGINT');
  return await ended;
}

afterEach(async () => {
  if (server?.exitCode === null) await stop();
  rmSync(site, { recursive: true, force: true });
});

test('is run as it is now, on the same port, and Ctrl-C still ends with 0', { timeout: 60_000 }, async () => {
  newSite();
  const home = await start(['serve', '--port', '0'], /Serving (http:\S+)/);
  const shows = (text: string) =>
    expect
      .poll(
        async () => {
          try {
            return await (await fetch(home)).text();
          } catch {
            return 'nobody listens';
          }
        },
        { timeout: 20_000, interval: 50 },
      )
      .toContain(text);
  await shows('one two');
  put('_plugins/one.cjs', `module.exports = ${filter('one', '"eins"')};\n`);
  await shows('eins two');
  put('_plugins/words/word.mjs', "export const word = 'zwei';\nexport default [];\n");
  await shows('eins zwei');
  const told = 'note serve/starting-again: `_plugins/one.cjs` is code that was already loaded';
  expect(said.split(told)).toHaveLength(2);
  // What was last good stays while a plugin is broken, and the build is told as it would be without a restart.
  put('_plugins/one.cjs', 'module.exports = {');
  await expect.poll(() => said, { timeout: 20_000 }).toMatch(/_plugins\/one\.cjs:1:1 error plugin/);
  await shows('eins zwei');
  put('_plugins/one.cjs', `module.exports = ${filter('one', '"uno"')};\n`);
  await shows('uno zwei');
  expect(await stop()).toBe(0);
});

test('is run as it is now by `hastie build --watch`', { timeout: 60_000 }, async () => {
  newSite();
  await start(['build', '--watch'], /Watching/);
  put('_plugins/one.cjs', `module.exports = ${filter('one', '"eins"')};\n`);
  await expect.poll(() => said, { timeout: 20_000 }).toMatch(/restarting.*1 written.*Watching/s);
  expect(await stop()).toBe(0);
});

test('`serve --detach`, by its short name, too, goes on in the background', { timeout: 60_000 }, async () => {
  newSite();
  const { status, stdout } = spawnSync(process.execPath, [bin('serve'), '--detach', '--port', '0'], {
    cwd: site,
    encoding: 'utf8',
  });
  const id = Number(/as process (\d+); run `kill \1` to stop it/.exec(stdout)?.[1]);
  try {
    expect([status, stdout]).toEqual([0, expect.stringMatching(/Serving (\S+)\n/)]);
    const home = /Serving (\S+)\n/.exec(stdout)?.[1] ?? '';
    expect(await (await fetch(home)).text()).toContain('one two');
  } finally {
    process.kill(id);
  }
});
