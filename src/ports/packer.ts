/** The port to a binary form of data: maps, lists, texts and numbers, as they are and back. */

export interface Packer {
  /** Says which program, of which build, packs: what another one has packed is not to be read. */
  readonly version: string;
  pack(data: unknown): Uint8Array;
  /** Throws where the bytes are none of `pack`'s. */
  unpack(bytes: Uint8Array): unknown;
}
