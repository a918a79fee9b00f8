/** The machine around the server: its browser, its addresses, its signals, its keyboard, and a process that outlives this one. */

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Resolves with the reason why nothing was opened, or with undefined. */
export function openBrowser(address: string): Promise<string | undefined> {
  if (process.env.CI !== undefined) return Promise.resolve('this is a continuous integration run');
  if (process.env.SSH_CONNECTION !== undefined) return Promise.resolve('this is a remote session');
  const [command, ...args] =
    process.platform === 'darwin'
      ? (['open', address] as const)
      : process.platform === 'win32'
        ? (['cmd', '/c', 'start', '""', address] as const)
        : (['xdg-open', address] as const);
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true, windowsHide: true });
    child.on('error', ({ message }) => resolve(message));
    child.on('spawn', () => {
      child.unref();
      resolve(undefined);
    });
  });
}

/** The addresses under which other machines may reach this one. */
export function networkAddresses(): string[] {
  return Object.values(process.getBuiltinModule('node:os').networkInterfaces())
    .flatMap((addresses = []) => addresses)
    .filter(({ internal, family, scopeid = 0 }) => !internal && (family === 'IPv4' || scopeid === 0))
    .map(({ address, family }) => (family === 'IPv6' ? `[${address}]` : address));
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Calls `first` when the user, or the system, wants the program to end, and `again` each further time, until the returned
 * function is called.
 */
export function onInterrupt(first: () => void, again: () => void): () => void {
  let count = 0;
  const note = (): void => (count++ === 0 ? first() : again());
  for (const signal of SIGNALS) process.on(signal, note);
  const endWatch = onParentGone(() => {
    if (count === 0) note();
  });
  return () => {
    for (const signal of SIGNALS) process.off(signal, note);
    endWatch();
  };
}

const PARENT_CHECK_MS = 500;

/** Read early: once the parent has ended, its id is gone. */
const parent = process.ppid;

/**
 * Calls once when npm or npx, or the shell in which they run this program, has ended. They pass SIGTERM on to
 * that shell alone, which ends by it and leaves its child behind with another parent. A program that was started in any other way may
 * outlive its parent: `nohup`, `setsid` and `&` mean just that.
 */
function onParentGone(call: () => void): () => void {
  if (!isRunByNpm(process.env)) return () => {};
  const npm = isShell(parent) ? parentOf(parent) : undefined;
  const check = (): void => {
    if (process.ppid === parent && (npm === undefined || parentOf(parent) === npm)) return;
    clearInterval(timer);
    call();
  };
  const timer = setInterval(check, PARENT_CHECK_MS);
  timer.unref();
  // A preview that builds without a pause listens for no longer than this.
  queueMicrotask(check);
  return () => clearInterval(timer);
}

/** Whether a process is a shell that runs npm's script, and no npm: where there is no `/proc`, shells give way to the one command. */
function isShell(id: number): boolean {
  return readProcess(id, 'cmdline')?.split('\0')[1] === '-c';
}

function parentOf(id: number): number | undefined {
  // The name before it, in brackets, may hold anything.
  const found = /.*\) \S+ (\d+)/s.exec(readProcess(id, 'stat') ?? '');
  return found === null ? undefined : Number(found[1]);
}

function readProcess(id: number, file: 'cmdline' | 'stat'): string | undefined {
  try {
    return readFileSync(`/proc/${id}/${file}`, 'latin1');
  } catch {
    return undefined;
  }
}

/** Whether npm's script is this program in the foreground: not another program that has started it, and no `serve &`. */
export function isRunByNpm({ npm_lifecycle_script: script = '' }: NodeJS.ProcessEnv): boolean {
  return /\b(?:hastie|serve|build)\b/.test(script) && !/(?<![&>])&(?![&>])/.test(script);
}

/** Calls with each line that is typed, while somebody can type; the returned function ends it. */
export function onTypedLine(call: (line: string) => void): () => void {
  const { stdin } = process;
  if (stdin.isTTY !== true) return () => {};
  let rest = '';
  const take = (chunk: string): void => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) call(line.trim());
  };
  stdin.setEncoding('utf8').on('data', take);
  return () => void stdin.off('data', take).pause();
}

/** What receives the output of a detached process. */
export interface ProcessOutput {
  out(text: string): void;
  err(text: string): void;
}

/** What a detached process reported before it was left to itself. */
export interface Detached {
  readonly id: number | undefined;
  /** Undefined where it ended instead of getting ready. */
  readonly ready: unknown;
}

/**
 * Runs this program once more, in the background, with the words of its command line and `more`; its output is passed on
 * until it is ready.
 */
export function detach(more: readonly string[], output: ProcessOutput): Promise<Detached> {
  const [, script = '', ...words] = process.argv;
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...process.execArgv, script, ...words, ...more], {
      detached: true,
      windowsHide: true,
      // It is to outlive npm, too.
      env: { ...process.env, npm_lifecycle_script: undefined },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    child.stdout?.setEncoding('utf8').on('data', output.out);
    child.stderr?.setEncoding('utf8').on('data', output.err);
    child.on('error', ({ message }) => {
      output.err(`${message}\n`);
      resolve({ id: undefined, ready: undefined });
    });
    child.on('exit', () => resolve({ id: child.pid, ready: undefined }));
    child.on('message', (ready) => {
      child.disconnect();
      child.stdout?.destroy();
      child.stderr?.destroy();
      child.unref();
      resolve({ id: child.pid, ready });
    });
  });
}

/** Reports to the process that started this one by `detach`, if there is one, that the server is ready. */
export function notifyParent(ready: string): void {
  process.send?.(ready);
}
