/** One polite request of `hastie stats`: answers that are none become reasons in one line. */

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
  if (ports.signal.aborted) throw new SourceFailure('the time for all sources was up');
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
        ? `its answer is too long (${error.message})`
        : `no connection (${error.message})`,
    );
  }
  const { status } = answer;
  if (status === 429) {
    const after = answer.header('retry-after');
    throw new SourceFailure(
      `it asks for fewer requests (429${/^\d+$/.test(after ?? '') ? `; again in ${after} s` : ''})`,
    );
  }
  if (status === 401 || status === 402) throw new SourceFailure(`the key is not accepted (${status})`);
  if (status === 403) throw new SourceFailure('it refuses to answer this computer (403)');
  if (status === 404) throw new SourceFailure('it knows no such author (404)');
  if (status !== 200) throw new SourceFailure(`it answered ${status}`);
  if (answer.text.trim() === '') throw new SourceFailure('its answer is empty');
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
    throw new SourceFailure('its answer is JSON of another shape');
  } catch (error) {
    if (!(error instanceof JsonMistake)) throw error;
    throw new SourceFailure(`its answer is no JSON (${error.message} at character ${error.offset + 1})`);
  }
}
