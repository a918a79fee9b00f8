/** The port to the system's file events. They say where to look; what has changed is found out by comparing the files. */

export interface FileEventScope {
  /** Absolute paths of folders and files, which need not exist. */
  readonly roots: readonly string[];
  /** Whether a change of this file, or of what is in this folder, may matter. */
  covers(path: string): boolean;
  /** Whether a folder that is covered, or a link to one, is watched. */
  enters(folder: string): boolean;
}

export interface FileEventListener {
  /** Something may have changed at this absolute path. */
  changed(path: string): void;
  /** Every folder is watched from now on; what changed since the opening may not have been reported. */
  ready(): void;
  /** Events are missing, or can't be had at all: `code` is errno's name, or empty. */
  failed(code: string, reason: string): void;
}

export interface FileEvents {
  close(): Promise<void>;
}

export type OpenFileEvents = (scope: FileEventScope, listener: FileEventListener) => Promise<FileEvents>;
