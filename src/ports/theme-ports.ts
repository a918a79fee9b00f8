/** The ports that fetching a theme needs: a download, an archive, a digest. */

import { HttpError } from './http.ts';

export interface DownloadRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The most bytes of a body. */
  readonly mostBytes: number;
  /** How long the server may send nothing, in milliseconds. */
  readonly stallMs: number;
  /** How long it may take as a whole. */
  readonly totalMs: number;
}

export interface Downloaded {
  readonly status: number;
  /** The body, as it arrives. Throws `HttpError`; a loop that is left early ends the download. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** A `GET` that follows redirects on the same origin alone. Throws `HttpError`. */
export type Download = (request: DownloadRequest) => Promise<Downloaded>;

export interface ArchiveEntry {
  /** As it is written in the archive. */
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  /** Of a file, in bytes. */
  readonly size: number;
  /** Of a link, as it is written. */
  readonly target: string;
}

export interface ArchiveVisitor {
  /** Returns whether the content of a file is wanted. May throw, which ends the reading. */
  readonly enter: (entry: ArchiveEntry) => boolean;
  /** The whole content of a file that was wanted. */
  readonly file: (entry: ArchiveEntry, content: Uint8Array) => void;
}

export interface ArchiveFacts {
  /** What the archive's own header names, as `git archive` writes it. */
  readonly comment: string | undefined;
}

/** Reads a compressed tar archive as it arrives. Throws `ArchiveError`, what the visitor throws, and what the chunks throw. */
export type ReadArchive = (
  chunks: AsyncIterable<Uint8Array>,
  visitor: ArchiveVisitor,
  mostBytes: number,
) => Promise<ArchiveFacts>;

/** Says in a few words what is wrong with an archive. */
export class ArchiveError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'ArchiveError';
  }
}

export interface ThemePorts {
  readonly download: Download;
  readonly readArchive: ReadArchive;
  /** SHA-256 in hexadecimal digits. */
  readonly sha256: (content: Uint8Array) => string;
}

/** Of a world without a network. */
export const noThemes: ThemePorts = {
  download: () => Promise.reject(new HttpError('network', 'the network is not used')),
  readArchive: () => Promise.reject(new ArchiveError('archives are not read')),
  sha256: () => '',
};
