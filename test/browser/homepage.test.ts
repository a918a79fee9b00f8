/** The built homepage in a real browser: wide and narrow, light and dark, with and without the network. */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'parse5';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM_ARGS, findChromium } from './chromium.ts';
import { BROKEN_NAVIGATION, LOST_PICTURES, OVERFLOWING, PALE_TEXTS, STRUCTURE } from './in-page.ts';
import { type SiteServer, serveFolder } from './static-server.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const executablePath = findChromium();
const missing = !executablePath
  ? 'no Chromium on PATH or in CHROMIUM'
  : existsSync(join(ROOT, 'lib'))
    ? undefined
    : 'the tool is not built: npm ci';

const BADGE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="112" height="20"><rect width="112" height="20"/></svg>';
const BADGE_SOURCE =
  'https://img.shields.io/endpoint?url=https%3A%2F%2Fcdn.jsdelivr.net%2Fgh%2Fwangbo-zhao%2Fwangbo-zhao.github.io' +
  '%40google-scholar-stats%2Fgs_data_shieldsio.json' +
  '&logo=Google%20Scholar&labelColor=f6f6f6&color=9cf&style=flat&label=citations';

interface Visit {
  readonly page: Page;
  /** What the console said, errors that nobody caught, and requests to hosts other than this one. */
  readonly complaints: readonly string[];
  readonly strangers: readonly string[];
}

if (missing) test.skip(`skipped: ${missing}`, () => {});

