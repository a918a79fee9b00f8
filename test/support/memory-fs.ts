/** A disk in memory for tests: the whole port, with links, times and inodes, and optionally case-insensitive. */

import { type Entry, type EntryKind, type FileStat, FsError, type WriteFs } from '../../src/ports/fs.ts';

interface Node {
  kind: EntryKind;
  inode: number;
  mtimeMs: number;
  ctimeMs: number;
  birthtimeMs: number;
  bytes: Uint8Array;
  target: string;
  children: Map<string, Node>;
}

export interface MemoryFs extends WriteFs {
  /** Puts a file there, with the folders above it. */
  put(path: string, content: string | Uint8Array, mtimeMs?: number): void;
  /** Writes as an editor does that keeps the file: the same inode where one is there, another time. */
  edit(path: string, content: string | Uint8Array): void;
  putFolder(path: string): void;
  putLink(path: string, target: string): void;
  /** A FIFO, socket or device. */
  putOther(path: string): void;
  /** Every file below a folder with its text (links as `-> target`, folders that are empty as `(empty)`). */
  tree(folder: string): Record<string, string>;
  text(path: string): string;
}

export function createMemoryFs(options: { ignoreCase?: boolean } = {}): MemoryFs {
  const spell = (name: string) => (options.ignoreCase === true ? name.toLowerCase() : name);
  let inodes = 1;
  let now = 1_600_000_000_000.25;
  const make = (kind: EntryKind): Node => ({
    kind,
    inode: inodes++,
    mtimeMs: (now += 1000.5),
    ctimeMs: now,
    birthtimeMs: now,
    bytes: new Uint8Array(),
    target: '',
    children: new Map(),
  });
  const names = new WeakMap<Node, string>();
  const root = make('folder');

  function child(folder: Node, name: string): Node | undefined {
    return folder.children.get(spell(name));
  }
  /** A folder has the time of its last coming or going. */
  function touch(folder: Node): void {
    folder.mtimeMs = folder.ctimeMs = now += 1000.5;
  }
  function attach(folder: Node, name: string, node: Node): void {
    touch(folder);
    folder.children.set(spell(name), node);
    names.set(node, name);
  }
  const fail = (code: string, path: string): never => {
    throw new FsError(code, path, `${code}: ${path}`);
  };
  const split = (path: string) => path.split('/').filter((segment) => segment !== '');

  /** The node and its real path; undefined where nothing is. */
  function find(path: string, follow: boolean, depth = 0): { node: Node; real: string } | undefined {
    if (depth > 20) return undefined;
    let at = root;
    let real = '';
    const segments = split(path);
    for (const [i, segment] of segments.entries()) {
      if (at.kind !== 'folder') return undefined;
      if (segment === '..') {
        real = real.slice(0, real.lastIndexOf('/'));
        const up = find(real, true, depth + 1);
        if (up === undefined) return undefined;
        at = up.node;
        continue;
      }
      const next = child(at, segment);
      if (next === undefined) return undefined;
      if (next.kind === 'link' && (follow || i < segments.length - 1)) {
        const target = next.target.startsWith('/') ? next.target : `${real}/${next.target}`;
        const led = find(target, true, depth + 1);
        if (led === undefined) return undefined;
        at = led.node;
        real = led.real;
        continue;
      }
      at = next;
      real = `${real}/${names.get(next) ?? segment}`;
    }
    return { node: at, real };
  }
  function parentOf(path: string): { folder: Node; name: string } {
    const slash = path.lastIndexOf('/');
    const found = find(path.slice(0, slash), true)?.node;
    if (found === undefined) return fail('ENOENT', path);
    if (found.kind !== 'folder') return fail('ENOTDIR', path);
    return { folder: found, name: path.slice(slash + 1) };
  }
  const statOf = (node: Node | undefined): FileStat | undefined =>
    node && {
      kind: node.kind,
      size: node.bytes.length,
      mtimeMs: node.mtimeMs,
      ctimeMs: node.ctimeMs,
      birthtimeMs: node.birthtimeMs,
      device: 7,
      inode: node.inode,
    };
  const toBytes = (content: string | Uint8Array) =>
    typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const codePoints = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

  const port: WriteFs = {
    list(folder) {
      const node = find(folder, true)?.node ?? fail('ENOENT', folder);
      if (node.kind !== 'folder') return fail('ENOTDIR', folder);
      return [...node.children.values()]
        .map((entry): Entry => ({ name: names.get(entry) ?? '', kind: entry.kind }))
        .sort((a, b) => codePoints(a.name, b.name));
    },
    stat: (path) => statOf(find(path, true)?.node),
    linkStat: (path) => statOf(find(path, false)?.node),
    realPath: (path) => find(path, true)?.real ?? fail('ENOENT', path),
    readBytes(path) {
      const node = find(path, true)?.node ?? fail('ENOENT', path);
      return node.kind === 'folder' ? fail('EISDIR', path) : node.bytes;
    },
    readHead: (path, length) => port.readBytes(path).subarray(0, length),
    makeFolder(path) {
      const { folder, name } = parentOf(path);
      if (child(folder, name) !== undefined) fail('EEXIST', path);
      attach(folder, name, make('folder'));
    },
    createFile(path, content) {
      const { folder, name } = parentOf(path);
      if (child(folder, name) !== undefined) fail('EEXIST', path);
      const node = make('file');
      node.bytes = toBytes(content);
      attach(folder, name, node);
    },
    copyFile(from, to) {
      port.createFile(to, port.readBytes(from));
    },
    rename(from, to) {
      const { folder, name } = parentOf(from);
      const node = child(folder, name) ?? fail('ENOENT', from);
      const target = parentOf(to);
      const there = child(target.folder, target.name);
      if (there !== undefined && there !== node) {
        if (there.kind === 'folder' && node.kind !== 'folder') fail('EISDIR', to);
        if (there.kind === 'folder' && there.children.size > 0) fail('ENOTEMPTY', to);
        if (there.kind !== 'folder' && node.kind === 'folder') fail('ENOTDIR', to);
      }
      folder.children.delete(spell(name));
      touch(folder);
      node.ctimeMs = now;
      attach(target.folder, target.name, node);
    },
    removeFile(path) {
      const { folder, name } = parentOf(path);
      const node = child(folder, name) ?? fail('ENOENT', path);
      if (node.kind === 'folder') fail('EPERM', path);
      folder.children.delete(spell(name));
      touch(folder);
    },
    removeFolder(path) {
      const { folder, name } = parentOf(path);
      const node = child(folder, name) ?? fail('ENOENT', path);
      if (node.kind !== 'folder') fail('ENOTDIR', path);
      if (node.children.size > 0) fail('ENOTEMPTY', path);
      folder.children.delete(spell(name));
      touch(folder);
    },
    setModified(path, mtimeMs) {
      const node = find(path, false)?.node ?? fail('ENOENT', path);
      node.mtimeMs = mtimeMs;
      node.ctimeMs = now += 1000.5;
    },
  };

  function putNode(path: string, node: Node): Node {
    const slash = path.lastIndexOf('/');
    putFolder(path.slice(0, slash));
    attach(parentOf(path).folder, path.slice(slash + 1), node);
    return node;
  }
  function putFolder(path: string): void {
    if (path === '' || find(path, true) !== undefined) return;
    putFolder(path.slice(0, path.lastIndexOf('/')));
    port.makeFolder(path);
  }
  function tree(folder: string): Record<string, string> {
    const found: Record<string, string> = {};
    const visit = (node: Node, key: string): void => {
      if (node.kind === 'link') found[key] = `-> ${node.target}`;
      else if (node.kind !== 'folder') found[key] = new TextDecoder().decode(node.bytes);
      else if (node.children.size === 0 && key !== '') found[key] = '(empty)';
      else {
        for (const entry of node.children.values())
          visit(entry, key === '' ? (names.get(entry) ?? '') : `${key}/${names.get(entry)}`);
      }
    };
    const start = find(folder, true)?.node;
    if (start !== undefined) visit(start, '');
    return Object.fromEntries(Object.entries(found).sort(([a], [b]) => codePoints(a, b)));
  }
  return {
    ...port,
    put(path, content, mtimeMs) {
      const node = putNode(path, make('file'));
      node.bytes = toBytes(content);
      if (mtimeMs !== undefined) node.mtimeMs = mtimeMs;
    },
    edit(path, content) {
      const node = find(path, true)?.node ?? putNode(path, make('file'));
      node.bytes = toBytes(content);
      node.mtimeMs = node.ctimeMs = now += 1000.5;
    },
    putFolder,
    putLink(path, target) {
      putNode(path, make('link')).target = target;
    },
    putOther(path) {
      putNode(path, make('other'));
    },
    tree,
    text: (path) => new TextDecoder().decode(port.readBytes(path)),
  };
}
