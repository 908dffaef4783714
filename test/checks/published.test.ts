import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadBuiltInCatalogue } from '../../src/catalogue/built-in.js';
import type { Catalogue } from '../../src/catalogue/catalogue.js';
import { parseRegions } from '../../src/catalogue/regions.js';
import { check } from '../../src/checks/check.js';
import { Cube } from '../../src/model/cube.js';
import { hasPublished, published, publishedFiles, readPublished } from './published-tables.js';

const refAreas = parseRegions(readFileSync(join(import.meta.dirname, '../../src/catalogue/regions.csv'), 'utf8'));
const absent = 'the published tables (../shared/data/postal) are not here';
let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = (await loadBuiltInCatalogue('postal'))!;
});
const findings = (files: readonly string[]) =>
  check(new Cube(readPublished(files, catalogue, refAreas)), { catalogue, refAreas });

function plainCells(file: string, scale: number): Map<string, { readonly value: number; readonly growth: number }> {
  const lines = readFileSync(join(published, file), 'utf8').trim().split('\n').slice(1);
  return new Map(
    lines.map((line) => {
      const [, region, indicator, , value, growth] = line.split(',');
      return [`${region}${indicator}`, { value: Number(value) * scale, growth: Number(growth) }];
    }),
  );
}

describe('the published tables', () => {
  it('of 31 provinces, 2023 and 2024: one finding, for growth at comparable basis', (context) => {
    if (!hasPublished) return context.skip(absent);
    // Counted apart, in plain numbers: whose published rate (± 0.05) no rounding of its levels reaches.
    const base = plainCells('provinces-2023-12.csv', 1e-4);
    const outside = [...plainCells('provinces-2024-12.csv', 1)].filter(([key, { value, growth }]) => {
      const then = base.get(key)!.value;
      const [low, high] = [(value - 0.05) / (then + 5e-6) - 1, (value + 0.05) / (then - 5e-6) - 1];
      return growth - 0.05 > high * 100 || growth + 0.05 < low * 100;
    });
    expect(outside.length).toBeGreaterThan(60);
    const found = findings(['provinces-2023-12.csv', 'provinces-2024-12.csv']);
    expect(found.map((f) => [f.code, f.severity])).toEqual([['growth-against-levels', 'soft']]);
    expect(found[0]?.args).toMatchObject({ repeated: outside.length, evaluated: 64, years: ['2024'] });
    expect(found[0]?.cells).toHaveLength(outside.length);
  });

  it('with one level spoilt: it stands apart from the pattern, and is named as the cell to check first', (context) => {
    if (!hasPublished) return context.skip(absent);
    const table = readPublished(['provinces-2023-12.csv', 'provinces-2024-12.csv'], catalogue, refAreas);
    const [hebei, volume] = [table.refAreas.find('130000'), table.indicators.find('express-volume')];
    const row = [...table.refArea.subarray(0, table.length).keys()].findLast(
      (i) => table.refArea[i] === hebei && table.indicator[i] === volume && table.measureAt(i) === 'level',
    )!;
    expect(table.scaled[row]).toBe(954);
    table.scaled[row] = 594;
    const found = check(new Cube(table), { catalogue, refAreas });
    const alone = found.filter((f) => f.code === 'growth-against-levels' && !('repeated' in f.args));
    expect(alone.map((f) => f.args['what'])).toEqual(['河北省2024年快递业务量']);
    expect(found.filter((f) => f.code === 'regions-differ-from-total')).toHaveLength(1);
    expect(found.filter((f) => f.code === 'shared-cell').map((f) => f.cells)).toEqual([[table.sourceAt(row)]]);
  });

  it('of 2025 against 2024 lie within the rounding of their levels', (context) => {
    if (!hasPublished) return context.skip(absent);
    expect(findings(['provinces-2024-03.csv', 'provinces-2025-03.csv'])).toEqual([]);
  });

  it('taken all together, ten years of them, give nothing but that one', (context) => {
    if (!hasPublished) return context.skip(absent);
    const found = findings(publishedFiles());
    expect(found.map((f) => [f.code, f.severity])).toEqual([['growth-against-levels', 'soft']]);
    expect(found[0]?.args['years']).toEqual(['2024']);
  });
});
