/** Jekyll's pages and ours in Chromium, compared pixel by pixel: how a stylesheet looks. */

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { type Browser, chromium } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildInto } from '../support/build-into.ts';
import { filesBelow, HOMEPAGE, THEMES } from '../support/recorded-sites.ts';
import { CHROMIUM_ARGS, findChromium } from './chromium.ts';
import { type SiteServer, serveFolder } from './static-server.ts';

const executablePath = findChromium();
if (executablePath === undefined) test.skip('skipped: no Chromium on PATH or in CHROMIUM', () => {});

const WIDTHS = [1280, 768, 375];

/** A picture of the whole page; scripts do not run, so that nothing but HTML and CSS decides. */
async function shoot(browser: Browser, address: string, width: number): Promise<PNG> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled: false,
    reducedMotion: 'reduce',
  });
  try {
    const page = await context.newPage();
    const { origin } = new URL(address);
    await page.route(
      (url) => url.origin !== origin,
      (route) => route.abort(),
    );
    await page.goto(address, { waitUntil: 'load' });
    return PNG.sync.read(await page.screenshot({ fullPage: true, animations: 'disabled' }));
  } finally {
    await context.close();
  }
}

/** How many pixels differ; all of them where the pages have not the same size. */
function difference(a: PNG, b: PNG): number {
  if (a.width !== b.width || a.height !== b.height) return Math.max(a.width * a.height, b.width * b.height);
  return pixelmatch(a.data, b.data, undefined, a.width, a.height, { threshold: 0.1 });
}

describe.skipIf(executablePath === undefined)('the pixels', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: [...CHROMIUM_ARGS] });
  }, 60_000);
  afterAll(() => browser?.close());

  test('are counted where a declaration has moved', async () => {
    const shades = [0, 255].map((shade) => {
      const picture = new PNG({ width: 4, height: 4 });
      picture.data.fill(shade);
      return picture;
    });
    const [black, white] = shades as [PNG, PNG];
    black.data.fill(255, 0, 4);
    for (let i = 3; i < black.data.length; i += 4) black.data[i] = 255;
    expect(difference(black, white)).toBe(15);
    expect(difference(white, white)).toBe(0);
    expect(difference(white, new PNG({ width: 4, height: 5 }))).toBe(20);
  });

  describe.each([HOMEPAGE, ...THEMES])('of $name', ({ source, expected, withoutCopies }) => {
    const folder = mkdtempSync(join(tmpdir(), 'pixels-'));
    const [ours, theirs] = [join(folder, 'ours'), join(folder, 'theirs')];
    let servers: readonly SiteServer[] = [];

    beforeAll(async () => {
      await buildInto(ours, source, { citations: false });
      if (withoutCopies) cpSync(ours, theirs, { recursive: true });
      cpSync(expected, theirs, { recursive: true });
      servers = [await serveFolder(theirs), await serveFolder(ours)];
    });
    afterAll(() => {
      for (const server of servers) server.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const pages = filesBelow(expected).filter((file) => file.endsWith('.html'));
    const others = pages.filter((page) => page !== 'index.html');
    test.each(
      ['index.html', ...others.slice(0, 1)].flatMap((page) => WIDTHS.map((width) => [page, width] as const)),
    )('of %s at %d are those of Jekyll', async (page, width) => {
      const [a, b] = await Promise.all(
        servers.map(({ origin }) => shoot(browser, `${origin}/${page}`, width)),
      );
      expect(difference(a as PNG, b as PNG)).toBe(0);
    });
  });
});
