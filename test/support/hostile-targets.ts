/** The table of request targets that must not reveal anything, shared by the tests of the lookup and those over a socket. */

import { readFileSync } from 'node:fs';
import type { Chance } from './edit-scripts.ts';
import { requestText } from './raw-http.ts';

export interface HostileTarget {
  /** One character a byte, as it stands in a request line. */
  readonly target: string;
  /** 400 for what is no path of a page; 404; 302 and 200 where it is but another way to an output. */
  readonly status: number;
}

const file = new URL('../cases/serve/targets.txt', import.meta.url);

/** Rows are `status target`, with `\xNN` for a byte that can't be seen; `#` at the beginning names a section. */
export const HOSTILE_TARGETS: readonly HostileTarget[] = readFileSync(file, 'utf8')
  .split('\n')
  .filter((row) => /^\d/.test(row))
  .map((row) => ({
    status: Number(row.slice(0, 3)),
    target: row
      .slice(4)
      .replace(/\\x([0-9a-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16))),
  }));

const PIECES = [
  ...[
    '/',
    '..',
    '.',
    '%2e',
    '%2f',
    '%5c',
    '%25',
    '%00',
    '\\',
    '//',
    ';',
    '?',
    '#',
    '~',
    ':',
    ' ',
    '%',
    '\xff',
    '@',
  ],
  ...[
    'secret.txt',
    'index.html',
    'img',
    'img/cat.png',
    '.git/config',
    '%c0%ae',
    '__hastie/',
    '.env',
    '/etc/passwd',
    '*',
    '\0',
  ],
];

/** A row of the table, spoilt. */
export function hostileTarget(chance: Chance): string {
  let { target } = chance.pick(HOSTILE_TARGETS);
  for (let i = chance.number(4); i >= 0; i--) target = spoilt(target, chance);
  return target;
}

function spoilt(target: string, chance: Chance): string {
  const at = chance.number(target.length + 1);
  switch (chance.number(6)) {
    case 0:
      return target.slice(0, at) + chance.pick(PIECES) + target.slice(at);
    case 1:
      return target.slice(0, at) + target.slice(at + 1 + chance.number(3));
    case 2:
      return target.slice(0, at) + chance.pick(HOSTILE_TARGETS).target.slice(chance.number(5));
    case 3:
      return target.replace(/[./\\]/g, (each) =>
        chance.number(2) === 0 ? each : `%${each.charCodeAt(0).toString(16)}`,
      );
    case 4:
      return chance.number(2) === 0 ? target.toUpperCase() : target.replaceAll('%', '%25');
    default:
      return target.slice(0, at) + String.fromCharCode(chance.number(256)) + target.slice(at);
  }
}

/** Requests around a target, of which most are malformed. */
export const MALFORMED: readonly ((target: string) => string)[] = [
  (target) => requestText(target),
  (target) => `${target}\r\n\r\n`,
  (target) => `GET ${target}\r\n\r\n`,
  (target) => `GET ${target} HTTP/9.9\r\n\r\n`,
  (target) => `GET ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n`,
  (target) => `GET / HTTP/1.1\r\nHost: localhost\r\nOrigin: ${target}\r\nConnection: close\r\n\r\n`,
  (target) => `GET / HTTP/1.1\r\nHost: localhost\r\nRange: ${target}\r\nConnection: close\r\n\r\n`,
  (target) => `GET / HTTP/1.1\r\nHost localhost\r\n${target}\r\n\r\n`,
  (target) => `POST ${target} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999\r\n\r\n${target}`,
  (target) => `POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n${target}`,
  () =>
    `GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  () => `CONNECT evil.example:80 HTTP/1.1\r\nHost: localhost\r\n\r\n`,
  () =>
    `GET /__hastie/events HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade, close\r\n\r\n`,
  () => `GET / HTTP/1.1\r\nHost: localhost\r\nExpect: the-impossible\r\nConnection: close\r\n\r\n`,
  () => `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
  () => `${'G'.repeat(9_000)}`,
  () => `\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03`,
  () => `PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n`,
  () => `\r\n\r\n\r\n\r\n`,
];
