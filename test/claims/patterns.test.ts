import { describe, expect, it } from 'vitest';
import { patterns } from '../../src/claims/pattern.js';
import { notate } from './notation.js';
import { areas, claimsIn } from './reading.js';

describe('every sentence pattern reads its own examples', () => {
  for (const pattern of patterns())
    for (const example of pattern.examples)
      it(`${pattern.id}: ${example.text}`, () => {
        const claims = claimsIn(example.text);
        expect(claims.map((c) => notate(c, areas))).toEqual(example.means);
        expect(claims.map((c) => c.pattern)).toContain(pattern.id);
      });
});
