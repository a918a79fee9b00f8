import { describe, expect, test } from 'vitest';
import { toOutputKey } from '../../../src/base/paths.ts';
import { respond } from '../../../src/serve/http/response.ts';
import { initialState, withProblems } from '../../../src/serve/preview-state.ts';
import { HOSTILE_TARGETS } from '../../support/hostile-targets.ts';
import {
  bodyText,
  COPIED,
  get,
  PRIVATE,
  PUBLISHED,
  previewDisk,
  previewOutputs,
  previewState,
  SECRET,
  SETTINGS,
} from '../../support/preview-site.ts';

const ask = (target: string, more = {}, settings = {}) =>
  respond(get(target, more), previewState(), { ...SETTINGS, ...settings }, previewDisk());

describe('what was built', () => {
  test.each([
    ['/', 'index.html'],
    ['/index.html', 'index.html'],
    ['/?a=b', 'index.html'],
    ['/index', 'index.html'],
    ['/about/', 'about/index.html'],
    ['/about/index.html', 'about/index.html'],
    ['/cv', 'cv.html'],
    ['/c%76.html', 'cv.html'],
    ['/main.css', 'main.css'],
  ])('%s gives %s', (target, key) => {
    const answer = ask(target, {}, { reload: false });
    expect(answer.status).toBe(200);
    expect(bodyText(answer)).toBe(PUBLISHED[key]);
    expect(answer.headers).toMatchObject({
      'Content-Length': String(PUBLISHED[key]?.length),
      'Cache-Control': 'no-store',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
    });
  });

  test('is copied from where it is known to lie', () => {
    expect(bodyText(ask('/img/cat.png'))).toBe('file /site/img/cat.png 0+10');
    expect(ask('/img/cat.png').headers).toMatchObject({
      'Content-Type': 'image/png',
      'Content-Length': '10',
    });
  });

  test('is gone when the copied file is gone, or has become something else', () => {
    const disk = previewDisk();
    disk.removeFile('/site/img/cat.png');
    expect(respond(get('/img/cat.png'), previewState(), SETTINGS, disk).status).toBe(404);
    disk.putFolder('/site/img/cat.png');
    expect(respond(get('/img/cat.png'), previewState(), SETTINGS, disk).status).toBe(404);
    const broken = {
      stat: () => {
        throw new Error('no');
      },
    };
    expect(respond(get('/img/cat.png'), previewState(), SETTINGS, broken).status).toBe(404);
  });

  test('HEAD gives the same without a body', () => {
    for (const target of ['/', '/main.css', '/img/cat.png', '/nope', '/__hastie/events']) {
      const { status, headers } = ask(target);
      expect(ask(target, { method: 'HEAD' })).toEqual({ status, headers, body: { kind: 'none' } });
    }
  });

  test('a folder without a slash leads to the one with it, by what was built', () => {
    expect(ask('/about')).toMatchObject({ status: 302, headers: { Location: '/about/' } });
    expect(ask('/about?to=//evil.example')).toMatchObject({ headers: { Location: '/about/' } });
  });

  test('names of any script are found, however they are encoded', () => {
    const key = toOutputKey('论文/a b%.html')!;
    const state = previewState([{ key, from: 'x', text: 'x' }]);
    const status = (target: string) => respond(get(target), state, SETTINGS, previewDisk()).status;
    expect(status('/%E8%AE%BA%E6%96%87/a%20b%25.html')).toBe(200);
    expect(status(`/${Buffer.from('论文').toString('latin1')}/a%20b%25.html`)).toBe(200);
    expect(status('/论文/a%20b%25.html')).toBe(400);
    const folder = respond(get('/%E8%AE%BA%E6%96%87'), state, SETTINGS, previewDisk());
    expect(folder.headers.Location).toBe('/%E8%AE%BA%E6%96%87/');
  });

  test('a file comes before a folder, and a folder before a file with .html, as in Jekyll', () => {
    const outputs = ['a', 'b/index.htm', 'b/index.html', 'b.html', 'c/x.txt', 'd.xhtml'].map((name) => ({
      key: toOutputKey(name)!,
      from: name,
      text: name,
    }));
    const at = (target: string) =>
      respond(get(target), previewState(outputs), { ...SETTINGS, reload: false }, previewDisk());
    expect(bodyText(at('/a'))).toBe('a');
    expect(at('/b').status).toBe(302);
    expect(bodyText(at('/b/'))).toBe('b/index.htm');
    expect(at('/c/').status).toBe(404);
    expect(bodyText(at('/d'))).toBe('d.xhtml');
  });

  test('below a baseurl nothing else is there, and / leads to it', () => {
    const state = previewState(previewOutputs(), '/my site/');
    const at = (target: string) => respond(get(target), state, SETTINGS, previewDisk());
    expect(at('/my%20site/').status).toBe(200);
    expect(at('/my%20site/about').headers.Location).toBe('/my%20site/about/');
    for (const target of ['/', '/my%20site'])
      expect(at(target)).toMatchObject({ status: 302, headers: { Location: '/my%20site/' } });
    for (const target of ['/index.html', '/my%20siteindex.html', '/my', '//my%20site/'])
      expect(at(target).status).toBe(404);
  });
});

