import { label, type MeasureContext } from '../../measures/context.js';
import { evaluate } from '../../measures/evaluate.js';
import { computedGrowth, publishedGrowth } from '../../measures/growth.js';
import { noFigure } from '../../measures/operand.js';
import type { GrowthQuery, LevelQuery, PeerGroup, Query, Rankable } from '../../measures/query.js';
import { type RankedArea, ranking } from '../../measures/rank.js';
import { type Figure, isFigure, type NoFigure } from '../../model/figure.js';
import { MEASURES } from '../../model/observation.js';
import { rational } from '../../model/rational.js';
import { type Accumulation, isYear, isYearToDate, type TimePeriod } from '../../model/time-period.js';
import { peersOf } from './peers-of.js';

/** One cell that a table has a row for. */
export interface SelectedCell {
  readonly indicator: string;
  readonly refArea: string;
  readonly timePeriod: TimePeriod;
}

/** A rank with those it was taken among. */
export interface RankCell {
  readonly rank: number;
  readonly peers: number;
  readonly tied: boolean;
  readonly figure: Figure;
}

export type RankOf = 'level' | 'growth';

/** Answers the columns of a table, cell by cell. A ranking is made once for all of its members. */
export class Analysis {
  readonly context: MeasureContext;
  readonly #peers: PeerGroup | undefined;
  readonly #ranksDelivered: boolean;
  readonly #rankings = new Map<string, ReadonlyMap<string, RankCell> | NoFigure>();

  constructor(context: MeasureContext, peers: PeerGroup | undefined) {
    this.context = context;
    this.#peers = peers;
    const { measure, length } = context.cube.slices;
    const ranks = [MEASURES.indexOf('rank'), MEASURES.indexOf('growth-rank')];
    this.#ranksDelivered = measure.subarray(0, length).some((m) => ranks.includes(m));
  }

  /** How the level of this cell was delivered; a run from January that was not delivered counts as year-to-date. */
  accumulation({ indicator, refArea, timePeriod }: SelectedCell): Accumulation {
    const { cube } = this.context;
    const row = cube.find({ indicator, refArea, timePeriod });
    if (row >= 0) return cube.observations.accumulationAt(row);
    return isYearToDate(timePeriod) && !isYear(timePeriod) && timePeriod.months > 1 ? 'year-to-date' : 'period';
  }

  ask(query: Query): Figure | NoFigure {
    return evaluate(query, this.context);
  }

  level(cell: SelectedCell): Figure | NoFigure {
    return this.ask({ kind: 'level', ...cell });
  }

  growth(cell: SelectedCell): Figure | NoFigure {
    return this.ask(growthQuery(cell));
  }

  publishedGrowth(cell: SelectedCell): Figure | NoFigure | undefined {
    return publishedGrowth(growthQuery(cell), this.context);
  }

  computedGrowth(cell: SelectedCell): Figure | NoFigure {
    return computedGrowth(growthQuery(cell), this.context);
  }

  rank(cell: SelectedCell, of: RankOf): RankCell | NoFigure {
    const peers = peersOf(cell.refArea, this.#peers, this.context);
    if (!peers) return noFigure('not-a-peer', { what: cell.refArea, peers: this.#peers?.name ?? '' });
    const question: Rankable = of === 'level' ? levelQuery(cell) : growthQuery(cell);
    const given = this.#delivered(question, peers);
    if (given) return given;
    const key = `${of} ${cell.indicator} ${cell.timePeriod.end} ${cell.timePeriod.months} ${peers.name} ${peers.codes.length}`;
    let found = this.#rankings.get(key);
    if (found === undefined) {
      found = this.#rankAll(question, peers);
      this.#rankings.set(key, found);
    }
    if ('reason' in found) return found;
    return found.get(cell.refArea) ?? this.#unranked(cell, of);
  }

  /** A rank that the higher office delivered outranks a computed one; `evaluate` knows when. */
  #delivered(question: Rankable, peers: PeerGroup): RankCell | undefined {
    if (!this.#ranksDelivered) return undefined;
    const figure = this.ask({ kind: 'rank', of: question, peers });
    if (!isFigure(figure) || figure.derivation.kind !== 'delivered') return undefined;
    return { rank: Number(figure.value.num), peers: peers.codes.length, tied: false, figure };
  }

  /** Why an area is not among those that were ranked: it has no figure. */
  #unranked(cell: SelectedCell, of: RankOf): NoFigure {
    const figure = of === 'level' ? this.level(cell) : this.growth(cell);
    return isFigure(figure) ? noFigure('not-delivered', { what: label(cell, this.context) }) : figure;
  }

  #rankAll(of: Rankable, peers: PeerGroup): ReadonlyMap<string, RankCell> | NoFigure {
    const { areas, missing } = ranking({ kind: 'rank', of, peers }, this.context, (q) => this.ask(q));
    if (missing.length > 0 && this.context.options.incompletePeers === 'withhold') {
      const names = missing.map((m) => this.context.refAreas.get(m.refArea)?.name ?? m.refArea);
      return noFigure('peers-missing', { peers: peers.name, missing: names, reason: missing[0]!.why.reason });
    }
    return new Map(areas.map((area) => [area.refArea, rankCell(area, areas.length)]));
  }
}

export const levelQuery = (cell: SelectedCell): LevelQuery => ({ kind: 'level', ...cell });
export const growthQuery = (cell: SelectedCell): GrowthQuery => ({ kind: 'growth', base: 'last-year', ...cell });

function rankCell(area: RankedArea, peers: number): RankCell {
  const figure: Figure = { ...area.figure, value: rational(area.rank), unit: '位' };
  return { rank: area.rank, peers, tied: area.tied, figure };
}
