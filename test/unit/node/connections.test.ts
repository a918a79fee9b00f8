import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { type ConnectionState, Connections } from '../../../src/node/serve/connections.ts';

/** As far as connections are looked at. */
class Peer extends EventEmitter {
  static ports = 1;
  readonly remoteAddress: string;
  readonly remotePort = Peer.ports++;
  /** Bytes that the client has not read. */
  writableLength = 0;
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
    connections.note(peers[0] as unknown as Socket, 'asked');
    expect(cut(peers)).toEqual([false, false, false, false, false]);
    await expect.poll(() => connections.count).toBe(4);
    expect(cut(peers)).toEqual([false, true, false, false, false]);
  });

  test('of one address, those that need theirs least are cut, and not one that has just come', async () => {
    const connections = new Connections({ ...BOUNDS, total: 6, perAddress: 1 });
    const [fresh, asked, streaming, unread, answered] = opened(connections, 'a', 'a', 'a', 'a', 'a');
    const note = (peer: Peer | undefined, state: ConnectionState): void =>
      connections.note(peer as unknown as Socket, state);
    note(asked, 'asked');
    note(streaming, 'streaming');
    note(unread, 'asked');
    unread!.writableLength = 9;
    note(answered, 'answered');
    const order: (Peer | undefined)[] = [];
    for (const peer of [fresh, asked, streaming, unread, answered]) peer!.on('close', () => order.push(peer));
    await expect.poll(() => connections.count).toBe(1);
    expect(order).toEqual([answered, unread, streaming, fresh]);
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