describe('hostile targets', () => {
  test('there are at least 300 of them, each once', () => {
    expect(HOSTILE_TARGETS.length).toBeGreaterThanOrEqual(400);
    expect(new Set(HOSTILE_TARGETS.map(({ target }) => target)).size).toBe(HOSTILE_TARGETS.length);
  });

  test('none gives a byte that is not an output, or makes the server look at another file', () => {
    for (const { target, status } of HOSTILE_TARGETS) {
      const looked: string[] = [];
      const disk = previewDisk();
      const answer = respond(
        get(target),
        previewState(),
        { ...SETTINGS, reload: false },
        {
          stat: (path) => {
            looked.push(path);
            return disk.stat(path);
          },
        },
      );
      expect([target, answer.status]).toEqual([target, status]);
      expect(bodyText(answer)).not.toContain(SECRET);
      expect(bodyText(answer)).not.toContain('<script');
      expect(looked).toEqual([]);
      if (status === 200) expect(Object.values(PUBLISHED)).toContain(bodyText(answer));
      expect(JSON.stringify(answer.headers)).not.toMatch(/evil|\\r|\\n/);
    }
  });

  test.each([
    `/${'a'.repeat(8191)}`,
    `/${'../'.repeat(2000)}`,
    `/${'%2e%2e/'.repeat(1000)}`,
    `/?${'q'.repeat(8300)}`,
  ])('long ones are refused or missing', (target) => {
    expect([400, 404]).toContain(ask(target).status);
    expect(ask(`/${'a'.repeat(8192)}`).status).toBe(400);
  });

  test('the disk of this test does hold what must not be found', () => {
    for (const path of PRIVATE) expect(previewDisk().text(`/${path}`)).toBe(SECRET);
    expect(Object.keys(COPIED)).toEqual(['img/cat.png']);
  });
});

describe('a range', () => {
  const range = (value: string, more = {}) => ask('/img/cat.png', { range: value, ...more });
  test.each([
    ['bytes=0-3', 206, '0-3', 'file /site/img/cat.png 0+4'],
    ['bytes=4-', 206, '4-9', 'file /site/img/cat.png 4+6'],
    ['bytes=-2', 206, '8-9', 'file /site/img/cat.png 8+2'],
    ['bytes=-99', 206, '0-9', 'file /site/img/cat.png 0+10'],
    ['bytes=5-99', 206, '5-9', 'file /site/img/cat.png 5+5'],
    ['BYTES= 9-9 ', 206, '9-9', 'file /site/img/cat.png 9+1'],
  ])('%s', (value, status, span, body) => {
    const answer = range(value);
    expect(answer.status).toBe(status);
    expect(answer.headers['Content-Range']).toBe(`bytes ${span}/10`);
    expect(bodyText(answer)).toBe(body);
  });

  test.each(['bytes=10-', 'bytes=99-100', 'bytes=-0'])('%s can not be satisfied', (value) => {
    expect(range(value)).toMatchObject({ status: 416, headers: { 'Content-Range': 'bytes */10' } });
  });

  test.each([
    'bytes=3-2',
    'bytes=-',
    'bytes=0-1,3-4',
    'lines=1-2',
    'bytes=a-b',
    'bytes=0-99999999999999999999',
    '',
  ])('%s is none, and the whole is sent', (value) => {
    expect(range(value)).toMatchObject({ status: 200, headers: { 'Content-Length': '10' } });
  });

  test('under a condition that is not ours to check gives the whole', () => {
    expect(range('bytes=0-1', { ifRange: '"x"' }).status).toBe(200);
  });

  test('of a text counts its bytes', () => {
    const answer = ask('/main.css', { range: 'bytes=0-3' });
    expect([answer.status, bodyText(answer)]).toEqual([206, 'body']);
  });
});

