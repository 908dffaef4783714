import { describe, expect, it } from 'vitest';
import { statements } from '../../src/claims/statement.js';
import { notate, notateStatement } from './notation.js';
import { areas, claimsIn } from './reading.js';

describe('every statement reads its own examples', () => {
  for (const statement of statements())
    for (const example of statement.examples)
      it(`${statement.id}: ${example.text}`, () => {
        const claims = claimsIn(example.text);
        expect(
          claims.map((c) => (c.number.value.kind === 'words' ? notateStatement(c, areas) : notate(c, areas))),
        ).toEqual(example.means);
        expect(claims.map((c) => c.pattern)).toContain(statement.id);
      });
});
