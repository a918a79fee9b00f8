/** From a request to its answer, as data: guard, lookup, headers. The one door through which anything leaves the server. Pure but for sizes of files. */

import type { Output } from '../../model/output.ts';
import type { ReadFs } from '../../ports/fs.ts';
import { injectScript } from '../page/inject.ts';
import { noticesBadge } from '../page/notices.ts';
import { brokenPage, listingPage, missingPage, refusalPage } from '../page/own-pages.ts';
import { problemsPanel } from '../page/problems-panel.ts';
import { reloadScript } from '../page/reload-script.ts';
import { addressOf, type Preview } from '../preview.ts';
import { buildName, type Scene } from '../scene.ts';
import { parseRange } from './byte-range.ts';
import { contentType } from './content-type.ts';
import { admit, OWN_PATH, type Request } from './guard.ts';
import { lookUp } from './lookup.ts';

export type Body =
  | { readonly kind: 'none' }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** A span of a file that is known to the preview. */
  | { readonly kind: 'file'; readonly path: string; readonly start: number; readonly length: number }
  /** The stream of builds. */
  | { readonly kind: 'events' };

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
}

export interface AnswerSettings {
  /** Hosts that may be asked for besides this machine's own. */
  readonly hosts: ReadonlySet<string>;
  /** Whether pages get the script that reloads them. */
  readonly reload: boolean;
  /** Whether a folder shows its entries instead of its index page. */
  readonly listings: boolean;
  /** How long a browser waits for a lost server between two tries. */
  readonly retryMs: number;
}

const HTML = 'text/html; charset=utf-8';

/** On every answer; nothing is allowed to another origin, so there is no `Access-Control-` header anywhere. */
const ALWAYS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};

export function answerTo(
  request: Request,
  scene: Scene,
  settings: AnswerSettings,
  fs: Pick<ReadFs, 'stat'>,
): Answer {
  const answer = answerFully(request, scene, settings, fs);
  return request.method === 'HEAD' && answer.body.kind !== 'none'
    ? { ...answer, body: { kind: 'none' } }
    : answer;
}

function answerFully(
  request: Request,
  scene: Scene,
  settings: AnswerSettings,
  fs: Pick<ReadFs, 'stat'>,
): Answer {
  const admitted = admit(request, settings.hosts);
  if ('status' in admitted) {
    const allow = admitted.status === 405 ? { Allow: 'GET, HEAD' } : {};
    return text(admitted.status, HTML, refusalPage(admitted.status, admitted.why), allow);
  }
  const { path } = admitted;
  if (path.startsWith(OWN_PATH)) return ownAnswer(path, scene, settings);
  const { preview } = scene;
  if (preview === undefined) return brokenAnswer(scene, settings);
  const found = lookUp(preview, path, settings.listings);
  switch (found.kind) {
    case 'redirect':
      return text(302, 'text/plain; charset=utf-8', '', { Location: found.location });
    case 'listing':
      return html(request, 200, listingPage(preview, found.folder), scene, settings, '');
    case 'output': {
      const address = addressOf(preview, found.output.key);
      return (
        outputAnswer(request, 200, found.output, scene, settings, fs, address) ??
        missing(request, preview, path, scene, settings, fs)
      );
    }
    case 'missing':
      return missing(request, preview, path, scene, settings, fs);
  }
}

function ownAnswer(path: string, scene: Scene, settings: AnswerSettings): Answer {
  if (settings.reload && path === `${OWN_PATH}reload.js`)
    return text(200, 'text/javascript; charset=utf-8', reloadScript(settings.retryMs));
  if (settings.reload && path === `${OWN_PATH}events`)
    return {
      status: 200,
      headers: { ...ALWAYS, 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' },
      body: { kind: 'events' },
    };
  if (path === `${OWN_PATH}problems`)
    return text(200, HTML, scene.problems === undefined ? '' : problemsPanel(scene.problems));
  if (path === `${OWN_PATH}notices`) return text(200, HTML, noticesBadge(scene.notices));
  return text(404, HTML, refusalPage(404, 'the server has no page at this address'));
}

function brokenAnswer(scene: Scene, { reload }: AnswerSettings): Answer {
  const page =
    scene.problems === undefined
      ? refusalPage(503, 'the site has not been built yet')
      : brokenPage(scene.problems);
  const identity = { build: buildName(scene, scene.build), address: '', problems: scene.problemsId };
  return text(scene.problems === undefined ? 503 : 500, HTML, reload ? injectScript(page, identity) : page);
}

/** The site's own `404.html`, or ours. */
function missing(
  request: Request,
  preview: Preview,
  path: string,
  scene: Scene,
  settings: AnswerSettings,
  fs: Pick<ReadFs, 'stat'>,
): Answer {
  const own = preview.outputs.get('404.html');
  const plain = { ...request, range: undefined };
  const answer = own && outputAnswer(plain, 404, own, scene, settings, fs, '');
  if (answer !== undefined) return answer;
  const page = missingPage(preview, path, isShown(request) ? scene : undefined);
  return html(request, 404, page, scene, settings, '', scene.problems && scene.problemsId);
}

/** Undefined where the file that it copies has gone since the build. */
function outputAnswer(
  request: Request,
  status: number,
  output: Output,
  scene: Scene,
  settings: AnswerSettings,
  fs: Pick<ReadFs, 'stat'>,
  address: string,
): Answer | undefined {
  const type = contentType(output.key);
  if ('text' in output) {
    if (type === HTML) return html(request, status, output.text, scene, settings, address);
    const bytes = new TextEncoder().encode(output.text);
    return spanned(request, status, type, bytes.length, (start, length) => ({
      kind: 'bytes',
      bytes: bytes.subarray(start, start + length),
    }));
  }
  const there = statOf(fs, output.copy);
  if (there?.kind !== 'file') return undefined;
  return spanned(request, status, type, there.size, (start, length) => ({
    kind: 'file',
    path: output.copy,
    start,
    length,
  }));
}

/** A page; one that a script fetches to put it into another page stays as it is. */
function html(
  request: Request,
  status: number,
  page: string,
  scene: Scene,
  { reload }: AnswerSettings,
  address: string,
  problems?: number,
): Answer {
  const identity = { build: buildName(scene, scene.build), address, problems };
  return text(status, HTML, reload && isShown(request) ? injectScript(page, identity) : page);
}

/** Whether the answer is for a window, as far as is known. */
function isShown({ fetchDest }: Request): boolean {
  return fetchDest === undefined || ['document', 'iframe', 'frame'].includes(fetchDest);
}

/** The whole, or the span that was asked for. We give no validators, so a conditional range is the whole. */
function spanned(
  { range, ifRange }: Request,
  status: number,
  type: string,
  size: number,
  body: (start: number, length: number) => Body,
): Answer {
  const headers = { ...ALWAYS, 'Content-Type': type, 'Accept-Ranges': 'bytes' };
  const span = status === 200 && ifRange === undefined ? parseRange(range, size) : undefined;
  if (span === 'unsatisfiable')
    return {
      status: 416,
      headers: { ...headers, 'Content-Range': `bytes */${size}`, 'Content-Length': '0' },
      body: { kind: 'none' },
    };
  const { start, length } = span ?? { start: 0, length: size };
  return {
    status: span === undefined ? status : 206,
    headers: {
      ...headers,
      'Content-Length': `${length}`,
      ...(span === undefined ? {} : { 'Content-Range': `bytes ${start}-${start + length - 1}/${size}` }),
    },
    body: body(start, length),
  };
}

function text(
  status: number,
  type: string,
  content: string,
  more: Readonly<Record<string, string>> = {},
): Answer {
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
