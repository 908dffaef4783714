import { expect, it } from 'vitest';
import { trySentences } from './many-sentences.js';

it('generated sentences are read as what they say or not at all, and verify finds nothing in what was filled', () => {
  const { sentences, slots, filled, misread, findings } = trySentences(300, 7);
  expect({ misread, findings }).toEqual({ misread: [], findings: [] });
  expect(sentences).toBe(300);
  expect(filled).toBeGreaterThan(slots / 2);
});
