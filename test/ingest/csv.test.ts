import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../src/ingest/csv.js';

const rowsOf = async (chunks: readonly string[]): Promise<(readonly string[])[]> => {
  const rows: (readonly string[])[] = [];
  for await (const row of parseCsv(chunks, ',')) rows.push(row);
  return rows;
};

describe('the rows of a text file', () => {
  it('are those of csv-parse, however the text is cut, with quotes or without', async () => {
    const field = fc.oneof(
      fc.string({ unit: fc.constantFrom('填', 'a', '1', '.', ' '), maxLength: 4 }),
      fc.constantFrom('"a,b"', '"a\n1"', '"说""好"""'),
    );
    const line = fc.array(field, { minLength: 1, maxLength: 4 }).map((fields) => fields.join(','));
    const text = fc
      .tuple(
        fc.array(line, { maxLength: 8 }),
        fc.array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: 8, maxLength: 8 }),
        fc.boolean(),
      )
      .map(([lines, ends, last]) => lines.map((l, i) => l + (i < lines.length - 1 || last ? ends[i] : '')).join(''));
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(40), { maxLength: 4 }), async (whole, cuts) => {
        const at = [0, ...cuts.map((c) => Math.min(c, whole.length)).sort((a, b) => a - b), whole.length];
        const chunks = at.slice(1).map((end, i) => whole.slice(at[i], end));
        const expected = parse(whole, { record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true });
        expect(await rowsOf(chunks)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
