/** The port to the web on Node: its own fetch, with a bound on what an answer may hold. */

import { type Http, HttpError, type HttpRequest } from '../ports/http.ts';

const MOST_BYTES = 5 * 1024 * 1024;
const MOST_REDIRECTS = 5;

export const httpFetch: Http = async (request) => {
  const { signal } = request;
  try {
    const response = await follow(request);
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > MOST_BYTES) throw new HttpError('size', `more than ${MOST_BYTES / 1024 / 1024} MB`);
      chunks.push(chunk);
    }
    return {
      status: response.status,
      url: response.url,
      text: new TextDecoder().decode(Buffer.concat(chunks)),
      header: (name) => response.headers.get(name) ?? undefined,
    };
  } catch (error) {
    if (error instanceof HttpError) throw error;
    if (signal.aborted) throw new HttpError('timeout', 'no answer in time');
    throw new HttpError('network', reasonOf(error));
  }
};

/** fetch would take the key with it: it drops a few headers at another origin, but neither `x-api-key` nor what an address holds. */
async function follow({ url, headers, holdsKey, signal }: HttpRequest): Promise<Response> {
  if (!holdsKey) return await fetch(url, { headers, signal, redirect: 'follow' });
  return await fetchWithinOrigin(url, { headers, signal }, (elsewhere) =>
    elsewhere === undefined ? 'again and again' : `to \`${elsewhere}\`, which does not get the API key`,
  );
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Follows redirects that stay on the origin. Throws `HttpError` for one that leads elsewhere, and for too many.
 *
 * @param reason what is wrong with a redirect to this origin; of too many where there is none
 */
export async function fetchWithinOrigin(
  url: string,
  options: Pick<RequestInit, 'headers' | 'signal'>,
  reason: (elsewhere: string | undefined) => string,
): Promise<Response> {
  let at = url;
  for (let redirects = 0; ; redirects++) {
    const response = await fetch(at, { ...options, redirect: 'manual' });
    const location = response.headers.get('location');
    if (location === null || !REDIRECTS.has(response.status)) return response;
    await response.body?.cancel();
    const next = URL.canParse(location, at) ? new URL(location, at) : undefined;
    if (next?.origin !== new URL(at).origin)
      throw new HttpError('redirect', reason(next?.origin ?? location));
    if (redirects === MOST_REDIRECTS) throw new HttpError('redirect', reason(undefined));
    at = next.href;
  }
}

/** fetch hides what happened in the cause of its error. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof Error) {
    const code = 'code' in cause ? String(cause.code) : '';
    return code !== '' && !cause.message.includes(code) ? `${code} ${cause.message}`.trim() : cause.message;
  }
  return error.message;
}
