import type { Claim } from './claim.js';
import type { Frame } from './frame.js';
import { has } from './token.js';

/** 首次突破, 首破, 历史性突破: that no earlier period had passed the mark. */
const FIRST = /首|历史性|第一次/u;

/** 首次突破×亿件 says two things: that the mark was passed, and that it had not been before. The second is a claim of its own. */
export function firstPast(frame: Frame, claim: Claim): readonly Claim[] {
  const { value } = claim.number;
  const mark =
    claim.approximator?.class === 'before-number-mark' || claim.approximator?.class === 'before-number-above';
  if (claim.kind !== 'level' || value.kind !== 'written' || !mark || claim.readings.length === 0) return [];
  const first = frame.before.find(
    (t) => FIRST.test(t.text) && has(t, 'filler', 'before-number-mark', 'before-number-above'),
  );
  if (!first) return [];
  const { sign: _, approximator: __, ...plain } = claim;
  return [
    {
      ...plain,
      sign: undefined,
      approximator: undefined,
      number: {
        start: first.start,
        end: first.end,
        text: first.text,
        value: { kind: 'words', holds: { kind: 'first-past', mark: value.value } },
      },
    },
  ];
}
