/**
 * An evaluator of the formulas that figures carry, written for the tests alone and on its own arithmetic: numerator and
 * denominator as BigInt, operators + − × ÷ ^ and brackets.
 */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

const fraction = (n: bigint, d = 1n): Fraction => (d < 0n ? { n: -n, d: -d } : { n, d });

/** Enough for any comparison that a test makes. */
const ROOT_DIGITS = 45n;

/** base ^ (p ÷ q): exact for whole exponents, else cut after 45 decimals. */
function power(base: Fraction, exponent: Fraction): Fraction {
  if (exponent.n % exponent.d === 0n) {
    const whole = exponent.n / exponent.d;
    return fraction(base.n ** whole, base.d ** whole);
  }
  const scale = 10n ** ROOT_DIGITS;
  const target = (base.n ** exponent.n * scale ** exponent.d) / base.d ** exponent.n;
  if (target === 0n) return fraction(0n);
  let guess = target + 1n;
  for (;;) {
    const next = ((exponent.d - 1n) * guess + target / guess ** (exponent.d - 1n)) / exponent.d;
    if (next >= guess) return fraction(guess, scale);
    guess = next;
  }
}

export function calculate(formula: string): Fraction {
  const tokens = formula.match(/\d+(?:\.\d+)?|[-+−×÷^()]/g) ?? [];
  if (tokens.join('') !== formula.replace(/\s/g, '')) throw new Error(`not a formula: ${formula}`);
  let at = 0;
  const take = (...wanted: string[]) => (wanted.includes(tokens[at] ?? '') ? tokens[at++] : undefined);

  const atom = (): Fraction => {
    if (take('(')) {
      const inside = terms();
      if (!take(')')) throw new Error(`a bracket is open: ${formula}`);
      return inside;
    }
    if (take('-')) {
      const { n, d } = atom();
      return fraction(-n, d);
    }
    const [whole = '', decimals = ''] = (tokens[at++] ?? '').split('.');
    if (!/^\d+$/.test(whole)) throw new Error(`a number is missing: ${formula}`);
    return fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
  };
  const powers = (): Fraction => {
    const base = atom();
    return take('^') ? power(base, atom()) : base;
  };
  const factors = (): Fraction => {
    let left = powers();
    for (let op = take('×', '÷'); op; op = take('×', '÷')) {
      const right = powers();
      left = op === '×' ? fraction(left.n * right.n, left.d * right.d) : fraction(left.n * right.d, left.d * right.n);
    }
    return left;
  };
  const terms = (): Fraction => {
    let left = factors();
    for (let op = take('+', '−'); op; op = take('+', '−')) {
      const right = factors();
      const n = op === '+' ? left.n * right.d + right.n * left.d : left.n * right.d - right.n * left.d;
      left = fraction(n, left.d * right.d);
    }
    return left;
  };

  const value = terms();
  if (at !== tokens.length) throw new Error(`something is left over: ${formula}`);
  return value;
}

/** |a − b| as a plain number, for tolerances. */
export function distance(a: Fraction, b: Fraction): number {
  const scale = 10n ** 40n;
  const n = ((a.n * b.d - b.n * a.d) * scale) / (a.d * b.d);
  return Number(n < 0n ? -n : n) / 1e40;
}
