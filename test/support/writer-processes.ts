/** Starts writers as processes of their own, on the real disk: bundles `writer-process.ts` once and runs it. */

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleScript } from './bundled-script.ts';

export interface Writers {
  /** A fresh site folder. */
  site(): string;
  start(site: string, number: number, options?: WriterOptions): Writer;
  /** Removes all of it. */
  close(): void;
}

export interface WriterOptions {
  /** When it begins to write, in milliseconds since the epoch. */
  readonly startAt?: number;
  /** The call that changes the disk in which it kills itself, counted from 1. */
  readonly killAt?: number;
}

export interface Writer {
  readonly child: ChildProcess;
  /** Resolves when it is about to change the disk for the first time, at the latest when it has ended. */
  readonly begun: Promise<void>;
  readonly ended: Promise<Ended>;
}

export interface Ended {
  /** Null when it was killed. */
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  /** What it complained of. */
  readonly said: string;
  /** How many calls changed the disk; undefined when it was killed. */
  readonly calls: number | undefined;
}

export async function createWriters(): Promise<Writers> {
  const folder = mkdtempSync(join(tmpdir(), 'hastie-writers-'));
  const script = await bundleScript('writer-process', folder);
  return {
    site: () => mkdtempSync(join(folder, 'site-')),
    start(site, number, { startAt = 0, killAt = 0 } = {}) {
      const args = [script, site, String(number), String(startAt), String(killAt)];
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
      let said = '';
      let printed = '';
      child.stderr.on('data', (text: Buffer) => {
        said += text.toString();
      });
      const begun = new Promise<void>((resolve) => {
        child.stdout.once('data', () => resolve());
        child.once('close', () => resolve());
      });
      child.stdout.on('data', (text: Buffer) => {
        printed += text.toString();
      });
      const ended = new Promise<Ended>((resolve) => {
        child.on('close', (status, signal) => {
          const [, calls] = /^begins\n(\d+)\n$/.exec(printed) ?? [];
          resolve({ status, signal, said, calls: calls === undefined ? undefined : Number(calls) });
        });
      });
      return { child, begun, ended };
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The files below a folder with their text, by key; those of the writer's own names apart. */
export function readTree(folder: string): { files: Map<string, string>; own: string[] } {
  const files = new Map<string, string>();
  const own: string[] = [];
  const visit = (key: string): void => {
    for (const entry of readdirSync(join(folder, key), { withFileTypes: true })) {
      const path = key === '' ? entry.name : `${key}/${entry.name}`;
      if (entry.name.startsWith('.hastie-')) own.push(path);
      else if (entry.isDirectory()) visit(path);
      else files.set(path, readFileSync(join(folder, path), 'utf8'));
    }
  };
  visit('');
  return { files, own };
}
