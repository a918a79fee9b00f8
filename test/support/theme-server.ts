/** A server on loopback that speaks the protocol of GitHub's downloads, and counts what it is asked. */

import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ThemeServer {
  readonly address: string;
  /** `GET` paths, in order. */
  readonly requests: string[];
  /** The headers of the last request. */
  readonly headers: () => Readonly<Record<string, unknown>>;
  /** Answers a path with an archive, or as a function says. */
  serve(path: string, answer: Buffer | RequestListener): void;
  close(): Promise<void>;
}

export async function startThemeServer(): Promise<ThemeServer> {
  const answers = new Map<string, Buffer | RequestListener>();
  const requests: string[] = [];
  let headers = {};
  const server: Server = createServer((request, response) => {
    requests.push(request.url ?? '');
    headers = request.headers;
    const answer = answers.get(request.url ?? '');
    if (typeof answer === 'function') answer(request, response);
    else if (answer === undefined) response.writeHead(404).end('not here');
    else response.writeHead(200, { 'content-type': 'application/x-gzip' }).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    headers: () => headers,
    serve: (path, answer) => void answers.set(path, answer),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
