/** The file events of a scope that may change: the old ones are used until the new ones are ready. */

import type { FileEventListener, FileEvents, OpenFileEvents } from '../../ports/file-events.ts';
import type { ReadFs } from '../../ports/fs.ts';
import { folderChain } from './followed-links.ts';
import type { WatchScope } from './watch-scope.ts';

export class EventSubscription {
  readonly #fs: ReadFs;
  readonly #openFileEvents: OpenFileEvents | undefined;
  readonly #listener: FileEventListener;
  /** More than one while new events get ready. */
  #open: readonly FileEvents[] = [];
  #hasFailed: boolean;

  /** Without `openFileEvents` there are no events. `failed` of the listener is called once at most. */
  constructor(fs: ReadFs, openFileEvents: OpenFileEvents | undefined, listener: FileEventListener) {
    this.#fs = fs;
    this.#openFileEvents = openFileEvents;
    this.#listener = listener;
    this.#hasFailed = openFileEvents === undefined;
  }

  /** Whether events are missing, so that files have to be polled. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  get isOpen(): boolean {
    return this.#open.length > 0;
  }

  async open(scope: WatchScope): Promise<void> {
    if (this.#openFileEvents === undefined || this.#hasFailed) return;
    const old = this.#open;
    const { roots, covers } = scope;
    const enters = (folder: string): boolean => folderChain(this.#fs, scope, folder) !== undefined;
    const ready = (): void => {
      this.#open = this.#open.filter((each) => !old.includes(each));
      for (const each of old) void each.close();
      this.#listener.ready();
    };
    const failed = (code: string, reason: string): void => this.#fail(code, reason);
    try {
      const events = await this.#openFileEvents(
        { roots, covers, enters },
        { changed: this.#listener.changed, failed, ready },
      );
      this.#open = [...old, events];
    } catch (error) {
      this.#fail('', error instanceof Error ? error.message : String(error));
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#open.map((each) => each.close()));
  }

  #fail(code: string, reason: string): void {
    if (this.#hasFailed) return;
    this.#hasFailed = true;
    this.#listener.failed(code, reason);
  }
}
