/** The port to the web: one request, one answer, in time. */

export interface HttpRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether the address or a header holds a key: then no redirect to another origin is followed. */
  readonly holdsKey: boolean;
  readonly signal: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  /** The address that answered, behind redirects. */
  readonly url: string;
  readonly text: string;
  /** A header by its name in lower case. */
  header(name: string): string | undefined;
}

/** Throws `HttpError` where there is no answer. */
export type Http = (request: HttpRequest) => Promise<HttpAnswer>;

export class HttpError extends Error {
  /**
   * `timeout`: the signal ended it; `network`: no connection, or one that broke; `size`: more than can be meant; `redirect`: it
   * leads to where the request may not go.
   */
  readonly kind: 'timeout' | 'network' | 'size' | 'redirect';
  constructor(kind: HttpError['kind'], message: string) {
    super(message);
    this.name = 'HttpError';
    this.kind = kind;
  }
}
