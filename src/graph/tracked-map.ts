/** A map that tells which of its keys were read: plain hashes that templates walk are nodes by their first-level keys. */

export interface MapReads<Key> {
  key(key: Key): void;
  /** Its keys, its size or all of it. */
  whole(): void;
}

export class TrackedMap<Key, Item> extends Map<Key, Item> {
  readonly #reads: MapReads<Key>;

  constructor(entries: Iterable<readonly [Key, Item]>, reads: MapReads<Key>) {
    super();
    this.#reads = reads;
    for (const [key, item] of entries) this.set(key, item);
  }

  override get(key: Key): Item | undefined {
    this.#reads.key(key);
    return super.get(key);
  }
  override has(key: Key): boolean {
    this.#reads.key(key);
    return super.has(key);
  }
  override get size(): number {
    this.#reads.whole();
    return super.size;
  }
  override keys(): MapIterator<Key> {
    this.#reads.whole();
    return super.keys();
  }
  override values(): MapIterator<Item> {
    this.#reads.whole();
    return super.values();
  }
  override entries(): MapIterator<[Key, Item]> {
    this.#reads.whole();
    return super.entries();
  }
  override [Symbol.iterator](): MapIterator<[Key, Item]> {
    this.#reads.whole();
    return super[Symbol.iterator]();
  }
  override forEach(call: (item: Item, key: Key, map: Map<Key, Item>) => void): void {
    this.#reads.whole();
    super.forEach(call);
  }
}
