import { APPROXIMATORS, has, type Token, type TokenClass } from './token.js';

const OF_A_NUMBER: readonly TokenClass[] = [
  'number',
  'unit',
  'percent',
  'points',
  'times',
  'places',
  'space',
  ...APPROXIMATORS,
];

/** A clause that is a number with its unit and nothing else. */
const isBareNumber = (clause: readonly Token[] | undefined): boolean =>
  clause !== undefined &&
  clause.filter((t) => has(t, 'number')).length === 1 &&
  clause.every((t) => has(t, ...OF_A_NUMBER));

const isSign = (clause: readonly Token[] | undefined, sign: RegExp): boolean =>
  clause?.length === 1 && sign.test(clause[0]!.text);

/** 占全省的半壁江山（×%）, 低于全省平均水平（×件）: a number alone in brackets is that of the words in front of them. */
export function withBracketed(clauses: readonly (readonly Token[])[]): readonly (readonly Token[])[] {
  const joined: (readonly Token[])[] = [];
  for (let i = 0; i < clauses.length; i += 1) {
    const before = joined[joined.length - 1];
    const aside = isSign(clauses[i], /^[（(]$/u) && isBareNumber(clauses[i + 1]) && isSign(clauses[i + 2], /^[）)]$/u);
    const open = before !== undefined && !endsInNumber(before);
    if (!aside || !open) {
      joined.push(clauses[i]!);
      continue;
    }
    joined[joined.length - 1] = [...before, ...clauses[i + 1]!];
    const rest = clauses[i + 3];
    // What follows the bracket without a comma goes on with the words in front of it: （×件）的×%.
    const goesOn = rest !== undefined && rest[0]!.start === clauses[i + 2]![0]!.end;
    if (goesOn) joined[joined.length - 1] = [...joined[joined.length - 1]!, ...rest];
    i += goesOn ? 3 : 2;
  }
  return joined;
}

/** A number that has its figure already: 增长×%（×万件） says another. */
function endsInNumber(clause: readonly Token[]): boolean {
  const last = clause.findLast((t) => !has(t, 'space'));
  return last === undefined || /^[（()）]$/u.test(last.text) || has(last, ...OF_A_NUMBER);
}
