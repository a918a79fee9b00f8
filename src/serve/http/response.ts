/** From a request to its response, as data: guard, lookup, headers. Nothing leaves the server by another way. Pure but for sizes of files. */

import type { Output } from '../../model/output.ts';
import type { ReadFs } from '../../ports/fs.ts';
import type { HttpBody, HttpRequest, HttpResponse } from '../../ports/http-server.ts';
import { injectScript } from '../page/inject.ts';
import { noticesBadge } from '../page/notices.ts';
import { brokenPage, listingPage, missingPage, refusalPage } from '../page/own-pages.ts';
import { problemsPanel } from '../page/problems-panel.ts';
import { reloadScript } from '../page/reload-script.ts';
import { buildId, type PreviewState } from '../preview-state.ts';
import { addressOf, type ServedSite } from '../served-site.ts';
import { parseRange } from './byte-range.ts';
import { contentType } from './content-type.ts';
import { admit, OWN_PATH } from './guard.ts';
import { lookUp } from './lookup.ts';

export interface ResponseSettings {
  /** Host names that are accepted besides this machine's own. */
  readonly hosts: ReadonlySet<string>;
  /** Whether pages get the script that reloads them. */
  readonly reload: boolean;
  /** Whether a folder shows its entries instead of its index page. */
  readonly listings: boolean;
  /** How long a browser waits between two tries to connect to a server that has gone. */
  readonly retryMs: number;
}

/** A request, and all that its response depends on. */
interface Exchange {
  readonly request: HttpRequest;
  readonly state: PreviewState;
  readonly settings: ResponseSettings;
  readonly fs: Pick<ReadFs, 'stat'>;
}

const HTML = 'text/html; charset=utf-8';

/** On every response; nothing is allowed to another origin, so there is no `Access-Control-` header anywhere. */
const ALWAYS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};

export function respond(
  request: HttpRequest,
  state: PreviewState,
  settings: ResponseSettings,
  fs: Pick<ReadFs, 'stat'>,
): HttpResponse {
  const response = respondToGet({ request, state, settings, fs });
  return request.method === 'HEAD' ? { ...response, body: { kind: 'none' } } : response;
}

function respondToGet(exchange: Exchange): HttpResponse {
  const { request, state, settings } = exchange;
  const admitted = admit(request, settings.hosts);
  if ('status' in admitted) {
    const allow = admitted.status === 405 ? { Allow: 'GET, HEAD' } : {};
    return text(admitted.status, HTML, refusalPage(admitted.status, admitted.why), allow);
  }
  const { path } = admitted;
  if (path.startsWith(OWN_PATH)) return ownResponse(path, state, settings);
  const { site } = state;
  if (site === undefined) return brokenResponse(state, settings);
  const found = lookUp(site, path, settings.listings);
  switch (found.kind) {
    case 'redirect':
      return text(302, 'text/plain; charset=utf-8', '', { Location: found.location });
    case 'listing':
      return html(exchange, { status: 200, page: listingPage(site, found.folder), address: '' });
    case 'output': {
      const address = addressOf(site, found.output.key);
      return outputResponse(exchange, 200, found.output, address) ?? missing(exchange, site, path);
    }
    case 'missing':
      return missing(exchange, site, path);
  }
}

/** What lies below `OWN_PATH`. */
function ownResponse(path: string, state: PreviewState, { reload, retryMs }: ResponseSettings): HttpResponse {
  const { problems, notices } = state;
  switch (path.slice(OWN_PATH.length)) {
    case 'problems':
      return text(200, HTML, problems === undefined ? '' : problemsPanel(problems));
    case 'notices':
      return text(200, HTML, noticesBadge(notices));
    case 'reload.js':
      if (reload) return text(200, 'text/javascript; charset=utf-8', reloadScript(retryMs));
      break;
    case 'events':
      if (reload) return eventStream();
  }
  return text(404, HTML, refusalPage(404, 'the server has no page at this address'));
}

