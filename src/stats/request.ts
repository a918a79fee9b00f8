/** One request of `hastie stats` to a web service; what can't be used becomes a reason in one line. */

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

/** What a request holds besides its address. */
export interface Sending {
  readonly headers?: Readonly<Record<string, string>>;
  /** The key that the address or a header holds; empty or undefined where there is none. */
  readonly key?: string | undefined;
}

/** Throws `SourceFailure` for every status but 200. */
export async function request(ports: SourcePorts, url: string, sending: Sending = {}): Promise<HttpAnswer> {
  if (ports.signal.aborted) throw new SourceFailure('the time limit for all sources was reached');
  const answer = await send(ports, url, sending);
  const reason = refusalOf(answer);
  if (reason !== undefined) throw new SourceFailure(reason);
  return answer;
}

async function send(
  { http, signal, userAgent }: SourcePorts,
  url: string,
  { headers = {}, key = '' }: Sending,
): Promise<HttpAnswer> {
  try {
    return await http({
      url,
      headers: { 'user-agent': userAgent, 'accept-language': 'en', ...headers },
      holdsKey: key !== '',
      signal: AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]),
    });
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    const { kind, message } = error;
    if (kind === 'timeout') throw new SourceFailure('no answer in time');
    if (kind === 'size') throw new SourceFailure(`the response is too large (${message})`);
    if (kind === 'redirect') throw new SourceFailure(`the server redirects ${message}`);
    throw new SourceFailure(`no connection (${message})`);
  }
}

/** Why a response holds no numbers, by its status; undefined for one that may. */
function refusalOf(answer: HttpAnswer): string | undefined {
  const { status, text } = answer;
  switch (status) {
    case 200:
      return text.trim() === '' ? 'the response is empty' : undefined;
    case 401:
    case 402:
      return `the API key was rejected (${status})`;
    case 403:
      return 'access was denied (403)';
    case 404:
      return 'unknown author (404)';
    case 429: {
      const after = answer.header('retry-after') ?? '';
      return `too many requests (429${/^\d+$/.test(after) ? `; retry in ${after} s` : ''})`;
    }
    default:
      return `the server returned status ${status}`;
  }
}

/** The JSON object of a response. */
export async function requestJson(
  ports: SourcePorts,
  url: string,
  { headers, key }: Sending = {},
): Promise<RubyHash> {
  const { text } = await request(ports, url, { headers: { accept: 'application/json', ...headers }, key });
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
