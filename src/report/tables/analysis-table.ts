import { type Decimal, formatDecimal } from '../../model/decimal.js';
import { formatPeriodInChinese, formatTimePeriod } from '../../model/time-period-text.js';
import type { Lang } from '../messages/language.js';
import type { Analysis, SelectedCell } from './analysis.js';
import { ANALYSIS_COLUMNS, type AnalysisColumnName, type Answer } from './analysis-columns.js';
import type { AnalysisRows } from './analysis-rows.js';
import { displayedFigure } from './figure-text.js';
import { FoldedNotes } from './folded-notes.js';
import type { Table, TableCell, TableColumn } from './table.js';

export const nameOfIndicator = (id: string, { context }: Analysis): string => context.catalogue.get(id)?.name ?? id;
export const nameOfArea = (code: string, { context }: Analysis): string => context.refAreas.get(code)?.name ?? code;
export const periodText = (period: SelectedCell['timePeriod'], lang: Lang): string =>
  lang === 'zh' ? formatPeriodInChinese(period) : formatTimePeriod(period);

const HEADINGS = {
  indicator: { zh: '指标', en: 'indicator' },
  refArea: { zh: '地区', en: 'region' },
  timePeriod: { zh: '时期', en: 'period' },
  unit: { zh: '单位', en: 'unit' },
} as const;

/** Indicator, period and region in front, the unit at the end. */
export function analysisColumns(names: readonly AnalysisColumnName[], lang: Lang): readonly TableColumn[] {
  const dimension = (key: keyof typeof HEADINGS): TableColumn => ({ key, heading: HEADINGS[key][lang], kind: 'text' });
  const columns = names.map((name): TableColumn => {
    const column = ANALYSIS_COLUMNS[name];
    const kind = 'text' in column ? 'text' : 'number';
    return { key: name, heading: column.heading[lang], kind, bars: 'rate' in column };
  });
  return [dimension('indicator'), dimension('timePeriod'), dimension('refArea'), ...columns, dimension('unit')];
}

/** The rows as a table for people: names instead of codes, notes folded below. */
export function analysisTable(rows: AnalysisRows, lang: Lang): Table {
  const { analysis } = rows;
  const names = rows.spec.columns;
  const notes = new FoldedNotes();
  const body: TableCell[][] = [];
  for (const { indicator, timePeriod, count } of rows.frames()) {
    const dimensions = [{ text: nameOfIndicator(indicator, analysis) }, { text: periodText(timePeriod, lang) }];
    for (let row = 0; row < count; row++) {
      const answer = (name: AnalysisColumnName) =>
        answerCell(rows.answerAt(row, name), indicator, name, analysis, notes, lang);
      body.push([
        ...dimensions,
        { text: nameOfArea(rows.refAreaAt(row), analysis) },
        ...names.map(answer),
        { text: rows.unitAt(row) },
      ]);
    }
  }
  return { columns: analysisColumns(names, lang), rows: body, notes: notes.format(lang) };
}

function answerCell(
  answer: Answer,
  indicator: string,
  column: AnalysisColumnName,
  analysis: Analysis,
  notes: FoldedNotes,
  lang: Lang,
): TableCell {
  if (answer.kind === 'text') return { text: answer.text[lang] };
  if (answer.kind === 'none' && answer.why) notes.add({ code: answer.why.reason, args: answer.why.args });
  if (isTied(answer)) notes.add({ code: 'ranks-tied', args: {} });
  if (answer.kind === 'figure') for (const note of answer.figure.derivation.notes) notes.add(note);
  const number = shownDecimal(answer, indicator, analysis);
  if (number === undefined) return { text: '', tone: 'quiet' };
  const rate = 'rate' in ANALYSIS_COLUMNS[column];
  const tone = rate && number.digits !== 0n ? (number.digits > 0n ? 'up' : 'down') : undefined;
  return { text: formatDecimal(number), number, ...(tone === undefined ? {} : { tone }) };
}

const isTied = (answer: Answer): boolean =>
  (answer.kind === 'number' && answer.tied) || (answer.kind === 'rank' && answer.rank.tied);

/** The decimal that stands for an answer, in every format alike. */
export function shownDecimal(answer: Answer, indicator: string, { context }: Analysis): Decimal | undefined {
  switch (answer.kind) {
    case 'number':
      return { digits: BigInt(answer.digits), decimals: answer.decimals };
    case 'rank':
      return { digits: BigInt(answer.rank.rank), decimals: 0 };
    case 'figure':
      return displayedFigure(answer.figure, context, indicator);
    default:
      return undefined;
  }
}
