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
import { type ConnectionBounds, Connections } from './connections.ts';

/** How long a client is waited for, in milliseconds, and how many of them. */
export interface ClientLimits {
  /** Until its headers are there, and until it has begun to speak TLS. */
  readonly headersMs: number;
  /** Until all of its request is there. */
  readonly requestMs: number;
  /** Until its next request on the same connection. */
  readonly keepAliveMs: number;
  /** While it takes nothing of an answer. */
  readonly stalledMs: number;
  /** How often the first two are looked at. */
  readonly checkMs: number;
  /** Until it closes a connection on which it was refused. */
  readonly lingerMs: number;
  readonly connections: ConnectionBounds;
}

const LIMITS: ClientLimits = {
  headersMs: 10_000,
  requestMs: 20_000,
  keepAliveMs: 5_000,
  stalledMs: 30_000,
  checkMs: 5_000,
  lingerMs: 1_000,
  // A browser opens six connections to a host at most.
  connections: { total: 256, perAddress: 128, burst: 512, graceMs: 50 },
};

/** So many clients may wait until they are accepted: a build can keep the thread busy for seconds. */
const BACKLOG = 1024;

/**
 * Loads Node's server, which no build needs. Rejects with the system's error (`EADDRINUSE`, `EACCES`, `ENOTFOUND` …) or the TLS
 * library's. `limits` are others in tests alone, which can't wait that long.
 */
export async function listen(
  options: HttpServerOptions,
  handlers: HttpHandlers,
  limits: ClientLimits = LIMITS,
): Promise<HttpServer> {
  const connections = new Connections(limits.connections);
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    const { socket } = request;
    connections.note(socket, 'asked');
    response.on('finish', () => connections.note(socket, 'answered'));
    const onStream = (): void => connections.note(socket, 'streaming');
    handle(request, response, handlers, limits, onStream).catch((error: unknown) => {
      handlers.fault(error);
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { 'Content-Length': '0', Connection: 'close' }).end();
    });
  };
  const server = createServer(options, limits, onRequest);
  server.on('connection', (socket: Socket) => connections.add(socket));
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => refuse(error, socket, limits));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    const { host, port } = options;
    server.listen({ host, port, exclusive: true, backlog: BACKLOG }, () => {
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
        connections.cutAll();
      }),
  };
}

function createServer(
  { tls }: HttpServerOptions,
  limits: ClientLimits,
  onRequest: (request: IncomingMessage, response: ServerResponse) => void,
): Server {
  const settings = {
    maxHeaderSize: 16 * 1024,
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.keepAliveMs,
    connectionsCheckingInterval: limits.checkMs,
    // Asked for by the guard, with a page that says so.
    requireHostHeader: false,
  };
  return tls === undefined
    ? process.getBuiltinModule('node:http').createServer(settings, onRequest)
    : process
        .getBuiltinModule('node:https')
        .createServer({ ...settings, ...tls, handshakeTimeout: limits.headersMs }, onRequest);
}

/**
 * What is not HTTP at all, or never became a request. The client gets a moment to read why: a connection that is cut at once
 * takes the answer with it.
 */
function refuse({ code }: NodeJS.ErrnoException, socket: Socket, { lingerMs }: ClientLimits): void {
  if (!socket.writable || socket.destroyed) {
    socket.destroy();
    return;
  }
  const status = code === 'ERR_HTTP_REQUEST_TIMEOUT' ? '408 Request Timeout' : '400 Bad Request';
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  setTimeout(() => socket.destroy(), lingerMs).unref();
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  handlers: HttpHandlers,
  { stalledMs }: ClientLimits,
  onStream: () => void,
): Promise<void> {
  response.on('error', () => {});
  const { status, headers: own, body } = await handlers.respond(toRequest(request));
  if (response.destroyed) return;
  // From here on the client is waited for. Node cuts a connection on which nothing moves for so long.
  request.socket.setTimeout(stalledMs);
  // A body is not read, so where the next request on this connection begins is not known.
  const headers = hasBody(request) ? { ...own, Connection: 'close' } : own;
  switch (body.kind) {
    case 'none':
      response.writeHead(status, headers).end();
      return;
    case 'bytes':
      response.writeHead(status, headers);
      await sendBytes(response, body.bytes);
      return;
    case 'events':
      response.writeHead(status, headers);
      onStream();
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
  // Silent for as long as nothing is built; who opened it notices when nobody reads.
  response.socket?.setTimeout(0);
  const closed = handlers.openStream({
    write: (text) => void response.write(text),
    end: () => void response.destroy(),
    backlog: () => response.writableLength,
  });
  response.on('close', closed);
}

/** So much is handed to the system at a time: between two pieces other clients are answered. */
const PIECE = 64 * 1024;

async function sendBytes(response: ServerResponse, bytes: Uint8Array): Promise<void> {
  if (bytes.length <= PIECE) {
    response.end(bytes);
    return;
  }
  const { pipeline } = process.getBuiltinModule('node:stream/promises');
  try {
    await pipeline(piecesOf(bytes), response);
  } catch {
    // the client has gone
    response.destroy();
  }
}

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
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
