import { describe, expect, it } from 'vitest';
import { check } from '../../src/checks/check.js';
import { applyDecisions, type Decision, parseDecisionsText } from '../../src/checks/decisions.js';
import { refAreas } from './clean-return.js';
import { cubeOf, postal } from './sample-cube.js';

const GROWTH = `
  河北省 2023年 快递业务量 100.0亿件
  河北省 2024年 快递业务量 130.0亿件
  河北省 2024年 快递业务量 21.5% growth`;
const find = (lines: string) => check(cubeOf(lines), { catalogue: postal, refAreas });
const accept = (finding: string): Decision => ({ finding, reason: '可比口径', by: '张三' });

describe('an accepted finding', () => {
  it('stays in sight as information, with its reason', () => {
    const findings = find(GROWTH);
    expect(findings.map((f) => f.severity)).toEqual(['soft']);
    const [accepted, ...more] = applyDecisions(findings, [accept(findings[0]!.id)]);
    expect(accepted).toMatchObject({ severity: 'info', accepted: { reason: '可比口径', by: '张三' } });
    expect(more).toEqual([]);
  });

  it('keeps its name when rows move', () => {
    const moved = find(`\n  河北省 2024年 邮政行业业务收入 900.0亿元\n${GROWTH.trim()}`);
    expect(moved.map((f) => f.id)).toEqual(find(GROWTH).map((f) => f.id));
  });

  it('comes back when a value changes, and the old decision is called outdated', () => {
    const decision = accept(find(GROWTH)[0]!.id);
    const changed = applyDecisions(find(GROWTH.replace('130.0', '131.0')), [decision]);
    expect(changed.map((f) => [f.code, f.severity])).toEqual([
      ['growth-against-levels', 'soft'],
      ['decision-outdated', 'soft'],
    ]);
  });

  it('cannot be a hard one', () => {
    const hard = find('河北省 2024年 快递业务量 -1.0亿件');
    const after = applyDecisions(hard, [accept(hard[0]!.id)]);
    expect(after.map((f) => [f.code, f.severity])).toEqual([
      ['negative-level', 'hard'],
      ['decision-on-hard', 'soft'],
    ]);
  });
});

describe('the file of decisions', () => {
  it('is read, other parts of it left alone', () => {
    const read = parseDecisionsText('accepted:\n  - {finding: abc, reason: 属实}\nanswers: {}\n', 'decisions.yaml');
    expect(read.kind === 'valid' && read.value.accepted).toEqual([{ finding: 'abc', reason: '属实' }]);
  });

  it('must give a reason', () => {
    const read = parseDecisionsText('accepted:\n  - {finding: abc}\n', 'decisions.yaml');
    expect(read.kind === 'invalid' && read.problems.map((p) => [p.code, p.place.line])).toEqual([
      ['definition-missing', 2],
    ]);
  });
});
