import { beforeAll, describe, expect, it } from 'vitest';
import { groupArea, type MeasureContext } from '../../src/measures/context.js';
import { evaluate } from '../../src/measures/evaluate.js';
import { compareGrowth, type GrowthComparison } from '../../src/measures/growth-verdict.js';
import type { At, Query } from '../../src/measures/query.js';
import { isFigure } from '../../src/model/figure.js';
import { type TimePeriod, yearToDate } from '../../src/model/time-period.js';
import { hasPublished } from '../checks/published-tables.js';
import { ask, cellOf, growthOf, linesOf, PROVINCES, QUARTERS, quarterTables, tenths, text } from './published-data.js';

const INDICATORS = [
  ['快递业务量', 'express-volume'],
  ['快递业务收入', 'express-revenue'],
] as const;
interface PublishedLine {
  readonly region: string;
  readonly unit: string;
  readonly level: string;
  readonly growth: string;
}

/** What one bulletin printed of an indicator, province by province. */
const printed = (name: string, indicator: string): readonly PublishedLine[] =>
  linesOf(`provinces-${name}.csv`)
    .filter((line) => line['indicator'] === indicator)
    .map((line) => ({
      region: line['region']!,
      unit: line['unit']!,
      level: line['value'] ?? line['ytd']!,
      growth: line['yoy_published'] ?? line['ytd_yoy']!,
    }));

let quarters: MeasureContext;
beforeAll(async () => {
  if (hasPublished) quarters = await quarterTables();
});

describe.skipIf(!hasPublished)(
  'the published tables of the provinces (from ../shared, skipped where it is not)',
  () => {
    const tables = QUARTERS.flatMap(([name, period]) =>
      INDICATORS.map(([label, id]) => [name, label, id, period] as const),
    );

    it.each(tables)('%s %s: levels, published growth and both ranks of 31 provinces', (name, label, id, period) => {
      const lines = printed(name, label);
      expect(lines).toHaveLength(32);
      const peers = lines.filter((line) => line.region !== '全国');
      for (const { region, level, growth } of lines) {
        const cell = cellOf(id, region, period);
        const found = ask({ kind: 'level', ...cell }, quarters);
        expect([region, found.derivation.formula, text(found)]).toEqual([region, level, level]);
        const rate = ask(growthOf(cell), quarters);
        expect([region, rate.derivation.kind, text(rate)]).toEqual([region, 'delivered', growth]);
        if (region === '全国') continue;
        for (const [of, column] of [
          [{ kind: 'level', ...cell }, 'level'],
          [growthOf(cell), 'growth'],
        ] as const) {
          const rank = ask({ kind: 'rank', of, peers: PROVINCES }, quarters);
          const mine = tenths(column === 'level' ? level : growth);
          const ahead = peers.filter((other) => tenths(other[column]) > mine).length;
          const equal = peers.filter((other) => tenths(other[column]) === mine).length;
          expect([region, column, rank.value.num]).toEqual([region, column, BigInt(ahead + 1)]);
          expect(rank.derivation.notes.some((n) => n.code === 'tied-with')).toBe(equal > 1);
        }
      }
    });

    /** Cross multiplication on integers, in hundredths of 万: the verdict of one cell. */
    function verdictOnPaper(now: PublishedLine, base: PublishedLine): GrowthComparison['verdict'] {
      const scaled = ({ level, unit }: PublishedLine) =>
        BigInt(tenths(level)) * (unit.startsWith('亿') ? 100_000n : 10n);
      const half = ({ unit }: PublishedLine) => (unit.startsWith('亿') ? 50_000n : 5n);
      const [a, b, p] = [scaled(now), scaled(base), BigInt(tenths(now.growth))];
      const change = 1000n * (a - b);
      const size = change < 0n ? -change : change;
      const rounded = (2n * size + b) / (2n * b);
      if ((change < 0n ? -rounded : rounded) === p) return 'same';
      const below = (2000n + 2n * p - 1n) * (b - half(base)) <= 2000n * (a + half(now));
      const above = 2000n * (a - half(now)) <= (2000n + 2n * p + 1n) * (b + half(base));
      return below && above ? 'consistent' : 'inconsistent';
    }

    const verdictsOf = (name: string, base: string, period: TimePeriod) =>
      INDICATORS.flatMap(([label, id]) => {
        const before = printed(base, label);
        return printed(name, label).map((line) => {
          const then = before.find((b) => b.region === line.region)!;
          const found = compareGrowth(growthOf(cellOf(id, line.region, period)), quarters)!.verdict;
          expect([line.region, id, found]).toEqual([line.region, id, verdictOnPaper(line, then)]);
          return { region: line.region, id, verdict: found };
        });
      });
    const count = (all: readonly { verdict: string }[], verdict: string) =>
      all.filter((v) => v.verdict === verdict).length;

    it('2024: none of the 64 published rates is the ratio of the levels, and rounding explains one (西藏)', () => {
      const verdicts = verdictsOf('2024-12', '2023-12', yearToDate(2024, 12));
      expect(verdicts).toHaveLength(64);
      expect([count(verdicts, 'same'), count(verdicts, 'consistent'), count(verdicts, 'inconsistent')]).toEqual([
        0, 1, 63,
      ]);
      expect(verdicts.find((v) => v.verdict === 'consistent')).toMatchObject({ region: '西藏', id: 'express-volume' });
    });

    it('first quarter of 2025: 46 of 64 are the ratio to the decimal, all 64 are what rounding allows', () => {
      const verdicts = verdictsOf('2025-03', '2024-03', yearToDate(2025, 3));
      expect([count(verdicts, 'same'), count(verdicts, 'consistent'), count(verdicts, 'inconsistent')]).toEqual([
        46, 18, 0,
      ]);
    });

    it('2024 growth is the published one, and the division is told beside it', () => {
      const national = growthOf(cellOf('express-volume', '全国', yearToDate(2024, 12)));
      const figure = ask(national, quarters);
      expect(text(figure)).toBe('21.5');
      expect(figure.derivation.notes).toMatchObject([{ code: 'published-growth-wins', args: { other: '32.6%' } }]);
    });

    it('nothing else is divided where the coverage changed: no growth of 东部, no change of its share', () => {
      const east: At = { indicator: 'express-volume', refArea: groupArea('东部'), timePeriod: yearToDate(2024, 12) };
      expect(evaluate(growthOf(east), quarters)).toMatchObject({ reason: 'levels-not-comparable' });
      const share = (timePeriod: TimePeriod): Query => ({
        kind: 'share',
        part: { ...east, timePeriod },
        whole: { ...east, refArea: '000000', timePeriod },
      });
      const change: Query = {
        kind: 'rate-difference',
        of: share(yearToDate(2024, 12)),
        from: share(yearToDate(2023, 12)),
      };
      expect(evaluate(change, quarters)).toMatchObject({ reason: 'levels-not-comparable' });
      expect(isFigure(evaluate(growthOf({ ...east, timePeriod: yearToDate(2025, 3) }), quarters))).toBe(true);
    });
  },
);
