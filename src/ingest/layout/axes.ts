import type { HeadingPhrase } from '../../catalogue/heading-phrase.js';
import { plainHeading } from '../../catalogue/heading-words.js';
import type { Names } from '../names.js';
import type { Evidence } from '../reading.js';
import { namesIndicator } from './merge-phrases.js';
import type { LabelColumn, ValueColumn } from './shape.js';

export type LabelRole = 'region' | 'indicator' | 'period' | 'measure' | 'unit' | 'serial' | 'code' | 'note';

/** What the unknown names of a table stand for, on each side. */
export interface Axes {
  readonly labels: ReadonlyMap<number, LabelRole>;
  /** Whether the names over the figures are regions. */
  readonly columnsAreRegions: boolean;
  readonly evidence: readonly Evidence[];
}

const SAMPLE = 300;

interface Tally {
  all: number;
  regions: number;
  periods: number;
  measures: number;
  units: number;
  indicators: number;
  unknown: number;
}

function tally(texts: Iterable<string>, parse: (text: string) => HeadingPhrase, names: Names): Tally {
  const t: Tally = { all: 0, regions: 0, periods: 0, measures: 0, units: 0, indicators: 0, unknown: 0 };
  for (const text of texts) {
    if (t.all >= SAMPLE) break;
    const phrase = parse(text);
    if (phrase.total) continue;
    t.all++;
    if (
      phrase.refArea !== undefined ||
      names.refAreas.named(plainHeading(text)).length > 0 ||
      names.refAreas.get(text.trim())
    )
      t.regions++;
    else if (phrase.indicator !== undefined || (namesIndicator(phrase) && phrase.rest === '')) t.indicators++;
    else if (namesIndicator(phrase)) t.unknown++;
    else if (phrase.period !== undefined) t.periods++;
    else if (phrase.measure !== undefined || phrase.accumulation !== undefined || phrase.scenario !== undefined)
      t.measures++;
    if (phrase.unit !== undefined) t.units++;
  }
  return t;
}

/**
 * Whether the cells say otherwise than the word over them: 单位 over the names of units that report, 年份 in the corner of
 * a table whose years stand on its right.
 */
function contradicts(dimension: LabelRole, t: Tally): boolean {
  const named = t.regions + t.indicators + t.unknown;
  if (dimension === 'unit') return t.units * 2 < t.all && named * 2 > t.all;
  return dimension === 'period' && t.periods === 0 && (t.regions + t.indicators) * 2 > t.all;
}

/** What one column of labels names, by its heading or its cells; undefined where its names are unknown. */
function roleOf(label: LabelColumn, t: Tally): LabelRole | undefined {
  if (label.dimension !== undefined && !contradicts(label.dimension, t)) return label.dimension;
  if (t.all === 0) return undefined;
  if (t.regions * 2 >= t.all) return 'region';
  if (t.periods * 2 >= t.all) return 'period';
  const bare = t.units - t.indicators - t.unknown;
  if (bare * 2 >= t.all) return 'unit';
  if (t.measures * 2 >= t.all) return 'measure';
  return t.indicators * 4 >= t.all || (t.units > 0 && t.units * 2 >= t.all) ? 'indicator' : undefined;
}

/**
 * Decides what stands on each side. Names that nobody knows are regions where the other side names indicators, and
 * indicators where it names regions, or where nothing around the table names one. Undefined where both sides are unknown.
 */
export function findAxes(
  labels: readonly { readonly label: LabelColumn; readonly texts: Iterable<string> }[],
  values: readonly ValueColumn[],
  parse: (text: string) => HeadingPhrase,
  names: Names,
  around: { readonly indicator: boolean; readonly columns?: LabelRole | undefined },
): Axes | undefined {
  const evidence: Evidence[] = [];
  const roles = new Map<number, LabelRole>();
  const unknown: LabelColumn[] = [];
  for (const { label, texts } of labels) {
    const t = tally(texts, parse, names);
    const role = roleOf(label, t);
    if (role === undefined) {
      if (t.all > 0) unknown.push(label);
      continue;
    }
    roles.set(label.column, role);
    const known = { region: t.regions, period: t.periods, indicator: t.indicators }[role as string];
    const args = { column: label.column, role, heading: label.heading, known: known ?? 0, of: t.all };
    evidence.push({ code: label.dimension === undefined ? 'cells-name' : 'heading-names', args });
  }
  const over = tally(
    values.flatMap((v) => v.headings),
    parse,
    names,
  );
  const columnsAreRegions =
    around.columns === 'region' ||
    (around.columns === undefined && over.regions > 0 && over.regions >= over.indicators + over.unknown);
  evidence.push({
    code: 'columns-name',
    args: {
      regions: over.regions,
      indicators: over.indicators,
      periods: over.periods,
      unknown: over.unknown,
      of: over.all,
    },
  });
  const has = (role: LabelRole) => [...roles.values()].includes(role);
  const columnsName = !columnsAreRegions && over.indicators + over.unknown > 0;
  for (const label of unknown) {
    let role: LabelRole;
    if (columnsAreRegions || has('region')) role = 'indicator';
    else if (has('indicator')) role = 'region';
    else if (over.indicators > 0 || over.units > 0) role = 'region';
    else if (columnsName) {
      if (!has('period')) return undefined;
      role = 'region';
    } else role = around.indicator ? 'region' : 'indicator';
    roles.set(label.column, role);
    evidence.push({ code: 'names-unknown', args: { column: label.column, role } });
  }
  return { labels: roles, columnsAreRegions, evidence };
}
