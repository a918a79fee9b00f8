/** P13: no request stops the server, and its memory stays flat. */

import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GROWTH } from '../proof/rows/requests.ts';
import { HOSTILE_TARGETS, MALFORMED } from '../support/hostile-targets.ts';
import { memoryInUse } from '../support/memory-in-use.ts';
import { type PreviewServer, startPreviewServer } from '../support/preview-server.ts';
import { requestText, sendRaw } from '../support/raw-http.ts';

const REQUESTS = Number(process.env.HASTIE_REQUESTS ?? 3_000);
const STREAMS = Number(process.env.HASTIE_STREAMS ?? 400);

let server: PreviewServer;
beforeAll(async () => {
  server = await startPreviewServer();
});
afterAll(() => server.close());

const isAlive = async (): Promise<boolean> =>
  (await sendRaw(server.port, requestText('/about/'))).status === 200;

/** Long runs say what they saw. */
function tell(what: string, growth: number): void {
  if (process.env.HASTIE_REQUESTS !== undefined || process.env.HASTIE_STREAMS !== undefined)
    console.log(`${what}: memory grew by ${(growth / 2 ** 20).toFixed(2)} MB`);
}

async function flood(count: number, first: number): Promise<void> {
  for (let i = first; i < first + count; i += 60) {
    await Promise.all(
      Array.from({ length: Math.min(60, first + count - i) }, (_, j) => {
        const { target } = HOSTILE_TARGETS[(i + j) % HOSTILE_TARGETS.length]!;
        return sendRaw(server.port, MALFORMED[(i + j) % MALFORMED.length]!(target), 60);
      }),
    );
  }
}

describe('the server', () => {
  test(`lives through ${REQUESTS} malformed requests, none of them a fault`, {
    timeout: 1_800_000,
  }, async () => {
    await flood(600, 0);
    const before = await memoryInUse();
    await flood(REQUESTS, 600);
    expect(await isAlive()).toBe(true);
    expect(server.faults).toEqual([]);
    const growth = (await memoryInUse()) - before;
    tell('requests', growth);
    expect(growth).toBeLessThan(GROWTH);
  });

  test('answers 500 where it fails itself, and goes on', async () => {
    const answer = await sendRaw(server.port, requestText('/throw'));
    expect(answer.status).toBe(500);
    expect(server.faults).toHaveLength(1);
    expect(await isAlive()).toBe(true);
  });

  test(`keeps at most 64 of ${STREAMS} streams, and forgets those that have gone`, {
    timeout: 1_800_000,
  }, async () => {
    const open = async (count: number): Promise<void> => {
      const sockets: Socket[] = [];
      for (let i = 0; i < count; i++) {
        const socket = connect({ port: server.port, host: '127.0.0.1' });
        socket.on('error', () => {});
        socket.write(requestText('/__hastie/events'));
        sockets.push(socket);
        if (i % 50 === 0) await new Promise((resolve) => socket.once('data', resolve));
        if (sockets.length > 200) sockets.shift()?.destroy();
      }
      await expect.poll(() => server.streams.count).toBeGreaterThan(0);
      expect(server.streams.count).toBeLessThanOrEqual(64);
      for (const socket of sockets) socket.destroy();
      await expect.poll(() => server.streams.count, { timeout: 5000 }).toBe(0);
    };
    await open(300);
    const before = await memoryInUse();
    await open(STREAMS);
    const growth = (await memoryInUse()) - before;
    tell('streams', growth);
    expect(growth).toBeLessThan(GROWTH);
    expect(await isAlive()).toBe(true);
  });
});
