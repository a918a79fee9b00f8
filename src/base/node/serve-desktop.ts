/** The machine around the server: its browser, its addresses, its signals, its keyboard, and a process that outlives this one. */

import { spawn } from 'node:child_process';

/** Resolves with the reason why nothing was opened, or with undefined. */
export function openBrowser(address: string): Promise<string | undefined> {
  if (process.env.CI !== undefined) return Promise.resolve('nobody watches a run of continuous integration');
  if (process.env.SSH_CONNECTION !== undefined)
    return Promise.resolve('this is a session from another machine');
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
  return () => {
    for (const signal of SIGNALS) process.off(signal, note);
  };
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

/** What a detached process told before it was left alone. */
export interface Detached {
  readonly id: number | undefined;
  /** Undefined where it ended instead of getting ready. */
  readonly ready: unknown;
}

/**
 * Runs this program once more, in the background, with the words of its command line and `more`; its words to the user are
 * passed on until it is ready.
 */
export function detach(more: readonly string[], said: (text: string) => void): Promise<Detached> {
  const [, script = '', ...words] = process.argv;
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...process.execArgv, script, ...words, ...more], {
      detached: true,
      windowsHide: true,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    child.stderr?.setEncoding('utf8').on('data', said);
    child.on('error', ({ message }) => {
      said(`${message}\n`);
      resolve({ id: undefined, ready: undefined });
    });
    child.on('exit', () => resolve({ id: child.pid, ready: undefined }));
    child.on('message', (ready) => {
      child.disconnect();
      child.stderr?.destroy();
      child.unref();
      resolve({ id: child.pid, ready });
    });
  });
}

/** Tells the process that started this one by `detach` that all is well; does nothing where there is none. */
export function tellParent(ready: string): void {
  process.send?.(ready);
}
