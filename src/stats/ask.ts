/** One polite request of `hastie stats`: a failed one becomes a reason of one line. */

import { JsonMistake, parseJson } from '../files/json-text.ts';
import { type Http, type HttpAnswer, HttpError } from '../ports/http.ts';
import { isHash, type RubyHash } from '../ruby/values.ts';
import { SourceFailure } from './found-author.ts';

/** What the sources work with. */
export interface SourcePorts {
  readonly http: Http;
  /** Ends when the time for all sources is up. */
  readonly signal: AbortSignal;
  environment(name: string): string | undefined;
  /** Waits between two requests to one server, in milliseconds. */
  pause(ms: number): Promise<void>;
  /** What the program calls itself to the servers. */
  readonly userAgent: string;
}

/** How long one answer may take. */
const LIMIT_MS = 20_000;

/** Throws `SourceFailure` for every answer but 200. */
export async function ask(
  ports: SourcePorts,
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<HttpAnswer> {
  if (ports.signal.aborted) throw new SourceFailure('the time limit for all sources was reached');
  let answer: HttpAnswer;
  try {
    answer = await ports.http({
      url,
      headers: { 'user-agent': ports.userAgent, 'accept-language': 'en', ...headers },
      signal: AbortSignal.any([ports.signal, AbortSignal.timeout(LIMIT_MS)]),
    });
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    if (error.kind === 'timeout') throw new SourceFailure('no answer in time');
    throw new SourceFailure(
      error.kind === 'size'
        ? `the response is too large (${error.message})`
        : `no connection (${error.message})`,
    );
  }
  const { status } = answer;
  if (status === 429) {
    const after = answer.header('retry-after');
    throw new SourceFailure(
      `too many requests (429${/^\d+$/.test(after ?? '') ? `; retry in ${after} s` : ''})`,
    );
  }
  if (status === 401 || status === 402) throw new SourceFailure(`the API key was rejected (${status})`);
  if (status === 403) throw new SourceFailure('access was denied (403)');
  if (status === 404) throw new SourceFailure('unknown author (404)');
  if (status !== 200) throw new SourceFailure(`the server returned status ${status}`);
  if (answer.text.trim() === '') throw new SourceFailure('the response is empty');
  return answer;
}

/** The object that an answer holds. */
export async function askJson(
  ports: SourcePorts,
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<RubyHash> {
  const { text } = await ask(ports, url, { accept: 'application/json', ...headers });
  try {
    const value = parseJson(text);
    if (isHash(value)) return value;
    throw new SourceFailure('the response has an unexpected structure');
  } catch (error) {
    if (!(error instanceof JsonMistake)) throw error;
    throw new SourceFailure(
      `the response is not valid JSON (${error.message} at character ${error.offset + 1})`,
    );
  }
}
