import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadBuiltInCatalogue } from '../../src/catalogue/built-in.js';
import { readReturn } from '../../src/ingest/read-return.js';
import { bytesInMemory } from '../../src/model/byte-source.js';
import { formatDecimal } from '../../src/model/decimal.js';
import { cellAddress } from '../../src/model/observation.js';
import { formatTimePeriod } from '../../src/model/time-period-text.js';
import { refAreas } from './reading-of.js';

const root = join(import.meta.dirname, '../../fixtures/inspect/offices');
const NUMBER = /^-?[\d.]+$/;

/** Figures are compared as numbers: the key was written beside the workbook, not read from it. */
const plain = (text: string): string => (NUMBER.test(text) ? String(Number(text)) : '');

describe('workbooks of offices, with keys written apart from the reader', () => {
  for (const name of readdirSync(root).sort())
    it(name.replaceAll('-', ' '), async () => {
      const text = (file: string) => readFileSync(join(root, name, file), 'utf8');
      const project = parse(text('project.yaml')) as { industry?: string; region?: string };
      const catalogue = project.industry === undefined ? undefined : await loadBuiltInCatalogue(project.industry);
      const bytes = new Uint8Array(readFileSync(join(root, name, 'return.xlsx')));
      const source = bytesInMemory('return.xlsx', bytes);
      const reading = await readReturn(source, { refAreas, catalogue, home: project.region });
      const found = [...reading.table].map((o) =>
        [
          cellAddress(o.source.row, o.source.column),
          o.measure,
          o.scenario,
          o.indicator,
          o.refArea,
          formatTimePeriod(o.timePeriod, o.accumulation),
          o.accumulation,
          o.obsValue === undefined ? '' : plain(formatDecimal(o.obsValue)),
          o.unitMeasure,
        ].join(','),
      );
      const key = text('key.csv')
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((line) => {
          const fields = line.split(',');
          return [...fields.slice(0, 7), plain(fields[7]!), ...fields.slice(8)].join(',');
        });
      expect(found.sort()).toEqual(key.sort());
      expect(reading.diagnostics.filter((d) => d.severity === 'hard')).toEqual([]);
    });
});
