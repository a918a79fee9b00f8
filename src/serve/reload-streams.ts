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
  /** With the backlog of each at the last heartbeat. */
  const open = new Map<EventStream, number>();
  const broadcast = (text: string): void => {
    for (const stream of open.keys()) {
      if (stream.backlog() <= MOST_BACKLOG) stream.write(text);
      else drop(stream);
    }
  };
  const drop = (stream: EventStream): void => {
    if (open.delete(stream)) stream.end();
  };
  /** A client that has taken nothing of its backlog since the last heartbeat does not read. */
  const beat = (): void => {
    for (const [stream, before] of open) {
      const now = stream.backlog();
      if (before > 0 && now >= before) drop(stream);
      else open.set(stream, now);
    }
    broadcast(':\n\n');
  };
  const stopHeartbeat = ports.every(HEARTBEAT_MS, beat);
  return {
    open(stream, data) {
      open.set(stream, 0);
      for (const oldest of open.keys()) {
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
      for (const stream of open.keys()) drop(stream);
    },
  };
}
