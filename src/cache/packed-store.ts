/**
 * The store of results as it lies on disk. Texts that are in the destination anyway are not kept twice: a result then says
 * where they are, and is worth nothing when that file is no longer the same.
 */

import { type OutputKey, pathOfKey, toOutputKey } from '../base/paths.ts';
import { type PackedReadings, packReadings, type Reading, unpackReadings } from '../graph/readings.ts';
import type { KeptFile, StoreData, StoredTask } from '../graph/store.ts';
import { type TaskId, TaskTable } from '../graph/task-id.ts';
import { stampOf } from '../graph/world-recorder.ts';
import type { Output } from '../model/output.ts';
import { FsError, type ReadFs } from '../ports/fs.ts';

/** A text: itself, a part of a file of the destination (in UTF-16 units), or none. */
type PackedText = string | readonly [key: string, at: number, length: number] | undefined;

type PackedTask = Omit<StoredTask, 'readings' | 'output' | 'content' | 'timed'> & {
  readonly timed?: NonNullable<StoredTask['timed']>;
  readonly id: TaskId;
  /** How many of the numbers are its own; they follow those of the task before. */
  readonly count: number;
  readonly output: PackedText;
  readonly content: PackedText;
};

/** Changes whenever a store of before would be misread. */
export const FORMAT = 6;

export interface PackedStore {
  readonly format: typeof FORMAT;
  readonly key: string;
  /** Absolute. */
  readonly destination: string;
  /** Of the files of the destination that texts lie in. */
  readonly stamps: ReadonlyMap<string, string>;
  readonly readings: PackedReadings;
  readonly numbers: Uint32Array;
  readonly tasks: readonly PackedTask[];
}

export interface Written {
  readonly destination: string;
  readonly outputs: readonly Output[];
  /** Stamps of the outputs after the write, by key. */
  readonly stamps: ReadonlyMap<string, string>;
  /** The key of what a document becomes. */
  readonly keyOf: (id: string) => OutputKey | undefined;
}

export function packStore(data: StoreData, written: Written): PackedStore {
  const outputs = new Map<string, Output>(written.outputs.map((output) => [output.key, output]));
  const place = createPlaces(outputs, written);
  const readings: Reading[] = [];
  const renumbered = new Map<number, number>();
  const numbers: number[] = [];
  const tasks: PackedTask[] = [];
  for (const [id, task] of data.tasks.entries()) {
    const texts = place(id, task);
    if (texts === undefined) continue;
    for (const number of task.readings) {
      let found = renumbered.get(number);
      if (found === undefined) {
        found = readings.push(data.readings[number]!) - 1;
        renumbered.set(number, found);
      }
      numbers.push(found);
    }
    const { input, reported, cached, print, timed, sheet } = task;
    tasks.push({
      ...{ id, input, reported, cached, count: task.readings.length, ...texts },
      ...(print === undefined ? {} : { print }),
      ...(timed === undefined ? {} : { timed }),
      ...(sheet === undefined ? {} : { sheet }),
    });
  }
  return {
    format: FORMAT,
    key: data.key,
    destination: written.destination,
    stamps: written.stamps,
    readings: packReadings(readings),
    numbers: Uint32Array.from(numbers),
    tasks,
  };
}

/** Finds where the texts of a task are now; undefined where they are nowhere any more. */
function createPlaces(outputs: ReadonlyMap<string, Output>, { stamps, keyOf }: Written) {
  const isSame = (key: string, stamp: string): boolean => stamps.get(key) === stamp;
  const textOf = (key: string | undefined): string | undefined => {
    const output = key === undefined ? undefined : outputs.get(key);
    return output !== undefined &&
      'text' in output &&
      output.kept === undefined &&
      !LONE_SURROGATE.test(output.text)
      ? output.text
      : undefined;
  };
  return (
    { document }: TaskId,
    task: StoredTask,
  ): { output: PackedText; content: PackedText } | undefined => {
    if (task instanceof TaskOnDisk) {
      const { packed, stamp } = task;
      if (stamp === undefined || isSame(stamp[0], stamp[1])) return packed;
      if (!task.isRead) return undefined;
    }
    const key = keyOf(document);
    const text = textOf(key);
    const within = (part: string | undefined): PackedText => {
      if (key === undefined || text === undefined || part === undefined || part.length < SHORT) return part;
      const at = part === text ? 0 : text.indexOf(part);
      return at < 0 ? part : [key, at, part.length];
    };
    // what is put together from its parts anyway needs no text
    return { output: task.timed === undefined ? within(task.output) : '', content: within(task.content) };
  };
}

