/** A number as a scaled integer: value × 10^decimals. */
export interface ScaledNumber {
  scaled: number;
  decimals: number;
}

const MOST_DIGITS = 15;
const MOST_DECIMALS = 8;
const POWERS = Array.from({ length: MOST_DECIMALS + 1 }, (_, i) => 10 ** i);

/**
 * The fast road of the number grammar: digits with at most one point and a leading minus, at most 15 digits, so that a
 * double holds them exactly. False for every other text, which the whole grammar then reads; the value goes into `into`.
 */
export function readPlainText(text: string, into: ScaledNumber): boolean {
  const { length } = text;
  const start = length > 0 && text.charCodeAt(0) === 0x2d ? 1 : 0;
  if (length - start === 0 || length - start > MOST_DIGITS + 1) return false;
  let scaled = 0;
  let point = -1;
  for (let i = start; i < length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0x30 && c <= 0x39) scaled = scaled * 10 + (c - 0x30);
    else if (c === 0x2e && point < 0 && i > start && i < length - 1) point = i;
    else return false;
  }
  const decimals = point < 0 ? 0 : length - point - 1;
  if (length - start - (point < 0 ? 0 : 1) > MOST_DIGITS) return false;
  into.scaled = start === 1 && scaled !== 0 ? -scaled : scaled;
  into.decimals = decimals;
  return true;
}

const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;

/**
 * The same road on bytes: reads the number that begins at `from`, and gives where it ends, or −1 where none stands there. What
 * follows it is for the caller to judge: a field that goes on is no plain number. Any byte that is no digit ends the reading.
 */
export function readPlainBytes(bytes: Uint8Array, from: number, into: ScaledNumber): number {
  const start = bytes[from] === MINUS ? from + 1 : from;
  let scaled = 0;
  let point = -1;
  let at = start;
  for (; ; at++) {
    const c = bytes[at]!;
    if (c >= ZERO && c <= ZERO + 9) scaled = scaled * 10 + (c - ZERO);
    else if (c === POINT && point < 0 && at > start) point = at;
    else break;
  }
  const digits = at - start - (point < 0 ? 0 : 1);
  if (digits === 0 || digits > MOST_DIGITS || point === at - 1) return -1;
  into.scaled = start > from && scaled !== 0 ? -scaled : scaled;
  into.decimals = point < 0 ? 0 : at - point - 1;
  return at;
}

/** A double of more digits may carry a tail: what it was typed as is for `floatText` to say. */
const LARGEST_TYPED = 1e12;

/** Decimals of a double that is a decimal of at most eight places and twelve digits exactly as typed; −1 for any other. */
export function typedDecimals(value: number): number {
  for (let d = 0; d <= MOST_DECIMALS; d++) {
    const scaled = Math.round(value * POWERS[d]!);
    if (scaled > LARGEST_TYPED || scaled < -LARGEST_TYPED) return -1;
    if (scaled / POWERS[d]! === value) return d;
  }
  return -1;
}

/** A double of such digits as a whole number of units of its last place, by the number of its decimals; NaN for any other. */
export function scale(value: number, decimals: number): number {
  if (decimals > MOST_DECIMALS) return Number.NaN;
  const scaled = Math.round(value * POWERS[decimals]!);
  if (scaled > LARGEST_TYPED || scaled < -LARGEST_TYPED || scaled / POWERS[decimals]! !== value) return Number.NaN;
  return scaled === 0 ? 0 : scaled;
}
