import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/model/diagnostic.js';
import { foldRepeats } from '../../../src/report/messages/fold-repeats.js';

const found = (code: string, file: string, row: number): Diagnostic => ({
  code,
  severity: 'info',
  place: { file, cell: `A${row}` },
  args: {},
});

describe('findings that say the same again of the same file', () => {
  it('are counted after the first three, each kind and file by itself', () => {
    const many = Array.from({ length: 9 }, (_, i) => found('indicator-foreign', 'a.csv', i));
    const told = foldRepeats([
      many[0]!,
      found('region-foreign', 'a.csv', 1),
      ...many.slice(1),
      found('indicator-foreign', 'b.csv', 1),
    ]);
    expect(told).toEqual([
      many[0],
      found('region-foreign', 'a.csv', 1),
      many[1],
      many[2],
      { code: 'indicator-foreign', file: 'a.csv', count: 6 },
      found('indicator-foreign', 'b.csv', 1),
    ]);
  });

  it('are all told where there are four: the fourth is as short as its count', () => {
    const four = Array.from({ length: 4 }, (_, i) => found('indicator-foreign', 'a.csv', i));
    expect(foldRepeats(four)).toEqual(four);
  });
});
