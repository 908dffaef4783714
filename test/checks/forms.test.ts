import { describe, expect, it } from 'vitest';
import { formSchema } from '../../src/catalogue/form.js';
import { check } from '../../src/checks/check.js';
import { CITIES, refAreas } from './clean-return.js';
import { cubeOf, postal } from './sample-cube.js';

const names = CITIES.map((code) => refAreas.get(code)!.name);
const month = (m: number, of: readonly string[] = names, unit = '万件') =>
  of.map((city) => `${city} 2024年${m}月 快递业务量 10.00${unit} level data/monthly.csv`).join('\n');

const apply = (content: unknown, lines: string, files = ['monthly.csv']) => {
  const form = formSchema.parse({ id: 'm1', name: '快递月报', files, content });
  return check(cubeOf(lines), { catalogue: postal, refAreas, forms: [form] }).filter((f) => f.rule.startsWith('form:'));
};
const monthly = { frequency: 'monthly', regions: '河北省', indicators: [{ indicator: '快递业务量' }] };

describe('a form', () => {
  it('is satisfied by a return that holds what it requires', () => {
    expect(apply(monthly, `${month(1)}\n${month(2)}`)).toEqual([]);
  });

  it('asks nothing of files that it does not describe', () => {
    expect(apply({ ...monthly, indicators: [{ indicator: '杂志' }] }, month(1), ['yearly.csv'])).toEqual([]);
  });

  it('names the month that a monthly return skips', () => {
    const [finding] = apply(monthly, `${month(1)}\n${month(3)}`);
    expect(finding).toMatchObject({
      code: 'form-period-missing',
      severity: 'hard',
      args: { missing: ['2024年2月'], form: '快递月报' },
    });
  });

  it('names the months up to its last one', () => {
    const [finding] = apply({ ...monthly, from: '2024年1月', to: '2024年3月' }, month(1));
    expect(finding?.args['missing']).toEqual(['2024年2月', '2024年3月']);
  });

  it('names the region that is missing, also one beside the members', () => {
    const [finding] = apply({ ...monthly, including: ['雄安新区'] }, month(1, names.slice(1)));
    expect(finding).toMatchObject({ code: 'form-region-missing', args: { missing: [names[0], '雄安新区'] } });
  });

  it('names the indicator that is missing, and suggests for one that it cannot know', () => {
    const found = apply({ ...monthly, indicators: [{ indicator: '杂志' }, { indicator: '快递业务两' }] }, month(1));
    expect(found.map((f) => [f.code, f.args['what'] ?? f.args['near']])).toEqual([
      ['form-unknown-name', '快递业务量'],
      ['form-indicator-missing', '杂志'],
    ]);
  });

  it('holds figures to unit, decimals, whole numbers and range', () => {
    const codes = (wanted: object, lines = month(1, [names[0]!])) =>
      apply({ indicators: [{ indicator: '快递业务量', ...wanted }] }, lines).map((f) => f.code);
    expect(codes({ unit: '万件', decimals: 2, min: 1, max: 100 })).toEqual([]);
    expect(codes({ unit: '亿件' })).toEqual(['form-unit']);
    expect(codes({ decimals: 1 })).toEqual(['form-decimals']);
    expect(codes({ max: 9.5 })).toEqual(['form-out-of-range']);
    expect(codes({ min: '10.01' })).toEqual(['form-out-of-range']);
    expect(codes({ type: 'whole' })).toEqual([]);
    expect(codes({ type: 'whole' }, month(1, [names[0]!]).replace('10.00', '10.50'))).toEqual(['form-not-whole']);
  });

  it('holds coded values to their code list', () => {
    const coded = (codes: unknown, value: string) =>
      apply(
        { indicators: [{ indicator: '企业规模', codes }] },
        `${names[0]} 2024年 企业规模 ${value} level monthly.csv`,
      );
    expect(coded({ '1': '大型', '2': '中型', '3': '小型' }, '3')).toEqual([]);
    expect(coded([1, '02', 3], '2')).toEqual([]);
    const [finding] = coded({ '1': '大型', '2': '中型', '3': '小型' }, '4');
    expect(finding).toMatchObject({
      code: 'form-not-in-code-list',
      severity: 'hard',
      found: '4',
      args: { expected: ['1 大型', '2 中型', '3 小型'] },
    });
    expect(
      formSchema.safeParse({ id: 'f', files: ['a'], content: { indicators: [{ indicator: 'x', codes: ['甲'] }] } })
        .success,
    ).toBe(false);
  });

  it('requires the halves and the years of half-yearly and annual returns', () => {
    const line = (period: string) => `${names[0]} ${period} 快递业务量 10.00万件 level monthly.csv`;
    const missing = (frequency: string, ...periods: readonly string[]) =>
      apply({ frequency, indicators: [{ indicator: '快递业务量' }] }, periods.map(line).join('\n')).map(
        (f) => f.args['missing'],
      );
    expect(missing('half-yearly', '2023年1-6月', '2023年', '2024年1-6月')).toEqual([]);
    expect(missing('half-yearly', '2023年1-6月', '2024年1-6月')).toEqual([['2023年下半年']]);
    expect(missing('annual', '2021年', '2023年')).toEqual([['2022年']]);
    expect(missing('quarterly', '2024年1-3月', '2024年1-9月')).toEqual([['2024年第二季度']]);
  });

  it('reads its bounds in the unit that it prescribes', () => {
    const wanted = { indicator: '快递业务量', unit: '亿件', max: 1 };
    expect(apply({ indicators: [wanted] }, month(1, [names[0]!], '亿件')).map((f) => f.code)).toEqual([
      'form-out-of-range',
    ]);
  });
});
