import { execFileSync } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import { createSassPorts } from '../../../src/cli/sass-ports.ts';
import { readSassSettings, sassSection } from '../../../src/engines/sass/settings.ts';
import { createStylesheets, type Stylesheets } from '../../../src/engines/sass/stylesheets.ts';
import { nodeFs } from '../../../src/node/fs.ts';
import { sassProcessesGone } from '../../../src/node/sass/sass-process.ts';
import {
  bundledWorker,
  type CompilerName,
  clock,
  SassSite,
  withCompiler,
} from '../../unit/engines/sass/sass-site.ts';

const opened: { readonly site: SassSite; readonly stylesheets: Stylesheets }[] = [];
afterEach(() => {
  for (const { site, stylesheets } of opened.splice(0)) {
    stylesheets.close();
    site.remove();
  }
});

/** Workers of their own, which end when they are ended. */
function open(compiler: CompilerName, limitMs = 4000): Stylesheets {
  const site = new SassSite({
    '_sass/_loop.scss': '@while true { $a: 1; }',
    '_sass/_fine.scss': '.fine{a:b}',
  });
  const { settings } = readSassSettings(
    sassSection(new Map(Object.entries(withCompiler(compiler))) as never),
    'production',
  );
  const ports = { fs: nodeFs, clock, sass: createSassPorts(bundledWorker()) };
  const stylesheets = createStylesheets(ports, { source: site.source, settings, limitMs });
  opened.push({ site, stylesheets });
  return stylesheets;
}

/** The ids of the native compilers that this process started. */
const processes = (): readonly number[] =>
  execFileSync('ps', ['-eo', 'ppid,pid,args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.trim().startsWith(`${process.pid} `) && line.includes('dart-sass'))
    .map((line) => Number(line.trim().split(/\s+/)[1]));

describe('an endless stylesheet', () => {
  it.each<[string, CompilerName, string]>([
    ['a loop in a partial', 'sass-embedded', '@import "loop";'],
    ['a loop in a partial', 'sass', '@import "loop";'],
    ['a count that takes forever', 'sass-embedded', '@for $i from 1 through 999999999 { $a: $i; }'],
  ])('with %s is given up by %s, the others are compiled', async (_, compiler, text) => {
    const before = processes().length;
    const stylesheets = open(compiler);
    stylesheets.add({ path: 'a.scss', text: '@use "fine"', syntax: 'scss', startLine: 1 });
    stylesheets.add({ path: 'b.scss', text, syntax: 'scss', startLine: 4 });
    stylesheets.add({ path: 'c.scss', text: '@use "fine"', syntax: 'scss', startLine: 1 });
    const { sheets } = await stylesheets.join();
    expect(sheets.map(({ css }) => css !== undefined)).toEqual([true, false, true]);
    expect(sheets[1]?.diagnostics).toMatchObject([
      { code: 'sass/too-slow', severity: 'error', place: { file: 'b.scss', line: 4, column: 1 } },
    ]);
    if (text.includes('import')) expect(sheets[1]?.diagnostics[0]?.hint).toContain('_sass/_loop.scss');
    stylesheets.close();
    // Nothing stays behind.
    for (let tries = 0; tries < 100 && processes().length > before; tries++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(processes().length).toBeLessThanOrEqual(before);
  });

  it('does not hold a large site up either', async () => {
    const stylesheets = open('sass-embedded');
    stylesheets.prepare(['a.scss'], 1000);
    stylesheets.add({ path: 'a.scss', text: '@import "loop";', syntax: 'scss', startLine: 1 });
    stylesheets.add({ path: 'b.scss', text: '@use "fine"', syntax: 'scss', startLine: 1 });
    const { sheets } = await stylesheets.join();
    expect(sheets[0]?.diagnostics).toMatchObject([{ code: 'sass/too-slow' }]);
    expect(sheets[1]?.css).toContain('.fine');
  });

  it('leaves no process behind that is waited for', async () => {
    const before = processes().length;
    const stylesheets = open('sass-embedded');
    stylesheets.add({ path: 'a.scss', text: '@use "fine"', syntax: 'scss', startLine: 1 });
    await stylesheets.join();
    expect(processes().length).toBeGreaterThan(before);
    stylesheets.close();
    await sassProcessesGone();
    expect(processes().length).toBeLessThanOrEqual(before);
  });

  it('in a filter is given up while the caller waits', () => {
    const stylesheets = open('sass-embedded');
    expect(stylesheets.compileStringSync('@while true {}', 'scss').diagnostics).toMatchObject([
      { code: 'sass/too-slow' },
    ]);
    expect(stylesheets.compileStringSync('@use "fine"', 'scss').css).toContain('.fine');
  });

  it('is not needed for a compiler to die: then the other one takes over', async () => {
    const before = processes();
    const stylesheets = open('sass-embedded');
    stylesheets.add({ path: 'a.scss', text: '@use "fine"', syntax: 'scss', startLine: 1 });
    expect((await stylesheets.join()).sheets[0]?.css).toContain('.fine');
    for (const id of processes()) if (!before.includes(id)) process.kill(id, 'SIGKILL');
    stylesheets.add({ path: 'b.scss', text: '@use "fine"', syntax: 'scss', startLine: 1 });
    expect((await stylesheets.join()).sheets[0]?.css).toContain('.fine');
  });

  it('that grows without end takes no more memory than it may', async () => {
    const stylesheets = open('sass', 10_000);
    const text = '$s: "aaaaaaaaaaaaaaaa"; @while true { $s: $s + $s; }';
    stylesheets.add({ path: 'a.scss', text, syntax: 'scss', startLine: 1 });
    stylesheets.add({ path: 'b.scss', text: '@use "fine"', syntax: 'scss', startLine: 1 });
    const { sheets } = await stylesheets.join();
    expect(sheets[0]?.diagnostics).toMatchObject([{ code: 'sass/crashed' }]);
    expect(sheets[1]?.css).toContain('.fine');
  });
});
