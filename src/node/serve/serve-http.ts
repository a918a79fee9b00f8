/** The HTTP server on Node: requests become plain values, responses become bytes. It decides nothing and makes no path. */

import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type {
  HttpHandlers,
  HttpRequest,
  HttpResponse,
  HttpServer,
  HttpServerOptions,
} from '../../ports/http-server.ts';

const MOST_CONNECTIONS = 256;

const LIMITS = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 5_000,
  // Asked for by the guard, with a page that says so.
  requireHostHeader: false,
} as const;

/** Loads Node's server, which no build needs. Rejects with the system's error (`EADDRINUSE`, `EACCES`, `ENOTFOUND` …) or the TLS library's. */
export async function listen(options: HttpServerOptions, handlers: HttpHandlers): Promise<HttpServer> {
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    handle(request, response, handlers).catch((error: unknown) => {
      handlers.fault(error);
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { 'Content-Length': '0', Connection: 'close' }).end();
    });
  };
  const server: Server =
    options.tls === undefined
      ? process.getBuiltinModule('node:http').createServer(LIMITS, onRequest)
      : process.getBuiltinModule('node:https').createServer({ ...LIMITS, ...options.tls }, onRequest);
  server.maxConnections = MOST_CONNECTIONS;
  server.on('clientError', refuse);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: options.host, port: options.port, exclusive: true }, () => {
      server.off('error', reject);
      resolve();
    });
  });
  // Accepting may fail later, when there are too many open files: then the next one is accepted.
  server.on('error', () => {});
  // A server that listens on a port has an address of this form.
  const { port } = server.address() as AddressInfo;
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What is not HTTP at all. */
function refuse(_error: Error, socket: Socket): void {
  if (!socket.writable || socket.destroyed) socket.destroy();
  else socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  handlers: HttpHandlers,
): Promise<void> {
  response.on('error', () => {});
  const { status, headers: own, body } = await handlers.respond(toRequest(request));
  if (response.destroyed) return;
  // A body is not read, so where the next request on this connection begins is not known.
  const headers = hasBody(request) ? { ...own, Connection: 'close' } : own;
  switch (body.kind) {
    case 'none':
      response.writeHead(status, headers).end();
      return;
    case 'bytes':
      response.writeHead(status, headers).end(body.bytes);
      return;
    case 'events':
      response.writeHead(status, headers);
      stream(response, handlers);
      return;
    case 'file':
      await sendFile(response, status, headers, body);
  }
}

function toRequest({ method = '', url = '', headers, rawHeaders }: IncomingMessage): HttpRequest {
  const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host');
  const one = (name: string): string | undefined => {
    const value = headers[name];
    return Array.isArray(value) ? value.join(', ') : value;
  };
  return {
    method,
    target: url,
    host: hosts.length === 1 ? headers.host : undefined,
    origin: one('origin'),
    fetchSite: one('sec-fetch-site'),
    fetchMode: one('sec-fetch-mode'),
    fetchDest: one('sec-fetch-dest'),
    range: one('range'),
    ifRange: one('if-range'),
  };
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}

function stream(response: ServerResponse, handlers: HttpHandlers): void {
  response.flushHeaders();
  response.socket?.setNoDelay(true);
  const closed = handlers.openStream({
    write: (text) => void response.write(text),
    end: () => void response.destroy(),
    backlog: () => response.writableLength,
  });
  response.on('close', closed);
}

/** The file may have gone or shrunk since it was looked at: then the response breaks off, which no browser takes for the whole. */
async function sendFile(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  { path, start, length }: Extract<HttpResponse['body'], { kind: 'file' }>,
): Promise<void> {
  if (length === 0) {
    response.writeHead(status, headers).end();
    return;
  }
  try {
    const file = await process.getBuiltinModule('node:fs/promises').open(path, 'r');
    response.writeHead(status, headers);
    const { pipeline } = process.getBuiltinModule('node:stream/promises');
    await pipeline(file.createReadStream({ start, end: start + length - 1 }), response);
  } catch {
    if (response.headersSent) response.destroy();
    else response.writeHead(404, { 'Content-Length': '0', 'Cache-Control': 'no-store' }).end();
  }
}
