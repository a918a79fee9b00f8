// Every process that the benchmark starts, so that none of them outlives it.

import { spawn } from 'node:child_process';

const running = new Set();

/** Starts a command as the head of a process group of its own, which `stopAll` reaches whole. */
export function start([command, ...words], options) {
  const child = spawn(command, words, { ...options, detached: true });
  running.add(child);
  child.once('close', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

/** Runs a command to its end: its exit status (or the signal, or why it could not start) and what it printed. */
export function run(argv, options = {}) {
  return new Promise((resolve) => {
    const child = start(argv, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (err += text));
    child.once('error', ({ message }) => resolve({ status: message, out, err: message }));
    child.once('close', (status, signal) => resolve({ status: status ?? signal, out, err }));
  });
}

/** Sends a signal to a child and to all that it started. */
export function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // it has ended already
  }
}

export function stopAll() {
  for (const child of running) signalGroup(child, 'SIGKILL');
}
