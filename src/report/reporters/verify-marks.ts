import type { MeasureContext } from '../../measures/context.js';
import type { Mark, MarkColour } from '../../model/edit.js';
import type { Lang } from '../messages/language.js';
import { speak } from '../messages/speak.js';
import { FAILING, type Verification, type VerifiedNumber } from '../verify/verify-document.js';
import { describeQuery } from './describe-query.js';
import { formatProof } from './proof-text.js';

/** A verification for a marked copy: what fails is red, what nobody can vouch for yellow, what is right green; with comments. */
export function verifyMarks({ numbers }: Verification, measures: MeasureContext, lang: Lang): readonly Mark[] {
  return numbers
    .filter((n) => n.verdict !== 'no-claim')
    .map((n) => ({
      block: n.block,
      start: n.start,
      end: n.end,
      colour: colourOf(n),
      note: colourOf(n) === 'green' ? '' : noteOf(n, measures, lang),
    }));
}

function colourOf({ verdict, remarks }: VerifiedNumber): MarkColour {
  if (FAILING.includes(verdict)) return 'red';
  return verdict === 'unanswered' || verdict === 'truncated' || remarks?.length ? 'yellow' : 'green';
}

/** 错误，应为 31.8 / what the number means / its proof / where the wrong one seems to come from. */
function noteOf(n: VerifiedNumber, measures: MeasureContext, lang: Lang): string {
  const verdict = speak({ code: `verdict-${n.verdict}`, args: {} }, lang);
  const expected = n.expected === undefined ? '' : speak({ code: 'should-read', args: { expected: n.expected } }, lang);
  const meanings = [...new Set(n.answers.map((a) => describeQuery(a.reading.query, measures, lang)))];
  return [
    verdict + expected,
    ...meanings.slice(0, 1),
    ...(n.figure ? [`= ${formatProof(n.figure, measures, lang, n.claim?.unit)}`] : []),
    ...[...n.reasons, ...(n.remarks ?? [])].map((said) => speak(said, lang)),
  ].join('\n');
}
