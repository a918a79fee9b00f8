/** The watching: events are hints that make it quick, sweeps are the truth that makes it right, and builds never overlap. */

import type { ReadFs } from '../../ports/fs.ts';
import { wayTo } from '../http/followed-links.ts';
import type { Change, Snapshot } from './snapshot.ts';
import { look, type SweepOptions, type SweepPorts, sweep } from './sweep.ts';
import type { WatchScope } from './watch-scope.ts';

/** Where hints come from: the system's file events. */
export interface Hints {
  close(): Promise<void>;
}

/** What events are wanted of. */
export interface HintScope {
  /** Absolute paths of folders and files. */
  readonly roots: readonly string[];
  /** Whether an entry of a folder that is listened to may matter. */
  admits(path: string): boolean;
  /** Whether a folder, or what looks like one through a link, is listened to. */
  enters(folder: string): boolean;
}

export interface HintEvents {
  /** Something may have changed at this absolute path. */
  hint(path: string): void;
  /** From now on everything that happens is told; what happened since the opening may not have been. */
  ready(): void;
  /** No events will come, or not all: `code` is errno's name. */
  trouble(code: string, reason: string): void;
}

export interface WatchPorts {
  readonly fs: ReadFs;
  nowMs(): number;
  /** A monotonic count of milliseconds. */
  elapsed(): number;
  /** Calls once, unless the returned function is called first. */
  after(ms: number, call: () => void): () => void;
  /** Lets requests and events in during a long sweep. */
  breathe(): Promise<void>;
  /** Undefined where the system's events are not to be used. */
  readonly openHints: ((scope: HintScope, events: HintEvents) => Promise<Hints>) | undefined;
}

export interface WatchEvents {
  /** Builds; called again only when it has resolved. Returns the scope to be watched from then on. */
  changed(changes: readonly Change[]): Promise<WatchScope>;
  /** Whether somebody looks at the site: then the sweeps go on although nothing is heard. */
  isLookedAt(): boolean;
  /** The system gives no events: sweeps alone are relied upon. */
  sweepingOnly(code: string, reason: string): void;
}

export interface Watch {
  /** Begins to listen, to what the first build asks for. What has changed since `createWatch` is found by the first sweep. */
  start(scope: WatchScope): Promise<void>;
  /** Looks at everything soon: a page was opened after a pause. */
  wake(): void;
  /** Builds, whether anything changed or not. */
  force(): void;
  stop(): Promise<void>;
}

const QUIET_MS = 5;
const SWEEP_AFTER_MS = 40;
const SWEEP_LATEST_MS = 400;
const IDLE_MS = 2000;
const POLLING_MS = 1000;
const HALF_WRITTEN_MS = 20;
/** With more hints than these a sweep is as quick as looking at each. */
const STORM = 200;
/** A sweep may take so large a part of the time. */
const SHARE = 10;
/** For so long nobody else is let in. */
const SLICE_MS = 5;
/** A sweep that was broken off so many times in a row is not broken off again. */
const MOST_BROKEN = 3;

