import type { FormConstants } from '../../catalogue/form-layout.js';
import type { HeadingPhrase } from '../../catalogue/heading-phrase.js';
import type { Indicator } from '../../catalogue/schema.js';
import type { ObservedMeasure } from '../../model/observation.js';
import type { PeriodPhrase } from '../../model/time-period-text.js';
import { isGrowth, type Meaning, unitFits, unitOfMeasure } from '../deliver.js';
import type { Names } from '../names.js';
import type { ContextPiece } from './context.js';
import { mergePhrases, namesIndicator } from './merge-phrases.js';
import { gatherPeriod, periodMeaning } from './period-meaning.js';

/** Why a column, in a row of this kind, gives no observation. */
export type NoMeaning =
  | { readonly reason: 'not-observed'; readonly measure: string }
  | { readonly reason: 'period-missing' }
  | { readonly reason: 'period-year-missing'; readonly text: string }
  | { readonly reason: 'period-misfit'; readonly text: string }
  | { readonly reason: 'indicator-missing' }
  | { readonly reason: 'unit-contradiction'; readonly unit: string; readonly expected: string; readonly name: string };

/** A meaning without its region, with remarks on what was missing. */
export interface FigureMeaning extends Omit<Meaning, 'refArea'> {
  readonly remarks: readonly ('unit-missing' | 'unit-ambiguous' | 'indicator-unnamed')[];
}

export interface Around {
  /** Nearest first: caption, unit line, preamble, title, sheet name, file name. */
  readonly pieces: readonly ContextPiece[];
  readonly constants: FormConstants;
  readonly constantPeriod: PeriodPhrase | undefined;
  readonly names: Names;
  readonly anchorYear: number | undefined;
  /** What to call the indicator where nothing else names it. */
  readonly fallbackName: string;
}

/**
 * The meaning of the figures where a row meets a column. What the heading of a column says comes before the label of a row,
 * then what a form gives for all, then what stands around the table, nearest first.
 */
export function figureMeaning(column: HeadingPhrase, row: HeadingPhrase, around: Around): FigureMeaning | NoMeaning {
  const { pieces, names, constants } = around;
  const { catalogue } = names;
  const crossed = crossPhrases(column, row, around);
  // A preamble that names the indicator (指标：…_比上年增长(%)) says of it what the headings do not.
  const whole = namesIndicator(crossed) && !isPart(crossed);
  const heading =
    whole || constants.indicator !== undefined ? undefined : pieces.find((p) => p.heading !== undefined)?.heading;
  const named0 = heading === undefined ? crossed : mergePhrases(crossed, heading, catalogue);
  const phrase = isPart(named0) ? withSubject(named0, column, row, around) : named0;
  const measure = phrase.measure ?? 'level';
  if (measure === 'share' || measure === 'completion' || measure === 'difference')
    return { reason: 'not-observed', measure };
  if (isGrowth(measure) && phrase.unit !== undefined && phrase.unit.base !== '%' && column.unit === phrase.unit)
    return { reason: 'not-observed', measure: 'difference' };
  if (isDifference(column, phrase, around)) return { reason: 'not-observed', measure: 'difference' };
  const named = nameOf(phrase, around);
  if (named === undefined) return { reason: 'indicator-missing' };
  const periods = [phrase.period, around.constantPeriod, ...pieces.map((p) => p.period)];
  const gathered = gatherPeriod(periods);
  if (gathered === undefined) return { reason: 'period-missing' };
  const accumulation = phrase.accumulation ?? constants.accumulation;
  const says = {
    ...(accumulation === undefined ? {} : { accumulation }),
    ...(phrase.span === undefined ? {} : { span: phrase.span }),
    ...(phrase.year === undefined ? {} : { year: phrase.year }),
  };
  const when = periodMeaning(gathered, says, around.anchorYear);
  const months = gathered.from === gathered.to ? `${gathered.from}` : `${gathered.from}-${gathered.to}`;
  const text = `${gathered.year === undefined ? '' : `${gathered.year}-`}${months}`;
  if (when === undefined)
    return gathered.year === undefined && around.anchorYear === undefined
      ? { reason: 'period-year-missing', text }
      : { reason: 'period-misfit', text };
  const indicator = catalogue?.get(named);
  const remarks: FigureMeaning['remarks'][number][] = [];
  if (!namesIndicator(phrase) && constants.indicator === undefined) remarks.push('indicator-unnamed');
  const level = measure === 'level' || measure === 'base' ? unitOf(phrase, indicator, around, remarks) : '';
  if (!unitFits(level, indicator) && (measure === 'level' || measure === 'base'))
    return {
      reason: 'unit-contradiction',
      unit: level,
      expected: indicator?.unit ?? '',
      name: indicator?.name ?? named,
    };
  return {
    measure: measure satisfies ObservedMeasure,
    name: named,
    indicator,
    ...when,
    scenario: phrase.scenario ?? constants.scenario ?? 'actual',
    unit: unitOfMeasure(measure, level),
    status: phrase.estimate ? 'E' : constants.status,
    remarks,
  };
}

