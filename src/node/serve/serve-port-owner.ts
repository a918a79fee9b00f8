/** Who listens on a port: from /proc on Linux, from `lsof` elsewhere; nobody knows where neither tells. */

import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** As a message shows it: `node server.js (process 4711)`. */
export async function findPortOwner(port: number): Promise<string | undefined> {
  const process = procOwner(port) ?? (await lsofOwner(port));
  return process === undefined ? undefined : `${process.command} (process ${process.id})`;
}

interface Owner {
  readonly id: string;
  readonly command: string;
}

const LISTENING = '0A';
const LONGEST_COMMAND = 80;

function procOwner(port: number): Owner | undefined {
  const inodes = new Set(['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) => inodesOf(table, port)));
  if (inodes.size === 0) return undefined;
  for (const id of names('/proc').filter((name) => /^\d+$/.test(name))) {
    for (const handle of names(`/proc/${id}/fd`)) {
      const inode = /^socket:\[(\d+)\]$/.exec(link(`/proc/${id}/fd/${handle}`))?.[1];
      if (inode !== undefined && inodes.has(inode)) return { id, command: commandOf(id) };
    }
  }
  return undefined;
}

/** The sockets that listen on the port. A row is `0: 0100007F:0FA0 00000000:0000 0A …` with the inode as its tenth word. */
function inodesOf(table: string, port: number): string[] {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0');
  return read(table)
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local = '', , state]) => state === LISTENING && local.endsWith(`:${wanted}`))
    .flatMap((words) => (words[9] === undefined ? [] : [words[9]]));
}

function commandOf(id: string): string {
  const words = read(`/proc/${id}/cmdline`)
    .split('\0')
    .filter((word) => word !== '');
  const command = words.length > 0 ? words.join(' ') : read(`/proc/${id}/comm`).trim();
  return command.length > LONGEST_COMMAND ? `${command.slice(0, LONGEST_COMMAND)}…` : command;
}

function lsofOwner(port: number): Promise<Owner | undefined> {
  return new Promise((resolve) => {
    const args = ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'];
    execFile('lsof', args, { timeout: 2000, encoding: 'utf8', windowsHide: true }, (_error, output) => {
      const id = /^p(\d+)$/m.exec(output)?.[1];
      const command = /^c(.+)$/m.exec(output)?.[1];
      resolve(id === undefined ? undefined : { id, command: command ?? 'a program' });
    });
  });
}

/** What another user's process keeps to itself is not known. */
function quiet<Result>(call: () => Result, otherwise: Result): Result {
  try {
    return call();
  } catch {
    return otherwise;
  }
}

const read = (path: string): string => quiet(() => readFileSync(path, 'utf8'), '');
const names = (folder: string): string[] => quiet(() => readdirSync(folder), []);
const link = (path: string): string => quiet(() => readlinkSync(path), '');
