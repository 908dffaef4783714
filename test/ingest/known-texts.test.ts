import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KnownTexts } from '../../src/ingest/known-texts.js';

const COMMA = 0x2c;
const LF = 0x0a;
const NONE = -1;
const stops = new Uint8Array(256);
stops[COMMA] = 1;
stops[LF] = 1;

/** Texts of every length around a word, alike up to one character, with the bytes that doubles hold differently: 0, 0x7f, 0x80. */
const text = fc
  .array(fc.constantFrom('\0', '\u007f', '\u0080', 'a', 'b', '量', '\u{10ffff}', '\u{f0000}'), { maxLength: 20 })
  .map((characters) => characters.join(''));
const alike = text.chain((whole) =>
  fc.array(
    fc.tuple(fc.nat(whole.length), fc.constantFrom('', '\0', '\u0080', 'x', '\u007f')).map(([at, put]) => {
      const characters = [...whole];
      characters.splice(at, 1, put);
      return characters.join('');
    }),
    { maxLength: 4 },
  ),
);

describe('the texts that a column has held', () => {
  it('are told apart to the byte, whatever was guessed', () => {
    fc.assert(
      fc.property(fc.array(alike, { minLength: 1, maxLength: 6 }), fc.constantFrom(1, 2), (groups, fields) => {
        const texts = groups.flat().flatMap((t) => (fields === 1 ? [t] : [`${t},${t.slice(0, 3)}`, `${t},x`]));
        const known = new KnownTexts(stops, COMMA, fields);
        const numbers = new Map<string, number>();
        // Twice the same order, so that the second time every text is guessed.
        for (const one of [...texts, ...texts, ...texts.toReversed()]) {
          const bytes = Buffer.from(`${one}\n`);
          const room = new Uint8Array(bytes.length + 8);
          room.set(bytes);
          const found = known.read({ bytes: room, words: new DataView(room.buffer) }, 0);
          expect(known.end).toBe(bytes.length - 1);
          expect(found).toBe(numbers.get(one) ?? NONE);
          if (found === NONE) numbers.set(one, known.add(room, 0, known.end));
        }
        expect(known.size).toBe(numbers.size);
      }),
      { numRuns: 500 },
    );
  });
});
