import { describe, expect, it } from 'vitest';
import { counted, readWithBar } from '../../src/cli/reading-bar.js';
import { type ByteSource, bytesInMemory } from '../../src/model/byte-source.js';

const inPieces = (bytes: Uint8Array, piece: number): ByteSource => ({
  ...bytesInMemory('a.csv', bytes),
  async *stream() {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  },
});

describe('the bar that shows how far the reading is', () => {
  it('counts the bytes as they are read, whole or piece by piece', async () => {
    const told: number[] = [];
    const source = counted(inPieces(new Uint8Array(10), 4), (bytes) => told.push(bytes));
    const seen: number[] = [];
    for await (const piece of source.stream()) seen.push(piece.length);
    expect((await source.read()).length).toBe(10);
    expect(seen).toEqual([4, 4, 2]);
    expect(told).toEqual([4, 8, 10, 10]);
    expect([source.name, source.size]).toEqual(['a.csv', 10]);
  });

  it('leaves files alone that are small, and all files where no terminal is', async () => {
    const small = [bytesInMemory('a.csv', new Uint8Array(10))];
    const large = [{ ...small[0]!, size: 2 ** 40 }];
    expect(await readWithBar(small, { progress: true }, async (read) => read)).toBe(small);
    expect(await readWithBar(large, { progress: false }, async (read) => read)).toBe(large);
  });
});
