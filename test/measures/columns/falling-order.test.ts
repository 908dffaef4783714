import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FallingOrder } from '../../../src/measures/columns/falling-order.js';

describe('the falling order of a ranking', () => {
  it('is that of a stable sort, for any number of peers', () => {
    // Few keys, so that many are equal; more peers than one run, so that runs are merged.
    const peers = fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 700 });
    const order = new FallingOrder(700);
    fc.assert(
      fc.property(peers, (numbers) => {
        const keys = Float64Array.from(numbers);
        const slots = Int32Array.from(numbers.keys());
        order.sort(keys, slots, numbers.length);
        const expected = [...numbers.keys()].sort((a, b) => numbers[b]! - numbers[a]! || a - b);
        expect([...slots]).toEqual(expected);
        expect([...keys]).toEqual(expected.map((i) => numbers[i]!));
      }),
      { numRuns: 300 },
    );
  });

  it('leaves alone what is behind the count', () => {
    const [keys, slots] = [Float64Array.of(1, 2, 9), Int32Array.of(5, 6, 7)];
    new FallingOrder(3).sort(keys, slots, 2);
    expect([[...keys], [...slots]]).toEqual([
      [2, 1, 9],
      [6, 5, 7],
    ]);
  });
});
