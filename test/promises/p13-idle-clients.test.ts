/** P13: clients that connect and never read, or never close, don't keep the next one out. */

import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { type ClientLimits, listen } from '../../src/node/serve/serve-http.ts';
import { type PreviewServer, startPreviewServer } from '../support/preview-server.ts';
import { requestText, sendRaw } from '../support/raw-http.ts';

const CLIENTS = Number(process.env.HASTIE_IDLE_CLIENTS ?? 500);
/** How long each attack that does not let up goes on, in milliseconds; `--reporter=verbose` prints the longest answer. */
const ATTACK_MS = Number(process.env.HASTIE_ATTACK_MS ?? 250);
const ATTACK_ROUNDS = Number(process.env.HASTIE_ATTACK_ROUNDS ?? 1);
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
function keepAlive(port: number): Socket {
  const socket = idle(port, ask('/about/')).resume();
  const timer = setInterval(() => socket.write(ask('/about/')), 200);
  return socket.on('close', () => clearInterval(timer));
}

const ATTACKS: Readonly<Record<string, (port: number) => Socket>> = {
  'connect and say nothing': (port) => idle(port, ''),
  'send half a header': (port) => idle(port, 'GET / HTTP/1.1\r\nHost: loc'),
  'ask and never read': (port) => idle(port, ask('/big')),
  'keep a connection alive for ever': keepAlive,
  'open a reload stream and never read it': (port) => idle(port, ask('/__hastie/events')),
};

/** Keeps `CLIENTS` connections of one kind going until it is stopped: a client that is cut comes again a little later. */
function besiege(port: number, attack: (port: number) => Socket): () => void {
  let isOver = false;
  const come = (): void => {
    if (isOver) return;
    const socket = attack(port);
    // what a client that never reads has not read keeps its end from being noticed
    socket.on('close', () => setTimeout(come, 20 + Math.floor(clients.length % 80)));
  };
  for (let i = 0; i < CLIENTS; i++) come();
  return () => {
    isOver = true;
  };
}

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

  test.each(Object.entries(ATTACKS))(
    '%s and come again when they are cut, none keeps a fresh one out',
    { timeout: 60_000 + 5 * ATTACK_MS * ATTACK_ROUNDS },
    async (name, attack) => {
      const waits: number[] = [];
      const answers: number[] = [];
      for (let round = 0; round < ATTACK_ROUNDS; round++) {
        server = await startPreviewServer();
        const { port } = server;
        const stop = besiege(port, attack);
        const end = performance.now() + ATTACK_MS;
        for (let asked = 0; asked === 0 || performance.now() < end; asked++) {
          const before = performance.now();
          answers.push((await sendRaw(port, requestText('/about/'), 30_000)).status);
          waits.push(performance.now() - before);
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
        stop();
        for (const each of clients.splice(0)) each.destroy();
        expect(server.faults).toEqual([]);
        await server.close();
        server = undefined;
      }
      expect(answers.filter((status) => status !== 200)).toEqual([]);
      const longest = Math.round(Math.max(...waits));
      if (process.env.HASTIE_ATTACK_MS !== undefined)
        process.stderr.write(
          `${name}: ${answers.length} fresh clients, the longest answer took ${longest} ms\n`,
        );
    },
  );

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
