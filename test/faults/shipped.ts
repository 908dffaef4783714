import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Claim } from '../../src/claims/claim.js';
import { readDocument } from '../../src/claims/read-document.js';
import { inClaimUnit } from '../../src/claims/wording/displayed.js';
import { Files } from '../../src/cli/files.js';
import { loadReport } from '../../src/cli/load-report.js';
import type { World } from '../../src/cli/world.js';
import { openDocument } from '../../src/documents/open-document.js';
import { evaluate } from '../../src/measures/evaluate.js';
import type { At, Query } from '../../src/measures/query.js';
import type { Document } from '../../src/model/document.js';
import { type Figure, isFigure } from '../../src/model/figure.js';
import { lastMonth, shiftYears, type TimePeriod } from '../../src/model/time-period.js';
import { editsOf, type PlannedSlot, planFill } from '../../src/report/fill/plan-fill.js';
import type { ReportContext } from '../../src/report/report-context.js';
import { fillFromSheet } from '../../src/report/sheet/fill-from-sheet.js';
import { sheetRows } from '../../src/report/sheet/sheet-rows.js';
import type { CleanNumber, CleanReport, OtherPhrase } from './clean-report.js';

const root = resolve(import.meta.dirname, '../..');
export const SHIPPED = ['city-speech', 'culture-tourism', 'example', 'national-brief', 'province-bulletin'] as const;

/**
 * A template that ships, filled from its returns and completed by a sheet with invented facts, as people work with it. What
 * its numbers should be, fixtures/fill holds apart from the tool; here they are only taken over.
 */
export async function shippedReport(name: (typeof SHIPPED)[number]): Promise<CleanReport> {
  const folder = join(root, 'templates', name);
  const file = (await readdir(folder)).find((f) => f.endsWith('.md'))!;
  const { opened, context } = await loadReport(file, worldIn(folder));
  const { document } = opened;
  const rows = sheetRows(planFill(document, context), document, context, 'zh').map(({ row, asks }, i) => ({
    ...row,
    row: i + 2,
    answer: asks.status === 'open' || asks.status === 'ambiguous' ? inventedAnswer(asks.wants, asks.choices, i) : '',
  }));
  const { plan, remembered } = fillFromSheet(
    document,
    context,
    { sheet: undefined, answerColumn: 9, rows },
    '补充.csv',
  );
  const bytes = opened.write(editsOf(plan), { mode: 'clean' });
  const filled = (await openDocument(file, bytes)).document;
  const complete = { ...context, answers: remembered.answers };
  const known = plan.slots.filter((s) => s.status === 'filled' && s.figure !== undefined);
  const numbers = numbersOf(filled, complete, known);
  return { name, document: filled, context: complete, numbers };
}

function inventedAnswer(wants: string, choices: readonly string[], i: number): string {
  if (choices.length > 0) return choices[0]!;
  return wants === 'text' ? '阳光' : String(13 + ((i * 37) % 80));
}

/** The least of a world that reading a project needs. */
const worldIn = (folder: string): World => ({
  files: new Files(folder),
  lang: 'zh',
  fileLang: 'zh',
  projectFile: undefined,
  print: () => {},
  write: () => {},
  showProgress: () => {},
  printSaid: () => {},
  tell: () => {},
  say: () => {},
  colour: false,
});

/** The figures that fill put in place, found again in the filled text by what they mean. */
function numbersOf(filled: Document, context: ReportContext, slots: readonly PlannedSlot[]): readonly CleanNumber[] {
  const wanted = new Set(slots.map((s) => `${s.block} ${JSON.stringify(s.claim!.readings.map((r) => r.query))}`));
  return readDocument(filled, context.reading).flatMap((claim) => {
    const key = `${claim.block} ${JSON.stringify(claim.readings.map((r) => r.query))}`;
    return wanted.has(key) ? cleanNumber(claim, filled.blocks[claim.block]!.text, context) : [];
  });
}

const KINDS: Readonly<Record<string, CleanNumber['kind']>> = {
  level: 'level',
  growth: 'growth',
  difference: 'points',
  share: 'share',
  rank: 'rank',
};

