import fc from 'fast-check';
import { expect, it } from 'vitest';
import { generateSentence } from './generated-sentences.js';
import { misread } from './misread.js';

it('a claim said in any of its ways is read back as itself or abstained from, never as another', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), (seed) => {
      const sentence = generateSentence(seed);
      expect({ ...sentence, misread: misread(sentence) }).toEqual({ ...sentence, misread: [] });
    }),
    { numRuns: 600 },
  );
});
