import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { Connections } from '../../../src/node/serve/connections.ts';

/** As far as connections are looked at. */
class Peer extends EventEmitter {
  static ports = 1;
  readonly remoteAddress: string;
  readonly remotePort = Peer.ports++;
  destroyed = false;
  constructor(address: string) {
    super();
    this.remoteAddress = address;
  }
  destroy(): void {
    this.destroyed = true;
    this.emit('close');
  }
}

const BOUNDS = { total: 4, perAddress: 3, burst: 6, graceMs: 5 };

function opened(connections: Connections, ...addresses: readonly string[]): Peer[] {
  return addresses.map((address) => {
    const peer = new Peer(address);
    connections.add(peer as unknown as Socket);
    return peer;
  });
}

const cut = (peers: readonly Peer[]): boolean[] => peers.map(({ destroyed }) => destroyed);

describe('of the connections', () => {
  test('of one address, the one that was silent for longest is cut', async () => {
    const connections = new Connections(BOUNDS);
    const peers = opened(connections, 'a', 'a', 'a', 'a', 'b');
    connections.touch(peers[0] as unknown as Socket);
    expect(cut(peers)).toEqual([false, false, false, false, false]);
    await expect.poll(() => connections.count).toBe(4);
    expect(cut(peers)).toEqual([false, true, false, false, false]);
  });

  test('of all, one of the address with the most is cut', async () => {
    const connections = new Connections(BOUNDS);
    const peers = opened(connections, 'a', 'b', 'b', 'c', 'd');
    await expect.poll(() => connections.count).toBe(4);
    expect(cut(peers)).toEqual([false, true, false, false, false]);
  });

  test('more than a burst are cut at once', () => {
    const connections = new Connections(BOUNDS);
    const peers = opened(connections, 'a', 'a', 'a', 'a', 'a', 'a', 'a');
    expect(cut(peers)).toEqual([true, false, false, false, false, false, false]);
  });

  test('those that close are forgotten, and all are cut at the end', () => {
    const connections = new Connections(BOUNDS);
    const peers = opened(connections, 'a', 'b');
    peers[0]!.destroy();
    expect(connections.count).toBe(1);
    connections.cutAll();
    expect([connections.count, ...cut(peers)]).toEqual([0, true, true]);
  });
});
