import type { At, Query, ShareQuery } from '../measures/query.js';
import { samePeriod } from '../model/time-period.js';
import { parseUnit } from '../model/unit.js';
import type { ClaimKind, Problem, Reading } from './claim.js';
import { type Built, type ClaimSource, cellsOf, reading } from './claim-source.js';
import { readEntities } from './entity.js';
import { impliedWhole } from './implied-whole.js';
import { modifiedWhole } from './modified-whole.js';
import { pairBase } from './pair-base.js';
import { comparedPeriod } from './periods.js';
import type { ReadingContext } from './reading-context.js';
import { periodScope } from './scene.js';
import { has, type Token } from './token.js';
import { partSaid, wholeSaid } from './whole-said.js';

/** Shares, contributions and pulls: a part, and the whole that the words name or that the part implies. */
export function shareReadings(source: ClaimSource, context: ReadingContext): Built {
  const { measure, of } = source.match.pattern;
  const kind: ClaimKind =
    of === 'difference'
      ? 'difference'
      : measure === 'share'
        ? 'share'
        : measure === 'contribution'
          ? 'contribution'
          : 'pull';
  if (source.scenario === 'plan') return { kind, readings: [], problem: { code: 'share-of-plan', args: {} } };
  if (source.total) return shareOfTotal(source, source.total, kind, context);
  const behind = partBehind(source, context);
  if (behind) return behind;
  const readings: Reading[] = [];
  for (const part of ofOneUnit(cellsOf(source, partsOf(source, context), context), source, context)) {
    const whole = wholeOf(part, source, context);
    if ('code' in whole) return { kind, readings: [], problem: whole };
    if (
      whole.indicator === part.indicator &&
      whole.refArea === part.refArea &&
      samePeriod(whole.timePeriod, part.timePeriod)
    )
      return { kind, readings: [], problem: { code: 'share-of-itself', args: {} } };
    const query = ask(part, whole, source);
    if ('code' in query) return { kind, readings: [], problem: query };
    readings.push(reading(query, part));
  }
  return { kind, readings };
}

function ask(part: At, whole: At, { match, comparator, earlier }: ClaimSource): Query | Problem {
  if (match.pattern.measure === 'contribution') return { kind: 'contribution', part, whole, base: 'last-year' };
  if (match.pattern.measure === 'pull') return { kind: 'pull', part, whole, base: 'last-year' };
  const share: ShareQuery = { kind: 'share', part, whole };
  if (match.pattern.of !== 'difference') return share;
  // 占比×%，提高×个百分点: as a bare 增长, against last year; of one month or quarter it might be against the one before.
  const usual = part.timePeriod.months > 3 ? ({ kind: 'last-year' } as const) : undefined;
  const base = comparator ?? (pairBase(earlier) ? undefined : usual);
  const then = base ? comparedPeriod(base, part.timePeriod) : pairBase(earlier);
  if (!then) return { code: 'base-unknown', args: {} };
  if ('code' in then) return then;
  return {
    kind: 'rate-difference',
    of: share,
    from: { kind: 'share', part: { ...part, timePeriod: then }, whole: { ...whole, timePeriod: then } },
  };
}

/** 石家庄、保定合计占全省的×%: their total over the whole that each of them has. */
function shareOfTotal(source: ClaimSource, of: readonly At[], kind: ClaimKind, context: ReadingContext): Built {
  const wholes = of.map((part) => wholeOf(part, source, context));
  const first = wholes[0]!;
  if ('code' in first) return { kind, readings: [], problem: first };
  const same = wholes.every((w) => !('code' in w) && w.indicator === first.indicator && w.refArea === first.refArea);
  if (kind !== 'share' || !same || of.some((at) => at.indicator === first.indicator && at.refArea === first.refArea))
    return { kind, readings: [], problem: { code: 'share-of-what', args: {} } };
  return {
    kind,
    readings: [reading({ kind: 'ratio', of: { kind: 'total', of }, to: { kind: 'level', ...first } }, of[0]!)],
  };
}

/** 快递业务量比重：同城×%: the part stands behind the word, the whole in front. */
function partBehind(source: ClaimSource, context: ReadingContext): Built | undefined {
  const { catalogue } = context.dictionary.vocabulary;
  const terms = (source.match.captured['whole'] ?? []).filter((t) => has(t, 'term'));
  const whole = source.entity?.candidates;
  if (terms.length === 0 || whole?.length !== 1 || source.match.pattern.measure !== 'share') return undefined;
  const scope = { subject: source.entity?.subject, entities: source.entities, opening: false };
  const [named] = readEntities(terms, scope, catalogue);
  const parts = catalogue.data.partitions.filter((p) => p.whole === whole[0]).flatMap((p) => p.parts);
  const own = (named?.candidates ?? []).filter((id) => parts.includes(id));
  if (own.length !== 1) return undefined;
  const readings = cellsOf(source, own, context).map((part) =>
    reading({ kind: 'share', part, whole: { ...part, indicator: whole[0]! } }, part),
  );
  return source.match.pattern.of === undefined ? { kind: 'share', readings } : undefined;
}

/** 快递业务对行业收入增长的贡献率: of a bare subject only what is counted as its whole is. */
function ofOneUnit(parts: readonly At[], source: ClaimSource, context: ReadingContext): readonly At[] {
  const unitOf = (id: string) => parseUnit(context.dictionary.vocabulary.catalogue.get(id)?.unit ?? '')?.base;
  if (new Set(parts.map((p) => p.indicator)).size < 2) return parts;
  const like = parts.filter((part) => {
    const whole = wholeOf(part, source, context);
    return 'code' in whole || unitOf(whole.indicator) === unitOf(part.indicator);
  });
  return like.length > 0 ? like : parts;
}

