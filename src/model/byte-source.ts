/** The port through which bytes come in: nothing but `cli` opens a file. */
export interface ByteSource {
  /** As people know it: a path relative to where they stand. */
  readonly name: string;
  readonly size: number;
  /** All bytes; throws when they cannot be read. */
  read(): Promise<Uint8Array>;
  /** All bytes, piece by piece. A piece is valid until the next is asked for. */
  stream(): AsyncIterable<Uint8Array>;
}

/** Bytes that are already in memory. */
export function bytesInMemory(name: string, bytes: Uint8Array): ByteSource {
  return {
    name,
    size: bytes.length,
    read: () => Promise.resolve(bytes),
    async *stream() {
      yield bytes;
    },
  };
}
