import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDecimal } from '../../../src/model/decimal.js';
import { ChunkText, isWritable } from '../../../src/report/tables/chunk-text.js';
import { PackedTexts } from '../../../src/report/tables/packed-texts.js';

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('快递业务量', '亿件', '', ',', 'a'),
);
const decimal = fc.tuple(
  fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -1100, max: 1100 }), fc.constantFrom(0, 999, 1000, -999_999, 1e15)),
  fc.nat(15),
);

describe('a chunk of text', () => {
  it('is what was put, piece by piece, from however little room', () => {
    const pieces = fc.array(fc.oneof(text, decimal), { maxLength: 40 });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), pieces, fc.nat(60), (texts, mixed, room) => {
        const packed = new PackedTexts(texts);
        const out = new ChunkText(room);
        let expected = '';
        for (const piece of mixed) {
          if (typeof piece === 'string') {
            const from = out.length;
            out.putText(piece);
            out.repeat(from, out.length - from);
            out.put(packed, piece.length % texts.length);
            expected += piece + piece + texts[piece.length % texts.length];
          } else {
            out.putDecimal(piece[0], piece[1], 0x2c);
            expected += `${formatDecimal({ digits: BigInt(piece[0]), decimals: piece[1] })},`;
          }
        }
        expect(decode(out.take())).toBe(expected);
        out.putByte(0x0a);
        expect(decode(out.take())).toBe('\n');
      }),
      { numRuns: 500 },
    );
  });

  it('writes every decimal that a double holds to fifteen places', () => {
    const out = new ChunkText(0);
    fc.assert(
      fc.property(decimal, ([digits, decimals]) => {
        out.putDecimal(digits, decimals, 0x3b);
        expect(decode(out.take())).toBe(`${formatDecimal({ digits: BigInt(digits), decimals })};`);
      }),
      { numRuns: 3000 },
    );
    expect([isWritable(15), isWritable(16)]).toEqual([true, false]);
  });
});
