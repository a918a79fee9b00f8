/**
 * Notes what the running tasks read. A read costs one comparison the second time that a task makes it (ADR 0002): each
 * node is a cell that remembers which task saw it last.
 */

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Document } from '../model/document.ts';
import type { Value } from '../ruby/values.ts';
import { fingerprintValue } from './fingerprint-value.ts';
import type { Reading, Readings } from './readings.ts';

/** Reads of fields that one task keeps apart; beyond it, it rests on whole columns. */
const MOST_FIELDS = 500;
/** Reads at which a task is no longer worth keeping. */
const MOST_READS = 20_000;

/** One thing that can be read. */
export interface Cell {
  readonly node: string;
  /** Set for a field of a document: it may be noted as one of its column. */
  readonly field?: { readonly table: string; readonly key: string; readonly value: Value };
  /** The task that read it last. */
  stamp: number;
  /** The include that has heard of it last. */
  heardBy: number;
  /** The number of the reading; -1 before the first, -2 where it can't be told apart from one build to the next. */
  reading: number;
}

/** The fields of one document (or file). */
export interface Row {
  readonly id: string;
  /** What it lies in: the label of a collection, `pages`. */
  readonly table: string;
  readonly cells: Map<string, Cell>;
}

/** Told of what is read while an include is recorded; see `liquid/frame.ts`. */
export interface Listener {
  read(cell: Cell): void;
  changing(again: () => unknown, seen: unknown): void;
  spoil(): void;
}

/** A task while it runs. */
export interface Trace {
  readonly stamp: number;
  /** The document that the task is about. */
  readonly owner: Document;
  readonly readings: number[];
  readonly told: (readonly [at: number, diagnostic: Diagnostic])[];
  /** The last text of each key. */
  readonly kept: Map<string, string>;
  /** What is to be reported once a build and was reported here. */
  readonly toldOnce: Set<string>;
  /** Why its result must not be kept. */
  spoilt: string | undefined;
  /** How many were looking away when it began. */
  readonly away: number;
  /** Whether it makes an excerpt, which others ask for. */
  readonly isExcerpt: boolean;
}

export type Resolve = (node: string) => string | undefined;

export interface Tracker {
  /** Whether a task is running whose reads are noted. */
  readonly active: boolean;
  /** Whether what is read now is not to be noted. */
  readonly away: boolean;
  /** A field of a document that never changes during rendering. */
  field(row: Row, key: string, value: Value): void;
  /** Any other thing; `fingerprint` is asked for only where this task has not seen it yet. */
  read(node: string, fingerprint: () => string | undefined): void;
  /** Something that may change while documents are rendered. */
  readVolatile(node: string, fingerprint: () => string | undefined): void;
  /** Something that may change while documents are rendered, told to who listens; `again` reads (and notes) it anew. */
  changing(again: () => unknown, seen: unknown): void;
  /** Who is told of all reads while a task is running, of changing ones always. */
  listener: Listener | undefined;
  /** Runs `body` without telling who listens: it is another document's. */
  unheard<T>(body: () => T): T;
  /** Notes a read that another task has made in the same place. */
  repeat(cell: Cell): void;
  /** The running tasks saw something that no trace can hold. */
  spoil(why: string): void;
  keep(key: string, text: string): void;
  /** The tasks that are running, the innermost last. */
  readonly open: readonly Trace[];
  begin(owner: Document, isExcerpt: boolean): Trace;
  end(trace: Trace): void;
  /** Runs `body` without noting what it reads. */
  aside<T>(body: () => T): T;
  row(id: string, table: string): Row;
  /** The number of a reading. */
  intern(node: string, fingerprint: string): number;
  readonly readings: readonly Reading[];
}

/**
 * @param readings those that stored tasks refer to, to be added to
 * @param column gives the fingerprint of a field of all documents of a table
 */
