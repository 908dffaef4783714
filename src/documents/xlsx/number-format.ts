import { formatDecimal, parseDecimal, toRational } from '../../model/decimal.js';
import { multiply, powerOfTen } from '../../model/rational.js';
import { round } from '../../model/rounding.js';

/** Formats that Excel knows by number alone, those that tables of figures use. 27 to 58 as in a Chinese Excel. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy/m/d',
  17: 'mmm-yy',
  27: 'yyyy年m月',
  31: 'yyyy年m月d日',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  49: '@',
  57: 'yyyy年m月',
  58: 'm月d日',
};

export const builtInFormat = (id: number): string => BUILT_IN[id] ?? 'General';

/** The part of a format for positive numbers, without colours, conditions, currency and padding. */
function bare(format: string): string {
  const first = format.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/)[0] ?? '';
  return first.replace(/\[[^\]]*\]|_.|\*./g, '');
}

const unquoted = (format: string): string => format.replace(/"[^"]*"|\\./g, '');

export const isPercentFormat = (format: string): boolean => unquoted(bare(format)).includes('%');
export const isTextFormat = (format: string): boolean => bare(format) === '@';
const isDateFormat = (format: string): boolean => /[ymd]/i.test(unquoted(bare(format))) && !/General/i.test(format);

/** The shortest decimal of a stored number; exponents written out. Undefined for what is no plain number. */
function plainDecimal(stored: string): string | undefined {
  if (parseDecimal(stored) && stored.replace(/\D/g, '').length <= 15) return stored;
  const value = Number(stored);
  if (stored.trim() === '' || !Number.isFinite(value)) return undefined;
  const [mantissa = '', exponent] = String(Number(value.toPrecision(15))).split('e');
  const decimal = parseDecimal(mantissa.replace('+', ''));
  if (!decimal) return undefined;
  const shift = decimal.decimals - Number(exponent ?? 0);
  return shift >= 0
    ? formatDecimal({ digits: decimal.digits, decimals: shift })
    : formatDecimal({ digits: decimal.digits * 10n ** BigInt(-shift), decimals: 0 });
}

/**
 * A stored number as the cell shows it: decimals, percent, thousands, year and month. Rounded half up from the shortest decimal, as
 * Excel does. What the format adds as words is left out; formats beyond these show the number as stored.
 */
export function formatNumber(stored: string, format: string, date1904: boolean): string {
  const plain = plainDecimal(stored);
  if (plain === undefined) return stored;
  if (isDateFormat(format)) return formatDate(Number(plain), format, date1904);
  const code = unquoted(bare(format));
  const digits = /[0#?][0#?,]*(?:\.([0#?]*))?/.exec(code);
  const decimal = parseDecimal(plain);
  if (!digits || !decimal || /General/i.test(format) || /E[+-]/i.test(code)) return plain;
  const places = digits[1] ?? '';
  const scaled = multiply(toRational(decimal), powerOfTen(code.includes('%') ? 2 : 0));
  const rounded = round(scaled, places.length);
  let text = formatDecimal(rounded);
  const least = places.replace(/[^0]/g, '').length;
  while (text.includes('.') && text.length - text.indexOf('.') - 1 > least && text.endsWith('0'))
    text = text.slice(0, -1);
  text = text.replace(/\.$/, '');
  const grouped = digits[0].includes(',') ? text.replace(/\B(?=(?:\d{3})+(?=\.|$))(?<!\.\d*)/g, ',') : text;
  return code.includes('%') ? `${grouped}%` : grouped;
}

function formatDate(serial: number, format: string, date1904: boolean): string {
  // Day 0 of the 1900 system is 30 December 1899 for every date after February 1900.
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const date = new Date(epoch + Math.floor(serial) * 86_400_000);
  if (Number.isNaN(date.getTime())) return String(serial);
  const pad = (n: number, width: number) => String(n).padStart(width, '0');
  return bare(format).replace(/"([^"]*)"|\\(.)|y+|m+|d+|[hs]+(?::[hms]+)*/gi, (token, quoted, escaped) => {
    if (quoted !== undefined || escaped !== undefined) return quoted ?? escaped;
    const unit = token[0]!.toLowerCase();
    if (unit === 'y') return token.length > 2 ? pad(date.getUTCFullYear(), 4) : pad(date.getUTCFullYear() % 100, 2);
    if (unit === 'm') return pad(date.getUTCMonth() + 1, Math.min(2, token.length));
    return unit === 'd' ? pad(date.getUTCDate(), Math.min(2, token.length)) : '';
  });
}
