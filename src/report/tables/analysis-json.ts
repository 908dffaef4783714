import { formatDecimal } from '../../model/decimal.js';
import type { Figure, NoFigure } from '../../model/figure.js';
import { formatTimePeriod } from '../../model/time-period-text.js';
import type { AnalysisJson, AnalysisRowJson } from '../json-schemas/analysis.js';
import type { Analysis, RankCell, RankOf } from './analysis.js';
import { nameOfArea, nameOfIndicator } from './analysis-table.js';
import { displayedFigure } from './figure-text.js';
import type { SelectedCell } from './select-cells.js';

/** The rows of `growth` and `rank` for programs: codes, exact digits, null where the data give nothing. */
export function analysisJson(cells: readonly SelectedCell[], rankOf: RankOf, analysis: Analysis): AnalysisJson {
  return { rows: cells.map((cell) => rowJson(cell, rankOf, analysis)) };
}

function rowJson(cell: SelectedCell, rankOf: RankOf, analysis: Analysis): AnalysisRowJson {
  const { context } = analysis;
  const digits = (figure: Figure | NoFigure | undefined) =>
    figure === undefined || 'reason' in figure ? null : formatDecimal(displayedFigure(figure, context, cell.indicator));
  const accumulation = analysis.accumulation(cell);
  const level = analysis.level(cell);
  const ranks = { level: rankJson(analysis.rank(cell, 'level')), growth: rankJson(analysis.rank(cell, 'growth')) };
  const asked = ranks[rankOf];
  return {
    indicator: cell.indicator,
    refArea: cell.refArea,
    indicatorName: nameOfIndicator(cell.indicator, analysis),
    refAreaName: nameOfArea(cell.refArea, analysis),
    timePeriod: formatTimePeriod(cell.timePeriod, accumulation),
    accumulation,
    level: digits(level),
    unit: 'reason' in level ? (context.catalogue.get(cell.indicator)?.unit ?? '') : level.unit,
    growth: digits(analysis.growth(cell)),
    growthPublished: digits(analysis.publishedGrowth(cell)),
    growthComputed: digits(analysis.computedGrowth(cell)),
    rank: asked?.rank ?? null,
    peers: asked?.peers ?? null,
    tied: asked?.tied ?? null,
    rankOf,
    rankLevel: ranks.level,
    rankGrowth: ranks.growth,
  };
}

function rankJson(rank: RankCell | NoFigure): AnalysisRowJson['rankLevel'] {
  return 'reason' in rank ? null : { rank: rank.rank, peers: rank.peers, tied: rank.tied };
}
