import type { Buffer } from 'node:buffer';

/** A cell that holds a plain number, a text of the shared pool by its number, or nothing. */
export interface PlainCell {
  row: number;
  column: number;
  style: number;
  value: number;
  shared: boolean;
  empty: boolean;
  /** Index behind its end tag. */
  end: number;
}

const POWERS = Array.from({ length: 16 }, (_, i) => 10 ** i);
const MOST_DIGITS = 15;
/** More bytes than a cell in that spelling takes: nearer to the end of a piece than this, none is read here. */
const LONGEST = 96;
const LONGEST_ROW = 256;
// One by one: as parts of an array they would be looked up for every byte.
const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const SPACE = 0x20;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const POINT = 0x2e;
const MINUS = 0x2d;
const A = 0x41;
const Z = 0x5a;
const ZERO = 0x30;
const NINE = 0x39;
const C = 0x63;
const H = 0x68;
const I = 0x69;
const N = 0x6e;
const O = 0x6f;
const R = 0x72;
const S = 0x73;
const T = 0x74;
const V = 0x76;
const W = 0x77;

/** The double of a plain decimal in [start, end): exact for up to 15 digits, by one division; NaN where it is another spelling. */
export function plainNumber(b: Buffer, start: number, end: number): number {
  const negative = b[start] === MINUS;
  let mantissa = 0;
  let digits = 0;
  let point = -1;
  for (let i = negative ? start + 1 : start; i < end; i++) {
    const c = b[i]!;
    if (c === POINT && point < 0) point = digits;
    else if (c >= ZERO && c <= NINE && digits < MOST_DIGITS) {
      mantissa = mantissa * 10 + (c - ZERO);
      digits++;
    } else return Number.NaN;
  }
  if (digits === 0) return Number.NaN;
  const value = point < 0 ? mantissa : mantissa / POWERS[digits - point]!;
  return negative ? -value : value;
}

/**
 * Reads the cell at `lt` in the one spelling that all programs use, <c r="B2" s="1" t="s"><v>12</v></c> or <c r="B2" s="1"/>. False
 * for any other, and for a cell that goes on in the next piece: both are left to the general scanner.
 */
export function readPlainCell(b: Buffer, lt: number, cell: PlainCell): boolean {
  if (lt + LONGEST > b.length || b[lt] !== LT || b[lt + 1] !== C || b[lt + 2] !== SPACE || b[lt + 3] !== R)
    return false;
  if (b[lt + 4] !== EQUALS || b[lt + 5] !== QUOTE) return false;
  let i = lt + 6;
  let column = 0;
  for (; b[i]! >= A && b[i]! <= Z && column < 0xffff; i++) column = column * 26 + (b[i]! - A + 1);
  let row = 0;
  for (; b[i]! >= ZERO && b[i]! <= NINE && row < 0xffffff; i++) row = row * 10 + (b[i]! - ZERO);
  if (b[i++] !== QUOTE) return false;
  let style = 0;
  let shared = false;
  while (b[i] === SPACE) {
    const name = b[i + 1];
    if (b[i + 2] !== EQUALS || b[i + 3] !== QUOTE) return false;
    i += 4;
    if (name === S) for (; b[i]! >= ZERO && b[i]! <= NINE && style < 0xffff; i++) style = style * 10 + (b[i]! - ZERO);
    else if (name === T && (b[i] === S || b[i] === N)) shared = b[i++] === S;
    else return false;
    if (b[i++] !== QUOTE) return false;
  }
  cell.row = row;
  cell.column = column;
  cell.style = style;
  cell.shared = shared;
  cell.empty = b[i] === SLASH && b[i + 1] === GT;
  cell.end = i + 2;
  return cell.empty || readValue(b, i, cell);
}

/** Reads ><v>12</v></c>. */
function readValue(b: Buffer, from: number, cell: PlainCell): boolean {
  let i = from;
  if (b[i] !== GT || b[i + 1] !== LT || b[i + 2] !== V || b[i + 3] !== GT) return false;
  i += 4;
  const negative = b[i] === MINUS;
  if (negative) i++;
  let mantissa = 0;
  let digits = 0;
  let point = -1;
  for (; ; i++) {
    const c = b[i]!;
    if (c >= ZERO && c <= NINE) {
      if (++digits > MOST_DIGITS) return false;
      mantissa = mantissa * 10 + (c - ZERO);
    } else if (c === POINT && point < 0) point = digits;
    else break;
  }
  if (digits === 0 || b[i] !== LT || b[i + 1] !== SLASH || b[i + 2] !== V || b[i + 3] !== GT) return false;
  if (b[i + 4] !== LT || b[i + 5] !== SLASH || b[i + 6] !== C || b[i + 7] !== GT) return false;
  if (cell.shared && (negative || point >= 0)) return false;
  const value = point < 0 ? mantissa : mantissa / POWERS[digits - point]!;
  cell.value = negative ? -value : value;
  cell.end = i + 8;
  return true;
}

/** Reads </row> at `lt`: where it ends, or −1. */
export function readRowEnd(b: Buffer, lt: number): number {
  const found =
    b[lt] === LT && b[lt + 1] === SLASH && b[lt + 2] === R && b[lt + 3] === O && b[lt + 4] === W && b[lt + 5] === GT;
  return found ? lt + 6 : -1;
}

/** A row by its number, and where its start tag ends. */
export interface PlainRow {
  row: number;
  end: number;
}

/** Reads <row r="12" spans="1:11"> at `lt`. False for another spelling, a hidden row, and a tag that goes on in the next piece. */
export function readPlainRow(b: Buffer, lt: number, into: PlainRow): boolean {
  if (b[lt] !== LT || b[lt + 1] !== R || b[lt + 2] !== O || b[lt + 3] !== W || b[lt + 4] !== SPACE) return false;
  if (b[lt + 5] !== R || b[lt + 6] !== EQUALS || b[lt + 7] !== QUOTE) return false;
  let i = lt + 8;
  let row = 0;
  for (; b[i]! >= ZERO && b[i]! <= NINE && row < 0xffffff; i++) row = row * 10 + (b[i]! - ZERO);
  if (b[i++] !== QUOTE) return false;
  const until = Math.min(b.length, i + LONGEST_ROW);
  for (; i < until && b[i] !== GT; i++) if (b[i] === SPACE && b[i + 1] === H && b[i + 2] === I) return false;
  if (i >= until || b[i - 1] === SLASH) return false;
  into.row = row;
  into.end = i + 1;
  return true;
}
