import { has, type Token } from './token.js';

const BE = /^(?:是|为|系|正值|适逢|既是|也是|成为)$/u;

/**
 * What a clause without a number says of a period or of the region in force, and not of what follows: 四季度是传统旺季 leaves the period,
 * 为全省完成率最低的市 nothing of the region that it stands out in.
 */
export function withoutPredicate(clause: readonly Token[]): readonly Token[] {
  const tokens = clause.filter((t) => !has(t, 'space', 'ordinal'));
  const [first, second] = tokens;
  const names = (list: readonly Token[]) =>
    list.some((t) => has(t, 'number', 'term', 'area', 'wide-area', 'period', 'comparator'));
  if (has(first, 'period') && !first?.periods && BE.test(second?.text ?? '') && !names(tokens.slice(2)))
    return [first!];
  const standsOut = BE.test(first?.text ?? '') && tokens.some((t) => has(t, 'best', 'worst'));
  return standsOut && !tokens.some((t) => has(t, 'area', 'term', 'period'))
    ? tokens.filter((t) => !has(t, 'wide-area', 'unknown', 'completion-noun'))
    : clause;
}
