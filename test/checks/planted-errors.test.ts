import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBuiltInCatalogue } from '../../src/catalogue/built-in.js';
import type { Catalogue } from '../../src/catalogue/catalogue.js';
import { check } from '../../src/checks/check.js';
import type { Finding } from '../../src/checks/diagnostics.js';
import { loadBuiltInRules } from '../../src/checks/rules/built-in-rules.js';
import type { EditRule } from '../../src/checks/rules/rule-schema.js';
import { Cube } from '../../src/model/cube.js';
import type { Observation } from '../../src/model/observation.js';
import { CITIES, cleanReturn, PROVINCE, random, refAreas, tableOf } from './clean-return.js';

let catalogue: Catalogue;
let rules: readonly EditRule[];
beforeAll(async () => {
  catalogue = (await loadBuiltInCatalogue('postal'))!;
  rules = await loadBuiltInRules('postal');
});
const findingsIn = (observations: readonly Observation[]): readonly Finding[] =>
  check(new Cube(tableOf(observations)), { catalogue, refAreas, rules, expectedAreas: CITIES });

const digitsOf = (o: Observation): bigint => o.obsValue?.digits ?? 0n;
const with_ = (o: Observation, digits: bigint): Observation => ({
  ...o,
  obsValue: { digits, decimals: o.obsValue?.decimals ?? 0 },
});

/** Picks one observation that a test may spoil. */
function pick(list: readonly Observation[], seed: number, fits: (o: Observation) => boolean): number {
  const candidates = list.flatMap((o, i) => (fits(o) ? [i] : []));
  return candidates[Math.floor(random(seed)() * candidates.length)]!;
}

/** Some finding names the spoilt cell, and the cell is not one of hundreds. */
function isLocalised(findings: readonly Finding[], { source }: Observation): boolean {
  return findings.some(
    (f) =>
      f.verdict === 'violated' &&
      f.cells.length <= 20 &&
      f.cells.some((c) => c.row === source.row && c.file === source.file),
  );
}

/** Twelve regions each round by half a unit: below that a sum proves nothing. */
const BOUND = 14n;
const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const level = (o: Observation) => o.measure === 'level';

/** Errors planted of each kind; `npm run planted` plants many and prints what became of them. */
const RUNS = Number(process.env['PLANTED'] ?? 12);
const summary = new Map<string, { planted: number; found: number }>();
afterAll(() => {
  if (process.env['PLANTED'] === undefined) return;
  for (const [kind, { planted, found }] of summary) console.info(`${found} of ${planted} found at their cell: ${kind}`);
});