/** What has no bytes in UTF-8 is not what is read back. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Texts so short that to say where they are would take as much. */
const SHORT = 60;

/** A result whose texts are read when they are asked for. */
class TaskOnDisk implements StoredTask {
  readonly input: string;
  readings: StoredTask['readings'];
  readonly reported: StoredTask['reported'];
  readonly cached: StoredTask['cached'];
  readonly print?: string;
  readonly timed: StoredTask['timed'];
  readonly file?: KeptFile;
  readonly sheet?: unknown;
  readonly packed: { readonly output: PackedText; readonly content: PackedText };
  /** The file that its texts are in, if they are in one. */
  readonly stamp: readonly [key: string, stamp: string] | undefined;
  readonly #read: (key: string) => string;
  #output: string | undefined;
  #content: string | undefined;

  constructor(
    task: PackedTask,
    readings: Uint32Array,
    stamps: PackedStore['stamps'],
    read: (key: string) => string,
  ) {
    const { input, reported, cached, print, timed, sheet, output, content } = task;
    this.input = input;
    this.readings = readings;
    this.reported = reported;
    this.cached = cached;
    if (print !== undefined) this.print = print;
    this.timed = timed;
    if (sheet !== undefined) this.sheet = sheet;
    this.packed = { output, content };
    const key = keysOf(task)[0];
    const stamp = key === undefined ? undefined : stamps.get(key);
    this.stamp = key === undefined || stamp === undefined ? undefined : [key, stamp];
    if (typeof output === 'object' && this.stamp !== undefined)
      this.file = { key: output[0], stamp: this.stamp[1] };
    this.#read = read;
  }

  /** Whether its texts are in memory. */
  get isRead(): boolean {
    const { output, content } = this.packed;
    return (
      (typeof output !== 'object' || this.#output !== undefined) &&
      (typeof content !== 'object' || this.#content !== undefined)
    );
  }

  get output(): string | undefined {
    return (this.#output ??= this.#textOf(this.packed.output));
  }

  get content(): string | undefined {
    return (this.#content ??= this.#textOf(this.packed.content));
  }

  #textOf(text: PackedText): string | undefined {
    if (typeof text !== 'object') return text;
    const [key, at, length] = text;
    return this.#read(key).slice(at, at + length);
  }
}

function keysOf({ output, content }: Pick<PackedTask, 'output' | 'content'>): string[] {
  return [output, content].flatMap((text) => (typeof text === 'object' ? [text[0]] : []));
}

export function unpackStore(packed: PackedStore, fs: ReadFs): StoreData {
  const { destination, stamps, numbers } = packed;
  const same = new Map<string, boolean>();
  const pathOf = (key: string): string => pathOfKey(destination, toOutputKey(key)!);
  const isSame = (key: string): boolean => {
    let known = same.get(key);
    if (known === undefined) {
      known = toOutputKey(key) === key && stampNow(fs, pathOf(key)) === stamps.get(key);
      same.set(key, known);
    }
    return known;
  };
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const read = (key: string): string => decoder.decode(fs.readBytes(pathOf(key)));
  const tasks = new TaskTable<StoredTask>();
  let start = 0;
  for (const task of packed.tasks) {
    const own = numbers.subarray(start, (start += task.count));
    if (keysOf(task).every(isSame)) tasks.set(task.id, new TaskOnDisk(task, own, stamps, read));
  }
  return { key: packed.key, readings: unpackReadings(packed.readings), tasks };
}

function stampNow(fs: ReadFs, path: string): string | undefined {
  try {
    return stampOf(fs.linkStat(path));
  } catch (error) {
    if (error instanceof FsError) return undefined;
    throw error;
  }
}