/** 贡献率×%, 拉动×个百分点: of a whole that is not named again. */
const isSaid = ({ match }: ClaimSource): boolean => match.pattern.id.endsWith('-said');

/** 业务收入完成×亿元，快递占比×%: a bare subject is the part of the whole just said. */
function partsOf(source: ClaimSource, { dictionary }: ReadingContext): readonly string[] {
  const { entity, earlier } = source;
  const same = isSaid(source) ? partSaid(source) : undefined;
  if (same) return same;
  const { catalogue } = dictionary.vocabulary;
  const ids = entity!.candidates;
  const said = earlier[earlier.length - 1]?.readings[0]?.indicator;
  if (ids.length < 2 || said === undefined) return ids;
  const parts = catalogue.data.partitions.filter((p) => p.whole === said).flatMap((p) => p.parts);
  const own = ids.filter((id) => parts.includes(id));
  return own.length === 1 ? own : ids;
}

/** 同城占×%，异地×%: a number in % that says only a member is its share of the whole of the share just said. */
export function shareOfMember(source: ClaimSource, context: ReadingContext): Built | undefined {
  const last = source.earlier[source.earlier.length - 1]?.readings;
  const said = last?.length === 1 ? last[0]!.query : undefined;
  if (said?.kind !== 'share' || source.scene.problem || source.scene.period) return undefined;
  const { part, whole } = said;
  const { catalogue } = context.dictionary.vocabulary;
  if (source.scene.entities && !source.scene.areas) {
    const parts = catalogue.data.partitions.filter((p) => p.whole === whole.indicator).flatMap((p) => p.parts);
    const own = source.entity!.candidates.filter((id) => parts.includes(id) && id !== part.indicator);
    const indicator = parts.includes(part.indicator) && own.length === 1 ? own[0]! : undefined;
    return indicator === undefined
      ? undefined
      : { kind: 'share', readings: [reading({ ...said, part: { ...part, indicator } }, { ...part, indicator })] };
  }
  const [refArea, more] = source.scene.entities ? [] : source.area;
  if (!source.scene.areas || refArea === undefined || more !== undefined || whole.refArea === part.refArea)
    return undefined;
  return { kind: 'share', readings: [reading({ ...said, part: { ...part, refArea } }, { ...part, refArea })] };
}

/** The whole: as named (占全省, 占社会消费品零售总额), as in the share just said, or implied by a segment or a group of regions. */
function wholeOf(part: At, source: ClaimSource, context: ReadingContext): At | Problem {
  if (isSaid(source)) return wholeSaid(part, source, context);
  const named = source.match.captured['whole'] ?? [];
  // 全省占比×%: of the province, or in it.
  if (source.match.pattern.id === 'share-in' && !/份额|比重/u.test(source.match.captured['share']![0]!.text))
    return { code: 'share-of-what', args: {} };
  const areas = named.filter((t) => has(t, 'area', 'wide-area'));
  const terms = named.filter((t) => has(t, 'term'));
  if (areas.length > 1 || areas.some((t) => t.areas?.length !== 1)) return { code: 'share-of-what', args: {} };
  const refArea = areas[0]?.areas?.[0];
  const periods = named.filter((t) => has(t, 'period'));
  if (periods.length > 0) return wholeOfPeriod(part, periods, terms, areas.length, source, context);
  if (terms.length > 0) return namedWhole(part, terms, refArea, source, context);
  if (refArea !== undefined) {
    // 民营企业进出口…占全省的×% in the province's own text: of all that is traded there.
    const whole =
      refArea === part.refArea ? modifiedWhole(part.indicator, context.dictionary.vocabulary.catalogue) : undefined;
    return { ...part, refArea, indicator: whole ?? part.indicator };
  }
  return impliedWhole(part, named.length > 0, source, context);
}

/** 占全年业务量的×%: the same indicator over the longer period that the words name. */
function wholeOfPeriod(
  part: At,
  periods: readonly Token[],
  terms: readonly Token[],
  areas: number,
  source: ClaimSource,
  context: ReadingContext,
): At | Problem {
  const said = periods.length === 1 ? periodScope(periods[0]!, source.period, context).candidates[0] : undefined;
  const within =
    said && said.end >= part.timePeriod.end && said.end - said.months <= part.timePeriod.end - part.timePeriod.months;
  if (!within || areas > 0) return { code: 'share-of-what', args: { words: periods.map((t) => t.text).join('') } };
  const whole = { ...part, timePeriod: said };
  const own = terms.length === 0 ? part : namedWhole(part, terms, undefined, source, context);
  if ('code' in own) return own;
  return own.indicator === part.indicator
    ? whole
    : { code: 'share-of-what', args: { words: terms.map((t) => t.text).join('') } };
}

function namedWhole(
  part: At,
  terms: readonly Token[],
  refArea: string | undefined,
  source: ClaimSource,
  context: ReadingContext,
): At | Problem {
  const { catalogue } = context.dictionary.vocabulary;
  const scope = { subject: source.entity?.subject ?? source.subject, entities: [], opening: false };
  const found = readEntities(terms, scope, catalogue);
  const words = terms.map((t) => t.text).join('');
  if (found.length !== 1) return { code: 'share-of-what', args: { words } };
  const word = catalogue.get(part.indicator)?.word;
  const ids = found[0]!.candidates;
  const like = ids.length > 1 ? ids.filter((id) => catalogue.get(id)?.word === word) : ids;
  if (like.length !== 1) return { code: 'share-of-what', args: { words } };
  return { ...part, indicator: like[0]!, refArea: refArea ?? part.refArea };
}
