import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/model/figure.js';
import { rational } from '../../../src/model/rational.js';
import { parseUnit } from '../../../src/model/unit.js';
import { formatProof } from '../../../src/report/reporters/proof-text.js';
import { reportOn } from '../postal-data.js';

const { measures } = reportOn(() => '1');
const term = { label: '', value: '95.4', unit: '亿件', source: { file: '表.csv', row: 2, column: 2 } };
const daily: Figure = {
  value: rational(954n, 3660n),
  unit: '亿件',
  derivation: { formula: '95.4 ÷ 366', terms: [term], kind: 'computed', notes: [] },
};
const level: Figure = {
  value: rational(660073n),
  unit: '万件',
  derivation: { formula: '660073', terms: [], kind: 'delivered', notes: [] },
};

describe('the proof of a figure', () => {
  it('ends in the unit that the sentence says it in', () => {
    expect(formatProof(daily, measures, 'zh', parseUnit('万件'))).toBe(
      '95.4 ÷ 366 = 0.26065573…亿件 = 2606.55737…万件（表.csv B2）',
    );
    expect(formatProof(level, measures, 'en', parseUnit('亿件'))).toBe('660073万件 = 66.0073亿件');
  });

  it('is rounded as tables show it where the sentence says no other unit', () => {
    expect(formatProof(daily, measures, 'zh')).toBe('95.4 ÷ 366 = 0.26065573… ≈ 0.26亿件（表.csv B2）');
    expect(formatProof(daily, measures, 'zh', parseUnit('元'))).toBe(
      '95.4 ÷ 366 = 0.26065573… ≈ 0.26亿件（表.csv B2）',
    );
    expect(formatProof(level, measures, 'en', parseUnit('万件'))).toBe('660073万件');
  });
});
