import type { ObservedMeasure, Scenario } from '../model/observation.js';
import type { Accumulation } from '../model/time-period.js';
import type { PeriodPhrase } from '../model/time-period-text.js';
import type { Unit } from '../model/unit.js';

/** What a heading may say that a column or a row holds: the word 地区 over a column of regions. */
export type HeadingDimension = 'region' | 'indicator' | 'period' | 'unit' | 'serial' | 'code' | 'note';

/** A measure that a heading may name. The last three are never observations: they follow from others. */
export type HeadingMeasure = ObservedMeasure | 'share' | 'completion' | 'difference';

/**
 * What a heading says: "1-9月 累计 同比增长（%）", "快递业务量（万件）", "一、邮政行业业务收入". Table headers of returns and
 * of documents share this one grammar. A field that the heading does not speak of is absent.
 */
export interface HeadingPhrase {
  /** Catalogue id. */
  readonly indicator?: string;
  /** Several indicators in the catalogue would fit: ids. */
  readonly indicatorCandidates?: readonly string[];
  readonly subject?: string;
  readonly segment?: string;
  /** A bare measure word: 业务量. */
  readonly word?: string;
  /** Region code. */
  readonly refArea?: string;
  readonly period?: PeriodPhrase;
  readonly accumulation?: Accumulation;
  /** 当月, 当季: how long the period of its own is. */
  readonly span?: 'month' | 'quarter';
  readonly measure?: HeadingMeasure;
  readonly scenario?: Scenario;
  /** 全年计划: the whole year of the period that is spoken of. */
  readonly year?: true;
  /** 同比增减: a rate or a difference, which a % tells. */
  readonly change?: true;
  /** 预计: an estimate. */
  readonly estimate?: true;
  readonly unit?: Unit;
  /** 上年同月=100: an index, not a rate. Its unit is that text. */
  readonly index?: true;
  /** The heading names a kind of thing, not a thing: 地区, 指标, 单位, 序号. */
  readonly dimension?: HeadingDimension;
  /** 合计, 全省: the whole of whatever stands around it. */
  readonly total?: true;
  /** 其中：this label is a part of the one above it. */
  readonly ofWhich?: boolean;
  /** Depth of its number: 一、 is 1, （一） 2, 1、 3, （1） 4, ① 5; absent without one. */
  readonly depth?: number;
  /** Spaces in front of it. */
  readonly indent?: number;
  /** The part of the text that names the indicator, as delivered: 快递业务. Absent where none does. */
  readonly name?: string;
  /** What was not understood: a name that the catalogue does not know. Empty when all was. */
  readonly rest: string;
}
