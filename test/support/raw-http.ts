/** Raw HTTP: bytes into a socket, bytes out of it. Any client would repair the malformed requests that tests send. */

import { connect } from 'node:net';

export interface RawAnswer {
  /** 0 where the server closed the connection without an answer. */
  readonly status: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
  readonly raw: Buffer;
}

/** Sends `bytes` (one character a byte) to 127.0.0.1 and reads until the server closes, or until `quietMs` pass without a byte. */
export function sendRaw(port: number, bytes: string, quietMs = 2000): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect({ port, host: '127.0.0.1' });
    const end = (): void => {
      socket.destroy();
      resolve(parse(Buffer.concat(chunks)));
    };
    socket.setTimeout(quietMs, end);
    socket.on('data', (chunk) => void chunks.push(chunk));
    socket.on('error', end);
    socket.on('close', end);
    socket.write(Buffer.from(bytes, 'latin1'));
  });
}

/** One request after which the server closes. */
export function requestText(
  target: string,
  {
    method = 'GET',
    host = 'localhost',
    headers = [],
  }: { method?: string; host?: string; headers?: readonly string[] } = {},
): string {
  return [`${method} ${target} HTTP/1.1`, `Host: ${host}`, ...headers, 'Connection: close', '', ''].join(
    '\r\n',
  );
}

function parse(raw: Buffer): RawAnswer {
  const end = raw.indexOf('\r\n\r\n');
  const [first = '', ...lines] = raw.subarray(0, Math.max(0, end)).toString('latin1').split('\r\n');
  const headers = new Map(
    lines.map(
      (line) =>
        [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()] as const,
    ),
  );
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1] ?? 0),
    headers,
    body: raw.subarray(end + 4),
    raw,
  };
}
