/** The open streams of builds: bounded in number, kept alive, and closed when their reader does not read. */

/** One browser's end of a stream. */
export interface StreamSink {
  write(text: string): void;
  end(): void;
  /** Bytes that are waiting for the reader. */
  backlog(): number;
}

export interface ReloadStreams {
  /** Greets with `data`; the returned function is to be called when the browser has gone. */
  open(sink: StreamSink, data: string): () => void;
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
  const open = new Set<StreamSink>();
  const post = (text: string): void => {
    for (const sink of open) {
      if (sink.backlog() <= MOST_BACKLOG) sink.write(text);
      else drop(sink);
    }
  };
  const drop = (sink: StreamSink): void => {
    if (open.delete(sink)) sink.end();
  };
  const stopHeartbeat = ports.every(HEARTBEAT_MS, () => post(':\n\n'));
  return {
    open(sink, data) {
      open.add(sink);
      for (const oldest of open) {
        if (open.size <= MOST_STREAMS) break;
        drop(oldest);
      }
      sink.write(`retry: ${retryMs}\ndata: ${data}\n\n`);
      return () => void open.delete(sink);
    },
    send: (data) => post(`data: ${data}\n\n`),
    get count() {
      return open.size;
    },
    close() {
      stopHeartbeat();
      for (const sink of open) drop(sink);
    },
  };
}