function cleanNumber(claim: Claim, text: string, context: ReportContext): readonly CleanNumber[] {
  const { number, unitSpan, sign, list, readings } = claim;
  const query = readings[0]!.query;
  const figure = evaluate(query, context.measures);
  const exact = isFigure(figure) ? valueIn(figure, claim) : undefined;
  if (!isFigure(figure) || exact === undefined || number.value.kind !== 'written') return [];
  const kind = KINDS[claim.kind] ?? 'other';
  const unit = kind === 'rank' || !unitSpan ? { start: number.end, end: number.end } : unitSpan;
  const verb = sign?.kind === 'verb' && !list && sign.end <= number.start ? sign : undefined;
  const decimals = number.value.value.decimals;
  const phrase = { start: verb?.start ?? number.start, end: unit.end };
  const between = text.slice(verb?.end ?? number.start, number.start);
  const shown = (q: Query, from: OtherPhrase['from']): readonly OtherPhrase[] => {
    const other = evaluate(q, context.measures);
    const value = isFigure(other) ? valueIn(other, claim) : undefined;
    if (value === undefined || value === 0) return [];
    // A figure that needs the other verb is no slip of the eye in a list that shares one verb.
    const own = claim.sign?.sign ?? 1;
    if (value * own < 0 && !verb) return [];
    const signed = Math.sign(value) * Number(Math.abs(value).toFixed(decimals));
    const word = verb ? (Math.sign(value) === own ? verb.text : verb.partner) : '';
    const printed = Math.abs(signed).toFixed(decimals);
    return [{ from, phrase: word + between + printed + text.slice(number.end, unit.end), signed }];
  };
  return [
    {
      block: claim.block,
      kind,
      number: { start: number.start, end: number.end },
      phrase,
      unit: { start: unit.start, end: unit.end },
      verb: verb && { start: verb.start, end: verb.end, partner: verb.partner },
      approximate: claim.approximator !== undefined,
      exact,
      slack: slackOf(claim, figure),
      others: kind === 'rank' ? [] : otherCells(query, context).flatMap(([from, q]) => shown(q, from)),
    },
  ];
}

function valueIn(figure: Figure, claim: Claim): number | undefined {
  const own = inClaimUnit(figure, claim);
  return 'reason' in own ? undefined : Number(own.value.num) / Number(own.value.den);
}

/** What the rounding of the delivered figures allows, from their own digits. */
function slackOf({ kind }: Claim, { derivation }: Figure): number {
  if (kind === 'difference' || kind === 'share') return 0.1;
  if (derivation.kind === 'delivered' || kind === 'rank') return 0;
  if (kind === 'level' || kind === 'average' || kind === 'increase') return 0;
  const parts = derivation.terms.map(({ value }) => {
    const decimals = value.split('.')[1]?.length ?? 0;
    return (0.5 * 10 ** -decimals) / Math.abs(Number(value));
  });
  return parts.reduce((a, b) => a + b, 0) * 250;
}

/** The question with one thing changed. */
function otherCells(query: Query, { measures, reading }: ReportContext): readonly [OtherPhrase['from'], Query][] {
  if (query.kind !== 'level' && query.kind !== 'growth') return [];
  const found: [OtherPhrase['from'], Query][] = [];
  const other = (from: OtherPhrase['from'], change: Partial<At>) => found.push([from, { ...query, ...change }]);
  const p = query.timePeriod;
  const rivals = reading.peers.codes.filter((code) => code !== query.refArea);
  for (const refArea of rivals.slice(0, 2)) other('region', { refArea });
  if (query.kind === 'level') other('stale', { timePeriod: shiftYears(p, -1) });
  const earlier: TimePeriod = { end: p.end - 1, months: p.months > 1 ? p.months - 1 : 1 };
  if (lastMonth(p) > 1) other('period', { timePeriod: earlier });
  if (p.months > 1) other('month-or-total', { timePeriod: { end: p.end, months: 1 } });
  else if (lastMonth(p) > 1) other('month-or-total', { timePeriod: { end: p.end, months: lastMonth(p) } });
  const unit = measures.catalogue.get(query.indicator)?.unit;
  for (const { id, unit: own } of measures.catalogue.indicators)
    if (id !== query.indicator && (own === unit || query.kind === 'growth')) other('indicator', { indicator: id });
  return found;
}
