/** P12: other websites can't read the preview. Every combination of host, origin, method and fetch site, over a socket. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PreviewServer, startPreviewServer } from '../support/preview-server.ts';
import { requestText, sendRaw } from '../support/raw-http.ts';

let server: PreviewServer;
beforeAll(async () => {
  server = await startPreviewServer();
});
afterAll(() => server.close());

const HOSTS = ['localhost', '127.0.0.1', 'evil.example', 'localhost:4000:x'] as const;
const ORIGINS = [undefined, 'own', 'http://evil.example', 'null'] as const;
const METHODS = ['GET', 'HEAD', 'POST'] as const;
const SITES = [undefined, 'same-origin', 'cross-site navigate', 'cross-site no-cors'] as const;

const cells = HOSTS.flatMap((host) =>
  ORIGINS.flatMap((origin) =>
    METHODS.flatMap((method) => SITES.map((site) => ({ host, origin, method, site }))),
  ),
);

describe('a request from another site', () => {
  test(`gets what is specified in each of ${cells.length} cells`, async () => {
    expect(cells.length).toBeGreaterThanOrEqual(60);
    for (const { host, origin, method, site } of cells) {
      const [fetchSite, mode] = site?.split(' ') ?? [];
      const headers = [
        ...(origin === undefined ? [] : [`Origin: ${origin === 'own' ? `http://${host}` : origin}`]),
        ...(fetchSite === undefined ? [] : [`Sec-Fetch-Site: ${fetchSite}`]),
        ...(mode === undefined ? [] : [`Sec-Fetch-Mode: ${mode}`]),
      ];
      const answer = await sendRaw(server.port, requestText('/', { host, method, headers }));
      const foreign = (origin !== undefined && origin !== 'own') || site === 'cross-site no-cors';
      const expected =
        host === 'localhost:4000:x'
          ? 400
          : host === 'evil.example'
            ? 403
            : method === 'POST'
              ? 405
              : foreign
                ? 403
                : 200;
      expect([host, origin, method, site, answer.status]).toEqual([host, origin, method, site, expected]);
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      if (expected !== 200) expect(answer.body.toString()).not.toContain('<body>home');
    }
  });

  test('a doubled or missing Host is refused', async () => {
    const doubled = requestText('/', { headers: ['Host: localhost'] });
    expect((await sendRaw(server.port, doubled)).status).toBe(400);
    expect((await sendRaw(server.port, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).status).toBe(400);
    expect((await sendRaw(server.port, 'GET / HTTP/1.0\r\n\r\n')).status).toBe(400);
  });

  test('the stream of builds is for pages of this server alone', async () => {
    const headers = ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate'];
    expect((await sendRaw(server.port, requestText('/__hastie/events', { headers }))).status).toBe(403);
    const own = await sendRaw(server.port, requestText('/__hastie/events'), 300);
    expect(own.headers.get('content-type')).toBe('text/event-stream');
    expect(own.body.toString()).toContain('data: {"build":"run-1","problems":0,');
  });
});
