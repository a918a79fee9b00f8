/**
 * Records what the running tasks read and report. A read costs one comparison the second time that a task makes it
 * (ADR 0002): each node has a cell that remembers which task read it last.
 */

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Document } from '../model/document.ts';
import type { Value } from '../ruby/values.ts';
import { fingerprintValue } from './fingerprint-value.ts';
import { changesOf, type Node, NodeMap } from './nodes.ts';
import type { NotKept } from './not-kept.ts';
import type { Readings } from './readings.ts';
import type { TaskId } from './task-id.ts';

/** Fields that one task records one by one; beyond that, it depends on whole columns. */
const MOST_FIELDS = 500;
/** Readings at which a task is no longer worth keeping. */
const MOST_READINGS = 20_000;

/** The numbers that a cell has instead of that of its reading. */
const UNREAD = -1;
const INCOMPARABLE = -2;

/** One node while a build runs. */
export interface Cell {
  readonly node: Node;
  /** Set for a field of a document or file. */
  readonly field?: { readonly row: Row; readonly key: string; readonly value: Value };
  /** The stamp of the task that read it last. */
  readBy: number;
  /** The last frame of an include that recorded it; see `liquid/frame.ts`. */
  lastFrame: number;
  /** The number of its reading. */
  reading: number;
}

/** The documents of a collection, the pages or the static files, by one of their keys. */
export interface Column {
  node(key: string): Node;
  fingerprint(key: string): string | undefined;
}

/** The fields of one document or file. */
export interface Row {
  readonly node: (key: string) => Node;
  readonly column: Column;
  readonly cells: Map<string, Cell>;
}

/** Receives what is read while an include is recorded. */
export interface Listener {
  read(cell: Cell): void;
  /** Something that may change while documents are rendered; `again` reads (and records) it again. */
  changing(again: () => unknown, seen: unknown): void;
  /** What is being recorded can't be reused. */
  forbidReuse(): void;
}

/** A task while it runs. */
export interface Trace {
  readonly stamp: number;
  readonly task: TaskId;
  readonly document: Document;
  readonly readings: number[];
  readonly reported: (readonly [at: number, diagnostic: Diagnostic])[];
  /** The last text that was cached under each key. */
  readonly cached: Map<string, string>;
  /** What is to be reported once a build and was reported here. */
  readonly reportedOnce: Set<string>;
  notKept: NotKept | undefined;
  /** How often tracking was paused when it began. */
  readonly outerPauses: number;
}

export class Tracker {
  /** The tasks that are running, the innermost last. */
  readonly open: Trace[] = [];
  /** Receives all reads while a task is running, and those of changing nodes always. */
  listener: Listener | undefined;
  /** Whether something was reported that is about the site as a whole: then no single task can reproduce it. */
  reportedSiteWide = false;
  readonly readings: Readings;
  readonly #report: (diagnostic: Diagnostic) => void;
  readonly #cells = new NodeMap<Cell>();
  #trace: Trace | undefined;
  #stamps = 0;
  #pauses = 0;

  /**
   * @param readings those that stored tasks refer to, to be added to
   * @param report where diagnostics go that are not those of an excerpt
   */
  constructor(readings: Readings, report: (diagnostic: Diagnostic) => void) {
    this.readings = readings;
    this.#report = report;
  }

  /** Whether a task is running whose reads are recorded. */
  get active(): boolean {
    return this.#trace !== undefined && this.#pauses === 0;
  }

  get paused(): boolean {
    return this.#pauses > 0;
  }

