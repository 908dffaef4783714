import { floatText, padDecimals, shiftPoint } from './float-text.js';

/** How a cell shows what it holds. */
export interface CellStyle {
  /** Decimals that the format shows; undefined for a general one. */
  readonly decimals?: number | undefined;
  readonly percent?: boolean;
  /** Shows a thousandth or a ten-thousandth of the number: which of the two is meant cannot be told. */
  readonly scaled?: boolean;
  /** day: shows a day; month: shows year and month and no day; time: neither. */
  readonly date?: 'day' | 'month' | 'time';
  /** Steps by which a text is moved in from the left. */
  readonly indent?: number;
}
export const GENERAL: CellStyle = {};

/** A number as its format has it read: 0.158 shown as 15.8% says 15.8%. Digits beyond the format are kept. */
export function numberText(value: number, style: CellStyle): string {
  const plain = floatText(value);
  if (style.scaled) return `${plain} (scaled)`;
  if (style.percent) return `${padDecimals(shiftPoint(plain, 2), style.decimals ?? 0)}%`;
  return padDecimals(plain, style.decimals ?? 0);
}

const DAY = 86_400_000;

/** Day number → 2024-01-02, or 2024-01 where the format shows year and month only and the day is the first. */
export function dateText(serial: number, style: CellStyle, date1904: boolean): string {
  const days = date1904 ? serial + 1462 : serial;
  if (style.date === 'time' || !(days >= 1 && days < 2_958_466)) return `${serial} (time)`;
  // Day 60 of the 1900 system is 29 February 1900, which never was.
  const date = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + Math.floor(days) * DAY).toISOString();
  return style.date === 'month' && date.slice(8, 10) === '01' ? date.slice(0, 7) : date.slice(0, 10);
}
