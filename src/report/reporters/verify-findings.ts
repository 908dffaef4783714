import type { MeasureContext } from '../../measures/context.js';
import type { Lang } from '../messages/language.js';
import { describePlace } from '../messages/place-text.js';
import { sanitise } from '../messages/sanitise.js';
import { speak } from '../messages/speak.js';
import type { Table } from '../tables/table.js';
import { FAILING, type Verdict, type Verification, type VerifiedNumber } from '../verify/verify-document.js';
import { describeQuery } from './describe-query.js';
import type { MachineFinding } from './machine-reports.js';

interface VerifiedFile {
  readonly file: string;
  readonly verification: Verification;
}

const TOLD: readonly Verdict[] = ['unanswered', 'truncated'];

/** What other tools should show of a verification: the numbers that fail, those that nobody can vouch for, those changed since they were filled. */
export function verifyFindings({ file, verification }: VerifiedFile, lang: Lang): readonly MachineFinding[] {
  return verification.numbers
    .filter((n) => FAILING.includes(n.verdict) || TOLD.includes(n.verdict) || n.remarks?.length)
    .map((n) => ({
      code: n.verdict,
      severity: FAILING.includes(n.verdict) ? 'hard' : n.verdict === 'truncated' ? 'soft' : 'info',
      place: { ...n.place, file },
      title: speak({ code: `verdict-${n.verdict}`, args: {} }, lang),
      length: n.text.length,
      message: messageOf(n, lang),
    }));
}

/** 错误：…同比增长【31.9】%…，应为 31.8 */
function messageOf(n: VerifiedNumber, lang: Lang): string {
  const verdict = speak({ code: `verdict-${n.verdict}`, args: {} }, lang);
  const expected = n.expected === undefined ? '' : speak({ code: 'should-read', args: { expected: n.expected } }, lang);
  const said = reasonsOf(n, lang);
  const reason = said === '' ? '' : ` (${said})`;
  return `${verdict}${lang === 'zh' ? '：' : ': '}${sanitise(`${n.before}【${n.text}】${n.after}`)}${expected}${reason}`;
}

/** Why the verdict is what it is, and what the record of its filling says. */
const reasonsOf = ({ reasons, remarks = [] }: VerifiedNumber, lang: Lang): string =>
  [...reasons, ...remarks].map((said) => speak(said, lang)).join(lang === 'zh' ? '；' : '; ');

/** Every number of the reports with its verdict, for the people who must answer for them. */
export function verifyTable(reports: readonly VerifiedFile[], measures: MeasureContext, lang: Lang): Table {
  const keys = ['file', 'no', 'place', 'text', 'verdict', 'expected', 'meaning', 'sentence', 'reason'] as const;
  const rows = reports.flatMap(({ file, verification }) =>
    verification.numbers.map((n) =>
      [
        file,
        `${n.no}`,
        describePlace(n.place, lang),
        n.text,
        speak({ code: `verdict-${n.verdict}`, args: {} }, lang),
        n.expected ?? '',
        [...new Set(n.answers.map((a) => describeQuery(a.reading.query, measures, lang)))].join(
          lang === 'zh' ? '；' : '; ',
        ),
        `${n.before}【${n.text}】${n.after}`,
        reasonsOf(n, lang),
      ].map((text) => ({ text: sanitise(text, 2000) })),
    ),
  );
  const columns = keys.map((key) => ({
    key,
    heading: speak({ code: `verify-column-${key}`, args: {} }, lang),
    kind: 'text' as const,
  }));
  return { columns, rows, notes: [] };
}
