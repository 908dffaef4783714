import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/model/edit.js';
import { FAILING, verifyDocument } from '../../src/report/verify/verify-document.js';
import { couldBeRight } from './clean-report.js';
import { Dice } from './dice.js';
import { judge, judgeClean, tally, withFault } from './judge.js';
import { faultsOf } from './plant.js';
import { divided, Province } from './province.js';
import { chooseFaults, cleanReports, describeFault } from './summary.js';

/* A small sample of `npm run faults`: the same reports, fewer faults. */
const dice = new Dice(11);
const reports = await cleanReports(resolve(import.meta.dirname, '../..'), dice, 1);

describe('clean reports', () => {
  it.each(reports.map((report) => [report.name, report] as const))('%s raises no alarm and is covered', (_, report) => {
    const { alarms, answered, claims } = judgeClean(report);
    expect(alarms.map((n) => `${n.before}【${n.text}】${n.after}: ${n.verdict}`)).toEqual([]);
    expect(answered / claims).toBeGreaterThanOrEqual(0.95);
    expect(report.numbers.length).toBeGreaterThan(8);
  });
});

describe('single faults', () => {
  const judged = chooseFaults(reports, 104, dice).map(judge);

  it('are of every kind', () => {
    expect(tally(judged).map((t) => t.planted)).toEqual(Array(13).fill(8));
  });

  it('are found at their number, all of digit, sign, unit and rank, and 97 of 100 together', () => {
    const missed = judged.filter((j) => !j.there);
    const certain = missed.filter((j) => ['digit', 'sign', 'unit', 'rank'].includes(j.fault.kind));
    expect(certain.map(describeFault)).toEqual([]);
    expect(missed.length, missed.map(describeFault).join('\n')).toBeLessThanOrEqual(judged.length * 0.03);
  });
});

describe('the corrected copy', () => {
  it('of a report with a fault has none left', () => {
    const left = chooseFaults(reports, 52, dice).flatMap((fault) => {
      const wrong = withFault(fault);
      const { numbers } = verifyDocument(wrong, fault.report.context);
      const edits = numbers.flatMap((n) => n.edits);
      const copy = {
        ...wrong,
        blocks: wrong.blocks.map((b, i) => ({
          ...b,
          text: applyEdits(
            b.text,
            edits.filter((e) => e.block === i),
          ),
        })),
      };
      const again = verifyDocument(copy, fault.report.context).numbers.filter((n) => FAILING.includes(n.verdict));
      return again.map((n) => `${fault.kind} ${fault.text}: ${n.before}【${n.text}】${n.after} ${n.verdict}`);
    });
    expect(left).toEqual([]);
  });
});

describe('the generator', () => {
  it('plants nothing that a reader could not call wrong', () => {
    // 12.36 written as 12.4 is rounded, as 12.3 cut off; 12.5 is neither.
    expect(couldBeRight(12.4, 1, 12.36, 0)).toBe(true);
    expect(couldBeRight(12.3, 1, 12.36, 0)).toBe(true);
    expect(couldBeRight(12.5, 1, 12.36, 0)).toBe(false);
    expect(couldBeRight(-12.4, 1, 12.36, 0)).toBe(false);
    expect(couldBeRight(12.5, 1, 12.36, 0.1)).toBe(true);
  });

  it('changes the text, and only there', () => {
    const [report] = reports.filter((r) => r.name === 'a-monthly-brief');
    for (const fault of faultsOf(report!)) {
      const { text } = report!.document.blocks[fault.block]!;
      expect(text.slice(fault.start, fault.end)).not.toBe(fault.text);
      expect(fault.at).toBeGreaterThanOrEqual(0);
    }
  });

  it('rounds half away from zero, and keeps its zeros', () => {
    expect(divided(25n, 1000n, 2).text).toBe('0.03');
    expect(divided(-25n, 1000n, 2)).toEqual({ text: '0.03', value: -3n });
    expect(divided(12n, 10n, 2).text).toBe('1.20');
  });

  it('adds its parts to their wholes', () => {
    const province = new Province(new Dice(3));
    const months = { year: 2024, from: 1, to: 12 };
    const parts = (['same-city', 'intercity', 'international'] as const).map((i) =>
      province.level(i, province.home, months),
    );
    expect(parts.reduce((a, b) => a + b)).toBe(province.level('volume', province.home, months));
  });
});
