import type { ObservedMeasure, Scenario } from '../model/observation.js';
import type { Accumulation } from '../model/time-period.js';
import type { PeriodPhrase } from '../model/time-period-text.js';
import type { Unit } from '../model/unit.js';

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
  readonly measure?: ObservedMeasure | 'share';
  readonly scenario?: Scenario;
  readonly unit?: Unit;
  /** 其中：this label is a part of the one above it. */
  readonly ofWhich?: boolean;
  /** Depth of its number or indent: 一、 is 1, 1、 is 2, （1） is 3; absent without one. */
  readonly depth?: number;
  /** What was not understood: a name that the catalogue does not know. Empty when all was. */
  readonly rest: string;
}
