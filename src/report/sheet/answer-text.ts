import type { Claim, ClaimKind } from '../../claims/claim.js';
import { parseCellNumber } from '../../ingest/number-text.js';
import { type Decimal, formatDecimal } from '../../model/decimal.js';
import { parseChineseInteger } from '../../model/numeral.js';
import { parseUnit } from '../../model/unit.js';
import type { AnswerCode } from './diagnostics.js';
import { signWordAt } from './sign-word.js';

/** The slot that an answer is for, with the text of its block before and after it. */
export interface AnswerTarget {
  readonly kind: ClaimKind;
  readonly claim: Claim | undefined;
  readonly before: string;
  readonly after: string;
  /** X.X asks for decimals, so for a number. */
  readonly decimals?: number | undefined;
}

/** What somebody has typed for a slot. */
export type Typed =
  | { readonly kind: 'blank' }
  | { readonly kind: 'answer'; readonly text: string; readonly value?: Decimal; readonly verb?: string }
  | { readonly kind: 'refused'; readonly code: AnswerCode; readonly args: Readonly<Record<string, string>> };

const LONGEST_TEXT = 60;
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

const refuse = (code: AnswerCode, args: Readonly<Record<string, string>> = {}): Typed => ({
  kind: 'refused',
  code,
  args,
});

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

