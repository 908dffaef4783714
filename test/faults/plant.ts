import { type CleanNumber, type CleanReport, couldBeRight, type OtherPhrase } from './clean-report.js';

/** The kinds of single faults, as people make them. */
export const FAULT_KINDS = [
  'digit',
  'sign',
  'verb',
  'unit',
  'ten-thousandfold',
  'points-or-percent',
  'region',
  'period',
  'indicator',
  'month-or-total',
  'rank',
  'truncation',
  'stale',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** One fault: text[start, end) of a block is replaced, and the number that then is wrong stands at `at`. */
export interface Fault {
  readonly report: CleanReport;
  readonly kind: FaultKind;
  readonly how: string;
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly at: number;
}

/** Every single fault that can be planted in a report. What a reader could not call wrong is no fault. */
export function faultsOf(report: CleanReport): readonly Fault[] {
  return report.numbers.flatMap((number) => {
    const { text } = report.document.blocks[number.block]!;
    const fault = (kind: FaultKind, how: string, start: number, end: number, into: string, at: number): Fault => ({
      report,
      kind,
      how,
      block: number.block,
      start,
      end,
      text: into,
      at,
    });
    return [...numberFaults(number, text, fault), ...wordFaults(number, text, fault), ...cellFaults(number, fault)];
  });
}

type Make = (kind: FaultKind, how: string, start: number, end: number, into: string, at: number) => Fault;

/** The number itself is mistyped. */
function numberFaults(number: CleanNumber, text: string, fault: Make): readonly Fault[] {
  const { start, end } = number.number;
  const printed = text.slice(start, end);
  const found: Fault[] = [];
  const put = (kind: FaultKind, how: string, into: string) => {
    const decimals = into.split('.')[1]?.length ?? 0;
    const signed = number.verb && number.exact < 0 ? -Number(into) : Number(into);
    const loose = number.approximate ? Math.abs(number.exact) * 0.12 : 0;
    const exact = number.verb || number.exact >= 0 || into.startsWith('-') ? number.exact : -number.exact;
    if (!couldBeRight(signed, decimals, exact, number.slack + loose))
      found.push(fault(kind, how, start, end, into, start));
  };
  if (number.kind === 'rank') {
    const rank = Number(printed);
    if (!Number.isInteger(rank)) return found;
    put('rank', '+1', `${rank + 1}`);
    if (rank > 1) put('rank', '-1', `${rank - 1}`);
    return found;
  }
  for (let i = 0; i < printed.length; i++) {
    const digit = printed[i]!;
    if (!/\d/.test(digit)) continue;
    const other = String((Number(digit) + 1 + ((i * 3) % 8)) % 10);
    const leading = i === 0 || (i === 1 && printed[0] === '-');
    if (!(leading && other === '0')) put('digit', 'one', printed.slice(0, i) + other + printed.slice(i + 1));
    const next = printed[i + 1];
    if (next !== undefined && /\d/.test(next) && next !== digit && !(leading && next === '0'))
      put('digit', 'swapped', printed.slice(0, i) + next + digit + printed.slice(i + 2));
  }
  if (/^-/.test(printed)) put('sign', 'minus-lost', printed.slice(1));
  else if (number.verb) found.push(fault('sign', 'minus-doubled', start, end, `-${printed}`, start));
  else if (number.kind === 'growth') put('sign', 'minus', `-${printed}`);
  if (!/^-?0/.test(printed)) {
    put('ten-thousandfold', 'times', shifted(printed, 4));
    put('ten-thousandfold', 'divided', shifted(printed, -4));
  }
  const cut = /^(.*\.\d*)\d$/u.exec(printed)?.[1]?.replace(/\.$/u, '');
  if (cut !== undefined && !isRounding(cut, number.exact))
    found.push(fault('truncation', 'cut', start, end, cut, start));
  return found;
}

/** Whether a shorter number is what the figure rounds to; then it was not cut off. */
function isRounding(cut: string, exact: number): boolean {
  const decimals = cut.split('.')[1]?.length ?? 0;
  return Math.abs(Math.abs(Number(cut)) - Math.abs(exact)) <= 10 ** -decimals / 2 + 1e-9;
}

/** The decimal point moved in the text. */
function shifted(text: string, by: number): string {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const digits = whole + fraction;
  const point = whole.length + by;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  const moved = padded.slice(0, at).replace(/^0+(?=\d)/u, '') + (at < padded.length ? `.${padded.slice(at)}` : '');
  return (text.startsWith('-') ? '-' : '') + moved;
}

/** A word beside the number is wrong. */
function wordFaults(number: CleanNumber, text: string, fault: Make): readonly Fault[] {
  const found: Fault[] = [];
  const { unit, verb } = number;
  const written = text.slice(unit.start, unit.end);
  const swap = (kind: FaultKind, how: string, into: string) =>
    found.push(fault(kind, how, unit.start, unit.end, into, number.number.start));
  if (verb) found.push(fault('verb', 'flipped', verb.start, verb.end, verb.partner, movedBy(number)));
  const scale = /^(?:[十百千]?[万亿]|万亿)/u.exec(written)?.[0];
  if (scale) {
    const base = written.slice(scale.length);
    swap('unit', 'scale-lost', base);
    swap('unit', 'scale-changed', (scale === '亿' ? '万' : '亿') + base);
    if (base === '件' || base === '元') swap('unit', 'measure-changed', scale + (base === '件' ? '元' : '件'));
  }
  if (written === '个百分点') {
    swap('unit', 'measure-word-lost', '百分点');
    swap('points-or-percent', 'percent', '%');
  }
  if (written === '%') swap('points-or-percent', 'points', '个百分点');
  return found;
}

const movedBy = ({ number, verb }: CleanNumber): number =>
  number.start + (verb ? verb.partner.length - (verb.end - verb.start) : 0);

/** The figure of another cell was written. */
function cellFaults(number: CleanNumber, fault: Make): readonly Fault[] {
  if (number.approximate) return [];
  return number.others.flatMap(({ from, phrase, signed }: OtherPhrase) => {
    const printed = [...phrase.matchAll(/-?\d+(?:\.\d+)?/gu)].findLast(() => true)!;
    const decimals = printed[0].split('.')[1]?.length ?? 0;
    if (couldBeRight(signed, decimals, number.exact, number.slack)) return [];
    const { start, end } = number.phrase;
    return [fault(from, from, start, end, phrase, start + printed.index)];
  });
}
