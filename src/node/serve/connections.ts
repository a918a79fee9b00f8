/**
 * The open connections of the preview's server. Too many of them never keep the next one out: those that have been silent for
 * the longest time are cut, first those of the address that holds the most.
 */

import type { Socket } from 'node:net';

export interface ConnectionBounds {
  /** In all. */
  readonly total: number;
  /** From one address. */
  readonly perAddress: number;
  /** More than these are not even open for the time of the grace period. */
  readonly burst: number;
  /** Milliseconds in which a new connection can send its request before one is cut for it. */
  readonly graceMs: number;
}

/** What a connection is at: nothing has come yet, a request is answered, events are sent, an answer is complete. */
export type ConnectionState = 'new' | 'asked' | 'streaming' | 'answered';

interface Connection {
  readonly socket: Socket;
  readonly address: string;
  state: ConnectionState;
}

export class Connections {
  readonly #bounds: ConnectionBounds;
  /** Those that were heard of least lately come first. */
  readonly #open = new Map<string, Connection>();
  #isSweepDue = false;

  constructor(bounds: ConnectionBounds) {
    this.#bounds = bounds;
  }

  get count(): number {
    return this.#open.size;
  }

  /** Takes in a new connection; it is forgotten when it closes. */
  add(socket: Socket): void {
    const { remoteAddress: address } = socket;
    if (address === undefined) {
      // gone already
      socket.destroy();
      return;
    }
    const peer = peerOf(socket);
    const connection: Connection = { socket, address, state: 'new' };
    this.#open.set(peer, connection);
    socket.once('close', () => {
      if (this.#open.get(peer) === connection) this.#open.delete(peer);
    });
    if (this.#open.size > this.#bounds.burst) this.#cutOne();
    this.#sweepLater();
  }

  /** Notes that the client has sent a request, or what has become of it. */
  note(socket: Socket, state: ConnectionState): void {
    const peer = peerOf(socket);
    const connection = this.#open.get(peer);
    if (connection === undefined) return;
    connection.state = state;
    this.#open.delete(peer);
    this.#open.set(peer, connection);
  }

  cutAll(): void {
    for (const { socket } of this.#open.values()) socket.destroy();
    this.#open.clear();
  }

  /**
   * All that is waiting on the listening port is accepted at once, before any of it is read. The sweep comes after the
   * system's next report, so that a request that has been sent is known, however long a build has kept the thread busy.
   */
  #sweepLater(): void {
    if (this.#isSweepDue || !this.#isOver()) return;
    this.#isSweepDue = true;
    setTimeout(() => setImmediate(() => this.#sweep()), this.#bounds.graceMs).unref();
  }

  #sweep(): void {
    this.#isSweepDue = false;
    while (this.#isOver()) this.#cutOne();
  }

  #isOver(): boolean {
    const { total, perAddress } = this.#bounds;
    return this.#open.size > total || this.#busiest().count > perAddress;
  }

  /** Of the busiest address, the one that needs its connection least; of equals the one that was longest silent. */
  #cutOne(): void {
    const { address } = this.#busiest();
    let victim: readonly [peer: string, connection: Connection] | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const entry of this.#open) {
      if (entry[1].address !== address) continue;
      const rank = needOf(entry[1]);
      if (rank >= least) continue;
      least = rank;
      victim = entry;
      if (least === 0) break;
    }
    if (victim === undefined) return;
    const [peer, { socket }] = victim;
    this.#open.delete(peer);
    socket.destroy();
  }

  /** The address that holds the most connections. */
  #busiest(): { readonly address: string; readonly count: number } {
    const counts = new Map<string, number>();
    let most = { address: '', count: 0 };
    for (const { address } of this.#open.values()) {
      const count = (counts.get(address) ?? 0) + 1;
      counts.set(address, count);
      if (count > most.count) most = { address, count };
    }
    return most;
  }
}

/**
 * How much a client needs its connection. One that has its answer can come again, one that does not read is in nobody's way;
 * one that has just come must not be cut for those that stay.
 */
function needOf({ socket, state }: Connection): number {
  if (socket.writableLength > 0) return 1;
  if (state === 'answered') return 0;
  return state === 'streaming' ? 2 : state === 'new' ? 3 : 4;
}

/** The same for a connection and the encrypted one that it carries. */
function peerOf({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress} ${remotePort}`;
}
