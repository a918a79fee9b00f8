import { describe, expect, test } from 'vitest';
import { toOutputKey } from '../../../src/base/paths.ts';
import type { EventStream } from '../../../src/ports/http-server.ts';
import { contentType } from '../../../src/serve/http/content-type.ts';
import { changedAddresses } from '../../../src/serve/page/changed-addresses.ts';
import { injectScript } from '../../../src/serve/page/inject.ts';
import { initialState, stateMessage, withProblems, withSite } from '../../../src/serve/preview-state.ts';
import { createReloadStreams } from '../../../src/serve/reload-streams.ts';
import { createServedSite, type ServedSite } from '../../../src/serve/served-site.ts';

const made = (files: Readonly<Record<string, string>>, baseurl = '', before?: ServedSite) =>
  createServedSite(
    Object.entries(files).map(([name, text]) => ({ key: toOutputKey(name)!, from: `from ${name}`, text })),
    baseurl,
    before,
  );
const copied = (size: number, modifiedMs: number, copy = '/a', changedMs = modifiedMs) =>
  createServedSite([{ key: toOutputKey('a')!, from: 'a', copy, size, modifiedMs, changedMs }], '');

describe('what changed between two previews', () => {
  test('is what is new, gone, or of other content', () => {
    const before = made({ a: '1', b: '2', c: '3' });
    const after = made({ a: '1', b: 'two', d: '4' });
    expect(changedAddresses(before, after)).toEqual(['/b', '/d', '/c']);
    expect(changedAddresses(before, before)).toEqual([]);
  });

  test('leaves out what is to be ignored', () => {
    const ignored = (from: string) => from === 'from b';
    expect(changedAddresses(made({ a: '1', b: '2' }), made({ a: '2', b: '3' }), ignored)).toEqual(['/a']);
    expect(changedAddresses(made({ b: '2' }), made({}), ignored)).toEqual([]);
  });

  test('tells copies by size, times and place', () => {
    expect(changedAddresses(copied(1, 1), copied(1, 1))).toEqual([]);
    for (const other of [
      copied(2, 1),
      copied(1, 2),
      copied(1, 1, '/b'),
      copied(1, 1, '/a', 2),
      made({ a: 'x' }),
    ]) {
      expect(changedAddresses(copied(1, 1), other)).toEqual(['/a']);
      expect(changedAddresses(other, copied(1, 1))).toEqual(['/a']);
    }
  });

  test('is seen where the keys, and so the set of folders, are those of before', () => {
    const before = made({ 'a/b': '1', 'c/d': '2' });
    const after = made({ 'c/d': 'two', 'a/b': '1' }, '', before);
    expect(after.folders).toBe(before.folders);
    expect(changedAddresses(before, after)).toEqual(['/c/d']);
    const other = made({ 'a/b': '1', 'c/e/f': '2' }, '', before);
    expect([...other.folders]).toEqual(['', 'a', 'c', 'c/e']);
    expect(changedAddresses(before, other)).toEqual(['/c/e/f', '/c/d']);
  });

  test('is everything when the site moves to another baseurl', () => {
    const before = made({ a: '1' });
    expect(changedAddresses(before, made({ a: '1' }, '/sub', before))).toEqual(['/sub/a', '/a']);
  });

  test('is named by encoded addresses below the baseurl', () => {
    expect(changedAddresses(made({}, 'sub/'), made({ 'ä b/100%.html': '', 'x\ud800': '' }, '/sub'))).toEqual([
      '/sub/%C3%A4%20b/100%25.html',
      '/sub/x%EF%BF%BD',
    ]);
  });
});

describe('the state', () => {
  const one = withSite(initialState('r'), made({ a: '1' }), []);
  const problems = { diagnostics: [], sources: () => undefined, isStale: true };
  const told = (state: typeof one) => JSON.parse(stateMessage(state));

  test('counts the builds that changed something', () => {
    expect(told(one)).toEqual({
      build: 'r-1',
      problems: 0,
      notices: '',
      builds: [
        { build: 'r-0', changed: [] },
        { build: 'r-1', changed: null },
      ],
    });
    expect(withSite(one, made({ a: '1' }), []).build).toBe(1);
    expect(told(withSite(one, made({ a: '2' }), ['/a'])).builds.at(-1)).toEqual({
      build: 'r-2',
      changed: ['/a'],
    });
  });

  test('remembers a few builds, and of a big one only that it was', () => {
    let state = one;
    for (let i = 0; i < 20; i++) state = withSite(state, made({}), ['/a']);
    expect(state.history.map(({ build }) => build)).toEqual([14, 15, 16, 17, 18, 19, 20, 21]);
    const many = Array.from({ length: 51 }, (_, i) => `/${i}`);
    expect(withSite(one, made({}), many).history.at(-1)?.changed).toBeNull();
  });

  test('numbers the sets of problems, and forgets them with the next good build', () => {
    const twice = withProblems(withProblems(one, problems), problems);
    expect([twice.problemsId, twice.build]).toEqual([2, 1]);
    const mended = withSite(twice, made({ a: '1' }), []);
    expect([mended.problemsId, mended.problems]).toEqual([0, undefined]);
    expect(withProblems(mended, problems).problemsId).toBe(3);
  });
});

