import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadBuiltInCatalogue } from '../../../src/catalogue/built-in.js';
import type { Catalogue } from '../../../src/catalogue/catalogue.js';
import { parseDefinitionText } from '../../../src/catalogue/load-definition.js';
import { parseRegions } from '../../../src/catalogue/regions.js';
import { formatDiagnostic } from '../../../src/report/messages/diagnostic-line.js';
import { resolveProject } from '../../../src/report/project/resolve.js';
import { projectSchema } from '../../../src/report/project/schema.js';

const refAreas = parseRegions(readFileSync(resolve(import.meta.dirname, '../../../src/catalogue/regions.csv'), 'utf8'));
let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = (await loadBuiltInCatalogue('postal'))!;
});

/** The project of a text, and what is wrong with it, in Chinese. */
function project(...lines: string[]) {
  const definition = parseDefinitionText(lines.join('\n'), projectSchema, 'tianshu.yaml');
  if (definition.kind === 'invalid') return { problems: definition.problems.map((p) => formatDiagnostic(p, 'zh')) };
  const { project, problems } = resolveProject(definition.value, catalogue, refAreas, definition.placeOf);
  return { project, problems: problems.map((p) => formatDiagnostic(p, 'zh')) };
}

const namesOf = (codes: readonly string[] | undefined) => codes?.map((code) => refAreas.get(code)!.name);

describe('the peers', () => {
  it('are the members of the region above, where nothing is said', () => {
    const { project: p, problems } = project('region: 邯郸市');
    expect(problems).toEqual([]);
    expect(p!.peers!.name).toBe('河北省');
    expect(p!.peers!.codes.length).toBe(11);
  });

  it('of 全国 are the 31 provinces of the mainland', () => {
    const { project: p } = project('region: 河北省', 'peers: 全国');
    expect(p!.peers!.codes.length).toBe(31);
    expect(namesOf(p!.peers!.codes)).not.toContain('台湾省');
  });

  it.each([
    ['inside', 'peers: { of: 河北省, with: [雄安新区], without: [张家口市] }'],
    ['beside', 'peers: 河北省\nwith: [雄安新区]\nwithout: [张家口市]'],
  ])('join by `with` and leave by `without`, written %s', (_, yaml) => {
    const names = namesOf(project('region: 邯郸市', yaml).project!.peers!.codes)!;
    expect(names.length).toBe(11);
    expect(names).toContain('雄安新区');
    expect(names).not.toContain('张家口市');
  });

  it('may be a group or a list', () => {
    const group = project('region: 邯郸市', 'peers: 冀南', 'groups: { 冀南: [邯郸市, 邢台市] }');
    expect(group.project!.peers).toMatchObject({ name: '冀南', codes: ['130400', '130500'] });
    expect(namesOf(project('peers: [邯郸市, 邢台]').project!.peers!.codes)).toEqual(['邯郸市', '邢台市']);
    expect(project('region: 河北', 'peers: 东部').project!.peers!.codes.length).toBe(11);
  });
});

describe('the period', () => {
  it.each([
    ['period: 2019年', { end: 2019 * 12 + 11, months: 12 }],
    ['period: 2019', { end: 2019 * 12 + 11, months: 12 }],
    ['period: 2025年1-9月', { end: 2025 * 12 + 8, months: 9 }],
    ['period: 2025-Q3', { end: 2025 * 12 + 8, months: 3 }],
    ['period: 2025年12月', { end: 2025 * 12 + 11, months: 1 }],
  ])('%s', (yaml, period) => {
    expect(project(yaml).project!.period).toEqual(period);
  });
});

describe('decimals', () => {
  it('are the project’s by unit, else one for %, two for scaled units, none for things that are counted', () => {
    const { decimals } = project("decimals: { 亿元: 1, '%': 2 }").project!.measures;
    expect(['亿元', '%', '百分点', '万件', '件', '元'].map((unit) => decimals(unit))).toEqual([1, 2, 2, 2, 0, 2]);
  });
});

describe('what is wrong', () => {
  it.each([
    [['reegion: 河北省'], 'tianshu.yaml:1:10 错误：reegion：不认识的键“reegion”，是否想写“region”？'],
    [['industry: postal', 'ties: as-shown'], 'tianshu.yaml:2:7 错误：ties：不能是“as-shown”'],
    [['region: 130400'], 'tianshu.yaml:1:9 错误：region：“130400”的类型不对，应为 string'],
    [['region: 邯郸是'], 'tianshu.yaml:1:9 错误：地区表里没有“邯郸是”；是不是要写“邯郸市”？'],
    [['decimals: { 亿元: 1.10 }'], 'tianshu.yaml:1:17 错误'],
    [['region: 邯郸市', 'peers: 山东省'], 'tianshu.yaml:2:8 错误：本地区“邯郸市”不在排名范围“山东省”之中'],
    [['peers: 河北省', 'without: [济南市]'], '“济南市”本来就不在“河北省”的成员中'],
    [['period: 去年'], 'tianshu.yaml:1:9 错误：读不懂时期“去年”'],
    [['region: 河北省', 'region: 山东省'], 'tianshu.yaml:2:1 错误：YAML 语法有误'],
    [['groups: { 邯郸: [邢台市] }'], '与一个地区同名'],
  ])('%j is said with line and column', (lines, expected) => {
    const { problems } = project(...lines);
    expect(problems.length).toBe(1);
    expect(problems[0]).toContain(expected);
  });
});
