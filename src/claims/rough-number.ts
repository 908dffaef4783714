import { divide, type Rational, rational } from '../model/rational.js';
import type { RoughNumber } from './token.js';

/** How near the words must be, in points of a percentage. */
export const ROUGH = {
  /** 三成 stands for what rounds to it; 近三成 begins two points below, 三成多 ends at 四成. */
  tenth: (value: Rational): RoughNumber => ({ value, within: rational(5n), near: rational(2n), upTo: rational(10n) }),
  /** 三成五 is as exact as 35 %. */
  twentieth: (value: Rational): RoughNumber => ({
    value,
    within: rational(1n),
    near: rational(1n),
    upTo: rational(5n),
  }),
  /** 三分之一 stands for what lies within a point of it, 近三分之一 for up to a twentieth less. */
  fraction: (value: Rational): RoughNumber => ({
    value,
    within: rational(1n),
    near: divide(value, rational(20n)),
    upTo: divide(value, rational(5n)),
  }),
  /** 过半 is any more than a half. */
  half: (value: Rational): RoughNumber => ({
    value,
    within: rational(1n),
    near: rational(5n, 2n),
    upTo: rational(50n),
  }),
  /** 翻一番 stands for what is within a tenth of it. */
  doubled: (value: Rational): RoughNumber => {
    const tenth = divide(value, rational(10n));
    return { value, within: tenth, near: tenth, upTo: value };
  },
} as const;