describe.skipIf(missing)('the homepage', () => {
  const work = mkdtempSync(join(tmpdir(), 'homepage-'));
  const site = join(work, 'site');
  let server: SiteServer;
  let browser: Browser;

  beforeAll(async () => {
    const build = [join(ROOT, 'bin', 'hastie.js'), 'build', '-q', '-s', ROOT, '-d', site];
    execFileSync(process.execPath, build, { env: { ...process.env, JEKYLL_ENV: 'production' } });
    server = await serveFolder(site);
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: [...CHROMIUM_ARGS] });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
    rmSync(work, { recursive: true, force: true });
  });

  /** Opens a page; shields.io answers with a picture of ours, or not at all when `online` is false. */
  const visit = async (path: string, options: BrowserContextOptions = {}, online = true): Promise<Visit> => {
    const page = await (await browser.newContext(options)).newPage();
    const complaints: string[] = [];
    const strangers: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.route(
      (url) => url.origin !== server.origin,
      (route) => {
        strangers.push(route.request().url());
        return online ? route.fulfill({ contentType: 'image/svg+xml', body: BADGE }) : route.abort();
      },
    );
    await page.goto(server.origin + path, { waitUntil: 'load' });
    return { page, complaints, strangers };
  };

  const stats = (): { citedby: number; publications: Record<string, { num_citations: number }> } =>
    JSON.parse(readFileSync(join(ROOT, 'google-scholar-stats', 'gs_data.json'), 'utf8'));

  describe.each([1280, 375])('at %d pixels', (width) => {
    describe.each(['light', 'dark'] as const)('in the %s scheme', (colorScheme) => {
      test('fits, loads, reads well and says nothing on the console', async () => {
        const { page, complaints } = await visit('/', { colorScheme, viewport: { width, height: 800 } });
        expect(await page.evaluate(LOST_PICTURES)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
        expect(await page.evaluate(OVERFLOWING)).toEqual([]);
        expect(await page.evaluate(PALE_TEXTS)).toEqual([]);
        expect(complaints).toEqual([]);
      });
    });

    test('has navigation that leads to its sections and marks the one in view', async () => {
      const { page } = await visit('/', { viewport: { width, height: 800 }, reducedMotion: 'reduce' });
      expect(await page.evaluate(BROKEN_NAVIGATION)).toEqual([]);
      await page.getByRole('link', { name: 'Publications' }).click();
      const heading = page.getByRole('heading', { name: 'Selected Publications' });
      await expect.poll(async () => (await heading.boundingBox())?.y ?? 0).toBeLessThan(160);
      expect((await heading.boundingBox())?.y).toBeGreaterThan(50);
      await expect.poll(() => page.locator('.masthead__nav [aria-current]').innerText()).toBe('Publications');
    });
  });

  test.each(['index.html', '404.html', 'about/index.html'])(
    'is HTML that a strict reader accepts: %s',
    (name) => {
      const mistakes: string[] = [];
      const onParseError = ({ code, startLine }: { code: string; startLine: number }) =>
        void mistakes.push(`${startLine}: ${code}`);
      parse(readFileSync(join(site, name), 'utf8'), { onParseError });
      expect(
        mistakes.filter(
          (mistake) => !mistake.endsWith('non-void-html-element-start-tag-with-trailing-solidus'),
        ),
      ).toEqual([]);
    },
  );

  test('names its landmarks, its language and its pictures', async () => {
    const { page } = await visit('/');
    expect(await page.evaluate(STRUCTURE)).toEqual({
      banner: 1,
      navigation: 1,
      main: 1,
      complementary: 1,
      contentinfo: 1,
      language: 'en',
      picturesWithoutText: 0,
      linksWithoutText: 0,
      doubledIds: 0,
    });
  });

  test('lets the keyboard skip to the content first', async () => {
    const { page } = await visit('/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip-link');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('content');
  });

  test('asks shields.io, and nobody else, for the badge of its own repository', async () => {
    const { page, strangers } = await visit('/');
    expect(await page.locator('.badge-link img').getAttribute('src')).toBe(BADGE_SOURCE);
    expect(strangers).toEqual([BADGE_SOURCE]);
  });

  test("shows every paper's citations from the site's own data", async () => {
    const { page } = await visit('/');
    const papers = page.locator('.show_paper_citations');
    await expect.poll(() => papers.first().textContent()).toMatch(/^\| Citations: \d+$/);
    const shown = await papers.evaluateAll((all) =>
      all.map((one) => [one.getAttribute('data'), one.textContent]),
    );
    const known = stats().publications;
    expect(shown).toEqual(shown.map(([id]) => [id, `| Citations: ${known[id ?? '']?.num_citations}`]));
  });

  test('puts the number in words where the badge does not come', async () => {
    const { page } = await visit('/', {}, false);
    await expect.poll(() => page.locator('.badge-words').innerText()).toBe(`${stats().citedby} citations`);
  });

  test('can be read without scripts', async () => {
    const { page } = await visit('/', { javaScriptEnabled: false });
    await page.getByRole('heading', { name: 'Educations' }).waitFor();
    expect(await page.locator('.paper-box').count()).toBe(12);
  });

  test('is dressed wherever the address that is not found may lie', async () => {
    const { page } = await visit('/no/such/page');
    expect(await page.locator('h1').innerText()).toBe('Page not found');
    expect(await page.evaluate('getComputedStyle(document.querySelector(".masthead")).position')).toBe(
      'sticky',
    );
    await page.getByRole('link', { name: 'News' }).click();
    await page.waitForURL(`${server.origin}/#-news`);
  });

  test('has a script that takes any page as it is', async () => {
    const { page, complaints } = await visit('/assets/js/main.js');
    const bare = '<span class="show_paper_citations" data="nobody:knows"></span><b id="total_cit"></b>';
    const script =
      '<script defer src="/assets/js/main.js" data-stats="/google-scholar-stats/gs_data.json"></script>';
    await page.route('**/bare', (route) => route.fulfill({ contentType: 'text/html', body: bare + script }));
    await page.goto(`${server.origin}/bare`);
    await expect.poll(() => page.locator('#total_cit').textContent()).toBe(String(stats().citedby));
    expect(await page.locator('.show_paper_citations').textContent()).toBe('');
    await page.route('**/none', (route) => route.fulfill({ contentType: 'text/html', body: script }));
    await page.goto(`${server.origin}/none`);
    expect(complaints).toEqual([]);
  });
});
