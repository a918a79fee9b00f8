/** P13: clients that connect and never read, or never close, don't keep the next one out. */

import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { type ClientLimits, listen } from '../../src/node/serve/serve-http.ts';
import { type PreviewServer, startPreviewServer } from '../support/preview-server.ts';
import { requestText, sendRaw } from '../support/raw-http.ts';

const CLIENTS = Number(process.env.HASTIE_IDLE_CLIENTS ?? 500);
/** Of the server, for one address. */
const MOST_OPEN = 128;

const clients: Socket[] = [];
let server: PreviewServer | undefined;
afterEach(async () => {
  for (const each of clients.splice(0)) each.destroy();
  await server?.close();
  server = undefined;
});

/** A client that sends `text` and reads nothing of the answer. */
function idle(port: number, text: string): Socket {
  const socket = connect({ port, host: '127.0.0.1' }).pause();
  socket.on('error', () => {});
  if (text !== '') socket.write(text);
  clients.push(socket);
  return socket;
}

const ask = (target: string): string => `GET ${target} HTTP/1.1\r\nHost: localhost\r\n\r\n`;

/** Again and again on one connection, the answers read. */
function keepAlive(port: number): void {
  const socket = idle(port, ask('/about/')).resume();
  const timer = setInterval(() => socket.write(ask('/about/')), 200);
  socket.on('close', () => clearInterval(timer));
}

const ATTACKS: Readonly<Record<string, (port: number) => void>> = {
  'connect and say nothing': (port) => void idle(port, ''),
  'send half a header': (port) => void idle(port, 'GET / HTTP/1.1\r\nHost: loc'),
  'ask and never read': (port) => void idle(port, ask('/big')),
  'keep a connection alive for ever': keepAlive,
  'open a reload stream and never read it': (port) => void idle(port, ask('/__hastie/events')),
};

/** The server's ends of the connections in this process. */
function openConnections(): number {
  const all = process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;
  return all - clients.filter(({ destroyed }) => !destroyed).length;
}

describe(`of ${CLIENTS} clients that`, () => {
  for (const [name, attack] of Object.entries(ATTACKS)) {
    test(`${name}, none keeps the next one out`, { timeout: 60_000 }, async () => {
      server = await startPreviewServer();
      const { port } = server;
      for (let i = 0; i < CLIENTS; i += 50) {
        for (let j = 0; j < 50; j++) attack(port);
        expect((await sendRaw(port, requestText('/about/'))).status).toBe(200);
      }
      await expect.poll(openConnections, { timeout: 5000 }).toBeLessThanOrEqual(MOST_OPEN);
      for (let i = 0; i < 20; i++) expect((await sendRaw(port, requestText('/about/'))).status).toBe(200);
      expect(server.faults).toEqual([]);
    });
  }

  test('come all at once, none keeps out one that came first', async () => {
    server = await startPreviewServer();
    const { port } = server;
    const fresh = sendRaw(port, requestText('/about/'));
    for (let i = 0; i < CLIENTS; i++) idle(port, '');
    const last = sendRaw(port, requestText('/about/'));
    expect([(await fresh).status, (await last).status]).toEqual([200, 200]);
  });
});

/** Short enough for a test. */
const LIMITS: ClientLimits = {
  headersMs: 200,
  requestMs: 300,
  keepAliveMs: 200,
  stalledMs: 200,
  checkMs: 50,
  lingerMs: 100,
  connections: { total: 4, perAddress: 4, burst: 8, graceMs: 20 },
};

describe('a client that', () => {
  const SILENT: Readonly<Record<string, string>> = {
    'says nothing': '',
    'sends half a header': 'GET / HTTP/1.1\r\nHost: loc',
    'asks for much and never reads': ask('/big'),
    'asks once and stays': ask('/about/'),
    'announces a body and sends none': `POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n`,
    'sends no HTTP and never closes': 'nonsense\r\n\r\n',
  };
  for (const [name, text] of Object.entries(SILENT)) {
    test(`${name} is cut`, async () => {
      server = await startPreviewServer({}, LIMITS);
      idle(server.port, text);
      await expect.poll(openConnections).toBe(1);
      await expect.poll(openConnections, { timeout: 5000 }).toBe(0);
    });
  }

  test('waits for the first build is not cut', async () => {
    let build = (): void => {};
    const built = new Promise<void>((resolve) => {
      build = resolve;
    });
    const waiting = await listen(
      { host: '127.0.0.1', port: 0 },
      {
        respond: async () => {
          await built;
          return { status: 200, headers: { 'Content-Length': '0' }, body: { kind: 'none' } };
        },
        openStream: () => () => {},
        fault: () => {},
      },
      LIMITS,
    );
    const answer = sendRaw(waiting.port, requestText('/'));
    await new Promise((resolve) => setTimeout(resolve, 3 * LIMITS.stalledMs));
    build();
    expect((await answer).status).toBe(200);
    await waiting.close();
  });

  test('was refused can read why', async () => {
    server = await startPreviewServer({}, LIMITS);
    expect((await sendRaw(server.port, 'GET / HTTP/1.1\r\nHost: loc')).status).toBe(408);
    expect((await sendRaw(server.port, 'nonsense\r\n\r\n')).status).toBe(400);
  });
});
