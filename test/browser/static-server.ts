/** Serves a built site on loopback as GitHub Pages does: a folder's index page, and 404.html for what is missing. */

import { readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.xml': 'application/xml',
};

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

export interface SiteServer {
  /** `http://127.0.0.1:port`, without a slash at its end. */
  readonly origin: string;
  readonly close: () => void;
}

export const serveFolder = async (folder: string): Promise<SiteServer> => {
  const server: Server = createServer((request, response) => {
    const key = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const path = join(folder, key.endsWith('/') ? `${key}index.html` : key);
    const found = isFile(path) ? path : join(folder, '404.html');
    response.writeHead(found === path ? 200 : 404, {
      'content-type': TYPES[extname(found)] ?? 'application/octet-stream',
    });
    response.end(readFileSync(found));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { origin: `http://127.0.0.1:${port}`, close: () => void server.close() };
};