  /** A field of a document or file. */
  field(row: Row, key: string, value: Value): void {
    if (this.#trace === undefined || this.#pauses > 0) return;
    let cell = row.cells.get(key);
    if (cell === undefined) {
      cell = { node: row.node(key), field: { row, key, value }, readBy: 0, lastFrame: 0, reading: UNREAD };
      row.cells.set(key, cell);
    }
    this.listener?.read(cell);
    this.#settle(cell, this.#trace);
  }

  /** Any other node; its fingerprint is taken only where this task has not read it yet, or where it may have changed. */
  read(node: Node, fingerprint: () => string | undefined): void {
    if (this.#trace === undefined || this.#pauses > 0) return;
    const cell = this.#cellOf(node);
    if (changesOf(node) === 'in turn') {
      this.#readChanging(cell, this.#trace, fingerprint);
      return;
    }
    this.listener?.read(cell);
    if (cell.readBy === this.#trace.stamp) return;
    cell.readBy = this.#trace.stamp;
    if (cell.reading === UNREAD) cell.reading = this.#numberOf(node, fingerprint);
    this.#add(cell, this.#trace);
  }

  #readChanging(cell: Cell, trace: Trace, fingerprint: () => string | undefined): void {
    const number = this.#numberOf(cell.node, fingerprint);
    if (cell.readBy === trace.stamp && cell.reading === number) return;
    cell.readBy = trace.stamp;
    cell.reading = number;
    this.#add(cell, trace);
  }

  /** Passes a changing node to the listener; `again` reads (and records) it again. */
  changing(again: () => unknown, seen: unknown): void {
    if (this.#pauses === 0) this.listener?.changing(again, seen);
  }

  /** Records a read that another task has made in the same place. */
  repeat(cell: Cell): void {
    if (this.#trace === undefined || this.#pauses > 0) return;
    this.listener?.read(cell);
    this.#settle(cell, this.#trace);
  }

  /** The running tasks depend on something that no reading can hold. */
  forbidKeeping(reason: NotKept): void {
    this.listener?.forbidReuse();
    if (this.#pauses > 0) return;
    for (const trace of this.open) trace.notKept ??= reason;
  }

  /** A text that a template caches for others. */
  cache(key: string, text: string): void {
    if (this.#trace !== undefined && this.#pauses === 0) this.#trace.cached.set(key, text);
  }

  /** Records a diagnostic of the running task and reports it; an excerpt's is reported when a page shows the excerpt. */
  report(diagnostic: Diagnostic): void {
    const trace = this.#trace;
    if (trace !== undefined) {
      const { once } = diagnostic;
      if (once === undefined || !trace.reportedOnce.has(once))
        trace.reported.push([trace.readings.length, diagnostic]);
      if (once !== undefined) trace.reportedOnce.add(once);
      if (diagnostic.place === undefined) this.reportedSiteWide = true;
    }
    if (trace?.task.of !== 'excerpt') this.forward(diagnostic);
  }

  /** Reports a diagnostic that a stored result or an excerpt has recorded. */
  forward(diagnostic: Diagnostic): void {
    this.#report(diagnostic);
  }

  begin(task: TaskId, document: Document): Trace {
    const trace: Trace = {
      stamp: ++this.#stamps,
      ...{ task, document },
      readings: [],
      reported: [],
      cached: new Map(),
      reportedOnce: new Set(),
      notKept: undefined,
      outerPauses: this.#pauses,
    };
    this.#trace = trace;
    this.#pauses = 0;
    this.open.push(trace);
    return trace;
  }

  end(trace: Trace): void {
    this.#pauses = trace.outerPauses;
    this.open.splice(this.open.indexOf(trace));
    this.#trace = this.open.at(-1);
  }

  /** Runs `body` without recording what it reads. */
  untracked<Result>(body: () => Result): Result {
    this.#pauses++;
    try {
      return body();
    } finally {
      this.#pauses--;
    }
  }

  /** Runs `body` without the listener: what it reads belongs to another document. */
  withoutListener<Result>(body: () => Result): Result {
    const { listener } = this;
    this.listener = undefined;
    try {
      return body();
    } finally {
      this.listener = listener;
    }
  }

  #cellOf(node: Node): Cell {
    let cell = this.#cells.get(node);
    if (cell === undefined)
      this.#cells.set(node, (cell = { node, readBy: 0, lastFrame: 0, reading: UNREAD }));
    return cell;
  }

  #settle(cell: Cell, trace: Trace): void {
    if (cell.readBy === trace.stamp) return;
    cell.readBy = trace.stamp;
    const { field } = cell;
    if (field !== undefined) {
      if (trace.readings.length >= MOST_FIELDS) {
        const { column } = field.row;
        this.withoutListener(() => this.read(column.node(field.key), () => column.fingerprint(field.key)));
        return;
      }
      if (cell.reading === UNREAD)
        cell.reading = this.#numberOf(cell.node, () => fingerprintValue(field.value));
    }
    this.#add(cell, trace);
  }

  #numberOf(node: Node, fingerprint: () => string | undefined): number {
    const print = this.untracked(fingerprint);
    return print === undefined ? INCOMPARABLE : this.readings.numberOf(node, print);
  }

  #add({ reading, node }: Cell, trace: Trace): void {
    if (reading < 0) trace.notKept ??= { because: 'reads something incomparable', node };
    else if (trace.readings.length >= MOST_READINGS) trace.notKept ??= { because: 'reads too much' };
    else trace.readings.push(reading);
  }
}
