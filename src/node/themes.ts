/** Fetching themes on Node; the archive's reader is a bundle of its own, which is loaded when one arrives. */

import { createHash } from 'node:crypto';
import { HttpError } from '../ports/http.ts';
import type { Download, ReadArchive, ThemePorts } from '../ports/theme-ports.ts';
import { fetchWithinOrigin, reasonOf } from './http-fetch.ts';

/** @param loadReader loads the bundle */
export function createThemePorts(loadReader: () => { readonly readTarball: ReadArchive }): ThemePorts {
  return {
    download,
    readArchive: (chunks, visitor, mostBytes) => loadReader().readTarball(chunks, visitor, mostBytes),
    sha256: (content) => createHash('sha256').update(content).digest('hex'),
  };
}

const download: Download = async (request) => {
  const deadline = new Deadline(request.stallMs, request.totalMs);
  try {
    const { url, headers } = request;
    const response = await fetchWithinOrigin(url, { headers, signal: deadline.signal }, (elsewhere) =>
      elsewhere === undefined
        ? 'it redirects again and again'
        : `it redirects to another server (\`${elsewhere}\`)`,
    );
    const length = Number(response.headers.get('content-length') ?? 0);
    if (length > request.mostBytes) throw tooLong(request.mostBytes);
    return { status: response.status, chunks: bodyOf(response, request.mostBytes, deadline) };
  } catch (error) {
    deadline.end();
    throw deadline.explain(error);
  }
};

async function* bodyOf(
  response: Response,
  mostBytes: number,
  deadline: Deadline,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      deadline.restart();
      size += chunk.length;
      if (size > mostBytes) throw tooLong(mostBytes);
      yield chunk;
    }
  } catch (error) {
    throw deadline.explain(error);
  } finally {
    deadline.end();
  }
}

function tooLong(mostBytes: number): HttpError {
  return new HttpError('size', `it is larger than ${Math.floor(mostBytes / 1024 / 1024)} MB`);
}

/** Ends a request that takes too long, or in which nothing happens. */
class Deadline {
  readonly #controller = new AbortController();
  readonly #stallMs: number;
  readonly #total: NodeJS.Timeout;
  #stall: NodeJS.Timeout;
  #reason = '';

  constructor(stallMs: number, totalMs: number) {
    this.#stallMs = stallMs;
    this.#total = setTimeout(() => this.#abort(`it takes longer than ${seconds(totalMs)}`), totalMs);
    this.#stall = this.#wait();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Something has arrived. */
  restart(): void {
    clearTimeout(this.#stall);
    this.#stall = this.#wait();
  }

  /** Nothing more is to come: a connection that is open is closed. */
  end(): void {
    clearTimeout(this.#stall);
    clearTimeout(this.#total);
    this.#controller.abort();
  }

  explain(error: unknown): unknown {
    if (this.#reason !== '') return new HttpError('timeout', this.#reason);
    if (!(error instanceof Error) || error instanceof HttpError) return error;
    // fetch reports a refused or broken connection as a type error; anything thrown by the reader of the body is its own
    return error instanceof TypeError ? new HttpError('network', reasonOf(error)) : error;
  }

  #wait(): NodeJS.Timeout {
    return setTimeout(() => this.#abort(`it sends nothing for ${seconds(this.#stallMs)}`), this.#stallMs);
  }

  #abort(reason: string): void {
    this.#reason = reason;
    this.#controller.abort();
  }
}

function seconds(ms: number): string {
  return ms === 1000 ? '1 second' : `${ms / 1000} seconds`;
}
