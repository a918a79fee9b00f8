/** The real HTTP server around a fixed preview on a real disk, with secrets beside what is published. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { nodeFs } from '../../src/node/fs.ts';
import { type ClientLimits, listen } from '../../src/node/serve/serve-http.ts';
import type { HttpServerOptions } from '../../src/ports/http-server.ts';
import { respond } from '../../src/serve/http/response.ts';
import { stateMessage } from '../../src/serve/preview-state.ts';
import { createReloadStreams, type ReloadStreams } from '../../src/serve/reload-streams.ts';
import { COPIED, PRIVATE, previewOutputs, previewState, SECRET, SETTINGS } from './preview-site.ts';

export interface PreviewServer {
  readonly port: number;
  readonly streams: ReloadStreams;
  /** What the handlers threw. */
  readonly faults: readonly unknown[];
  close(): Promise<void>;
}

/** More than the system takes for a client that does not read. */
const BIG = new Uint8Array(16 << 20);

/** A target of `/throw` makes the handler throw; `/big` is answered with 16 MB. */
export async function startPreviewServer(
  options: Partial<HttpServerOptions> = {},
  limits?: ClientLimits,
): Promise<PreviewServer> {
  const folder = mkdtempSync(join(tmpdir(), 'hastie-preview-'));
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [name, text] of Object.entries(COPIED)) put(`site/${name}`, text);
  for (const path of PRIVATE) put(path, SECRET);
  const state = previewState(previewOutputs(folder));
  const faults: unknown[] = [];
  const every = (ms: number, call: () => void): (() => void) => {
    const timer = setInterval(call, ms);
    return () => clearInterval(timer);
  };
  const streams = createReloadStreams({ every }, SETTINGS.retryMs);
  const server = await listen(
    { host: '127.0.0.1', port: 0, ...options },
    {
      respond: async (request) => {
        if (request.target === '/throw') throw new Error('on purpose');
        if (request.target === '/big')
          return {
            status: 200,
            headers: { 'Content-Length': String(BIG.length) },
            body: { kind: 'bytes', bytes: BIG },
          };
        return respond(request, state, SETTINGS, nodeFs);
      },
      openStream: (stream) => streams.open(stream, stateMessage(state)),
      fault: (error) => void faults.push(error),
    },
    limits,
  );
  return {
    port: server.port,
    streams,
    faults,
    async close() {
      streams.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
