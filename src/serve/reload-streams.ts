/** The reload streams: server-sent events with the state of the preview. Bounded in number, kept alive, and closed when a client does not read. */

import type { EventStream } from '../ports/http-server.ts';

export interface ReloadStreams {
  /** Sends `data` first; the returned function is to be called when the browser has disconnected. */
  open(stream: EventStream, data: string): () => void;
  send(data: string): void;
  readonly count: number;
  close(): void;
}

export interface ReloadStreamPorts {
  /** Calls every so many milliseconds until the returned function is called. */
  every(ms: number, call: () => void): () => void;
}

const MOST_STREAMS = 64;
const HEARTBEAT_MS = 20_000;
const MOST_BACKLOG = 64 * 1024;

export function createReloadStreams(ports: ReloadStreamPorts, retryMs: number): ReloadStreams {
  const open = new Set<EventStream>();
  const broadcast = (text: string): void => {
    for (const stream of open) {
      if (stream.backlog() <= MOST_BACKLOG) stream.write(text);
      else drop(stream);
    }
  };
  const drop = (stream: EventStream): void => {
    if (open.delete(stream)) stream.end();
  };
  const stopHeartbeat = ports.every(HEARTBEAT_MS, () => broadcast(':\n\n'));
  return {
    open(stream, data) {
      open.add(stream);
      for (const oldest of open) {
        if (open.size <= MOST_STREAMS) break;
        drop(oldest);
      }
      stream.write(`retry: ${retryMs}\ndata: ${data}\n\n`);
      return () => void open.delete(stream);
    },
    send: (data) => broadcast(`data: ${data}\n\n`),
    get count() {
      return open.size;
    },
    close() {
      stopHeartbeat();
      for (const stream of open) drop(stream);
    },
  };
}
