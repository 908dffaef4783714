import { divide, multiply, powerOfTen, type Rational } from './rational.js';

/** A unit is a base (件, 元, %) and a power of ten in front of it (万件 is 件 × 10^4). */
export interface Unit {
  /** As it is written, normalised: 万件, 亿元, %. */
  readonly text: string;
  readonly base: string;
  readonly exponent: number;
}

const SCALES: Record<string, number> = {
  十: 1,
  百: 2,
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  十亿: 9,
  百亿: 10,
  千亿: 11,
  万亿: 12,
};
const SCALE = /^(?:万亿|[十百千]?亿|[十百千]?万|[十百千])/u;
/** Bases that begin with a character that elsewhere is a scale. */
const WHOLE = /^(?:百分点|百分比|千克|千米|千瓦时|千瓦|千卡|千分|百分|十分|万元国内|百公里)/u;
const SPELLINGS = new Map([
  ['百分比', '%'],
  ['percent', '%'],
  ['个百分点', '百分点'],
  ['%点', '百分点'],
  ['圆', '元'],
  ['人民币元', '元'],
  ['元人民币', '元'],
]);

/** Reads a unit: 万件, 亿元, ％. Full-width forms and spaces are normalised. Undefined for an empty text. */
export function parseUnit(text: string): Unit | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '');
  if (plain === '') return undefined;
  const known = SPELLINGS.get(plain);
  if (known !== undefined) return { text: known, base: known, exponent: 0 };
  const scale = WHOLE.test(plain) ? '' : (SCALE.exec(plain)?.[0] ?? '');
  const base = plain.slice(scale.length);
  if (base === '') return { text: plain, base: '', exponent: SCALES[scale] ?? 0 };
  const spelled = SPELLINGS.get(base) ?? base;
  return { text: scale + spelled, base: spelled, exponent: SCALES[scale] ?? 0 };
}

/** How many `to` make one `from`; undefined when the two do not measure the same thing. */
export function conversionFactor(from: Unit, to: Unit): Rational | undefined {
  return from.base === to.base ? divide(powerOfTen(from.exponent), powerOfTen(to.exponent)) : undefined;
}

/** Converts exactly; undefined when the units do not measure the same thing. */
export function convert(value: Rational, from: Unit, to: Unit): Rational | undefined {
  const factor = conversionFactor(from, to);
  return factor && multiply(value, factor);
}

export const isPercent = (unit: Unit): boolean => unit.base === '%' && unit.exponent === 0;