function eventStream(): HttpResponse {
  const headers = { ...ALWAYS, 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' };
  return { status: 200, headers, body: { kind: 'events' } };
}

function brokenResponse(state: PreviewState, { reload }: ResponseSettings): HttpResponse {
  const { problems, problemsId } = state;
  const page =
    problems === undefined ? refusalPage(503, 'the site has not been built yet') : brokenPage(problems);
  const identity = { build: buildId(state, state.build), address: '', problems: problemsId };
  return text(problems === undefined ? 503 : 500, HTML, reload ? injectScript(page, identity) : page);
}

/** The site's own `404.html`, or ours. */
function missing(exchange: Exchange, site: ServedSite, path: string): HttpResponse {
  const { request, state } = exchange;
  const own = site.outputs.get('404.html');
  const whole = { ...exchange, request: { ...request, range: undefined } };
  const response = own && outputResponse(whole, 404, own, '');
  if (response !== undefined) return response;
  const page = missingPage(site, path, isNavigation(request) ? state : undefined);
  return html(exchange, { status: 404, page, address: '', problems: state.problems && state.problemsId });
}

/** Undefined where the file that it copies has gone since the build. `address` is that of the page, empty where it stands for another one. */
function outputResponse(
  exchange: Exchange,
  status: number,
  output: Output,
  address: string,
): HttpResponse | undefined {
  const type = contentType(output.key);
  if ('text' in output) {
    if (type === HTML) return html(exchange, { status, page: output.text, address });
    const bytes = new TextEncoder().encode(output.text);
    return ranged(exchange.request, status, type, bytes.length, (start, length) => ({
      kind: 'bytes',
      bytes: bytes.subarray(start, start + length),
    }));
  }
  const stat = statOf(exchange.fs, output.copy);
  if (stat?.kind !== 'file') return undefined;
  return ranged(exchange.request, status, type, stat.size, (start, length) => ({
    kind: 'file',
    path: output.copy,
    start,
    length,
  }));
}

interface HtmlPage {
  readonly status: number;
  readonly page: string;
  /** As changes will name it; empty for a page that stands for another one. */
  readonly address: string;
  /** On a page that lists problems: which ones. */
  readonly problems?: number | undefined;
}

/** A page; one that a script fetches to put it into another page stays as it is. */
function html(
  { request, state, settings }: Exchange,
  { status, page, address, problems }: HtmlPage,
): HttpResponse {
  const identity = { build: buildId(state, state.build), address, problems };
  return text(status, HTML, settings.reload && isNavigation(request) ? injectScript(page, identity) : page);
}

/** Whether the response is for a window or a frame, as far as is known. */
function isNavigation({ fetchDest }: HttpRequest): boolean {
  return fetchDest === undefined || ['document', 'iframe', 'frame'].includes(fetchDest);
}

/** The whole, or the range that was requested. We give no validators, so a conditional range is the whole. */
function ranged(
  { range, ifRange }: HttpRequest,
  status: number,
  type: string,
  size: number,
  body: (start: number, length: number) => HttpBody,
): HttpResponse {
  const headers = { ...ALWAYS, 'Content-Type': type, 'Accept-Ranges': 'bytes' };
  const part = status === 200 && ifRange === undefined ? parseRange(range, size) : undefined;
  if (part === 'unsatisfiable')
    return {
      status: 416,
      headers: { ...headers, 'Content-Range': `bytes */${size}`, 'Content-Length': '0' },
      body: { kind: 'none' },
    };
  const { start, length } = part ?? { start: 0, length: size };
  const contentRange =
    part === undefined ? {} : { 'Content-Range': `bytes ${start}-${start + length - 1}/${size}` };
  return {
    status: part === undefined ? status : 206,
    headers: { ...headers, 'Content-Length': `${length}`, ...contentRange },
    body: body(start, length),
  };
}

function text(
  status: number,
  type: string,
  content: string,
  more: Readonly<Record<string, string>> = {},
): HttpResponse {
  const bytes = new TextEncoder().encode(content);
  const headers = { ...ALWAYS, 'Content-Type': type, 'Content-Length': `${bytes.length}`, ...more };
  return { status, headers, body: { kind: 'bytes', bytes } };
}

/** A file that the system refuses to look at is as good as gone. */
function statOf(fs: Pick<ReadFs, 'stat'>, path: string): ReturnType<ReadFs['stat']> {
  try {
    return fs.stat(path);
  } catch {
    return undefined;
  }
}
