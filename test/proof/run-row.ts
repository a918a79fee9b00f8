/** Runs a row in processes of its own: one that hangs or dies is a failure of the attempt at hand, and the next one goes on behind it. */

import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportLine } from './report-line.ts';
import type { Failure, Row } from './row.ts';

export interface Orders {
  readonly seed: number;
  /** The first attempt and the one behind the last. */
  readonly from: number;
  readonly until: number;
  /** How many processes share the attempts. */
  readonly jobs: number;
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  /** Ends the run before its time. */
  readonly interrupted: AbortSignal;
  /** Gets the files of this run. */
  readonly folder: string;
  /** The bundle of `attempts-process.ts`. */
  readonly script: string;
}

/** Failures of one cause. */
export interface Finding extends Failure {
  /** The first attempt in which it was found. */
  attempt: number;
  /** How often. */
  times: number;
}

export interface Result {
  readonly row: Row;
  readonly seed: number;
  /** Attempts. */
  readonly tried: number;
  readonly full: number;
  readonly seconds: number;
  readonly findings: readonly Finding[];
}

/** How often the state of a process is looked at. */
const POLL_MS = 100;
/** What a row may take to open, or to close. */
const OPENING_MS = 120_000;
/** Processes of a lane that end before their time: a row that fails at every attempt says so and stops. */
const MOST_DEATHS = 50;

/** `progress` is called again and again with what has come out so far. */
export async function runRow(row: Row, orders: Orders, progress: (soFar: Result) => void): Promise<Result> {
  const began = Date.now();
  const findings = new Map<string, Finding>();
  const lanes = Array.from({ length: orders.jobs }, (_, number) => new Lane(row, orders, number, findings));
  const result = (): Result => ({
    row,
    seed: orders.seed,
    tried: lanes.reduce((sum, lane) => sum + lane.tried, 0),
    full: Math.max(...lanes.map((lane) => lane.full)),
    seconds: (Date.now() - began) / 1000,
    findings: [...findings.values()],
  });
  const timer = setInterval(() => progress(result()), POLL_MS);
  await Promise.all(lanes.map((lane) => lane.run()));
  clearInterval(timer);
  return result();
}

/** Every nth attempt of a row, in one process after the other. */
class Lane {
  full = 0;
  readonly #row: Row;
  readonly #orders: Orders;
  readonly #findings: Map<string, Finding>;
  readonly #first: number;
  #next: number;
  #isDone = false;
  readonly #report: string;
  readonly #state: string;
  /** Of the report, how many bytes have been taken. */
  #taken = 0;

  constructor(row: Row, orders: Orders, number: number, findings: Map<string, Finding>) {
    this.#row = row;
    this.#orders = orders;
    this.#findings = findings;
    this.#first = this.#next = orders.from + number;
    this.#report = join(orders.folder, `${row.name}.${number}.jsonl`);
    this.#state = join(orders.folder, `${row.name}.${number}.state`);
    writeFileSync(this.#report, '');
  }

  get tried(): number {
    return (this.#next - this.#first) / this.#orders.jobs;
  }

  async run(): Promise<void> {
    for (let deaths = 0; deaths < MOST_DEATHS; deaths++) {
      const isDone = await this.#process();
      const isOver = this.#next >= Math.min(this.full, this.#orders.until);
      if (isDone || isOver || Date.now() >= this.#orders.deadline) return;
    }
  }

  /** One process, to its end. Gives whether it came to the end of its attempts. */
  async #process(): Promise<boolean> {
    const { script, seed, jobs, until, deadline, interrupted } = this.#orders;
    writeFileSync(this.#state, bytesOf(-1));
    const words = [this.#row.name, seed, this.#next, jobs, until, deadline, this.#report, this.#state];
    // in a group of its own, so that what it has started dies with it
    const child = spawn(process.execPath, [...this.#row.flags, script, ...words.map(String)], {
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    });
    const watch = new Watch(this.#row.limitMs);
    let end: End | undefined;
    const ended = endOf(child).then((found) => {
      end = found;
    });
    let hang: string | undefined;
    while (end === undefined && hang === undefined && !interrupted.aborted) {
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, POLL_MS))]);
      hang = watch.see(this.#take());
    }
    killGroup(child);
    await ended;
    return interrupted.aborted || this.#conclude(end!, hang);
  }

  /** Takes the end of a process for a failure of the attempt at hand, unless it is at the end of them all. */
  #conclude({ status, signal, said }: End, hang: string | undefined): boolean {
    const { at, isDone } = this.#take();
    if (isDone && status === 0) return true;
    const how = signal ?? `status ${status}`;
    const failure: Failure =
      status !== 0 && hang !== undefined
        ? { kind: 'hang', what: hang, detail: said }
        : { kind: 'crash', what: `the process ended with ${how}`, detail: said };
    this.#add(isDone ? this.#next - this.#orders.jobs : Math.max(at, this.#next), failure);
    if (!isDone) this.#next = Math.max(at, this.#next) + this.#orders.jobs;
    return isDone;
  }

  /** Takes what was reported since the last time: the attempt at hand, and whether there are no more. */
  #take(): { readonly at: number; readonly isDone: boolean } {
    const state = readFileSync(this.#state);
    const at = state.length < 8 ? -1 : state.readDoubleLE(0);
    this.#next = Math.max(this.#next, at);
    const report = readFileSync(this.#report);
    const end = report.lastIndexOf('\n') + 1;
    for (const line of report.subarray(this.#taken, end).toString().split('\n')) {
      if (line === '') continue;
      const said = JSON.parse(line) as ReportLine;
      if ('full' in said) this.full = said.full;
      else if ('failure' in said) this.#add(said.number, said.failure);
      else {
        this.#next = said.next;
        this.#isDone = true;
      }
    }
    this.#taken = end;
    return { at, isDone: this.#isDone };
  }

  #add(attempt: number, failure: Failure): void {
    const key = `${failure.kind} ${failure.what}`;
    const known = this.#findings.get(key);
    if (known === undefined) this.#findings.set(key, { ...failure, attempt, times: 1 });
    else {
      known.times++;
      known.attempt = Math.min(known.attempt, attempt);
    }
  }
}

/** Says when an attempt, the opening or the closing takes too long. */
class Watch {
  readonly #limitMs: number;
  #at = Number.NaN;
  #since = Date.now();

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
  }

  see({ at, isDone }: { at: number; isDone: boolean }): string | undefined {
    const now = Date.now();
    if (at !== this.#at) [this.#at, this.#since] = [at, now];
    const limit = at < 0 || isDone ? Math.max(OPENING_MS, this.#limitMs) : this.#limitMs;
    return now - this.#since > limit ? `no end after ${limit / 1000} s` : undefined;
  }
}

interface End {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The last of what it said on stderr. */
  readonly said: string;
}

function endOf(child: ChildProcess): Promise<End> {
  let said = '';
  child.stderr?.on('data', (text: Buffer) => {
    said = (said + text.toString()).slice(-4000);
  });
  return new Promise((resolve) => {
    child.on('exit', (status, signal) => resolve({ status, signal, said }));
    child.on('error', (error) => resolve({ status: null, signal: null, said: error.message }));
  });
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // nobody is left in it
  }
}

function bytesOf(number: number): Uint8Array {
  return new Uint8Array(new Float64Array([number]).buffer);
}
