import { compareGrowth, type GrowthComparison } from '../../measures/growth-verdict.js';
import type { Figure, NoFigure } from '../../model/figure.js';
import { isYear, shiftYears } from '../../model/time-period.js';
import type { Lang } from '../messages/language.js';
import { type Analysis, growthQuery, levelQuery, type RankCell, type SelectedCell } from './analysis.js';

/** What a column holds for one cell. */
export type Answer =
  /** A number as it is shown, from a column of numbers. */
  | { readonly kind: 'number'; readonly digits: number; readonly decimals: number; readonly tied: boolean }
  | { readonly kind: 'text'; readonly text: Readonly<Record<Lang, string>>; readonly code?: string }
  | { readonly kind: 'figure'; readonly figure: Figure }
  | { readonly kind: 'rank'; readonly rank: RankCell }
  | { readonly kind: 'none'; readonly why: NoFigure | undefined };

export interface AnalysisColumn {
  readonly heading: Readonly<Record<Lang, string>>;
  /** Holds words or codes, no figure. */
  readonly text?: boolean;
  /** Rates get bars in a workbook. */
  readonly rate?: boolean;
  readonly answer: (cell: SelectedCell, analysis: Analysis) => Answer;
}

const figure = (found: Figure | NoFigure | undefined): Answer =>
  found === undefined || 'reason' in found ? { kind: 'none', why: found } : { kind: 'figure', figure: found };
const rank = (found: RankCell | NoFigure): Answer =>
  'reason' in found ? { kind: 'none', why: found } : { kind: 'rank', rank: found };

/** A published rate beside the one by division, in words: the same decimal, one that rounding allows, one that it does not. */
const VERDICTS: Readonly<Record<GrowthComparison['verdict'], Readonly<Record<Lang, string>>>> = {
  same: { zh: '一致', en: 'same' },
  consistent: { zh: '修约可解释', en: 'consistent by rounding' },
  inconsistent: { zh: '不一致', en: 'inconsistent' },
};

/** Columns that `--columns` can name. */
export const ANALYSIS_COLUMNS = {
  code: {
    heading: { zh: '地区代码', en: 'region code' },
    text: true,
    answer: ({ refArea }) => ({ kind: 'text', text: { zh: refArea, en: refArea } }),
  },
  level: { heading: { zh: '数值', en: 'level' }, answer: (cell, a) => figure(a.level(cell)) },
  'last-year': {
    heading: { zh: '上年同期', en: 'last year' },
    answer: (cell, a) => figure(a.level({ ...cell, timePeriod: shiftYears(cell.timePeriod, -1) })),
  },
  increase: {
    heading: { zh: '增量', en: 'increase' },
    answer: (cell, a) => figure(a.ask({ ...levelQuery(cell), kind: 'increase', base: 'last-year' })),
  },
  yoy: { heading: { zh: '同比(%)', en: 'yoy (%)' }, rate: true, answer: (cell, a) => figure(a.growth(cell)) },
  'yoy-published': {
    heading: { zh: '公布同比(%)', en: 'yoy published (%)' },
    rate: true,
    answer: (cell, a) => figure(a.publishedGrowth(cell)),
  },
  'yoy-computed': {
    heading: { zh: '计算同比(%)', en: 'yoy computed (%)' },
    rate: true,
    answer: (cell, a) => figure(a.computedGrowth(cell)),
  },
  'yoy-verdict': {
    heading: { zh: '公布与计算', en: 'published and computed' },
    text: true,
    answer: (cell, a) => {
      const compared = compareGrowth(growthQuery(cell), a.context);
      return compared
        ? { kind: 'text', text: VERDICTS[compared.verdict], code: compared.verdict }
        : { kind: 'none', why: undefined };
    },
  },
  mom: {
    heading: { zh: '环比(%)', en: 'on preceding (%)' },
    rate: true,
    answer: (cell, a) =>
      isYear(cell.timePeriod)
        ? { kind: 'none', why: undefined }
        : figure(a.ask({ ...growthQuery(cell), base: 'preceding' })),
  },
  daily: {
    heading: { zh: '日均', en: 'daily' },
    answer: (cell, a) => figure(a.ask({ ...levelQuery(cell), kind: 'average', per: 'day' })),
  },
  share: {
    heading: { zh: '占上级(%)', en: 'share of parent (%)' },
    answer: (cell, a) => {
      const parent = a.context.refAreas.get(cell.refArea)?.parent;
      return parent === undefined
        ? { kind: 'none', why: undefined }
        : figure(a.ask({ kind: 'share', part: cell, whole: { ...cell, refArea: parent } }));
    },
  },
  'rank-level': { heading: { zh: '数值排名', en: 'rank of level' }, answer: (cell, a) => rank(a.rank(cell, 'level')) },
  'rank-yoy': { heading: { zh: '增速排名', en: 'rank of growth' }, answer: (cell, a) => rank(a.rank(cell, 'growth')) },
} as const satisfies Readonly<Record<string, AnalysisColumn>>;

export type AnalysisColumnName = keyof typeof ANALYSIS_COLUMNS;

export const isAnalysisColumn = (name: string): name is AnalysisColumnName => Object.hasOwn(ANALYSIS_COLUMNS, name);
