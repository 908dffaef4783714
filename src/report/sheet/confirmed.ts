import type { Claim } from '../../claims/claim.js';
import { type Decimal, parseDecimal, toRational } from '../../model/decimal.js';
import type { Document } from '../../model/document.js';
import { parseChineseInteger } from '../../model/numeral.js';
import { equals } from '../../model/rational.js';
import type { ReportContext } from '../report-context.js';
import { holdsFor } from './recall.js';
import { Surroundings } from './slot-context.js';

/** What an answer of a person says of a number that is written where it was given for. */
export interface Confirmation {
  readonly text: string;
  readonly same: boolean;
}

/**
 * Numbers that people have answered for, by the words around them: such a number is a known fact where it reads as it was
 * answered. Where it reads otherwise it is wrong, unless the data have a say in it: then they judge.
 */
export function confirmedNumbers(
  document: Document,
  claims: readonly Claim[],
  context: ReportContext,
): ReadonlyMap<Claim, Confirmation> {
  const found = new Map<Claim, Confirmation>();
  const answers = (context.answers ?? []).filter((a) => a.value !== undefined && holdsFor(a.period, context));
  if (answers.length === 0) return found;
  const surroundings = new Surroundings(
    document,
    claims.map(({ block, number: { start, end } }) => ({ block, start, end })),
  );
  for (const answer of answers) {
    const value = decimalOf(answer.value!);
    const spots = surroundings.filledSpotsIn(answer);
    const index = spots.length === (answer.of ?? 1) ? spots[(answer.nth ?? 1) - 1] : undefined;
    const claim = index === undefined ? undefined : claims[index];
    if (!claim || !value || claim.number.value.kind !== 'written') continue;
    const same = equals(toRational(claim.number.value.value), toRational(value));
    if (same || (answer['instead-of'] === undefined && claim.readings.length === 0))
      found.set(claim, { text: answer.value!, same });
  }
  return found;
}

function decimalOf(text: string): Decimal | undefined {
  const chinese = parseChineseInteger(text);
  return chinese === undefined ? parseDecimal(text) : { digits: BigInt(chinese), decimals: 0 };
}
