/**
 * The kinds of path as types that can't be confused, and the pure functions over them. One function turns a key into a
 * path: `pathOfKey`.
 */

/** A file of the site's source, relative to the source folder, `/` between segments, no leading slash. */
export type SourcePath = string & { readonly brand: 'SourcePath' };
/** A file of the destination, relative to it, `/` between segments, no `.` or `..`, no leading slash. */
export type OutputKey = string & { readonly brand: 'OutputKey' };
/** What a visitor asks for, without the baseurl; starts with `/`. */
export type Url = string & { readonly brand: 'Url' };

/** Makes the path of a file that was found in the source. */
export function toSourcePath(path: string): SourcePath {
  return path as SourcePath;
}

/** Makes a URL, which starts with a slash. */
export function toUrl(url: string): Url {
  return (url.startsWith('/') ? url : `/${url}`) as Url;
}

/**
 * The output key that a decoded path stands for, as Jekyll's `sanitized_path` would confine it: empty and `.` segments
 * vanish and `..` takes back one segment but never climbs out. Undefined where nothing is left or a NUL is inside.
 */
export function toOutputKey(path: string): OutputKey | undefined {
  if (path.includes('\0')) return undefined;
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') kept.pop();
    else kept.push(segment);
  }
  return kept.length === 0 ? undefined : (kept.join('/') as OutputKey);
}

/** The absolute path of a key below its root: the only place where the two are joined. */
export function pathOfKey(root: string, key: OutputKey | SourcePath): string {
  return root.endsWith('/') ? root + key : `${root}/${key}`;
}

/** Whether `path` is `folder` or lies below it, segment by segment; both absolute and normal. */
export function isWithin(folder: string, path: string): boolean {
  if (path === folder) return true;
  const parent = folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(parent);
}

/** The last segment. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Everything before the last segment, without the slash; empty where there is but one segment. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** The extension with its dot as Ruby's `File.extname` gives it: none for `.htaccess`, a bare dot for `a.`. */
export function extensionOf(path: string): string {
  const name = baseName(path);
  const dot = name.lastIndexOf('.');
  return dot <= 0 || /^\.+$/.test(name.slice(0, dot)) ? '' : name.slice(dot);
}

/**
 * Ruby's `File.expand_path(path, base)`: absolute, without `.`, `..` and doubled slashes. `home` stands for a leading
 * `~`.
 */
export function expandPath(path: string, base: string, home?: string): string {
  const fromHome = home !== undefined && /^~(?:\/|$)/.test(path) ? home + path.slice(1) : path;
  const full = isAbsolute(fromHome) ? fromHome : `${base}/${fromHome}`;
  const drive = /^[A-Za-z]:(?=\/)/.exec(full)?.[0] ?? '';
  const kept: string[] = [];
  for (const segment of full.slice(drive.length).split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') kept.pop();
    else kept.push(segment);
  }
  return `${drive}/${kept.join('/')}`;
}

function isAbsolute(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:\//.test(path);
}

/** Ruby's `File.join`: one slash between the parts, whatever slashes they bring. */
export function joinPaths(...parts: readonly string[]): string {
  return parts.reduce((joined, part) =>
    joined.endsWith('/') || part.startsWith('/')
      ? joined.replace(/\/+$/, '') + '/' + part.replace(/^\/+/, '')
      : `${joined}/${part}`,
  );
}