/** Reads what somebody typed, by what the slot asks for: a number, a rank, a date, a name. */
export function parseAnswer(raw: string, target: AnswerTarget): Typed {
  const text = raw.replace(/^'(?=[=+\-@\d])/u, '').trim();
  if (text === '' || /^(?:[×╳✕✖☓]+(?:\.[×╳✕✖☓]+)?|[_＿]{2,})$/u.test(text)) return { kind: 'blank' };
  if (parseCellNumber(text).kind === 'missing') return refuse('sheet-no-answer', { found: text });
  switch (wants(target)) {
    case 'name':
      return parseName(text, target);
    case 'date':
      return parseDatePart(text, target);
    case 'rank':
      return parseRank(text, target);
    case 'number':
      return parseNumber(text, target);
    case 'any': {
      const number = parseNumber(text, target);
      return number.kind === 'answer' || number.code !== 'sheet-not-a-number' ? number : parseFreeText(text, target);
    }
  }
}

function wants({ kind, decimals, before }: AnswerTarget): 'name' | 'date' | 'rank' | 'number' | 'any' {
  if (kind === 'name' || kind === 'date') return kind;
  if (kind === 'rank' || kind === 'rank-change' || /第\s*$/u.test(before)) return 'rank';
  return kind === 'none' && decimals === undefined ? 'any' : 'number';
}

function parseName(text: string, target: AnswerTarget): Typed {
  if (parseCellNumber(text).kind === 'number') return refuse('sheet-number-for-name', { found: text });
  return parseFreeText(text, target);
}

/** A text in one line. What it repeats of the words behind the slot is dropped: 张局长 for ×局长 prints 张. */
function parseFreeText(text: string, { claim, before, after }: AnswerTarget): Typed {
  if (UNSAFE.test(text) || text.length > LONGEST_TEXT) return refuse('sheet-text-unfit', { found: text });
  let own = text;
  if (before.endsWith('《') && own.startsWith('《')) own = own.slice(1);
  const tail = claim?.kind === 'name' ? claim.label.slice(claim.number.end - claim.number.start) : '';
  const repeated = [...prefixes(after), ...(tail === '' ? [] : [tail])].find(
    (t) => own.endsWith(t) && own.length > t.length,
  );
  if (repeated !== undefined) own = own.slice(0, -repeated.length);
  return { kind: 'answer', text: own };
}

/** Beginnings of a text, of two characters and more, longest first. */
const prefixes = (text: string): readonly string[] =>
  [10, 9, 8, 7, 6, 5, 4, 3, 2].filter((n) => n <= text.length).map((n) => text.slice(0, n));

const DATE_PARTS: Readonly<Record<string, readonly [number, number]>> = {
  年: [1900, 2100],
  季: [1, 4],
  月: [1, 12],
  日: [1, 31],
  时: [0, 24],
  点: [0, 24],
};

/** The number in front of 年, 月, 日: Arabic or Chinese, within its range. */
function parseDatePart(text: string, { after }: AnswerTarget): Typed {
  const part = after.slice(0, 1);
  const own = plain(text).replace(new RegExp(`${/^[年月日时点]$/u.test(part) ? part : '(?!)'}$`, 'u'), '');
  const value = /^\d{1,4}$/.test(own) ? Number(own) : parseChineseInteger(own);
  const [least, most] = DATE_PARTS[part] ?? [0, 9999];
  if (value === undefined || value < least || value > most)
    return refuse('sheet-date-unfit', { found: text, part, least: String(least), most: String(most) });
  return { kind: 'answer', text: own, value: { digits: BigInt(value), decimals: 0 } };
}

/** A whole number from 1, Arabic or Chinese; 第 and 位 may be typed where the template has them. */
function parseRank(text: string, { before, after }: AnswerTarget): Typed {
  let own = plain(text);
  if (/第\s*$/u.test(before)) own = own.replace(/^第/u, '');
  const counter = /^\s*(?:个?位次|位|名|届|次|期|批|个|条|项)/u.exec(after)?.[0].trim();
  if (counter !== undefined && own.endsWith(counter)) own = own.slice(0, -counter.length);
  const number = parseCellNumber(own);
  const value = number.kind === 'number' && !number.percent ? number.value : chineseDecimal(own);
  if (value === undefined || value.decimals > 0 || value.digits < 1n || value.digits > 99_999n)
    return refuse('sheet-rank-unfit', { found: text });
  return { kind: 'answer', text: number.kind === 'number' ? formatDecimal(value) : own, value };
}

function chineseDecimal(text: string): Decimal | undefined {
  const value = parseChineseInteger(text);
  return value === undefined ? undefined : { digits: BigInt(value), decimals: 0 };
}

/** A number, with the slot's own unit or none behind it, and the word of sign or none in front. */
function parseNumber(text: string, target: AnswerTarget): Exclude<Typed, { kind: 'blank' }> {
  const { claim, before, after } = target;
  const sign = claim?.sign ?? signWordAt(before);
  const said = plain(text);
  const verb = claim?.sign && [claim.sign.text, claim.sign.partner].find((word) => said.startsWith(word));
  const own = verb === undefined ? text : said.slice(verb.length);
  const digits = /^.*[\d０-９]/su.exec(own)?.[0] ?? '';
  const number = parseCellNumber(digits);
  const count = target.kind === 'fact' && digits === '' ? chineseDecimal(plain(own)) : undefined;
  if (count) return { kind: 'answer', text: plain(own), value: count };
  if (number.kind !== 'number') return refused('sheet-not-a-number', { found: text });
  const unit = plain(own.slice(digits.length));
  if (unit !== '' && !isOwnUnit(unit, claim, after))
    return refused('sheet-other-unit', { found: unit, expected: claim?.unit?.text ?? '' });
  const shown = formatDecimal(number.value);
  const args = { found: text, word: sign?.text ?? '', partner: sign?.partner ?? '', magnitude: shown.replace('-', '') };
  if (number.value.digits < 0n && sign) return refused('sheet-sign-in-word', args);
  if (number.value.digits < 0n && !maySayMinus(target)) return refused('sheet-negative', args);
  if (number.value.digits === 0n && claim?.sign) return refused('sheet-zero-change', args);
  return { kind: 'answer', text: shown, value: number.value, ...(verb === undefined ? {} : { verb }) };
}

const refused = (code: AnswerCode, args: Readonly<Record<string, string>>) =>
  ({ kind: 'refused', code, args }) as const;

/** The unit of the slot, or where the words name none, what stands behind it. No other unit, and no other scale. */
function isOwnUnit(unit: string, claim: Claim | undefined, after: string): boolean {
  if (claim?.unit) return parseUnit(unit)?.text === claim.unit.text;
  return plain(after).startsWith(unit);
}

/** Levels and rates may fall below zero; shares, counts of days and the like may not. */
const maySayMinus = ({ kind }: AnswerTarget): boolean => ['level', 'growth', 'fact', 'none'].includes(kind);