describe('the streams', () => {
  const sink = (backlog = 0) => {
    const heard: string[] = [];
    return {
      heard,
      waiting: backlog,
      ended: false,
      write: (text: string) => void heard.push(text),
      end() {
        this.ended = true;
      },
      backlog() {
        return this.waiting;
      },
    } satisfies EventStream & { heard: string[]; waiting: number; ended: boolean };
  };
  let beat = (): void => {};
  const streams = () =>
    createReloadStreams(
      {
        every: (_ms, call) => {
          beat = call;
          return () => {
            beat = () => {};
          };
        },
      },
      1500,
    );

  test('greet, pass on, and beat', () => {
    const all = streams();
    const one = sink();
    const gone = all.open(one, 'hello');
    all.send('news');
    beat();
    gone();
    all.send('unheard');
    expect(one.heard).toEqual(['retry: 1500\ndata: hello\n\n', 'data: news\n\n', ':\n\n']);
  });

  test('are 64 at most: the oldest goes', () => {
    const all = streams();
    const sinks = Array.from({ length: 70 }, () => sink());
    for (const each of sinks) all.open(each, '');
    expect(all.count).toBe(64);
    expect(sinks.map(({ ended }) => ended)).toEqual(sinks.map((_, i) => i < 6));
  });

  test('end for one who does not read, and all at the end', () => {
    const all = streams();
    const [deaf, fine] = [sink(1 << 20), sink()];
    all.open(deaf, '');
    all.open(fine, '');
    all.send('x');
    expect([deaf.ended, fine.ended]).toEqual([true, false]);
    all.close();
    expect([fine.ended, all.count]).toEqual([true, 0]);
  });

  test('end for one that takes nothing of a small backlog, and go on for one that takes some', () => {
    const all = streams();
    const [deaf, slow] = [sink(), sink()];
    for (const each of [deaf, slow]) all.open(each, '');
    for (const [beats, waiting] of [900, 800, 700].entries()) {
      deaf.waiting = 900;
      slow.waiting = waiting;
      beat();
      expect([deaf.ended, slow.ended]).toEqual([beats > 0, false]);
    }
    expect(all.count).toBe(1);
  });
});

describe('the script in a page', () => {
  const inject = (html: string) => injectScript(html, { build: 'b', address: '/"<' });
  const script = '<script src="/__hastie/reload.js" data-build="b" data-page="/&quot;&lt;" defer></script>';

  test.each([
    ['<html><head><title>', `<html><head>${script}<title>`],
    ['<HEAD lang="en">x', `<HEAD lang="en">${script}x`],
    ['<head\n>x', `<head\n>${script}x`],
    ['<!-- <head> --><head>x', `<!-- <head> --><head>${script}x`],
    ['<header>x', `<header>x${script}`],
    ['x', `x${script}`],
    ['<!-- <head>', `<!-- <head>${script}`],
    ['<head', `<head${script}`],
  ])('%s', (html, expected) => {
    expect(inject(html)).toBe(expected);
  });
});

describe('the type of content', () => {
  test.each([
    ['a.html', 'text/html; charset=utf-8'],
    ['a.css', 'text/css; charset=utf-8'],
    ['A.JS', 'text/javascript; charset=utf-8'],
    ['feed.xml', 'application/xml; charset=utf-8'],
    ['a.json', 'application/json; charset=utf-8'],
    ['a.webmanifest', 'application/manifest+json; charset=utf-8'],
    ['a.svg', 'image/svg+xml; charset=utf-8'],
    ['cv.pdf', 'application/pdf'],
    ['talk.mp4', 'video/mp4'],
    ['font.woff2', 'font/woff2'],
    ['paper.bib', 'text/x-bibtex; charset=utf-8'],
    ['CNAME', 'application/octet-stream'],
    ['.nojekyll', 'application/octet-stream'],
    ['a.unknown', 'application/octet-stream'],
  ])('of %s is %s', (key, type) => {
    expect(contentType(key)).toBe(type);
  });
});