/** The files are looked at once here, so that whatever changes after this call is noticed. */
export function createWatch(ports: WatchPorts, events: WatchEvents, firstScope: WatchScope): Watch {
  const files: SweepPorts = ports;
  const createdMs = ports.nowMs();
  let scope = firstScope;
  let snapshot = finish(sweep(files, { scope, before: new Map(), impatient: true })).snapshot;
  const hinted = new Set<string>();
  /** When the first of the hints came that no sweep has followed yet. */
  let since: number | undefined;
  let lastHint = 0;
  let unsettledSince: number | undefined;
  let building = false;
  /** Counts whatever makes a sweep that is under way worthless. */
  let turn = 0;
  let sweeping = false;
  let brokenOff = 0;
  /** Something happened while a sweep was under way, perhaps behind its back. */
  let again = false;
  let polling = ports.openHints === undefined;
  let lastSweepMs = 0;
  let grown: SweepOptions['grown'];
  let stopped = false;
  /** More than one while a new one gets ready. */
  let listening: Hints[] = [];
  let cancelQuiet = (): void => {};
  let cancelSweep = (): void => {};
  let cancelIdle = (): void => {};

  const hint = (path: string): void => {
    if (stopped || !scope.covers(path)) return;
    hinted.add(path);
    const now = ports.elapsed();
    since ??= now;
    lastHint = now;
    lookSoon(QUIET_MS);
    sweepInTime();
  };
  const lookSoon = (ms: number): void => {
    cancelQuiet();
    cancelQuiet = ports.after(ms, lookAtHints);
  };
  const sweepSoon = (ms: number): void => {
    cancelSweep();
    cancelSweep = ports.after(ms, () => void sweepNow());
  };
  /** After a pause, but not much later than the first event. */
  const sweepInTime = (): void => {
    const latest = since === undefined ? SWEEP_AFTER_MS : since + SWEEP_LATEST_MS - ports.elapsed();
    sweepSoon(Math.max(0, Math.min(SWEEP_AFTER_MS, latest)));
  };
  const patience = (unsettled: boolean): void => {
    if (!unsettled) unsettledSince = undefined;
    else {
      unsettledSince ??= ports.elapsed();
      sweepSoon(HALF_WRITTEN_MS);
    }
  };
  const isImpatient = (): boolean =>
    unsettledSince !== undefined && ports.elapsed() - unsettledSince > SWEEP_LATEST_MS;

  function lookAtHints(): void {
    // They are looked at after the build; a storm is the sweep's, and so is what never lets a sweep come to its end.
    if (stopped || building || hinted.size > STORM || (sweeping && brokenOff >= MOST_BROKEN)) return;
    const paths = [...hinted];
    hinted.clear();
    const { changes, unsettled } = look(files, scope, snapshot, paths);
    if (unsettled) patience(true);
    if (changes.length > 0) void build(changes);
  }

  async function sweepNow(): Promise<void> {
    if (sweeping) again = true;
    if (stopped || building || sweeping) return;
    cancelIdle();
    sweeping = true;
    again = false;
    const first = since;
    since = undefined;
    // The few are looked at all the same, which is quicker.
    if (hinted.size > STORM) hinted.clear();
    const mine = ++turn;
    const start = ports.elapsed();
    const steps = sweep(files, { scope, before: snapshot, impatient: isImpatient(), grown });
    const seen = await inSlices(steps, () => mine !== turn || stopped);
    sweeping = false;
    if (stopped) return;
    if (seen === undefined) {
      brokenOff++;
      since = first ?? since;
      return sweepSoon(SWEEP_AFTER_MS);
    }
    brokenOff = 0;
    lastSweepMs = ports.elapsed() - start;
    snapshot = seen.snapshot;
    grown = undefined;
    patience(seen.unsettled);
    if (seen.changes.length > 0) await build(seen.changes);
    else if (again) sweepSoon(0);
    else idle();
  }

  /** Runs to the end, letting others in between; undefined where it was given up. */
  async function inSlices<Result>(
    steps: Generator<void, Result>,
    isGivenUp: () => boolean,
  ): Promise<Result | undefined> {
    for (let slice = ports.elapsed(); ; ) {
      const step = steps.next();
      if (step.done === true) return step.value;
      if (ports.elapsed() - slice < SLICE_MS) continue;
      await ports.breathe();
      if (isGivenUp()) return undefined;
      slice = ports.elapsed();
    }
  }

  async function build(changes: readonly Change[]): Promise<void> {
    building = true;
    turn++;
    cancelQuiet();
    cancelSweep();
    cancelIdle();
    const startMs = ports.nowMs();
    try {
      const next = await events.changed(changes);
      if (!stopped) await rescope(next, startMs);
    } finally {
      building = false;
    }
    if (stopped) return;
    // What was heard meanwhile is looked at first: the sweep takes as long as the site is big.
    if (hinted.size > 0) lookSoon(Math.max(0, lastHint + QUIET_MS - ports.elapsed()));
    if (hinted.size > STORM) sweepSoon(0);
    else sweepInTime();
  }

  /** Files that were there before the build began and were only not looked at are no change. */
  async function rescope(next: WatchScope, startMs: number): Promise<void> {
    if (isSameScope(scope, next)) return;
    grown = { from: scope, sinceMs: startMs };
    scope = next;
    await inSlices(forget(snapshot, scope), () => stopped);
    if (listening.length > 0 && !stopped) await listen();
  }

  async function listen(): Promise<void> {
    if (ports.openHints === undefined || polling) return;
    const old = listening;
    const listened = scope;
    const { roots, admits } = listened;
    const enters = (folder: string): boolean => wayTo(ports.fs, listened, folder) !== undefined;
    const ready = (): void => {
      listening = listening.filter((each) => !old.includes(each));
      for (const each of old) void each.close();
      if (!stopped && !building) sweepSoon(0);
    };
    const trouble = (code: string, reason: string): void => {
      if (polling || stopped) return;
      polling = true;
      events.sweepingOnly(code, reason);
      idle();
    };
    try {
      listening = [...old, await ports.openHints({ roots, admits, enters }, { hint, trouble, ready })];
    } catch (error) {
      trouble('', error instanceof Error ? error.message : String(error));
    }
  }

  /** The next sweep although nothing was heard; a big site is not swept all the time. */
  function idle(): void {
    cancelIdle();
    const ms = Math.max(polling ? POLLING_MS : IDLE_MS, lastSweepMs * SHARE);
    cancelIdle = ports.after(ms, () => {
      if (polling || events.isLookedAt()) void sweepNow();
      else idle();
    });
  }

  return {
    async start(next) {
      await rescope(next, createdMs);
      await listen();
      if (!stopped) sweepSoon(0);
    },
    wake() {
      if (!stopped && !building && !sweeping && since === undefined) sweepSoon(SWEEP_AFTER_MS);
    },
    force() {
      if (!stopped && !building) void build([]);
    },
    async stop() {
      stopped = true;
      cancelQuiet();
      cancelSweep();
      cancelIdle();
      await Promise.all(listening.map((each) => each.close()));
    },
  };
}

function* forget(snapshot: Snapshot, scope: WatchScope): Generator<void, void> {
  let steps = 0;
  for (const path of [...snapshot.keys()]) {
    if (!scope.covers(path)) snapshot.delete(path);
    if (++steps % 64 === 0) yield;
  }
}

function finish<Step, Result>(steps: Generator<Step, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function isSameScope(a: WatchScope, b: WatchScope): boolean {
  return a === b || a.signature === b.signature;
}
