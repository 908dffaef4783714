import { NUMBER } from '../../measures/columns/number-column.js';
import { compareGrowth } from '../../measures/growth-verdict.js';
import { formatDecimal } from '../../model/decimal.js';
import { formatTimePeriod } from '../../model/time-period-text.js';
import type { AnalysisRowJson } from '../json-schemas/analysis.js';
import { growthQuery, type RankOf } from './analysis.js';
import type { AnalysisColumnName } from './analysis-columns.js';
import type { AnalysisRows } from './analysis-rows.js';
import { nameOfArea, nameOfIndicator, shownDecimal } from './analysis-table.js';

/** The columns that the rows of the JSON hold. */
export const JSON_COLUMNS = [
  'level',
  'yoy',
  'yoy-published',
  'yoy-computed',
  'rank-level',
  'rank-yoy',
] as const satisfies readonly AnalysisColumnName[];

/** The rows of `growth` and `rank` for programs, as text, row by row: codes, exact digits, null where the data give nothing. */
export function* analysisJson(rows: AnalysisRows, rankOf: RankOf): Iterable<string> {
  let between = '\n';
  yield '{\n  "rows": [';
  for (const frame of rows.frames())
    for (let row = 0; row < frame.count; row++) {
      yield between + JSON.stringify(rowJson(frame, row, rankOf), null, 2).replace(/^/gm, '    ');
      between = ',\n';
    }
  yield between === '\n' ? ']\n}\n' : '\n  ]\n}\n';
}

function rowJson(rows: AnalysisRows, row: number, rankOf: RankOf): AnalysisRowJson {
  const { analysis, indicator } = rows;
  const cell = rows.cellAt(row);
  const digits = (column: AnalysisColumnName) => {
    const shown = shownDecimal(rows.answerAt(row, column), indicator, analysis);
    return shown === undefined ? null : formatDecimal(shown);
  };
  const accumulation = analysis.accumulation(cell);
  const published = digits('yoy-published');
  const compared = published === null ? undefined : compareGrowth(growthQuery(cell), analysis.context);
  const ranks = { level: rankJson(rows, row, 'rank-level'), growth: rankJson(rows, row, 'rank-yoy') };
  const asked = ranks[rankOf];
  return {
    indicator,
    refArea: cell.refArea,
    indicatorName: nameOfIndicator(indicator, analysis),
    refAreaName: nameOfArea(cell.refArea, analysis),
    timePeriod: formatTimePeriod(cell.timePeriod, accumulation),
    accumulation,
    level: digits('level'),
    unit: rows.unitAt(row),
    growth: digits('yoy'),
    growthPublished: published,
    growthComputed: digits('yoy-computed'),
    growthVerdict: compared?.verdict ?? null,
    rank: asked?.rank ?? null,
    peers: asked?.peers ?? null,
    tied: asked?.tied ?? null,
    rankOf,
    rankLevel: ranks.level,
    rankGrowth: ranks.growth,
  };
}

function rankJson(rows: AnalysisRows, row: number, name: 'rank-level' | 'rank-yoy'): AnalysisRowJson['rankLevel'] {
  const slot = rows.slots[row]!;
  const column = rows.measures.rankColumn(name);
  if (slot >= 0 && column.kind[slot] === NUMBER)
    return { rank: column.digits[slot]!, peers: column.peers[slot]!, tied: column.tied[slot] === 1 };
  const answer = rows.answerAt(row, name);
  return answer.kind === 'rank' ? { rank: answer.rank.rank, peers: answer.rank.peers, tied: answer.rank.tied } : null;
}
