/** P11: the development server serves built output only, whatever is asked. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { failuresOf } from '../proof/row.ts';
import { requests } from '../proof/rows/requests.ts';
import { HOSTILE_TARGETS } from '../support/hostile-targets.ts';
import { type PreviewServer, startPreviewServer } from '../support/preview-server.ts';
import { COPIED, SECRET } from '../support/preview-site.ts';
import { requestText, sendRaw } from '../support/raw-http.ts';

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

test('1,000 mutations of the table are answered with an output or not at all', {
  timeout: 60_000,
}, async () => {
  expect(await failuresOf(requests, { attempts: 1_000 / requests.each })).toEqual([]);
});
