/** Who may ask, and how: the method, the `Host`, the origin. Every request passes here before anything is looked up. Pure. */

import type { HttpRequest } from '../../ports/http-server.ts';
import { isLocalName, parseHost } from './host-name.ts';
import { parseTarget } from './request-target.ts';

export interface Refusal {
  readonly status: 400 | 403 | 405;
  /** One sentence without a full stop, free of anything that the request said. */
  readonly why: string;
}

export interface Admitted {
  /** Decoded; starts with `/`. */
  readonly path: string;
}

/** Below this path lies what the server itself answers; no other site may ask for it at all. */
export const OWN_PATH = '/__hastie/';

/** `names` are the hosts that may be asked for besides this machine's own names and addresses, in lower case. */
export function admit(request: HttpRequest, names: ReadonlySet<string>): Admitted | Refusal {
  const host = request.host === undefined ? undefined : parseHost(request.host);
  if (host === undefined) return { status: 400, why: 'the Host header is missing, duplicated or malformed' };
  if (!host.isAddress && !isLocalName(host.name) && !names.has(host.name))
    return {
      status: 403,
      why: 'unknown host name; start the preview with --allow-host to accept it',
    };
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return { status: 405, why: 'only GET and HEAD requests are allowed' };
  const target = parseTarget(request.target);
  if ('refused' in target) return { status: 400, why: target.refused };
  const own = target.path.startsWith(OWN_PATH);
  if (!isFromHere(request, own))
    return { status: 403, why: 'other sites may link to this preview, but not read it' };
  return { path: target.path };
}

/** A page of another site may send its visitor here; everything else must come from a page of this server. */
function isFromHere({ origin, host, fetchSite, fetchMode }: HttpRequest, own: boolean): boolean {
  if (origin !== undefined && hostOf(origin) !== withoutDefaultPort(host ?? '', origin)) return false;
  if (fetchSite === undefined || fetchSite === 'same-origin' || fetchSite === 'none') return true;
  return fetchMode === 'navigate' && !own;
}

/** The host and port of an origin; the scheme may differ where a proxy adds TLS. */
function hostOf(origin: string): string | undefined {
  const match = /^https?:\/\/([^/?#@\\\s]+)$/i.exec(origin);
  return match?.[1] === undefined ? undefined : withoutDefaultPort(match[1], origin);
}

function withoutDefaultPort(host: string, origin: string): string {
  return host.toLowerCase().replace(/^https:/i.test(origin) ? /:443$/ : /:80$/, '');
}
