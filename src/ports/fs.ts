/** The port to files. Everything is synchronous: reading 10,000 files with promises costs six times as much. Paths are absolute, with `/`. */

export type EntryKind = 'file' | 'folder' | 'link' | 'other';

export interface Entry {
  readonly name: string;
  readonly kind: EntryKind;
}

export interface FileStat {
  readonly kind: EntryKind;
  readonly size: number;
  /** Milliseconds since the epoch, with a fraction. */
  readonly mtimeMs: number;
  /** When anything about it was last changed, its name or times included; set by the system alone. */
  readonly ctimeMs: number;
  /** When it was made; 0 where the disk does not keep that. */
  readonly birthtimeMs: number;
  readonly device: number;
  readonly inode: number;
}

export interface ReadFs {
  /** The entries of a folder in code point order of their names. Throws `FsError`. */
  list(folder: string): readonly Entry[];
  /** Follows links; undefined where nothing is. */
  stat(path: string): FileStat | undefined;
  /** Does not follow a link at the end; undefined where nothing is. */
  linkStat(path: string): FileStat | undefined;
  /** The path with every link resolved. Throws `FsError`. */
  realPath(path: string): string;
  /** Throws `FsError`. */
  readBytes(path: string): Uint8Array;
  /** The first `length` bytes, fewer where the file is shorter. Throws `FsError`. */
  readHead(path: string, length: number): Uint8Array;
}

export interface WriteFs extends ReadFs {
  /** One folder; its parent must be there. */
  makeFolder(path: string): void;
  /** Throws with `EEXIST` where anything is at `path`, a link included: no call of this port writes to a file that is there. */
  createFile(path: string, content: string | Uint8Array): void;
  /** Creates `to`, and throws as `createFile` does. */
  copyFile(from: string, to: string): void;
  /** Replaces what is at `to`; a link is replaced itself. */
  rename(from: string, to: string): void;
  /** Removes a link itself. */
  removeFile(path: string): void;
  /** Only an empty one. */
  removeFolder(path: string): void;
  /** Does not follow a link. */
  setModified(path: string, mtimeMs: number): void;
}

/** What a port throws when the system refuses: `code` is errno's name (`ENOENT`, `EACCES`). */
export class FsError extends Error {
  readonly code: string;
  readonly path: string;
  constructor(code: string, path: string, message: string) {
    super(message);
    this.name = 'FsError';
    this.code = code;
    this.path = path;
  }
}

/** Runs `action`; a refusal of the system comes back as a value, any other exception is a bug and propagates. */
export function attempt(action: () => void): FsError | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    if (error instanceof FsError) return error;
    throw error;
  }
}

/** What is at `path`, links followed: undefined where nothing is, the refusal where the system does not say. */
export function lookAt(fs: Pick<ReadFs, 'stat'>, path: string): FileStat | FsError | undefined {
  try {
    return fs.stat(path);
  } catch (error) {
    if (error instanceof FsError) return error;
    throw error;
  }
}

/** The same as a kind; undefined where nothing is, or nothing that may be looked at. What a site consists of is not asked for by it. */
export function kindAt(fs: Pick<ReadFs, 'stat'>, path: string): EntryKind | undefined {
  const found = lookAt(fs, path);
  return found instanceof FsError ? undefined : found?.kind;
}

/** `folder` with its links resolved; as it is written where it is missing or must not be read. */
export function realFolder(fs: Pick<ReadFs, 'realPath'>, folder: string): string {
  try {
    return fs.realPath(folder);
  } catch (error) {
    if (error instanceof FsError) return folder;
    throw error;
  }
}
