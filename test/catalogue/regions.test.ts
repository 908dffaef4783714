import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseRegions } from '../../src/catalogue/regions.js';
import { COUNTRY } from '../../src/model/ref-area.js';

const regions = parseRegions(readFileSync(join(import.meta.dirname, '../../src/catalogue/regions.csv'), 'utf8'));
const codesOf = (name: string, within?: string) => regions.named(name, within).map((a) => a.code);

describe('the region table', () => {
  it('has 31 provinces as members of 全国, and Hebei its eleven cities without 雄安新区', () => {
    expect(regions.members(COUNTRY)).toHaveLength(31);
    expect(regions.members('130000')).toHaveLength(11);
  });

  it.each([
    ['内蒙', '150000'],
    ['广西', '450000'],
    ['邯郸', '130400'],
    ['恩施州', '422800'],
    ['巴州', '652800'],
    ['雄安', '133100'],
  ])('%s is %s', (name, code) => {
    expect(codesOf(name)).toEqual([code]);
  });

  it('吉林 and 海南 are the provinces, except where the province itself speaks of its cities', () => {
    expect(codesOf('吉林')).toEqual(['220000']);
    expect(codesOf('吉林', COUNTRY)).toEqual(['220000']);
    expect(codesOf('吉林', '220000')).toEqual(['220200']);
    expect(codesOf('海南')).toEqual(['460000']);
    expect(codesOf('海南', '630000')).toEqual(['632500']);
  });

  it('a name that two counties bear stays ambiguous until a region is named', () => {
    expect(codesOf('桥西区').length).toBeGreaterThan(1);
    expect(codesOf('桥西区', '130100')).toEqual(['130104']);
  });
});