/** 业务量 alone, below a title that says 快递: a part of a name. */
const isPart = ({ indicator, rest, word, segment, subject }: HeadingPhrase): boolean =>
  indicator === undefined && rest === '' && (word ?? segment ?? subject) !== undefined;

/** 同比增减 without a % anywhere: it may be a difference, or one of rates in points. */
const isDifference = (column: HeadingPhrase, phrase: HeadingPhrase, { pieces }: Around): boolean =>
  phrase.change === true &&
  isGrowth(phrase.measure) &&
  column.unit?.base !== '%' &&
  !pieces.some((p) => p.units.includes('%'));

/** 同城 × 业务量 below a title that names no more than 快递. Where even that makes no indicator, both names stay. */
function withSubject(
  part: HeadingPhrase,
  column: HeadingPhrase,
  row: HeadingPhrase,
  { pieces, names: { catalogue } }: Around,
): HeadingPhrase {
  const subject = part.subject === undefined ? pieces.find((p) => p.subject !== undefined)?.subject : undefined;
  const whole = subject === undefined ? part : mergePhrases(part, { subject, name: subject, rest: '' }, catalogue);
  if (whole.indicator !== undefined || !namesIndicator(column) || !namesIndicator(row)) return whole;
  const name = [row, column].map((p) => p.name ?? p.rest).join('/');
  return { ...whole, name, rest: name };
}

/** Column and row together. Where both name an indicator and do not compose, the name is both: a wrong one would be worse. */
function crossPhrases(column: HeadingPhrase, row: HeadingPhrase, { names }: Around): HeadingPhrase {
  const merged = mergePhrases(column, row, names.catalogue);
  if (isPart(column) && isPart(row)) return merged;
  if (!namesIndicator(column) || !namesIndicator(row) || merged.indicator !== undefined) {
    const bothKnown =
      column.indicator !== undefined && row.indicator !== undefined && column.indicator !== row.indicator;
    if (!bothKnown && !(row.rest !== '' && column.indicator !== undefined)) return merged;
  }
  const text = (p: HeadingPhrase) =>
    p.indicator === undefined ? (p.name ?? p.rest) : (names.catalogue?.get(p.indicator)?.name ?? p.indicator);
  const { indicator: _i, subject: _s, segment: _g, word: _w, ...others } = merged;
  const name = `${text(row)}/${text(column)}`;
  return { ...others, name, rest: name };
}

function nameOf(phrase: HeadingPhrase, { constants, names, fallbackName, pieces }: Around): string | undefined {
  if (phrase.indicator !== undefined) return phrase.indicator;
  // What a form declares wins over a heading that nobody knows.
  if (constants.indicator !== undefined) return names.catalogue?.named(constants.indicator)?.id ?? constants.indicator;
  if (namesIndicator(phrase)) return phrase.name ?? phrase.rest;
  return pieces.find((p) => p.about !== undefined)?.about ?? (fallbackName === '' ? undefined : fallbackName);
}

/** The unit of a level: the heading's or the label's own, the form's, the nearest one around that the indicator can have. */
function unitOf(
  phrase: HeadingPhrase,
  indicator: Indicator | undefined,
  { pieces, constants }: Around,
  remarks: FigureMeaning['remarks'][number][],
): string {
  if (phrase.unit !== undefined) return phrase.unit.text;
  if (constants.unit !== undefined) return constants.unit;
  for (const { units } of pieces) {
    if (units.length === 0) continue;
    const fitting =
      indicator === undefined
        ? units.filter((u) => units.length === 1 || u !== '%')
        : units.filter((u) => unitFits(u, indicator));
    const [only] = fitting;
    if (fitting.length === 1 && only !== undefined) return only;
    if (fitting.length > 1) {
      remarks.push('unit-ambiguous');
      return '';
    }
  }
  remarks.push('unit-missing');
  return '';
}
