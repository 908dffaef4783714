import type { Catalogue } from '../catalogue/catalogue.js';
import type { Indicator } from '../catalogue/schema.js';
import type { Cube } from '../model/cube.js';
import type { Figure, NoFigure } from '../model/figure.js';
import type { RefAreaTable } from '../model/ref-area.js';
import type { RoundingMode } from '../model/rounding.js';
import { formatPeriodInChinese } from '../model/time-period-text.js';
import type { At, Query } from './query.js';

/** How a project wants its figures made. */
export interface MeasureOptions {
  readonly rounding: RoundingMode;
  readonly ties: 'as-delivered' | 'as-displayed';
  readonly incompletePeers: 'withhold' | 'rank';
  readonly shares: 'as-rounded' | 'sum-to-100';
  readonly difference: 'published' | 'exact';
  /** Decimals in which a figure of this unit and indicator is shown. */
  readonly decimals: (unit: string, indicator?: string) => number;
}

/** All that a measure may look at. */
export interface MeasureContext {
  readonly cube: Cube;
  readonly catalogue: Catalogue;
  readonly refAreas: RefAreaTable;
  /** Named groups of regions, by codes. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly options: MeasureOptions;
}

/** Answers a query: handed down, so that measures build on one another without importing in a circle. */
export type Evaluate = (query: Query) => Figure | NoFigure;

const GROUP = 'group:';
export const groupArea = (name: string): string => GROUP + name;

/** Codes behind a reference area: itself, or the members of a group. */
export function memberCodes(refArea: string, context: MeasureContext): readonly string[] | undefined {
  const name = refArea.startsWith(GROUP) ? refArea.slice(GROUP.length) : undefined;
  return name !== undefined && Object.hasOwn(context.groups, name) ? context.groups[name] : undefined;
}

export function areaName(refArea: string, context: MeasureContext): string {
  return refArea.startsWith(GROUP) ? refArea.slice(GROUP.length) : (context.refAreas.get(refArea)?.name ?? refArea);
}

export function indicatorOf(id: string, context: MeasureContext): Indicator | undefined {
  return context.catalogue.get(id);
}

export const indicatorName = (id: string, context: MeasureContext): string => indicatorOf(id, context)?.name ?? id;

/** 邯郸市2019年快递业务量 */
export function label(at: At, context: MeasureContext): string {
  const plan = at.scenario === 'plan' ? '计划' : '';
  return `${areaName(at.refArea, context)}${formatPeriodInChinese(at.timePeriod)}${indicatorName(at.indicator, context)}${plan}`;
}
