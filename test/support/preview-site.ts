/** A small preview for tests of the server: what is published, and beside it on the disk what must never leave it. */

import { toOutputKey } from '../../src/base/paths.ts';
import type { Output } from '../../src/model/output.ts';
import type { HttpRequest, HttpResponse } from '../../src/ports/http-server.ts';
import type { ResponseSettings } from '../../src/serve/http/response.ts';
import { initialState, type PreviewState, withSite } from '../../src/serve/preview-state.ts';
import { createServedSite } from '../../src/serve/served-site.ts';
import { createMemoryFs, type MemoryFs } from './memory-fs.ts';

/** Stands in every file that is not published. */
export const SECRET = 'TOP-SECRET';

export const PUBLISHED: Readonly<Record<string, string>> = {
  'index.html': '<!DOCTYPE html>\n<html><head><title>Home</title></head><body>home</body></html>\n',
  'about/index.html': '<!DOCTYPE html>\n<html><head><title>About</title></head><body>about</body></html>\n',
  'cv.html': '<p>cv</p>\n',
  'main.css': 'body { color: red }\n',
};

/** Copied from the source instead of made. */
export const COPIED: Readonly<Record<string, string>> = { 'img/cat.png': 'meow, meow' };

export const PRIVATE = [
  'site/secret.txt',
  'site/.env',
  'site/_config.yml',
  'site/_posts/2020-01-01-post.md',
  'site/.git/config',
  'site/package.json',
  'site/dist-private/secret.txt',
  'secret.txt',
  'etc/passwd',
] as const;

/** With `folder` as the root of the disk; files are known by their absolute paths below it. */
export function previewOutputs(folder = ''): Output[] {
  const made = Object.entries(PUBLISHED).map(
    ([name, text]): Output => ({ key: toOutputKey(name)!, from: name, text }),
  );
  const copied = Object.entries(COPIED).map(
    ([name, text]): Output => ({
      key: toOutputKey(name)!,
      from: name,
      copy: `${folder}/site/${name}`,
      modifiedMs: 1,
      changedMs: 1,
      size: text.length,
    }),
  );
  return [...made, ...copied];
}

export function previewDisk(): MemoryFs {
  const fs = createMemoryFs();
  for (const [name, text] of Object.entries(COPIED)) fs.put(`/site/${name}`, text);
  for (const path of PRIVATE) fs.put(`/${path}`, SECRET);
  return fs;
}

export function previewState(outputs = previewOutputs(), baseurl = ''): PreviewState {
  return withSite(initialState('run'), createServedSite(outputs, baseurl), []);
}

export const SETTINGS: ResponseSettings = { hosts: new Set(), reload: true, listings: false, retryMs: 1000 };

export function get(target: string, more: Partial<HttpRequest> = {}): HttpRequest {
  return {
    method: 'GET',
    target,
    host: 'localhost:4000',
    origin: undefined,
    fetchSite: undefined,
    fetchMode: undefined,
    fetchDest: undefined,
    range: undefined,
    ifRange: undefined,
    ...more,
  };
}

/** The body as text; of a file, its path. */
export function bodyText({ body }: HttpResponse): string {
  if (body.kind === 'bytes') return new TextDecoder().decode(body.bytes);
  return body.kind === 'file' ? `file ${body.path} ${body.start}+${body.length}` : '';
}
