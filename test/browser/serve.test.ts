/** The preview as its user sees it: a browser whose page follows an editor's saves. Needs Chromium and `lib/`. */

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CHROMIUM_ARGS, findChromium } from './chromium.ts';

const program = fileURLToPath(new URL('../../bin/hastie.js', import.meta.url));
const executablePath = findChromium();

const LAYOUT =
  '<!DOCTYPE html><html><head><title>{{ page.title }}</title><link rel="stylesheet" href="/main.css"></head>' +
  '<body>{{ content }}</body></html>';
const LOUD =
  'module.exports = { name: "loud", liquid: { filters: { loud: { takes: [0, 0], run: () => "LOUD" } } } };';
const LONG = 'A line.\n\n'.repeat(200);
const page = (title: string, text: string): string => `---\ntitle: ${title}\nlayout: default\n---\n${text}\n`;

describe.skipIf(executablePath === undefined)('a page that is being written', { timeout: 60_000 }, () => {
  let site: string;
  let server: ChildProcess;
  let origin: string;
  let browser: Browser;
  let tab: Page;

  const put = (name: string, text: string): void => {
    mkdirSync(dirname(join(site, name)), { recursive: true });
    writeFileSync(join(site, name), text);
  };
  const start = async (port = '0'): Promise<string> => {
    server = spawn(process.execPath, [program, 'serve', '--port', port], {
      cwd: site,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    return await new Promise((resolve, reject) => {
      const hear = (chunk: unknown): void => {
        said += String(chunk);
        const address = /Serving (http:\S+)\//.exec(said)?.[1];
        if (address !== undefined) resolve(address);
      };
      server.on('exit', () => reject(new Error(said)));
      server.stdout?.on('data', hear);
      server.stderr?.on('data', hear);
    });
  };
  const stop = async (): Promise<number | null> => {
    server.removeAllListeners('exit');
    const ended = new Promise<number | null>((resolve) => server.on('exit', resolve));
    server.kill('SIGINT');
    return await ended;
  };
  const shows = (text: string) =>
    tab.waitForFunction((wanted) => document.body.textContent?.includes(wanted), text, { timeout: 10_000 });
  /** Tells whether the page was loaded anew since. */
  const mark = () => tab.evaluate(() => void Reflect.set(globalThis, 'marked', true));
  const isMarked = () => tab.evaluate(() => Reflect.get(globalThis, 'marked') === true);
  const overlay = () =>
    tab.evaluate(() => document.querySelector('hastie-problems')?.shadowRoot?.textContent ?? '');

  beforeAll(async () => {
    site = mkdtempSync(join(tmpdir(), 'hastie-tab-'));
    put('_config.yml', 'title: Ada\n');
    put('_layouts/default.html', LAYOUT);
    put('main.css', 'p { color: rgb(255, 0, 0) }');
    put('about.md', page('About', 'about'));
    put('index.md', page('Home', LONG));
    origin = await start();
    browser = await chromium.launch({ executablePath: executablePath!, args: [...CHROMIUM_ARGS] });
    tab = await browser.newPage({ viewport: { width: 800, height: 600 } });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    if (server?.exitCode === null) await stop();
    rmSync(site, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await tab.goto(`${origin}/`);
  });

  test('is loaded anew where it was scrolled to', async () => {
    await tab.evaluate(() => scrollTo(0, 1500));
    put('index.md', page('Home', `New words. ${LONG}`));
    await shows('New words.');
    await tab.waitForFunction(() => scrollY === 1500);
  });

  test('gets a new stylesheet without being loaded anew', async () => {
    await mark();
    put('main.css', 'p { color: rgb(0, 0, 255) }');
    await tab.waitForFunction(
      () => getComputedStyle(document.querySelector('p')!).color === 'rgb(0, 0, 255)',
    );
    expect(await isMarked()).toBe(true);
    expect(await tab.locator('link[rel=stylesheet]').count()).toBe(1);
  });

  test('stays as it is when another page changes', async () => {
    await mark();
    put('about.md', page('About', 'something else'));
    await expect
      .poll(async () => (await fetch(`${origin}/about.html`)).text(), { timeout: 5000 })
      .toContain('else');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await isMarked()).toBe(true);
  });

  test('shows a mistake over itself until it is mended, and Escape hides it', async () => {
    await mark();
    put('about.md', page('About', '{% nope %}'));
    await expect.poll(overlay, { timeout: 10_000 }).toContain('about.md:5:1');
    expect(await overlay()).toContain('{% nope %}');
    await tab.keyboard.press('Escape');
    expect(await overlay()).toBe('');
    put('about.md', page('About', '{% nope %}{% nada %}'));
    await expect.poll(overlay, { timeout: 10_000 }).toContain('nada');
    put('about.md', page('About', 'mended'));
    await expect.poll(overlay, { timeout: 10_000 }).toBe('');
    expect(await isMarked()).toBe(true);
  });

  test('shows its warnings in the corner, until they are hidden or say something else', async () => {
    const corner = () =>
      tab.evaluate(() => document.querySelector('hastie-notices')?.shadowRoot?.textContent ?? '');
    put('about.md', page('About', 'a {{ "b" | nofilter }}'));
    await expect
      .poll(corner, { timeout: 10_000 })
      .toContain('1 warning about.md:5:12 unknown filter nofilter');
    const box = await tab.locator('hastie-notices').boundingBox();
    expect(box?.height).toBeLessThan(40);
    await tab.locator('hastie-notices summary').press('Enter');
    expect((await tab.locator('hastie-notices').boundingBox())?.height).toBeGreaterThan(100);
    await tab.locator('hastie-notices button').click();
    expect(await corner()).toBe('');
    await tab.reload();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await corner()).toBe('');
    put('about.md', page('About', '{{ "b" | another }}'));
    await expect.poll(corner, { timeout: 10_000 }).toContain('another');
    put('about.md', page('About', 'mended again'));
    await expect.poll(corner, { timeout: 10_000 }).toBe('');
  });

  test('that is missing tells what keeps the site from being built, and nothing lies over it', async () => {
    put('about.md', page('About: me', 'about'));
    await expect
      .poll(async () => (await fetch(`${origin}/nowhere/`)).text(), { timeout: 10_000 })
      .toContain('about.md:2:13');
    await tab.goto(`${origin}/nowhere/`);
    await shows('title: "About: me"');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await overlay()).toBe('');
    put('about.md', page('About', 'about'));
    await tab.waitForFunction(() => !document.body.textContent?.includes('About: me'));
    await shows('Page not found');
  });

  test('that is missing appears as soon as it is there', async () => {
    await tab.goto(`${origin}/later.html`);
    await shows('Page not found');
    put('later.md', page('Later', 'here it is'));
    await shows('here it is');
  });

  test('follows data, the configuration, a layout, a partial stylesheet and a plugin', async () => {
    put('_plugins/loud.cjs', LOUD.replace('LOUD', '!'));
    put('_sass/colours.scss', '$ink: rgb(1, 2, 3);');
    put('main.css', '');
    rmSync(join(site, 'main.css'));
    put('main.scss', '---\n---\n@import "colours";\np { color: $ink }');
    put('index.md', page('Home', '{{ site.title }}, {{ site.data.who.name }}{{ "" | loud }}'));
    await shows('Ada, !');
    put('_data/who.yml', 'name: Lovelace\n');
    await shows('Ada, Lovelace!');
    put('_config.yml', 'title: Countess\n');
    await shows('Countess, Lovelace!');
    await mark();
    put('_sass/colours.scss', '$ink: rgb(4, 5, 6);');
    await tab.waitForFunction(() => getComputedStyle(document.querySelector('p')!).color === 'rgb(4, 5, 6)');
    expect(await isMarked()).toBe(true);
    put('_layouts/default.html', LAYOUT.replace('<body>', '<body>Laid out. '));
    await shows('Laid out. ');
    put('_plugins/loud.cjs', LOUD.replace('LOUD', '?'));
    await shows('Countess, Lovelace?');
  });

  test('is followed although its links start elsewhere', async () => {
    put(
      'based.html',
      '---\n---\n<html><head><base href="https://elsewhere.example/"></head><body>one</body></html>',
    );
    await expect.poll(async () => (await fetch(`${origin}/based.html`)).status, { timeout: 5000 }).toBe(200);
    await tab.goto(`${origin}/based.html`);
    put(
      'based.html',
      '---\n---\n<html><head><base href="https://elsewhere.example/"></head><body>two</body></html>',
    );
    await shows('two');
  });

  test('keeps what was scrolled inside of it', async () => {
    const boxed = (text: string): string =>
      page(
        'Box',
        `<div style="height: 100px; overflow: auto"><p>${text}</p><p style="height: 900px">x</p></div>`,
      );
    put('box.md', boxed('first'));
    await expect.poll(async () => (await fetch(`${origin}/box.html`)).status, { timeout: 5000 }).toBe(200);
    await tab.goto(`${origin}/box.html`);
    await tab.evaluate(() => document.querySelector('div')!.scrollTo(0, 321));
    put('box.md', boxed('second'));
    await shows('second');
    await tab.waitForFunction(() => document.querySelector('div')?.scrollTop === 321);
  });

  test('survives the server’s own end and start', async () => {
    expect(await stop()).toBe(0);
    put('index.md', page('Home', 'after the pause'));
    await start(new URL(origin).port);
    await shows('after the pause');
    put('_layouts/default.html', `${LAYOUT}{% nope %}`);
    expect(await stop()).toBe(0);
    await start(new URL(origin).port);
    await shows('The site cannot be built');
    put('_layouts/default.html', LAYOUT);
    await shows('after the pause');
  });
});
