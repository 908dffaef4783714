import { parseHeading } from '../catalogue/heading.js';
import type { HeadingPhrase } from '../catalogue/heading-phrase.js';
import type { At, Query } from '../measures/query.js';
import type { Block } from '../model/document.js';
import { year, yearOf } from '../model/time-period.js';
import type { Unit } from '../model/unit.js';
import type { Claim, ClaimKind, Evidence, Problem, Reading } from './claim.js';
import { reading, scenariosOf } from './claim-source.js';
import { fittingUnit } from './entity.js';
import { type LeftColumn, leaning, nextLeft, rankedBeside } from './left-column.js';
import { periodsOf } from './periods.js';
import type { ReadingContext } from './reading-context.js';
import { periodScope } from './scene.js';
import type { Entity, Scope } from './scope.js';
import { has, type Token } from './token.js';
import { tokenize } from './tokenize.js';

/** A table cell that holds one number or slot, with its unit at most. */
export function isFigureCell(block: Block, tokens: readonly Token[]): boolean {
  if (block.kind !== 'cell' || !block.headings) return false;
  const words = tokens.filter((t) => !has(t, 'space'));
  return has(words[0], 'number') && words.slice(1).every((t) => has(t, 'unit', 'percent', 'points', 'times', 'places'));
}

/** Reads a cell from its row and column headings and the table's caption, by the grammar that returns are read with. */
export function readCell(
  block: Block,
  index: number,
  scope: Scope,
  context: ReadingContext,
  left?: LeftColumn,
): { readonly claim: Claim; readonly left: LeftColumn } {
  const tokens = tokenize(block.text, context.dictionary).filter((t) => !has(t, 'space'));
  const number = tokens[0]!;
  const unitToken = tokens[1];
  const { row, column, caption } = block.headings!;
  const texts = [...(caption === undefined ? [] : [caption]), ...column, ...row];
  const { vocabulary } = context.dictionary;
  const said = texts.map((text) => parseHeading(text, vocabulary));
  const captions = caption === undefined ? 0 : 1;
  const columns = said.slice(captions, captions + column.length);
  const here = row.join('\n');
  const before = left?.row === here ? left : undefined;
  const { phrase, doubt } = leaning(columns, before);
  const phrases = phrase ? said.toSpliced(captions, 0, phrase) : said;
  const read = doubt
    ? { problem: doubt }
    : combine(
        phrases,
        texts,
        scope,
        { ...context, rankOf: rankedBeside(before) ?? context.rankOf },
        unitToken?.unit,
        said,
      );
  const unit = 'problem' in read ? unitToken?.unit : (unitToken?.unit ?? read.unit);
  const claim: Claim = {
    kind: 'problem' in read ? 'fact' : read.kind,
    block: index,
    number: { start: number.start, end: number.end, text: number.text, value: number.number! },
    readings: 'problem' in read ? [] : read.readings,
    unit,
    unitSpan: unitToken && { start: unitToken.start, end: unitToken.end, text: unitToken.text },
    pattern: 'table-cell',
    sign: undefined,
    comparator: undefined,
    approximator: undefined,
    rankWords: undefined,
    list: undefined,
    evidence: [
      { field: 'indicator', words: [...row] } satisfies Evidence,
      { field: 'measure', words: [...column] } satisfies Evidence,
    ].filter((e) => e.words.length > 0),
    problem: 'problem' in read ? read.problem : undefined,
    label: [...row, ...column].join(' '),
  };
  return { claim, left: nextLeft(here, columns, claim.problem, before) };
}

type CellReading = { readonly kind: ClaimKind; readonly readings: readonly Reading[]; readonly unit: Unit | undefined };

const KINDS: Partial<Record<NonNullable<HeadingPhrase['measure']>, ClaimKind>> = {
  level: 'level',
  growth: 'growth',
  'growth-on-period': 'growth',
  rank: 'rank',
  'growth-rank': 'rank',
  completion: 'completion',
};

