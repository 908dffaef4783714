import * as z from 'zod';
import { type Decimal, parseDecimal } from '../model/decimal.js';
import type { ObsStatus } from '../model/observation.js';
import markers from './missing-markers.yaml';

/** Why a text is no number. `date`: a spreadsheet may have turned 1-2 into a day. */
export type Refusal =
  | 'date'
  | 'scaled-format'
  | 'not-calculated'
  | 'exponent'
  | 'formula-error'
  | 'boolean'
  | 'too-long'
  | 'not-a-number';

/** What a value cell says. `noted`: a mark of a note (①, *) stood behind the figure and was dropped. */
export type CellNumber =
  | { readonly kind: 'number'; readonly value: Decimal; readonly percent: boolean; readonly noted: boolean }
  | { readonly kind: 'missing'; readonly status: ObsStatus }
  | { readonly kind: 'refused'; readonly reason: Refusal };

const markerSchema = () => z.partialRecord(z.enum(['M', 'L', 'K', 'N', 'C', 'O']), z.array(z.string()));
let statuses: ReadonlyMap<string, ObsStatus> | undefined;

/** What the texts of missing figures mean. Read when the first cell is no plain number: in most returns none is. */
function statusOf(text: string): ObsStatus | undefined {
  statuses ??= new Map(
    Object.entries(markerSchema().parse(markers)).flatMap(([status, texts]) =>
      texts.map((marker): [string, ObsStatus] => [marker, status as ObsStatus]),
    ),
  );
  return statuses.get(text);
}

const LONGEST = 40;
const SPACE = /[\s\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]+/gu;
const NOTE = /(?<=[\d０-９%％])(?:[①-⑳⑴-⒇¹²³⁰⁴-⁹*†‡△▲]|[[［【]注?\d{0,2}[\]］】]|[(（]注\d{0,2}[)）])+$/u;
const FORMS: Record<string, string> = {
  '．': '.',
  '，': ',',
  '％': '%',
  '﹪': '%',
  '－': '-',
  '−': '-',
  '﹣': '-',
  '＋': '+',
};
const PLAIN = /^[+-]?\d+(?:\.\d+)?$/;
const GROUPED = /^[+-]?\d{1,3}(?:(?:,\d{3})+|(?: \d{3})+)(?:\.\d+)?$/;
const DATE =
  /^(?:\d{4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?|月份?)|\d{4}-\d{2}|\d{1,2}[-/]\d{1,2}(?:[-/]\d{2,4})?|\d{1,2}月\d{1,2}日|\d{1,2}-[A-Z][a-z]{2}(?:-\d{2,4})?)(?: .*)?$/u;

/** Full-width digits and signs as plain ones; nothing else changes. */
function plainForms(text: string): string {
  return text.replace(/[０-９．，％﹪－−﹣＋]/gu, (c) => FORMS[c] ?? String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

function refusalOf(text: string): Refusal {
  if (/^#(?:N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)/u.test(text)) return 'formula-error';
  if (/^(?:TRUE|FALSE)$/iu.test(text)) return 'boolean';
  if (/^[+-]?\d+(?:\.\d+)?e[+-]?\d+$/iu.test(text)) return 'exponent';
  if (text.endsWith(' (scaled)')) return 'scaled-format';
  if (text.startsWith('=')) return 'not-calculated';
  return DATE.test(text) || text.endsWith(' (time)') ? 'date' : 'not-a-number';
}

/**
 * The one grammar of numbers in returns, on the raw text of a cell: an optional sign, digits with or without thousands
 * separators in threes (`,` or a space), decimals, `%`. Full-width digits, ％, U+2212, outer spaces and a mark of a note
 * behind the figure are allowed. Anything else is a missing marker of a known meaning, or refused.
 */
export function parseCellNumber(raw: string): CellNumber {
  const trimmed = raw.replace(SPACE, ' ').trim();
  const status = statusOf(trimmed.replaceAll(' ', ''));
  if (status !== undefined) return { kind: 'missing', status };
  if (trimmed.length > 4 * LONGEST) return { kind: 'refused', reason: 'too-long' };
  const bare = trimmed.replace(NOTE, '');
  const plain = plainForms(bare)
    .trim()
    .replace(/^([+-]) /, '$1');
  const percent = plain.endsWith('%');
  const digits = percent ? plain.slice(0, -1).trimEnd() : plain;
  if (!PLAIN.test(digits) && !GROUPED.test(digits)) return { kind: 'refused', reason: refusalOf(plain) };
  const value = parseDecimal(digits.replace(/[, ]/g, ''));
  if (value === undefined || digits.length > LONGEST) return { kind: 'refused', reason: 'too-long' };
  return { kind: 'number', value, percent, noted: bare !== trimmed };
}
