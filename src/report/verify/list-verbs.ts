import type { Claim } from '../../claims/claim.js';
import { inClaimUnit } from '../../claims/wording/displayed.js';
import type { ListSigns } from '../../claims/wording/word-figure.js';
import { sign } from '../../model/rational.js';
import type { ReportContext } from '../report-context.js';
import { correctionOf } from './correction.js';
import { FAILING, type Judged } from './judge-claim.js';

/**
 * 分别增长×%、×%和×%: where one member is corrected and its sign is not that of the shared verb, the members around it need
 * verbs of their own, or the correction of one would make the others wrong.
 */
export function withListVerbs(judged: readonly Judged[], context: ReportContext): readonly Judged[] {
  const lists = new Map<string, Judged[]>();
  for (const own of judged) {
    const { list, sign: verb, block } = own.claim;
    if (!list || !verb) continue;
    const key = `${block}:${verb.start}`;
    const members = lists.get(key);
    if (members) members.push(own);
    else lists.set(key, [own]);
  }
  const changed = new Map<Judged, Judged>();
  for (const members of lists.values()) {
    if (!members.some(needsWords)) continue;
    const signs = signsOf(members);
    for (const own of members) {
      if (!own.figure) continue;
      const { expected, edits } = correctionOf(own.claim, own.figure, context, signs);
      if (needsWords(own)) changed.set(own, { ...own, expected, edits });
      else changed.set(own, { ...own, edits: edits.filter((e) => e.kind === 'word') });
    }
  }
  return judged.map((own) => changed.get(own) ?? own);
}

const needsWords = ({ verdict, figure }: Judged): boolean =>
  figure !== undefined && FAILING.includes(verdict) && verdict !== 'unit-lost';

function signsOf(members: readonly Judged[]): ListSigns {
  const length = members[0]!.claim.list!.length;
  return Array.from({ length }, (_, index) => {
    const own = members.find((m) => m.claim.list!.index === index);
    return own?.figure && signIn(own.claim, own.figure);
  });
}

function signIn(claim: Claim, figure: NonNullable<Judged['figure']>): -1 | 0 | 1 | undefined {
  const own = inClaimUnit(figure, claim);
  return 'reason' in own ? undefined : sign(own.value);
}
