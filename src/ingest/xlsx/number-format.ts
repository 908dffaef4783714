import * as z from 'zod';
import { type CellStyle, GENERAL } from '../cell-text.js';
import builtIn from './number-formats.yaml';

const BUILT_IN = new Map(
  Object.entries(z.record(z.string(), z.string()).parse(builtIn)).map(([id, code]) => [Number(id), code]),
);

/** What a number format code shows of a number: decimals, percent, or a date. Only the section for positive numbers counts. */
export function parseNumberFormat(code: string): CellStyle {
  const bare = code.replace(/"[^"]*"|[\\!_*]./gsu, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu, '');
  const section = bare.split(';')[0] ?? '';
  if (/^\s*general\s*$/iu.test(section) || section.includes('@')) return GENERAL;
  if (/[ymdhs]/iu.test(section.replace(/AM\/PM|A\/P|上午\/下午/giu, ''))) return { date: dateKind(section) };
  if (/E[+-]|\//iu.test(section)) return GENERAL;
  // A comma behind the digits divides what is shown by a thousand: the heading may speak of either number.
  if (/[0#?][^0#?,]*,+[^0#?]*$/u.test(section)) return { scaled: true };
  const m = /[0#?](?:\.([0#?]*))?[^0#?]*$/u.exec(section.replace(/,/g, ''));
  if (!m) return GENERAL;
  const digits = section.replace(/[^0#?.]/g, '');
  const decimals = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0;
  return { decimals, ...(section.includes('%') ? { percent: true } : {}) };
}

function dateKind(section: string): 'day' | 'month' | 'time' {
  const [year, day] = [/y/iu.test(section), /d/iu.test(section)];
  if (day) return 'day';
  if (year && /m/iu.test(section)) return 'month';
  return year || /m(?!:)/iu.test(section.replace(/[hs:]+m+|m+:?s+/giu, '')) ? 'day' : 'time';
}

/** A format by its number: the workbook's own first, then what the standard fixes. */
export const styleOfFormat = (id: number, own: ReadonlyMap<number, string>): CellStyle => {
  const code = own.get(id) ?? BUILT_IN.get(id);
  return code === undefined ? GENERAL : parseNumberFormat(code);
};
