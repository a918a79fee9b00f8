/** Starts writers as processes of their own, on the real disk: bundles `writer-process.ts` once and runs it. */

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleScript } from './bundled-script.ts';

export interface Writers {
  /** A fresh site folder. */
  site(): string;
  start(site: string, number: number, startAt?: number): Writer;
  /** Removes all of it. */
  close(): void;
}

export interface Writer {
  readonly child: ChildProcess;
  /** Exit status (null when killed) and what it said. */
  readonly ended: Promise<{ readonly status: number | null; readonly said: string }>;
}

export async function createWriters(): Promise<Writers> {
  const folder = mkdtempSync(join(tmpdir(), 'hastie-writers-'));
  const script = join(folder, 'writer.mjs');
  await bundleScript('writer-process.ts', script);
  return {
    site: () => mkdtempSync(join(folder, 'site-')),
    start(site, number, startAt = 0) {
      const child = spawn(process.execPath, [script, site, String(number), String(startAt)], {
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let said = '';
      child.stderr.on('data', (text: Buffer) => {
        said += text.toString();
      });
      const ended = new Promise<{ status: number | null; said: string }>((resolve) => {
        child.on('close', (status) => resolve({ status, said }));
      });
      return { child, ended };
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
