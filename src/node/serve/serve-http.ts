/** The HTTP server on Node: requests become plain values, answers become bytes. It decides nothing and makes no path. */

import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface HttpRequest {
  readonly method: string;
  /** As it stood in the request line, one character a byte. */
  readonly target: string;
  /** Undefined where it is missing or was sent more than once. */
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly fetchMode: string | undefined;
  readonly fetchDest: string | undefined;
  readonly range: string | undefined;
  readonly ifRange: string | undefined;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body:
    | { readonly kind: 'none' }
    | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
    | { readonly kind: 'file'; readonly path: string; readonly start: number; readonly length: number }
    | { readonly kind: 'events' };
}

export interface EventSink {
  write(text: string): void;
  end(): void;
  /** Bytes that are waiting for the reader. */
  backlog(): number;
}

export interface HttpHandlers {
  answer(request: HttpRequest): Promise<HttpAnswer>;
  /** A stream for events was asked for; the returned function is called when its reader has gone. */
  openStream(sink: EventSink): () => void;
  /** A fault of the program's own; the request got a 500. */
  fault(error: unknown): void;
}

export interface HttpOptions {
  readonly host: string;
  /** 0 takes one that is free. */
  readonly port: number;
  /** PEM texts. */
  readonly tls?: { readonly key: string; readonly cert: string } | undefined;
}

export interface HttpServer {
  readonly port: number;
  /** Resolves when the port is free again; connections are cut. */
  close(): Promise<void>;
}

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
export async function listen(options: HttpOptions, handlers: HttpHandlers): Promise<HttpServer> {
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    respond(request, response, handlers).catch((error: unknown) => {
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
  // The door: a server that listens on a port has an address of this form.
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

/** What is no HTTP at all. */
function refuse(_error: Error, socket: Socket): void {
  if (!socket.writable || socket.destroyed) socket.destroy();
  else socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  handlers: HttpHandlers,
): Promise<void> {
  response.on('error', () => {});
  const answer = await handlers.answer(toRequest(request));
  if (response.destroyed) return;
  // A body is not read, so what follows it on this connection can't be told from it.
  const headers = hasBody(request) ? { ...answer.headers, Connection: 'close' } : answer.headers;
  const { body } = answer;
  switch (body.kind) {
    case 'none':
      response.writeHead(answer.status, headers).end();
      return;
    case 'bytes':
      response.writeHead(answer.status, headers).end(body.bytes);
      return;
    case 'events':
      response.writeHead(answer.status, headers);
      stream(response, handlers);
      return;
    case 'file':
      await sendFile(response, answer.status, headers, body);
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
  const gone = handlers.openStream({
    write: (text) => void response.write(text),
    end: () => void response.destroy(),
    backlog: () => response.writableLength,
  });
  response.on('close', gone);
}

/** The file may have gone or shrunk since it was looked at: then the answer breaks off, which no browser takes for the whole. */
async function sendFile(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  { path, start, length }: Extract<HttpAnswer['body'], { kind: 'file' }>,
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