describe('a page', () => {
  test('gets the script that reloads it, right after <head>', () => {
    expect(bodyText(ask('/'))).toContain(
      '<head><script src="/__hastie/reload.js" data-build="run-1" data-page="/index.html" defer></script><title>',
    );
    expect(bodyText(ask('/cv'))).toMatch(/^<p>cv<\/p>\n<script .*data-page="\/cv\.html" defer><\/script>$/);
  });

  test('does not when a script fetches it, when reloading is off, or when it is no page', () => {
    expect(bodyText(ask('/', { fetchDest: 'empty' }))).toBe(PUBLISHED['index.html']);
    expect(bodyText(ask('/', { fetchDest: 'iframe' }))).not.toBe(PUBLISHED['index.html']);
    expect(bodyText(ask('/', {}, { reload: false }))).toBe(PUBLISHED['index.html']);
    expect(bodyText(ask('/main.css'))).toBe(PUBLISHED['main.css']);
  });

  test('that is missing is shown as 404.html, if the site has one', () => {
    const key = toOutputKey('404.html')!;
    const own = previewState([...previewOutputs(), { key, from: '404.md', text: '<head></head>mine' }]);
    const answer = respond(get('/nope', { range: 'bytes=0-1' }), own, SETTINGS, previewDisk());
    expect(answer.status).toBe(404);
    expect(bodyText(answer)).toMatch(/^<head><script .* data-page="" .*<\/head>mine$/);
  });

  test('that is missing is told, with the nearest one, and nothing of the request unescaped', () => {
    const text = bodyText(ask('/abuot/'));
    expect(text).toContain('Did you mean <a href="/about/">/about/</a>?');
    expect(bodyText(ask('/abuot/', { fetchDest: 'image' }))).not.toContain('Did you mean');
    expect(bodyText(ask('/%3Cscript%3Ealert(1)%3C/script%3E'))).not.toContain('<script>alert');
  });

  test('a folder lists its entries where that is asked for', () => {
    const text = bodyText(ask('/', {}, { listings: true }));
    for (const href of ['/about/', '/img/', '/cv.html', '/index.html'])
      expect(text).toContain(`href="${href}"`);
    expect(bodyText(ask('/img/', {}, { listings: true }))).toContain('<a href="/">..</a>');
    expect(ask('/nope/', {}, { listings: true }).status).toBe(404);
  });
});

describe('before a build has succeeded', () => {
  const problems = {
    diagnostics: [
      {
        code: 'yaml/tab',
        severity: 'error',
        message: 'no `tab` <here>',
        hint: 'use spaces',
        place: { file: '_config.yml', line: 2, column: 1 },
      },
    ],
    sources: () => ({ file: '_config.yml', text: 'title: Ada\n\turl: x\n' }),
    isStale: false,
  } as const;
  const state = withProblems(initialState('run'), problems);

  test('every page tells what is wrong', () => {
    const answer = respond(get('/about/'), state, SETTINGS, previewDisk());
    expect(answer.status).toBe(500);
    const text = bodyText(answer);
    expect(text).toContain('_config.yml:2:1');
    expect(text).toContain('no <code>tab</code> &lt;here&gt;');
    expect(text).toContain('use spaces');
    expect(text).toContain('data-problems="1"');
  });

  test('without anything wrong it says that nothing is built', () => {
    expect(respond(get('/'), initialState('run'), SETTINGS, previewDisk()).status).toBe(503);
    expect(bodyText(respond(get('/'), state, { ...SETTINGS, reload: false }, previewDisk()))).not.toContain(
      '<script',
    );
  });
});

describe('the server’s own path', () => {
  test('gives the script, the stream, and what is wrong', () => {
    expect(ask('/__hastie/reload.js').headers['Content-Type']).toBe('text/javascript; charset=utf-8');
    expect(ask('/__hastie/events')).toMatchObject({
      status: 200,
      headers: { 'Content-Type': 'text/event-stream' },
      body: { kind: 'events' },
    });
    expect(bodyText(ask('/__hastie/problems'))).toBe('');
  });

  test('gives no stream where reloading is off', () => {
    for (const name of ['events', 'reload.js'])
      expect(ask(`/__hastie/${name}`, {}, { reload: false }).status).toBe(404);
  });
});
