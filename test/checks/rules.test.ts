import { describe, expect, it } from 'vitest';
import { check } from '../../src/checks/check.js';
import { loadBuiltInRules } from '../../src/checks/rules/built-in-rules.js';
import { isExpression, parseExpression } from '../../src/checks/rules/expression.js';
import { parseRulesText } from '../../src/checks/rules/rule-schema.js';
import { refAreas } from './clean-return.js';
import { cubeOf, postal, tourism } from './sample-cube.js';

const HEBEI = `
  河北省 2024年1-2月 快递业务量 10.00亿件
  河北省 2024年3月 快递业务量 5.00亿件
  河北省 2024年1-3月 快递业务量 15.00亿件
  河北省 2024年1-3月 快递业务收入 90.00亿元
  河北省 2024年1-3月 快递从业人员 20.00万人
  石家庄市 2024年1-3月 快递业务量 4.00亿件
  河北省 2024年1-3月 快递服务满意度 84.3分`;

const apply = (rules: string, lines = HEBEI, catalogue = postal) => {
  const loaded = parseRulesText(`rules:\n${rules}`, 'rules.yaml');
  if (loaded.kind === 'invalid') return loaded.problems;
  return check(cubeOf(lines, catalogue), { catalogue, refAreas, rules: loaded.rules }).filter(
    (f) => f.place.file === 'rules.yaml' || f.code === 'rule-violated',
  );
};
const outcome = (rule: string, more = '') => apply(`  - {id: a, rule: '${rule}'${more}}`).map((f) => f.code);

describe('a rule in words', () => {
  it.each([
    ['快递业务量 ≥ 0'],
    ['快递业务量（累计） = 快递业务量（上月累计） + 快递业务量（当月）'],
    ['快递服务满意度 ≤ 100 分'],
    ['0 分 ≤ 快递服务满意度 ≤ 100'],
    ['快递业务量（河北省） ≥ 快递业务量（石家庄）'],
    ['快递业务收入 >= 3 × 快递业务量'],
    ['快递业务量 不小于 3亿件'],
    ['快递量（累计）＝快递量（上月累计）＋快件量（本月）'],
  ])('holds: %s', (rule) => {
    expect(outcome(rule).filter((c) => c !== 'rule-not-evaluated')).toEqual([]);
  });

  it.each([
    ['快递服务满意度 ≤ 80 分', ['rule-violated']],
    ['快递业务量（当月） ≥ 6 亿件', ['rule-violated']],
    ['快递业务两 ≥ 0', ['rule-unknown-name']],
    ['快递业务量（邯单） ≥ 0', ['rule-unknown-region']],
    ['快递业务量 ≥ 快递业务收入', ['rule-units-differ']],
    ['快递业务量 ≥ 3 亿元', ['rule-units-differ']],
    ['快递业务量 ≥', ['rule-syntax']],
    ['快递业务量', ['rule-syntax']],
    ['快递业务量 + = 3', ['rule-syntax']],
    ['快递业务量（累计 ≥ 3', ['rule-syntax']],
    ['快递业务量 ≥ 快递业务量 - 1 亿件', ['rule-never-fails']],
    ['快递业务量 > 快递业务量 + 1 亿件', ['rule-never-holds']],
    ['杂志 ≥ 0', ['rule-not-evaluated']],
  ])('%s gives %j', (rule, codes) => {
    expect([...new Set(outcome(rule))].filter((c) => codes.length === 0 || codes.includes(c))).toEqual(codes);
  });

  it('says both sides, the distance and what rounding allows', () => {
    const [finding] = apply("  - {id: a, label: 上限, rule: '快递业务量（累计） ≤ 14 亿件', severity: soft}");
    expect(finding).toMatchObject({
      code: 'rule-violated',
      severity: 'soft',
      rule: 'a',
      found: '15',
      expected: '14',
      distance: '1',
      place: { file: 'a.csv', cell: 'D3' },
      args: { rule: '上限', tolerance: '0.005', unit: '亿件' },
    });
  });

  it('with a declared tolerance uses that instead', () => {
    const sum = '快递业务量（累计） = 快递业务量（上月累计） + 快递业务量（当月）';
    const lines = HEBEI.replace('15.00亿件', '15.30亿件');
    const found = (more: string) =>
      apply(`  - {id: a, rule: '${sum}'${more}}`, lines).filter((f) => f.code === 'rule-violated');
    expect(found('')).toHaveLength(1);
    expect(found(', tolerance: 0.3 亿件')).toHaveLength(0);
    expect(found(', tolerance: 2999 万件')).toHaveLength(1);
  });

  it('may be confined to regions', () => {
    const at = (regions: string) => outcome('快递业务量 ≥ 100 亿件', `, regions: [${regions}]`).length;
    expect(at('石家庄市')).toBe(1);
    expect(at('河北省')).toBe(3);
  });

  it('counts where it could not be evaluated, and for want of what', () => {
    const [finding] = apply("  - {id: a, rule: '快递业务量 ≥ 2 × 快递从业人员'}").filter(
      (f) => f.code === 'rule-not-evaluated',
    );
    expect(finding).toMatchObject({ severity: 'info', verdict: 'not-evaluated' });
    expect(finding?.args).toMatchObject({ count: 3, missing: ['快递从业人员'] });
  });

  it('knows the names of whatever catalogue is in force', () => {
    const lines = '河北省 2024年 接待游客人次 100.0万人次\n河北省 2024年 接待国内游客 120.0万人次';
    const found = apply("  - {id: a, rule: '接待国内游客 ≤ 游客接待量'}", lines, tourism);
    expect(found.map((f) => f.code)).toEqual(['rule-violated']);
  });
});