export function createTracker(
  readings: Readings,
  column: (table: string, key: string) => string | undefined,
): Tracker {
  const cells = new Map<string, Cell>();
  const rows = new Map<string, Row>();
  const open: Trace[] = [];
  let trace: Trace | undefined;
  let listener: Listener | undefined;
  let stamps = 0;
  let off = 0;

  const intern = readings.numberOf;
  const cellOf = (node: string): Cell => {
    let cell = cells.get(node);
    if (cell === undefined) cells.set(node, (cell = { node, stamp: 0, heardBy: 0, reading: -1 }));
    return cell;
  };
  const numberOf = (node: string, fingerprint: string | undefined): number =>
    fingerprint === undefined ? -2 : intern(node, fingerprint);
  const add = (running: Trace, reading: number, node: string): void => {
    if (reading < 0) running.spoilt ??= `reads ${node.split('\0').join(' ')}, which can't be compared`;
    else if (running.readings.length >= MOST_READS) running.spoilt ??= 'reads too much';
    else running.readings.push(reading);
  };
  const read = (node: string, fingerprint: () => string | undefined): void => {
    if (trace === undefined || off > 0) return;
    const running = trace;
    const cell = cellOf(node);
    listener?.read(cell);
    if (cell.stamp === running.stamp) return;
    cell.stamp = running.stamp;
    if (cell.reading === -1) cell.reading = numberOf(node, tracker.aside(fingerprint));
    add(running, cell.reading, node);
  };
  const readColumn = (table: string, key: string): void =>
    unheard(() => read(`F\0${table}\0${key}`, () => column(table, key)));
  const settle = (cell: Cell, running: Trace): void => {
    if (cell.stamp === running.stamp) return;
    cell.stamp = running.stamp;
    const { field } = cell;
    if (field !== undefined) {
      if (running.readings.length >= MOST_FIELDS) {
        readColumn(field.table, field.key);
        return;
      }
      if (cell.reading === -1)
        cell.reading = numberOf(
          cell.node,
          tracker.aside(() => fingerprintValue(field.value)),
        );
    }
    add(running, cell.reading, cell.node);
  };
  const unheard = <T>(body: () => T): T => {
    const before = listener;
    listener = undefined;
    try {
      return body();
    } finally {
      listener = before;
    }
  };

  const tracker: Tracker = {
    get active() {
      return trace !== undefined && off === 0;
    },
    get away() {
      return off > 0;
    },
    field(row, key, value) {
      if (trace === undefined || off > 0) return;
      let cell = row.cells.get(key);
      if (cell === undefined) {
        const field = { table: row.table, key, value };
        cell = { node: `f\0${row.id}\0${key}`, field, stamp: 0, heardBy: 0, reading: -1 };
        row.cells.set(key, cell);
      }
      listener?.read(cell);
      settle(cell, trace);
    },
    read,
    readVolatile(node, fingerprint) {
      if (trace === undefined || off > 0) return;
      const running = trace;
      const number = numberOf(node, tracker.aside(fingerprint));
      const cell = cellOf(node);
      if (cell.stamp === running.stamp && cell.reading === number) return;
      cell.stamp = running.stamp;
      cell.reading = number;
      add(running, number, node);
    },
    changing(again, seen) {
      if (off === 0) listener?.changing(again, seen);
    },
    get listener() {
      return listener;
    },
    set listener(told) {
      listener = told;
    },
    unheard,
    repeat(cell) {
      if (trace === undefined || off > 0) return;
      listener?.read(cell);
      settle(cell, trace);
    },
    spoil(why) {
      listener?.spoil();
      if (off > 0) return;
      for (const running of open) running.spoilt ??= why;
    },
    keep(key, text) {
      if (trace !== undefined && off === 0) trace.kept.set(key, text);
    },
    open,
    begin(owner, isExcerpt) {
      trace = {
        stamp: ++stamps,
        owner,
        readings: [],
        told: [],
        kept: new Map(),
        toldOnce: new Set(),
        spoilt: undefined,
        away: off,
        isExcerpt,
      };
      off = 0;
      open.push(trace);
      return trace;
    },
    end(ended) {
      off = ended.away;
      open.splice(open.indexOf(ended));
      trace = open.at(-1);
    },
    aside(body) {
      off++;
      try {
        return body();
      } finally {
        off--;
      }
    },
    row(id, table) {
      let row = rows.get(id);
      if (row === undefined) rows.set(id, (row = { id, table, cells: new Map() }));
      return row;
    },
    intern,
    readings: readings.list,
  };
  return tracker;
}
