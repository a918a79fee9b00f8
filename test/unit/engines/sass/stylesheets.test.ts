import { afterEach, describe, expect, it } from 'vitest';
import { createSassPorts } from '../../../../src/cli/sass-ports.ts';
import type { SassPorts } from '../../../../src/engines/sass/ports.ts';
import { readSassSettings, sassSection } from '../../../../src/engines/sass/settings.ts';
import { createStylesheets, type Stylesheets } from '../../../../src/engines/sass/stylesheets.ts';
import { nodeFs } from '../../../../src/node/fs.ts';
import { bundledWorker, clock, SassSite } from './sass-site.ts';

const opened: { readonly site: SassSite; readonly stylesheets: Stylesheets }[] = [];
afterEach(() => {
  for (const { site, stylesheets } of opened.splice(0)) {
    stylesheets.close();
    site.remove();
  }
});

/** Stylesheets of the real world, and where their compilers were started. */
function open(sass: Readonly<Record<string, unknown>> = {}) {
  const site = new SassSite({ '_sass/_a.scss': '@import "sub/b"; .a{b:c}', '_sass/sub/_b.scss': '.b{c:d}' });
  const real = createSassPorts(bundledWorker());
  const started: string[] = [];
  const ports: SassPorts = {
    ...real,
    startThread(events) {
      started.push('thread');
      return real.startThread(events);
    },
    startHere(events) {
      started.push('here');
      return real.startHere?.(events);
    },
  };
  const { settings } = readSassSettings(sassSection(new Map(Object.entries(sass)) as never), 'production');
  const stylesheets = createStylesheets(
    { fs: nodeFs, clock, sass: ports },
    { source: site.source, settings },
  );
  opened.push({ site, stylesheets });
  return { stylesheets, started };
}

const MAIN = { path: 'main.scss', text: '@import "a";', syntax: 'scss', startLine: 1 } as const;

describe('the compiler of stylesheets', () => {
  it('works on the main thread where few documents are rendered meanwhile', async () => {
    const { stylesheets, started } = open();
    stylesheets.prepare(['main.scss'], 8);
    stylesheets.add(MAIN);
    stylesheets.add({ ...MAIN, path: 'other.scss' });
    const { sheets } = await stylesheets.join();
    expect(sheets.map(({ css }) => css)).toEqual([
      expect.stringContaining('.b'),
      expect.stringContaining('.b'),
    ]);
    expect(started).toEqual(['here']);
  });

  it('works on a thread where many are', async () => {
    const { stylesheets, started } = open();
    stylesheets.prepare(['main.scss'], 500);
    stylesheets.add(MAIN);
    expect((await stylesheets.join()).sheets[0]?.css).toContain('.b');
    expect(started).toEqual(['thread']);
  });

  it('works on a thread where it is the one in JavaScript', async () => {
    const { stylesheets, started } = open({ implementation: 'sass' });
    stylesheets.prepare(['main.scss'], 8);
    stylesheets.add(MAIN);
    expect((await stylesheets.join()).sheets[0]?.css).toContain('.b');
    expect(started).toEqual(['thread']);
  });

  it('answers a filter that waits from a thread, whatever else is under way', async () => {
    const { stylesheets, started } = open();
    stylesheets.prepare(['main.scss'], 8);
    stylesheets.add(MAIN);
    expect(stylesheets.compileStringSync('@import "a";', 'scss').css).toContain('.b');
    expect((await stylesheets.join()).sheets[0]?.css).toContain('.b');
    expect(started).toEqual(['here', 'thread']);
  });

  it('stays for the next build', async () => {
    const { stylesheets, started } = open();
    for (const text of ['@import "a"; c{d:e}', '@import "a"; c{d:f}']) {
      stylesheets.add({ ...MAIN, text });
      await stylesheets.join();
    }
    expect(started).toEqual(['here']);
  });
});
