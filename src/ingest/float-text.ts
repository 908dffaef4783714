const LONGEST_TYPED = 12;
const TAIL = 1e-14;

/** Plain decimal digits of a finite double, no exponent: 1e21 → 1000000000000000000000, 1e-7 → 0.0000001. */
function withoutExponent(text: string): string {
  const m = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!m) return text;
  const [, sign = '', lead = '', rest = '', power = '0'] = m;
  const digits = lead + rest;
  const point = 1 + Number(power);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return point >= digits.length
    ? sign + digits.padEnd(point, '0')
    : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/**
 * The decimal that a cell's double was typed as. Spreadsheets store binary doubles and leave tails (3.40000000000001,
 * 274.65999999999997): a value within 1e-14 (relative) of a decimal of at most 12 digits is that decimal.
 */
export function floatText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const shortest = String(value);
  if (shortest.length <= LONGEST_TYPED + 1) return withoutExponent(shortest);
  const typed = Number(value.toPrecision(LONGEST_TYPED));
  const near = Math.abs(typed - value) <= TAIL * Math.abs(value);
  return withoutExponent(near ? String(typed) : shortest);
}

/** Moves the decimal point of a plain decimal `places` to the right: 0.158 by 2 is 15.8. */
export function shiftPoint(text: string, places: number): string {
  const negative = text.startsWith('-');
  const [whole = '', fraction = ''] = (negative ? text.slice(1) : text).split('.');
  const padded = fraction.padEnd(places, '0');
  const left = (whole + padded.slice(0, places)).replace(/^0+(?=\d)/, '');
  const right = padded.slice(places);
  return (negative ? '-' : '') + left + (right === '' ? '' : `.${right}`);
}

/** Pads a plain decimal with zeros to at least `decimals` places. */
export function padDecimals(text: string, decimals: number): string {
  if (decimals <= 0) return text;
  const point = text.indexOf('.');
  const has = point < 0 ? 0 : text.length - point - 1;
  if (has >= decimals) return text;
  return (point < 0 ? `${text}.` : text) + '0'.repeat(decimals - has);
}
