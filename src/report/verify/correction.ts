import type { Claim } from '../../claims/claim.js';
import { decimalsFor } from '../../claims/wording/decimals.js';
import { inClaimUnit } from '../../claims/wording/displayed.js';
import { type ListSigns, type WordEdit, wordFigure } from '../../claims/wording/word-figure.js';
import { formatDecimal } from '../../model/decimal.js';
import type { Edit } from '../../model/edit.js';
import type { Figure } from '../../model/figure.js';
import { formatChineseOrdinal } from '../../model/numeral.js';
import { absolute, sign } from '../../model/rational.js';
import { round } from '../../model/rounding.js';
import type { ReportContext } from '../report-context.js';

/** How a number should read, and the edits that make it so. */
export interface Correction {
  readonly expected: string;
  readonly edits: readonly Edit[];
}

/** As `fill` would write the figure, with the words that change with it. Where it cannot be said, only what it is. */
export function correctionOf(
  claim: Claim,
  figure: Figure,
  context: ReportContext,
  listSigns: ListSigns | undefined,
): Correction {
  const { number, block, sign: verb } = claim;
  // 近三成, 过半 are corrected to the figure, without the word that made them round.
  const rough = number.value.kind === 'written' && number.value.rough !== undefined;
  const asSlot: Claim = {
    ...claim,
    number: { ...number, value: { kind: 'slot', glyph: number.text } },
    ...(rough ? { approximator: undefined } : {}),
  };
  const worded = wordFigure(asSlot, figure, { ...context.wording, keepWords: false }, listSigns);
  if ('reason' in worded) return { expected: plainText(claim, figure, context), edits: [] };
  // 翻一番 holds its verb, which has to be said where a rate stands instead.
  const unsaid = verb && verb.start === verb.end && !worded.words.some((w) => isVerb(w, claim)) ? verb.text : '';
  const own = unsaid + numeralLike(claim, worded.text);
  const edits: Edit[] = [
    { block, start: worded.span.start, end: worded.span.end, text: own, kind: 'fill' },
    ...worded.words.map((w): Edit => ({ ...w, block, kind: 'word' })),
    ...(rough && claim.approximator
      ? [{ ...claim.approximator.span, block, text: '', kind: 'word' } satisfies Edit]
      : []),
  ];
  const turned = worded.words.find((w) => isVerb(w, claim));
  return { expected: (turned && verb ? turned.text : '') + own, edits };
}

/** The verb is replaced, or one of its own is put in front of a member of a list; 并列 is no verb. */
const isVerb = (word: WordEdit, { sign: verb }: Claim): boolean =>
  verb !== undefined && (word.text === verb.partner || word.text === verb.text);

/** 第六位 is corrected to 第五位; 百分之二十, which holds its unit, to 20.5%. */
function numeralLike({ number, kind, unit, unitSpan }: Claim, text: string): string {
  if (unit && unitSpan && unitSpan.start === unitSpan.end) return text + unit.text;
  const chinese = number.value.kind === 'written' && number.value.style === 'chinese';
  const rank = Number(text);
  return chinese && kind === 'rank' && rank >= 1 && rank <= 99 ? formatChineseOrdinal(rank) : text;
}

/** The figure in the unit of the number, its verb in front where the verb is wrong. */
export function plainText(claim: Claim, figure: Figure, context: ReportContext): string {
  const own = inClaimUnit(figure, claim);
  if ('reason' in own) return '';
  const decimals = decimalsFor(claim, figure, own.unit, context.wording.decimals);
  const magnitude = claim.sign ? absolute(own.value) : own.value;
  const text = formatDecimal(round(magnitude, decimals, context.wording.rounding));
  const flipped = claim.sign && sign(own.value) !== 0 && sign(own.value) !== claim.sign.sign;
  return flipped ? `${claim.sign!.partner}${text}` : text;
}
