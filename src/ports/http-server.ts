/** The port to an HTTP server: requests and responses as plain values. */

/** A request as far as a response depends on it; a header is undefined where it is missing. */
export interface HttpRequest {
  readonly method: string;
  /** As it stood in the request line, one character a byte. */
  readonly target: string;
  /** Undefined also where it was sent more than once. */
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly fetchMode: string | undefined;
  readonly fetchDest: string | undefined;
  readonly range: string | undefined;
  readonly ifRange: string | undefined;
}

export type HttpBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** A range of a file's bytes. */
  | { readonly kind: 'file'; readonly path: string; readonly start: number; readonly length: number }
  /** A stream of server-sent events. */
  | { readonly kind: 'events' };

export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: HttpBody;
}

/** The server's end of a stream of server-sent events. */
export interface EventStream {
  write(text: string): void;
  end(): void;
  /** Bytes that are waiting for the client. */
  backlog(): number;
}

export interface HttpHandlers {
  respond(request: HttpRequest): Promise<HttpResponse>;
  /** The body of a response is a stream of events; the returned function is called when the client has disconnected. */
  openStream(stream: EventStream): () => void;
  /** A fault of the program's own; the request got a 500. */
  fault(error: unknown): void;
}

export interface HttpServerOptions {
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
