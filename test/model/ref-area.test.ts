import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RefAreaTable, shortenAreaName } from '../../src/model/ref-area.js';

const csv = readFileSync(join(import.meta.dirname, '../../src/catalogue/regions.csv'), 'utf8');
const rows = csv
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));
const table = new RefAreaTable(
  rows.map(([code = '', name = '', parent = '', level = '']) => ({
    code,
    name,
    shortName: shortenAreaName(name, level),
    aliases: [],
    parent: parent === '' ? '000000' : parent,
    level,
  })),
);
const named = (name: string, within?: string) => table.named(name, within).map((a) => a.name);
const codes = (name: string, within?: string) => table.named(name, within).map((a) => a.code);

describe('short names of regions', () => {
  it.each([
    ['河北省', 'province', '河北'],
    ['广西壮族自治区', 'province', '广西'],
    ['内蒙古自治区', 'province', '内蒙古'],
    ['新疆维吾尔自治区', 'province', '新疆'],
    ['邯郸市', 'prefecture', '邯郸'],
    ['延边朝鲜族自治州', 'prefecture', '延边'],
    ['湘西土家族苗族自治州', 'prefecture', '湘西'],
    ['海西蒙古族藏族自治州', 'prefecture', '海西'],
    ['克孜勒苏柯尔克孜自治州', 'prefecture', '克孜勒苏'],
    ['阿拉善盟', 'prefecture', '阿拉善'],
    ['大兴安岭地区', 'prefecture', '大兴安岭'],
    ['雄安新区', 'new-area', '雄安'],
    ['朝阳区', 'county', '朝阳'],
    ['孟村回族自治县', 'county', '孟村'],
    ['围场满族蒙古族自治县', 'county', '围场'],
    ['双江拉祜族佤族布朗族傣族自治县', 'county', '双江'],
    ['东乡族自治县', 'county', '东乡'],
    ['鄂伦春自治旗', 'county', '鄂伦春'],
    ['磁县', 'county', '磁县'],
    ['万柏林区', 'county', '万柏林'],
    ['滨海新区', 'county', '滨海新区'],
    ['清新区', 'county', '清新'],
  ])('%s (%s) is %s', (name, level, short) => {
    expect(shortenAreaName(name, level)).toBe(short);
  });

  it('leave two characters at least, and no half of an autonomous name', () => {
    for (const area of table.areas) {
      expect(area.shortName.length).toBeGreaterThanOrEqual(2);
      expect(area.shortName).not.toMatch(/族$|自治$/u);
    }
  });
});

describe('looking a region up', () => {
  it('朝阳 is the city, but its district where Beijing or Changchun speaks', () => {
    expect(named('朝阳')).toEqual(['朝阳市']);
    expect(codes('朝阳', '110000')).toEqual(['110105']);
    expect(codes('朝阳', '220100')).toEqual(['220104']);
    expect(codes('朝阳', '210000')).toEqual(['211300']);
    expect(codes('朝阳', '211300')).toEqual(['211300']);
  });

  it('a full name goes before short ones: 朝阳县 and 朝阳区 say which', () => {
    expect(named('朝阳县')).toEqual(['朝阳县']);
    expect(codes('朝阳区').length).toBe(2);
    expect(codes('朝阳区', '220000')).toEqual(['220104']);
  });

  it('吉林 is the province, and its city where the province speaks', () => {
    expect(codes('吉林')).toEqual(['220000']);
    expect(codes('吉林', '220000')).toEqual(['220200']);
  });

  it('a name of a far county does not hide a province: 海南 in 内蒙古', () => {
    expect(codes('海南', '150000')).toEqual(['460000']);
    expect(codes('海南', '150300')).toEqual(['150303']);
  });

  it('what nobody bears is empty', () => {
    expect(table.named('乌有')).toEqual([]);
  });
});

describe('members', () => {
  it('are 31 provinces, and the prefecture-level units of a province', () => {
    expect(table.members('000000')).toHaveLength(31);
    expect(table.members('130000').map((a) => a.name)).not.toContain('雄安新区');
    expect(table.members('110000')).toHaveLength(16);
  });

  it('a table that runs in a circle does not hang', () => {
    const area = (code: string, parent: string) => ({
      code,
      name: code,
      shortName: code,
      aliases: [],
      parent,
      level: 'x',
    });
    const circle = new RefAreaTable([area('a', 'b'), area('b', 'a')]);
    expect(circle.isWithin('a', 'b')).toBe(true);
    expect(circle.isWithin('a', 'c')).toBe(false);
  });
});
