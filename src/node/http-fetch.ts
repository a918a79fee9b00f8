/** The port to the web on Node: its own fetch, with a bound on what an answer may hold. */

import { type Http, HttpError } from '../ports/http.ts';

const MOST_BYTES = 5 * 1024 * 1024;

export const httpFetch: Http = async ({ url, headers, signal }) => {
  try {
    const response = await fetch(url, { headers, signal, redirect: 'follow' });
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

/** fetch hides what happened in the cause of its error. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof Error) {
    const code = 'code' in cause ? String(cause.code) : '';
    return code !== '' && !cause.message.includes(code) ? `${code} ${cause.message}`.trim() : cause.message;
  }
  return error.message;
}
