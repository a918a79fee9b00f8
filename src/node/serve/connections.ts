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

interface Connection {
  readonly socket: Socket;
  readonly address: string;
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
    const connection = { socket, address };
    this.#open.set(peer, connection);
    socket.once('close', () => {
      if (this.#open.get(peer) === connection) this.#open.delete(peer);
    });
    if (this.#open.size > this.#bounds.burst) this.#cutOne();
    this.#sweepLater();
  }

  /** Notes that the client has sent a request, or has been sent all of an answer. */
  touch(socket: Socket): void {
    const peer = peerOf(socket);
    const connection = this.#open.get(peer);
    if (connection === undefined) return;
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

  #cutOne(): void {
    const { address } = this.#busiest();
    for (const [peer, connection] of this.#open) {
      if (connection.address !== address) continue;
      this.#open.delete(peer);
      connection.socket.destroy();
      return;
    }
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

/** The same for a connection and the encrypted one that it carries. */
function peerOf({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress} ${remotePort}`;
}