describe('a set of rules', () => {
  it.each([
    ['the same in other words', '快递量 = 快递业务收入 × 1', 'rule-syntax'],
    ['one said twice', '0 ≤ 快递业务量 - 同城快递业务量', 'rule-duplicate'],
    ['two that exclude each other', '快递业务量 < 同城快递业务量 - 1 亿件', 'rule-contradiction'],
  ])('%s is reported', (_what, rule, code) => {
    const found = apply(`  - {id: a, rule: '同城快递业务量 ≤ 快递业务量'}\n  - {id: b, rule: '${rule}'}`);
    expect(found.map((f) => f.code)).toContain(code);
  });

  it('one said twice is applied once', () => {
    const found = apply(`  - {id: a, rule: '快递业务量 ≤ 1 万件'}\n  - {id: b, rule: '1 万件 ≥ 快递业务量'}`);
    const broken = found.filter((f) => f.code === 'rule-violated');
    expect(new Set(broken.map((f) => f.args['rule']))).toEqual(new Set(['快递业务量 ≤ 1 万件']));
    expect(found.map((f) => f.code)).toContain('rule-duplicate');
  });

  it('an id used twice, a misspelt key, a wrong severity are told with their line', () => {
    expect(apply('  - {id: a, rule: 杂志 ≥ 0}\n  - {id: a, rule: 报纸 ≥ 0}').map((f) => f.code)).toContain(
      'rule-id-twice',
    );
    const problems = apply('  - {id: a, rule: 杂志 ≥ 0, severty: soft}\n  - {id: b, rule: 报纸 ≥ 0, severity: medium}');
    expect(problems.map((p) => [p.code, p.place.line])).toEqual([
      ['definition-unknown-key', 2],
      ['definition-not-allowed', 3],
    ]);
  });

  it('that ships is sound, and silent about what was not delivered', async () => {
    const rules = await loadBuiltInRules('postal');
    expect(rules.length).toBeGreaterThan(5);
    expect(check(cubeOf(HEBEI), { catalogue: postal, refAreas, rules })).toEqual([]);
    expect(await loadBuiltInRules('astronomy')).toEqual([]);
  });
});

describe('the text of a rule', () => {
  it('is read with its qualifiers and coefficients', () => {
    const read = parseExpression('0.5×快递业务量（累计，计划） + 同城快递业务量 ≥ 3 亿件');
    if (!isExpression(read)) throw new Error(read.at);
    expect(read.comparisons).toEqual(['≥']);
    expect(read.sides[0]).toMatchObject([
      { name: '快递业务量', words: ['累计', '计划'], coefficient: { num: 1n, den: 2n } },
      { name: '同城快递业务量', words: [] },
    ]);
    expect(read.sides[1]).toMatchObject([{ kind: 'constant', value: { num: 3n, den: 1n }, unit: '亿件' }]);
  });
});
