/** The real HTTP server around a fixed preview on a real disk, with secrets beside what is published. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { nodeFs } from '../../src/node/fs.ts';
import { type HttpOptions, listen } from '../../src/node/serve/serve-http.ts';
import { answerTo } from '../../src/serve/http/answer.ts';
import { createReloadStreams, type ReloadStreams } from '../../src/serve/reload-streams.ts';
import { sceneMessage } from '../../src/serve/scene.ts';
import { COPIED, PRIVATE, previewOutputs, previewScene, SECRET, SETTINGS } from './preview-site.ts';

export interface PreviewServer {
  readonly port: number;
  readonly streams: ReloadStreams;
  /** What the handlers threw. */
  readonly faults: readonly unknown[];
  close(): Promise<void>;
}

/** A target of `/throw` makes the handler throw. */
export async function startPreviewServer(options: Partial<HttpOptions> = {}): Promise<PreviewServer> {
  const folder = mkdtempSync(join(tmpdir(), 'hastie-preview-'));
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [name, text] of Object.entries(COPIED)) put(`site/${name}`, text);
  for (const path of PRIVATE) put(path, SECRET);
  const scene = previewScene(previewOutputs(folder));
  const faults: unknown[] = [];
  const every = (ms: number, call: () => void): (() => void) => {
    const timer = setInterval(call, ms);
    return () => clearInterval(timer);
  };
  const streams = createReloadStreams({ every }, SETTINGS.retryMs);
  const server = await listen(
    { host: '127.0.0.1', port: 0, ...options },
    {
      answer: async (request) => {
        if (request.target === '/throw') throw new Error('on purpose');
        return answerTo(request, scene, SETTINGS, nodeFs);
      },
      openStream: (sink) => streams.open(sink, sceneMessage(scene)),
      fault: (error) => void faults.push(error),
    },
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
