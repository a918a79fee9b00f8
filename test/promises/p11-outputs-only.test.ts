/** P11: the development server serves built output only, whatever is asked. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { respond } from '../../src/serve/http/response.ts';
import { HOSTILE_TARGETS } from '../support/hostile-targets.ts';
import { type PreviewServer, startPreviewServer } from '../support/preview-server.ts';
import {
  bodyText,
  COPIED,
  get,
  PUBLISHED,
  previewDisk,
  previewState,
  SECRET,
  SETTINGS,
} from '../support/preview-site.ts';
import { requestText, sendRaw } from '../support/raw-http.ts';

const MUTATED = Number(process.env.HASTIE_TARGETS ?? 10_000);

let server: PreviewServer;
beforeAll(async () => {
  server = await startPreviewServer();
});
afterAll(() => server.close());

describe('over a socket', () => {
  test('the outputs are there', async () => {
    const page = await sendRaw(server.port, requestText('/about/'));
    expect(page.status).toBe(200);
    expect(page.body.toString()).toContain('<body>about</body>');
    const picture = await sendRaw(server.port, requestText('/img/cat.png'));
    expect(picture.body.toString()).toBe(COPIED['img/cat.png']);
    const part = await sendRaw(server.port, requestText('/img/cat.png', { headers: ['Range: bytes=6-8'] }));
    expect([part.status, part.body.toString()]).toEqual([206, 'meo']);
  });

  test('no row of the table gives a byte that is not an output', async () => {
    for (let i = 0; i < HOSTILE_TARGETS.length; i += 32) {
      await Promise.all(
        HOSTILE_TARGETS.slice(i, i + 32).map(async ({ target, status }) => {
          const answer = await sendRaw(server.port, requestText(target));
          // What Node's own parser refuses never comes to the guard.
          expect([target, [status, 400]]).toEqual([target, expect.arrayContaining([answer.status])]);
          expect(answer.raw.toString('latin1')).not.toContain(SECRET);
          expect(answer.headers.get('location') ?? '/').toMatch(/^\/(?!\/)/);
        }),
      );
    }
  });
});

describe('mutations of the table', () => {
  /** A small generator, so that a failure can be had again. */
  let seed = 20_261_122;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const pick = <Item>(items: readonly Item[]): Item => items[random(items.length)]!;
  const PIECES = [
    '/',
    '..',
    '.',
    '%2e',
    '%2f',
    '%5c',
    '%25',
    '%00',
    '\\',
    '//',
    ';',
    '?',
    '#',
    '~',
    ':',
    ' ',
    '%',
    'secret.txt',
    'index.html',
    'img',
    '.git/config',
    '%c0%ae',
    '\xff',
    '@',
  ];
  const mutate = (target: string): string => {
    const at = random(target.length + 1);
    switch (random(6)) {
      case 0:
        return target.slice(0, at) + pick(PIECES) + target.slice(at);
      case 1:
        return target.slice(0, at) + target.slice(at + 1 + random(3));
      case 2:
        return target.slice(0, at) + pick(HOSTILE_TARGETS).target.slice(random(5));
      case 3:
        return target.replace(/[./\\]/g, (each) =>
          random(2) === 0 ? each : `%${each.charCodeAt(0).toString(16)}`,
        );
      case 4:
        return random(2) === 0 ? target.toUpperCase() : target.replaceAll('%', '%25');
      default:
        return target.slice(0, at) + String.fromCharCode(random(256)) + target.slice(at);
    }
  };

  const known = new Set([...Object.values(PUBLISHED), 'file /site/img/cat.png 0+10']);
  const mutants = Array.from({ length: MUTATED }, () => {
    let target = pick(HOSTILE_TARGETS).target;
    for (let i = random(4); i >= 0; i--) target = mutate(target);
    return target;
  });

  test('are answered with an output or not at all', () => {
    const disk = previewDisk();
    const state = previewState();
    let served = 0;
    for (const target of mutants) {
      const looked: string[] = [];
      const answer = respond(
        get(target),
        state,
        { ...SETTINGS, reload: false },
        {
          stat: (path) => {
            looked.push(path);
            return disk.stat(path);
          },
        },
      );
      if (answer.status === 200) {
        served++;
        expect([target, known.has(bodyText(answer))]).toEqual([target, true]);
      } else
        expect([target, [302, 400, 403, 404]]).toEqual([target, expect.arrayContaining([answer.status])]);
      expect(looked.every((path) => path === '/site/img/cat.png')).toBe(true);
      expect(bodyText(answer)).not.toContain(SECRET);
    }
    expect(served).toBeGreaterThan(0);
    expect(served).toBeLessThan(MUTATED / 2);
  });

  test('over a socket, too', async () => {
    for (let i = 0; i < 500; i += 50) {
      await Promise.all(
        mutants.slice(i, i + 50).map(async (target) => {
          // A line end would make another request of it.
          const answer = await sendRaw(server.port, requestText(target.replace(/[\r\n]/g, '')));
          expect(answer.raw.toString('latin1')).not.toContain(SECRET);
        }),
      );
    }
    expect(server.faults).toEqual([]);
  });
});
