import { type Decimal, formatDecimal } from '../../model/decimal.js';
import { formatPeriodInChinese, formatTimePeriod } from '../../model/time-period-text.js';
import type { Lang } from '../messages/language.js';
import type { Analysis } from './analysis.js';
import { ANALYSIS_COLUMNS, type AnalysisColumnName, type Answer } from './analysis-columns.js';
import { displayedFigure } from './figure-text.js';
import { FoldedNotes } from './folded-notes.js';
import type { SelectedCell } from './select-cells.js';
import type { Table, TableCell, TableColumn } from './table.js';

/** One row of `growth` and `rank`: a cell and what each column answers. */
export interface AnalysisRow {
  readonly cell: SelectedCell;
  readonly unit: string;
  readonly answers: readonly Answer[];
}

export function analyse(
  cells: readonly SelectedCell[],
  columns: readonly AnalysisColumnName[],
  analysis: Analysis,
): readonly AnalysisRow[] {
  return cells.map((cell) => {
    const level = analysis.level(cell);
    const unit = 'reason' in level ? (analysis.context.catalogue.get(cell.indicator)?.unit ?? '') : level.unit;
    return { cell, unit, answers: columns.map((name) => ANALYSIS_COLUMNS[name].answer(cell, analysis)) };
  });
}

export const nameOfIndicator = (id: string, { context }: Analysis): string => context.catalogue.get(id)?.name ?? id;
export const nameOfArea = (code: string, { context }: Analysis): string => context.refAreas.get(code)?.name ?? code;

const HEADINGS = {
  indicator: { zh: '指标', en: 'indicator' },
  refArea: { zh: '地区', en: 'region' },
  timePeriod: { zh: '时期', en: 'period' },
  unit: { zh: '单位', en: 'unit' },
} as const;

/** The rows as a table for people: names instead of codes, notes folded below. */
export function analysisTable(
  rows: readonly AnalysisRow[],
  names: readonly AnalysisColumnName[],
  analysis: Analysis,
  lang: Lang,
): Table {
  const dimension = (key: keyof typeof HEADINGS): TableColumn => ({ key, heading: HEADINGS[key][lang], kind: 'text' });
  const columns: TableColumn[] = [
    dimension('indicator'),
    dimension('timePeriod'),
    dimension('refArea'),
    ...names.map((name): TableColumn => {
      const column = ANALYSIS_COLUMNS[name];
      return { key: name, heading: column.heading[lang], kind: 'number', bars: 'rate' in column };
    }),
    dimension('unit'),
  ];
  const notes = new FoldedNotes();
  const body = rows.map(({ cell, unit, answers }): TableCell[] => [
    { text: nameOfIndicator(cell.indicator, analysis) },
    { text: lang === 'zh' ? formatPeriodInChinese(cell.timePeriod) : formatTimePeriod(cell.timePeriod) },
    { text: nameOfArea(cell.refArea, analysis) },
    ...answers.map((answer, i) => answerCell(answer, cell, names[i]!, analysis, notes)),
    { text: unit },
  ]);
  return { columns, rows: body, notes: notes.format(lang) };
}

function answerCell(
  answer: Answer,
  cell: SelectedCell,
  column: AnalysisColumnName,
  analysis: Analysis,
  notes: FoldedNotes,
): TableCell {
  if (answer.kind === 'none') {
    if (answer.why) notes.add({ code: answer.why.reason, args: answer.why.args });
    return { text: '', tone: 'quiet' };
  }
  if (answer.kind === 'rank') {
    const { rank, tied } = answer.rank;
    if (tied) notes.add({ code: 'ranks-tied', args: {} });
    return { text: `${rank}`, number: { digits: BigInt(rank), decimals: 0 } };
  }
  for (const note of answer.figure.derivation.notes) notes.add(note);
  const number = shownDecimal(answer, cell, analysis)!;
  const rate = 'rate' in ANALYSIS_COLUMNS[column];
  const tone = rate && number.digits !== 0n ? (number.digits > 0n ? 'up' : 'down') : undefined;
  return { text: formatDecimal(number), number, ...(tone === undefined ? {} : { tone }) };
}

/** The decimal that stands for an answer, in tables and in JSON alike. */
export function shownDecimal(answer: Answer, cell: SelectedCell, { context }: Analysis): Decimal | undefined {
  if (answer.kind === 'none') return undefined;
  if (answer.kind === 'rank') return { digits: BigInt(answer.rank.rank), decimals: 0 };
  return displayedFigure(answer.figure, context, cell.indicator);
}
