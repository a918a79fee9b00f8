/** Reads a gzipped tar archive with `tar`'s parser: nothing is written, and everything that is not sound ends it. A bundle of its own. */

import { createGunzip, type Gunzip } from 'node:zlib';
import { Parser, type ReadEntry } from 'tar';
import {
  type ArchiveEntry,
  ArchiveError,
  type ArchiveFacts,
  type ArchiveVisitor,
  type ReadArchive,
} from '../ports/theme-ports.ts';

const BLOCK = 512;
/** Where a header of POSIX's or GNU's tar says so. */
const MAGIC = { at: 257, text: 'ustar' } as const;

export const readTarball: ReadArchive = async (chunks, visitor, mostBytes) => {
  const reader = new Reader(visitor, mostBytes);
  const gunzip = createGunzip();
  let failure: unknown;
  gunzip.on(
    'error',
    (error) => (failure ??= new ArchiveError(`it is not a sound gzip file (${error.message})`)),
  );
  const finished = drain(gunzip, reader).catch((error: unknown) => {
    failure ??= error;
    gunzip.destroy();
  });
  try {
    for await (const chunk of chunks) {
      if (failure !== undefined) break;
      if (!gunzip.write(chunk)) await writable(gunzip);
    }
  } catch (error) {
    failure ??= error;
    gunzip.destroy();
  }
  gunzip.end();
  await finished;
  if (failure !== undefined) throw failure;
  return reader.end();
};

/** Until more can be written, or nothing can be any more. */
function writable(gunzip: Gunzip): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      for (const event of ['drain', 'close', 'error']) gunzip.off(event, done);
      resolve();
    };
    for (const event of ['drain', 'close', 'error']) gunzip.on(event, done);
    if (gunzip.destroyed) done();
  });
}

async function drain(gunzip: Gunzip, reader: Reader): Promise<void> {
  for await (const chunk of gunzip) reader.write(chunk as Buffer);
}

/** Feeds the parser, and collects the content of wanted files. */
class Reader {
  readonly #visitor: ArchiveVisitor;
  readonly #mostBytes: number;
  readonly #parser: Parser;
  #head = Buffer.alloc(0);
  #isTar = false;
  #bytes = 0;
  #failure: unknown;
  #isWhole = false;
  #comment: string | undefined;

  constructor(visitor: ArchiveVisitor, mostBytes: number) {
    this.#visitor = visitor;
    this.#mostBytes = mostBytes;
    this.#parser = new Parser({ strict: true, onReadEntry: (entry) => this.#enter(entry) });
    this.#parser.on('ignoredEntry', (entry: ReadEntry) => this.#enter(entry));
    this.#parser.on('error', (error: Error) =>
      this.#fail(new ArchiveError(`it is damaged (${error.message})`)),
    );
    this.#parser.on('eof', () => (this.#isWhole = true));
  }

  /** Throws the first thing that is wrong. */
  write(chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#mostBytes)
      throw new ArchiveError(`it unpacks to more than ${Math.floor(this.#mostBytes / 1024 / 1024)} MB`);
    if (this.#isTar) this.#feed(chunk);
    else {
      this.#head = Buffer.concat([this.#head, chunk]);
      if (this.#head.length < BLOCK) return;
      // the parser would take other compressions, too
      const magic = this.#head.toString('latin1', MAGIC.at, MAGIC.at + MAGIC.text.length);
      if (magic !== MAGIC.text) throw new ArchiveError('it is not a tar archive');
      this.#isTar = true;
      this.#feed(this.#head);
    }
  }

  end(): ArchiveFacts {
    if (!this.#isTar) throw new ArchiveError('it is not a tar archive');
    this.#parser.end();
    if (this.#failure !== undefined) throw this.#failure;
    if (!this.#isWhole) throw new ArchiveError('it ends too early');
    return { comment: this.#comment };
  }

  #feed(chunk: Buffer): void {
    if (!this.#isWhole) this.#parser.write(chunk);
    if (this.#failure !== undefined) throw this.#failure;
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
  }

  #enter(entry: ReadEntry): void {
    this.#comment ??= entry.globalExtended?.comment;
    const seen = entryOf(entry);
    if (this.#failure !== undefined || !this.#isWanted(seen)) {
      entry.resume();
      return;
    }
    const parts: Buffer[] = [];
    entry.on('data', (part: Buffer) => parts.push(part));
    entry.on('end', () => {
      try {
        if (this.#failure === undefined) this.#visitor.file(seen, Buffer.concat(parts));
      } catch (error) {
        this.#fail(error);
      }
    });
  }

  #isWanted(entry: ArchiveEntry): boolean {
    try {
      return this.#visitor.enter(entry);
    } catch (error) {
      this.#fail(error);
      return false;
    }
  }
}

const KINDS: Readonly<Record<string, ArchiveEntry['kind']>> = {
  File: 'file',
  OldFile: 'file',
  Directory: 'folder',
  SymbolicLink: 'link',
};

/** The path as the archive has it: the parser's own would have its backslashes turned. */
function entryOf(entry: ReadEntry): ArchiveEntry {
  const { type, size, header, extended, linkpath = '' } = entry;
  const path = extended?.path ?? header.path ?? entry.path;
  return { path, kind: KINDS[type] ?? 'other', size, target: linkpath };
}
