import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { listen } from '../../../src/node/serve/serve-http.ts';
import { findPortOwner } from '../../../src/node/serve/serve-port-owner.ts';
import type { HttpResponse, HttpServer } from '../../../src/ports/http-server.ts';
import { requestText, sendRaw } from '../../support/raw-http.ts';

let server: HttpServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function serving(response: HttpResponse | (() => never)): Promise<number> {
  server = await listen(
    { host: '127.0.0.1', port: 0 },
    {
      respond: async () => (typeof response === 'function' ? response() : response),
      openStream: () => () => {},
      fault: () => {},
    },
  );
  return server.port;
}

describe('a file', () => {
  test('that is gone, empty or shorter than it was said to be', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hastie-file-'));
    const path = join(folder, 'a');
    writeFileSync(path, '0123456789');
    const file = (length: number): HttpResponse => ({
      status: 200,
      headers: { 'Content-Length': String(length) },
      body: { kind: 'file', path, start: 0, length },
    });
    const port = await serving(file(10));
    expect((await sendRaw(port, requestText('/'))).body.toString()).toBe('0123456789');
    truncateSync(path, 4);
    // Four bytes of ten, and the connection is cut: no client takes that for the whole.
    expect((await sendRaw(port, requestText('/'))).body.toString()).toBe('0123');
    rmSync(path);
    expect((await sendRaw(port, requestText('/'))).status).toBe(404);
    await server?.close();
    const empty = await serving(file(0));
    expect(await sendRaw(empty, requestText('/'))).toMatchObject({ status: 200 });
    rmSync(folder, { recursive: true });
  });
});

describe('the port', () => {
  test('is free again after the end, whoever is still connected', async () => {
    const port = await serving({ status: 200, headers: {}, body: { kind: 'events' } });
    const socket = connect({ port, host: '127.0.0.1' });
    socket.on('error', () => {});
    socket.write(requestText('/'));
    await new Promise((resolve) => socket.once('data', resolve));
    await server?.close();
    server = await listen(
      { host: '127.0.0.1', port },
      { respond: () => Promise.reject(), openStream: () => () => {}, fault: () => {} },
    );
    expect(server.port).toBe(port);
  });

  test('that is taken is refused, and its owner is known where the system tells', async () => {
    const script =
      "require('node:net').createServer().listen(0,'127.0.0.1',function(){console.log(this.address().port)})";
    const other = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const port = Number(await new Promise((resolve) => other.stdout.once('data', resolve)));
    const handlers = { respond: () => Promise.reject(), openStream: () => () => {}, fault: () => {} };
    await expect(listen({ host: '127.0.0.1', port }, handlers)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    const owner = await findPortOwner(port);
    if (process.platform === 'linux') expect(owner).toContain(`(process ${other.pid})`);
    other.kill();
  });

  test('of a host that this machine is not is refused', async () => {
    const handlers = { respond: () => Promise.reject(), openStream: () => () => {}, fault: () => {} };
    await expect(listen({ host: '192.0.2.1', port: 0 }, handlers)).rejects.toMatchObject({
      code: 'EADDRNOTAVAIL',
    });
  });
});

test('a request with a body is answered, and the connection ends', async () => {
  const port = await serving({ status: 200, headers: { 'Content-Length': '0' }, body: { kind: 'none' } });
  const smuggled = `GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 40\r\n\r\n${requestText('/second')}`;
  const { raw } = await sendRaw(port, smuggled);
  expect(raw.toString().match(/HTTP\/1\.1 /g)).toHaveLength(1);
  expect(raw.toString()).toContain('Connection: close');
});