/** All headings together: each field from the heading nearest to the cell that speaks of it; a word not understood refuses. */
function combine(
  phrases: readonly HeadingPhrase[],
  texts: readonly string[],
  scope: Scope,
  context: ReadingContext,
  own: Unit | undefined,
  said: readonly HeadingPhrase[],
): CellReading | { readonly problem: Problem } {
  const unknown = texts.filter(
    (text, i) => said[i]!.rest !== '' && said[i]!.dimension === undefined && !isCaption(text, said[i]!),
  );
  if (unknown.length > 0) return { problem: { code: 'unknown-words', args: { words: unknown } } };
  const last = <K extends keyof HeadingPhrase>(key: K) => phrases.map((p) => p[key]).findLast((v) => v !== undefined);
  const measure = last('measure') ?? 'level';
  const kind = KINDS[measure];
  if (!kind) return { problem: { code: 'pattern-unknown', args: { words: texts.join(' ') } } };
  const { catalogue } = context.dictionary.vocabulary;
  const unit = kind === 'level' ? (own ?? last('unit')) : undefined;
  const entity = entityOf(phrases, context);
  const ids =
    kind === 'level' && unit && entity.candidates.length > 0 ? fittingUnit(entity, unit, catalogue) : entity.candidates;
  if (ids.length === 0) return { problem: { code: 'no-indicator', args: {} } };
  const readings = ids.flatMap((id) =>
    cells(id, phrases, scope, context).flatMap((at) => ask(measure, at, context).map((query) => reading(query, at))),
  );
  if (readings.length === 0) return { problem: { code: 'period-unknown', args: {} } };
  return { kind, readings, unit };
}

/** A caption over the whole table may say more than the grammar knows (附表：全市邮政行业发展情况). */
const isCaption = (text: string, phrase: HeadingPhrase): boolean =>
  phrase.indicator === undefined && /表$|情况|一览|主要指标/u.test(text);

function entityOf(phrases: readonly HeadingPhrase[], context: ReadingContext): Entity {
  const { catalogue } = context.dictionary.vocabulary;
  const named = phrases.findLast((p) => p.indicator !== undefined || p.indicatorCandidates !== undefined);
  const last = <K extends 'subject' | 'segment' | 'word'>(key: K) =>
    phrases.map((p) => p[key]).findLast((v) => v !== undefined);
  const base = { subject: last('subject'), segment: last('segment'), word: last('word'), words: named?.name ?? '' };
  if (named?.indicator !== undefined) return { ...base, candidates: [named.indicator] };
  const { subject, segment, word } = base;
  const composed = word === undefined ? undefined : catalogue.compose({ subject, segment, word });
  if (composed) return { ...base, candidates: [composed.id] };
  return { ...base, candidates: named?.indicatorCandidates ?? [] };
}

function cells(
  indicator: string,
  phrases: readonly HeadingPhrase[],
  scope: Scope,
  context: ReadingContext,
): readonly At[] {
  const last = <K extends keyof HeadingPhrase>(key: K) => phrases.map((p) => p[key]).findLast((v) => v !== undefined);
  const period = last('period');
  const token: Token | undefined = period && { text: '', start: 0, end: 0, classes: ['period'], period };
  const said = token ? periodScope(token, scope.period, context) : scope.period;
  const cumulative = last('accumulation') === 'year-to-date';
  const kind = context.dictionary.vocabulary.catalogue.get(indicator)?.kind ?? 'flow';
  const flags = { cumulative, currentMonth: last('span') === 'month' };
  const refArea = last('refArea');
  const areas = refArea === undefined ? scope.areas.alternatives : [refArea];
  const whole = last('year') === true;
  const scenario = last('scenario');
  return periodsOf({ ...said, asOf: said.asOf || cumulative }, { ...flags, currentQuarter: false }, kind).flatMap(
    (found) => {
      const timePeriod = whole ? year(yearOf(found)) : found;
      const scenarios = scenario ? [scenario] : scenariosOf(scope.scenario, timePeriod, context);
      return areas.flatMap((refArea) => scenarios.map((s) => ({ indicator, refArea, timePeriod, scenario: s })));
    },
  );
}

/** A heading 排名 says of what no more than a sentence would: unless the project does, of the level or of the growth. */
function ask(
  measure: NonNullable<HeadingPhrase['measure']>,
  at: At,
  { peers, rankOf }: ReadingContext,
): readonly Query[] {
  const growth = { kind: 'growth', ...at, base: 'last-year' } as const;
  const level = { kind: 'level', ...at } as const;
  if (measure === 'growth') return [growth];
  if (measure === 'growth-on-period') return [{ ...growth, base: 'preceding' }];
  if (measure === 'growth-rank') return [{ kind: 'rank', of: growth, peers }];
  if (measure === 'completion') {
    const plan = { ...at, timePeriod: year(yearOf(at.timePeriod)), scenario: 'plan' } as const;
    return [{ kind: 'completion', actual: { ...at, scenario: 'actual' }, plan }];
  }
  if (measure !== 'rank') return [level];
  const ranked = rankOf === undefined ? [level, growth] : rankOf === 'growth' ? [growth] : [level];
  return ranked.map((of) => ({ kind: 'rank', of, peers }));
}
