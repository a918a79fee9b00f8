/** The watching: events are hints that make it quick, sweeps are the truth that makes it right, and builds never overlap. */

import type { ReadFs } from '../base/fs.ts';
import type { Change } from './snapshot.ts';
import { look, type SweepOptions, type SweepPorts, sweep } from './sweep.ts';
import type { WatchScope } from './watch-scope.ts';

/** Where hints come from: the system's file events. */
export interface Hints {
  close(): Promise<void>;
}

export interface HintEvents {
  /** Something may have changed at this absolute path. */
  hint(path: string): void;
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
  readonly openHints: ((scope: WatchScope, events: HintEvents) => Promise<Hints>) | undefined;
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

/** The files are looked at once here, so that whatever changes after this call is noticed. */
export function createWatch(ports: WatchPorts, events: WatchEvents, firstScope: WatchScope): Watch {
  const files: SweepPorts = ports;
  const createdMs = ports.nowMs();
  let scope = firstScope;
  let snapshot = finish(sweep(files, { scope, before: new Map(), impatient: true })).snapshot;
  const hinted = new Set<string>();
  /** When the first of the hints came that no sweep has followed yet. */
  let since: number | undefined;
  let unsettledSince: number | undefined;
  let building = false;
  /** Counts whatever makes a sweep that is under way worthless. */
  let turn = 0;
  let sweeping = false;
  /** Something happened while a sweep was under way, perhaps behind its back. */
  let again = false;
  let polling = ports.openHints === undefined;
  let lastSweepMs = 0;
  let grown: SweepOptions['grown'];
  let stopped = false;
  let hints: Hints | undefined;
  let cancelQuiet = (): void => {};
  let cancelSweep = (): void => {};
  let cancelIdle = (): void => {};

  const hint = (path: string): void => {
    if (stopped || !scope.covers(path)) return;
    hinted.add(path);
    const now = ports.elapsed();
    since ??= now;
    cancelQuiet();
    cancelQuiet = ports.after(QUIET_MS, lookAtHints);
    sweepSoon(Math.max(0, Math.min(SWEEP_AFTER_MS, since + SWEEP_LATEST_MS - now)));
  };
  const sweepSoon = (ms: number): void => {
    cancelSweep();
    cancelSweep = ports.after(ms, () => void sweepNow());
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
    // After the build everything is swept; a storm is the sweep's.
    if (stopped || building || hinted.size > STORM) return;
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
    since = undefined;
    hinted.clear();
    const mine = ++turn;
    const start = ports.elapsed();
    const steps = sweep(files, { scope, before: snapshot, impatient: isImpatient(), grown });
    let step = steps.next();
    for (let slice = start; step.done !== true; step = steps.next()) {
      if (ports.elapsed() - slice < 5) continue;
      await ports.breathe();
      slice = ports.elapsed();
      if (mine !== turn || stopped) break;
    }
    sweeping = false;
    if (stopped) return;
    if (step.done !== true) return sweepSoon(SWEEP_AFTER_MS);
    lastSweepMs = ports.elapsed() - start;
    snapshot = step.value.snapshot;
    grown = undefined;
    patience(step.value.unsettled);
    if (step.value.changes.length > 0) await build(step.value.changes);
    else if (again) sweepSoon(0);
    else idle();
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
    if (!stopped) sweepSoon(hinted.size > 0 ? 0 : SWEEP_AFTER_MS);
  }

  /** Files that were there before the build began and were only not looked at are no change. */
  async function rescope(next: WatchScope, startMs: number): Promise<void> {
    if (isSameScope(scope, next)) return;
    grown = { from: scope, sinceMs: startMs };
    scope = next;
    for (const path of [...snapshot.keys()]) if (!scope.covers(path)) snapshot.delete(path);
    if (hints === undefined) return;
    await hints.close();
    await listen();
  }

  async function listen(): Promise<void> {
    if (ports.openHints === undefined || polling) return;
    const trouble = (code: string, reason: string): void => {
      if (polling || stopped) return;
      polling = true;
      events.sweepingOnly(code, reason);
      idle();
    };
    try {
      hints = await ports.openHints(scope, { hint, trouble });
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
      await hints?.close();
    },
  };
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