const plant = (kind: string, spoil: (list: Observation[], seed: number) => Observation | undefined) => {
  const counts = { planted: 0, found: 0 };
  summary.set(kind, counts);
  it(kind, () => {
    fc.assert(
      fc.property(seeds, seeds, (data, where) => {
        const list = cleanReturn(data % 40);
        const spoilt = spoil(list, where);
        fc.pre(spoilt !== undefined);
        const found = isLocalised(findingsIn(list), spoilt!);
        counts.planted += 1;
        if (found) counts.found += 1;
        expect(found).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });
};

describe('a clean return', () => {
  it('gives nothing, whatever its figures and however coarsely each is rounded', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(1, 10, 100, 1000, 10_000), (seed, place) => {
        expect(findingsIn(cleanReturn(seed, place))).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });
});

describe('a planted error beyond the rounding bound is found, at its cell', () => {
  plant('two digits swapped in a level', (list, seed) => {
    const at = pick(list, seed, level);
    const text = String(digitsOf(list[at]!));
    const k = Math.floor(random(seed + 1)() * (text.length - 1));
    const swapped = text.slice(0, k) + text[k + 1] + text[k] + text.slice(k + 2);
    const change = BigInt(swapped) - BigInt(text);
    if (change < 0n ? -change <= BOUND : change <= BOUND) return undefined;
    list[at] = with_(list[at]!, BigInt(swapped));
    return list[at];
  });

  plant('a figure in 件 where 万件 was meant', (list, seed) => {
    const at = pick(list, seed, level);
    list[at] = with_(list[at]!, digitsOf(list[at]!) * 10_000n);
    return list[at];
  });

  plant('a lost minus, or one too many', (list, seed) => {
    const at = pick(list, seed, level);
    list[at] = with_(list[at]!, -digitsOf(list[at]!));
    return list[at];
  });

  plant('a wrong rate of growth', (list, seed) => {
    const at = pick(list, seed, (o) => o.measure === 'growth');
    list[at] = with_(list[at]!, digitsOf(list[at]!) + 9n);
    return list[at];
  });

  plant('a wrong rank', (list, seed) => {
    const at = pick(list, seed, (o) => o.measure === 'rank');
    list[at] = with_(list[at]!, (digitsOf(list[at]!) % 11n) + 1n);
    return list[at];
  });

  plant('a part larger than its whole', (list, seed) => {
    const at = pick(list, seed, (o) => level(o) && o.indicator === 'express-volume-same-city');
    const whole = list.find(
      (o) =>
        level(o) &&
        o.indicator === 'express-volume' &&
        o.refArea === list[at]!.refArea &&
        o.timePeriod.end === list[at]!.timePeriod.end &&
        o.timePeriod.months === list[at]!.timePeriod.months,
    )!;
    list[at] = with_(list[at]!, digitsOf(whole) * 2n);
    return list[at];
  });

  plant('a year-to-date that falls', (list, seed) => {
    const at = pick(list, seed, (o) => level(o) && o.timePeriod.months > 2);
    list[at] = with_(list[at]!, digitsOf(list[at]!) / 3n);
    return list[at];
  });

  plant('a month left standing from the month before', (list, seed) => {
    const at = pick(list, seed, (o) => level(o) && o.timePeriod.months === 1 && o.timePeriod.end % 12 > 0);
    const { indicator, refArea, timePeriod } = list[at]!;
    const before = list.find(
      (o) =>
        level(o) &&
        o.indicator === indicator &&
        o.refArea === refArea &&
        o.timePeriod.months === 1 &&
        o.timePeriod.end === timePeriod.end - 1,
    )!;
    const change = digitsOf(list[at]!) - digitsOf(before);
    if (change < 0n ? -change <= BOUND : change <= BOUND) return undefined;
    list[at] = with_(list[at]!, digitsOf(before));
    return list[at];
  });

  plant('a cell delivered twice with two figures', (list, seed) => {
    const at = pick(list, seed, level);
    const again = {
      ...with_(list[at]!, digitsOf(list[at]!) + 500n),
      source: { file: 'return.csv', row: 90_000, column: 5 },
    };
    list.push(again);
    return again;
  });

  plant('two regions whose rows were swapped', (list, seed) => {
    const at = pick(list, seed, (o) => level(o) && o.refArea !== PROVINCE && o.timePeriod.end >= 2024 * 12);
    const other = pick(
      list,
      seed + 7,
      (o) =>
        level(o) &&
        o.refArea !== PROVINCE &&
        o.refArea !== list[at]!.refArea &&
        o.indicator === list[at]!.indicator &&
        o.timePeriod.end === list[at]!.timePeriod.end &&
        o.timePeriod.months === list[at]!.timePeriod.months,
    );
    const [a, b] = [digitsOf(list[at]!), digitsOf(list[other]!)];
    if (a - b < 100n && b - a < 100n) return undefined;
    list[at] = with_(list[at]!, b);
    list[other] = with_(list[other]!, a);
    return list[at];
  });

  plant('a wrong total', (list, seed) => {
    const at = pick(list, seed, (o) => level(o) && o.indicator === 'express-volume');
    const change = 15n + BigInt(Math.floor(random(seed + 1)() * 1000));
    list[at] = with_(list[at]!, digitsOf(list[at]!) + (seed % 2 === 0 ? change : -change));
    return list[at];
  });
});

describe('a region left out', () => {
  it('is named, with the tables that lack it, in one finding', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(...CITIES), (seed, city) => {
        const list = cleanReturn(seed % 40).filter((o) => o.refArea !== city);
        const missing = findingsIn(list).filter((f) => f.code === 'region-missing');
        expect(missing.map((f) => [f.severity, f.args['missing']])).toEqual([['hard', [refAreas.get(city)?.name]]]);
        expect(missing[0]?.args['count']).toBe(4 * 46);
      }),
      { numRuns: 6 },
    );
  });
});

describe('findings of one error', () => {
  it('are traced to the one cell that explains them', () => {
    const list = cleanReturn(3);
    const at = list.findIndex(
      (o) =>
        level(o) &&
        o.indicator === 'express-volume' &&
        o.refArea === '130400' &&
        o.timePeriod.end === 2024 * 12 + 5 &&
        o.timePeriod.months === 6,
    );
    list[at] = with_(list[at]!, digitsOf(list[at]!) + 90_000n);
    const found = findingsIn(list);
    const shared = found.filter((f) => f.code === 'shared-cell');
    expect(shared[0]?.cells).toEqual([list[at]!.source]);
    expect(
      found.filter((f) => f.code !== 'shared-cell' && f.cells.every((c) => c.row !== list[at]!.source.row)),
    ).toEqual([]);
  });
});
