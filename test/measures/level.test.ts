import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupArea } from '../../src/measures/context.js';
import { add, equals, subtract } from '../../src/model/rational.js';
import { answer, at, dataOf, figureOf, notesOf, refusalOf } from './data.js';

const level = (cell: string) => ({ kind: 'level' as const, ...at(cell) });

describe('a level', () => {
  it('is what was delivered, with its cell', () => {
    const data = dataOf('volume 11 2024 17.0 万件');
    const figure = figureOf(level('volume 11 2024'), data);
    expect(figure).toMatchObject({ unit: '万件', decimals: 1, derivation: { kind: 'delivered', formula: '17.0' } });
    expect(figure.derivation.terms).toEqual([
      { label: '子市2024年volume', value: '17.0', unit: '万件', source: { file: 'table.csv', row: 2, column: 4 } },
    ]);
  });

  it('is the latest delivery of several', () => {
    expect(answer(level('volume 11 2024'), dataOf('volume 11 2024 17.0\nvolume 11 2024 17.2 件 again'))).toBe(
      '17.2 件',
    );
  });

  it('is not taken back by a later blank, but is by a later “unknown”', () => {
    expect(answer(level('volume 11 2024'), dataOf('volume 11 2024 17.0\nvolume 11 2024 — 件 L again'))).toBe('17 件');
    expect(answer(level('volume 11 2024'), dataOf('volume 11 2024 17.0\nvolume 11 2024 — 件 M again'))).toBe(
      'cell-without-figure',
    );
    expect(refusalOf(level('volume 11 2024'), dataOf('volume 11 2024 — 件 L')).args).toMatchObject({ status: 'L' });
  });

  it('of a month is the difference of two year-to-dates, marked so', () => {
    const data = dataOf('volume 11 2024-01..09 1237.7 亿件\nvolume 11 2024-01..08 10880131.1 万件');
    const figure = figureOf(level('volume 11 2024-09'), data);
    expect(figure.derivation).toMatchObject({ kind: 'computed', formula: '1237.7 − 1088.01311' });
    expect(figure.decimals).toBe(1);
    expect(figure.derivation.notes.map((n) => n.code)).toEqual(['differenced']);
  });

  it('a reported month wins over a derived one', () => {
    const data = dataOf('volume 11 2024-01..09 100\nvolume 11 2024-01..08 90\nvolume 11 2024-09 11');
    expect(answer(level('volume 11 2024-09'), data)).toBe('11 件');
  });

  it('1—2月 gives neither January nor February, but March is 1—3月 less it', () => {
    const data = dataOf('volume 11 2024-01..02 20\nvolume 11 2024-01..03 33');
    expect(answer(level('volume 11 2024-01'), data)).toBe('not-delivered');
    expect(answer(level('volume 11 2024-02'), data)).toBe('not-delivered');
    expect(answer(level('volume 11 2024-03'), data)).toBe('13 件');
  });

  it('of a quarter and a half is differenced too, and of a year summed from its parts', () => {
    const data = dataOf('volume 11 2024-01..03 3\nvolume 11 2024-01..06 7\nvolume 11 2024-S2 9');
    expect(answer(level('volume 11 2024-Q2'), data)).toBe('4 件');
    expect(answer(level('volume 11 2024'), data)).toBe('16 件');
    expect(notesOf(level('volume 11 2024'), data)).toEqual(['summed']);
  });

  it('a month that is not there is a gap: no sum over it', () => {
    const data = dataOf('volume 11 2024-04 1\nvolume 11 2024-06 3');
    expect(answer(level('volume 11 2024-Q2'), data)).toBe('not-delivered');
  });

  it('a blank year-to-date does not hide the months that were delivered', () => {
    const data = dataOf(
      'volume 11 2024-01..03 3\nvolume 11 2024-01..06 —\nvolume 11 2024-04 1\nvolume 11 2024-05 2\nvolume 11 2024-06 3',
    );
    expect(answer(level('volume 11 2024-Q2'), data)).toBe('6 件');
  });

  it('a blank cell and a confidential one are no figures', () => {
    expect(refusalOf(level('volume 11 2024'), dataOf('volume 11 2024 —'))).toMatchObject({
      reason: 'cell-without-figure',
      args: { status: 'M' },
    });
    expect(answer(level('volume 11 2024'), dataOf('volume 11 2024 3 件 C'))).toBe('confidential');
    expect(answer(level('secret 11 2024'), dataOf('secret 11 2024 3'))).toBe('confidential');
  });

  it('an estimate and a provisional figure say so', () => {
    expect(notesOf(level('volume 11 2024'), dataOf('volume 11 2024 3 件 E'))).toEqual(['estimate']);
    expect(notesOf(level('volume 11 2024'), dataOf('volume 11 2024 3 件 P'))).toEqual(['provisional']);
  });

  it('a plan is a plan, and is never derived', () => {
    const data = dataOf('volume 11 2024 50 件 plan\nvolume 11 2024-S1 20 件 plan');
    expect(answer({ ...level('volume 11 2024'), scenario: 'plan' }, data)).toBe('50 件');
    expect(answer(level('volume 11 2024'), data)).toBe('not-delivered');
    expect(answer({ ...level('volume 11 2024-S2'), scenario: 'plan' }, data)).toBe('not-delivered');
  });

  it('of a stock is that of the closing month, never a sum or a difference', () => {
    const data = dataOf('outlets 11 2024-12 30 个\noutlets 11 2024-09 28 个\noutlets 11 2024-08 27 个');
    expect(answer(level('outlets 11 2024'), data)).toBe('30 个');
    expect(answer(level('outlets 11 2024-01..09'), data)).toBe('28 个');
    expect(answer(level('outlets 11 2024-Q2'), data)).toBe('not-delivered');
  });

  it('of a rate is never differenced', () => {
    const data = dataOf('on-time 11 2024-01..09 90 %\non-time 11 2024-01..08 89 %');
    expect(answer(level('on-time 11 2024-09'), data)).toBe('not-delivered');
  });

  it('differencing, then summing, is the identity', () => {
    const months = fc.array(fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 14n }), fc.nat(3)), {
      minLength: 12,
      maxLength: 12,
    });
    fc.assert(
      fc.property(months, (flows) => {
        let total = 0n;
        const lines = flows.map(([flow, decimals], i) => {
          total += flow * 10n ** BigInt(3 - decimals);
          const to = String(i + 1).padStart(2, '0');
          return `volume 11 ${i === 0 ? '2024-01' : `2024-01..${to}`} ${total / 1000n}.${String(total % 1000n).padStart(3, '0')}`;
        });
        const data = dataOf(lines.join('\n'));
        const derived = flows.map(
          (_, i) => figureOf(level(`volume 11 2024-${String(i + 1).padStart(2, '0')}`), data).value,
        );
        const year = figureOf(level('volume 11 2024'), data).value;
        expect(equals(derived.reduce(add), year)).toBe(true);
        const apart = dataOf(
          derived
            .slice(0, 6)
            .map((v, i) => `volume 11 2024-0${i + 1} ${decimalText(v)}`)
            .join('\n'),
        );
        const half = figureOf(level('volume 11 2024-S1'), data).value;
        expect(equals(figureOf(level('volume 11 2024-S1'), apart).value, half)).toBe(true);
        expect(equals(subtract(year, half), figureOf(level('volume 11 2024-S2'), data).value)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

/** A rational of at most three decimals as text. */
function decimalText({ num, den }: { num: bigint; den: bigint }): string {
  const thousandths = (num * 1000n) / den;
  return `${thousandths / 1000n}.${String(thousandths % 1000n).padStart(3, '0')}`;
}

describe('a level of a group', () => {
  const east = { kind: 'level' as const, ...at('volume 11 2024'), refArea: groupArea('东') };

  it('is the sum of its members, in the first one’s unit', () => {
    const figure = figureOf(east, dataOf('volume 11 2024 1.5 亿件\nvolume 12 2024 2000 万件'));
    expect(figure).toMatchObject({ unit: '亿件', derivation: { formula: '1.5 + 0.2' } });
  });

  it('is withheld when a member is missing, and names it', () => {
    expect(refusalOf(east, dataOf('volume 11 2024 1.5'))).toMatchObject({
      reason: 'members-missing',
      args: { missing: ['丑市'] },
    });
  });

  it('does not exist for a rate', () => {
    const rate = { ...east, indicator: 'on-time' };
    expect(answer(rate, dataOf('on-time 11 2024 90 %\non-time 12 2024 91 %'))).toBe('not-additive');
  });
});

describe('a total of several cells', () => {
  it('adds flows and stocks in the first unit', () => {
    const total = { kind: 'total' as const, of: [at('near 11 2024'), at('far 11 2024')] };
    expect(answer(total, dataOf('near 11 2024 1.5 万件\nfar 11 2024 500 件'))).toBe('1.55 万件');
  });

  it('refuses rates, other units and nothing at all', () => {
    const total = (...of: string[]) => ({ kind: 'total' as const, of: of.map(at) });
    const data = dataOf('on-time 11 2024 90 %\nnear 11 2024 1\nrevenue 11 2024 2 元');
    expect(answer(total('on-time 11 2024'), data)).toBe('not-additive');
    expect(answer(total('near 11 2024', 'revenue 11 2024'), data)).toBe('units-differ');
    expect(answer(total(), data)).toBe('nothing-to-add');
  });
});
