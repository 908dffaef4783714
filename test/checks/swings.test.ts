import { describe, expect, it } from 'vitest';
import { check } from '../../src/checks/check.js';
import { outliers } from '../../src/checks/ratio-edit.js';
import { CITIES, random, refAreas } from './clean-return.js';
import { cubeOf, postal } from './sample-cube.js';

const find = (lines: string) =>
  check(cubeOf(lines), { catalogue: postal, refAreas }).filter((f) => f.code.startsWith('swing'));

/** Ten years and more of a lone series that grows by a fifth or so every year, in 万件. */
const years = (spoil: Readonly<Record<number, number>> = {}, first = 2010, last = 2024) =>
  Array.from({ length: last - first + 1 }, (_, k) => {
    const value = 1000 * 1.2 ** k * (1 + 0.1 * Math.sin(k)) * (spoil[first + k] ?? 1);
    return `全国 ${first + k}年 快递业务量 ${Math.round(value)}.0万件`;
  }).join('\n');

describe('the growth of a series without peers', () => {
  it('is left alone while it keeps its way', () => {
    expect(find(years())).toEqual([]);
  });

  it('is found where one figure leaves it, once, at that figure', () => {
    const found = find(years({ 2018: 3 }));
    expect(found.map((f) => [f.code, f.severity, f.args['what'], f.args['periods']])).toEqual([
      ['swing-in-history', 'soft', '全国2018年快递业务量', 14],
    ]);
    expect(found[0]?.cells.map((c) => c.row)).toEqual([9, 8]);
  });

  it('is not judged by fewer than eight rates', () => {
    expect(find(years({ 2018: 3 }, 2016))).toHaveLength(1);
    expect(find(years({ 2018: 3 }, 2017))).toEqual([]);
  });
});

describe('the growth of a region among its peers', () => {
  const name = (code: string) => refAreas.get(code)!.name;
  /** Eleven cities over some years; the first city doubles in the years named. */
  const cities = (first: number, doubling: readonly number[]) => {
    const next = random(7);
    return CITIES.flatMap((city, i) => {
      let value = 5000 + 1000 * i;
      return Array.from({ length: 2024 - first + 1 }, (_, k) => {
        value *= (1.1 + 0.02 * next()) * (i === 0 && doubling.includes(first + k) ? 2.5 : 1);
        return `${name(city)} ${first + k}年 快递业务量 ${Math.round(value)}.0万件`;
      });
    }).join('\n');
  };

  it('is a swing where it stands out among them', () => {
    expect(find(cities(2022, [2024])).map((f) => [f.code, f.args['what'], f.args['peers']])).toEqual([
      ['swing', `${name(CITIES[0]!)}2024年快递业务量`, 11],
    ]);
  });

  it('is none where it has always been so', () => {
    const always = Array.from({ length: 10 }, (_, k) => 2015 + k);
    expect(find(cities(2014, always))).toEqual([]);
    expect(find(cities(2014, [2024])).map((f) => f.args['what'])).toEqual([`${name(CITIES[0]!)}2024年快递业务量`]);
  });
});

describe('the ratio edit', () => {
  it('does not change when all ratios are multiplied, or the group is put in another order', () => {
    const ratios = [1.02, 1.1, 0.95, 1.05, 1.01, 9, 1.08, 0.99, 1.03];
    const sizes = [10, 20, 30, 40, 50, 60, 70, 80, 90];
    const run = (r: readonly number[], s: readonly number[]) => outliers(Float64Array.from(r), Float64Array.from(s));
    expect(run(ratios, sizes)).toEqual([5]);
    expect(
      run(
        ratios.map((r) => r * 3),
        sizes,
      ),
    ).toEqual([5]);
    expect(run([...ratios].reverse(), [...sizes].reverse())).toEqual([3]);
  });
});
