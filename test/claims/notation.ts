import type { Claim } from '../../src/claims/claim.js';
import type { At, Query } from '../../src/measures/query.js';
import { parseRankedArea } from '../../src/measures/ranked-area.js';
import { formatDecimal } from '../../src/model/decimal.js';
import type { RefAreaTable } from '../../src/model/ref-area.js';
import { samePeriod, type TimePeriod } from '../../src/model/time-period.js';
import { formatTimePeriod } from '../../src/model/time-period-text.js';

const period = (p: TimePeriod) => formatTimePeriod(p);

/** level(express-volume, 邯郸市, 2019): the notation of the examples in patterns.yaml. */
export function notate(claim: Claim, areas: RefAreaTable): string {
  if (claim.problem) return `${claim.kind}: ${claim.problem.code}`;
  return claim.readings.map((r) => query(r.query, areas)).join(' or ');
}

const area = (code: string, areas: RefAreaTable): string => {
  const ranked = parseRankedArea(code);
  return ranked ? `#${ranked.place} by ${query(ranked.of, areas)}` : (areas.get(code)?.name ?? code);
};
/** rank(level(express-volume, 邯郸市, 2019), 河北省): first — what the words claim of each subject. */
export function notateStatement(claim: Claim, areas: RefAreaTable): string {
  const { value } = claim.number;
  if (value.kind !== 'words') return notate(claim, areas);
  const subjects = [claim.readings, ...(claim.others ?? [])].map((readings) =>
    readings.map((r) => query(r.query, areas)).join(' or '),
  );
  const { holds } = value;
  const said =
    holds === 'sign'
      ? claim.sign?.sign === -1
        ? '−'
        : '+'
      : typeof holds === 'string'
        ? holds
        : holds.kind === 'within'
          ? `within ${formatDecimal(holds.places)}`
          : `first past ${formatDecimal(holds.mark)}`;
  return `${subjects.join(' and ')}: ${said}`;
}

const at = (a: At, areas: RefAreaTable) =>
  `${a.indicator}, ${area(a.refArea, areas)}, ${a.scenario === 'plan' ? 'plan ' : ''}${period(a.timePeriod)}`;

function share(part: At, whole: At, areas: RefAreaTable): string {
  const what = part.indicator === whole.indicator ? part.indicator : `${part.indicator}/${whole.indicator}`;
  const where =
    part.refArea === whole.refArea
      ? area(part.refArea, areas)
      : `${area(part.refArea, areas)}/${area(whole.refArea, areas)}`;
  const when = samePeriod(part.timePeriod, whole.timePeriod)
    ? period(part.timePeriod)
    : `${period(part.timePeriod)}/${period(whole.timePeriod)}`;
  return `${what}, ${where}, ${when}`;
}

function query(q: Query, areas: RefAreaTable): string {
  switch (q.kind) {
    case 'level':
    case 'average':
      return `${q.kind}(${at(q, areas)})`;
    case 'growth':
    case 'increase':
    case 'multiple':
      return `${q.kind}(${at(q, areas)})${q.base === 'last-year' ? '' : typeof q.base === 'string' ? ` on ${q.base}` : ` on ${period(q.base.timePeriod)}`}`;
    case 'average-growth':
      return `average-growth(${q.indicator}, ${area(q.refArea, areas)}, ${period(q.from)}..${period(q.timePeriod)})`;
    case 'share':
    case 'contribution':
    case 'pull':
      return `${q.kind}(${share(q.part, q.whole, areas)})`;
    case 'unit-price':
      return `unit-price(${share(q.revenue, q.volume, areas)})`;
    case 'completion':
    case 'ahead-of-time':
      return `${q.kind}(${at(q.actual, areas)})`;
    case 'total':
      return `total(${q.of.map((x) => at(x, areas)).join('; ')})`;
    case 'per-capita':
      return `per-capita(${at(q.of, areas)})`;
    case 'rank':
      return `rank(${query(q.of, areas)}, ${q.peers.name}${q.order === 'worst-first' ? ' from last' : ''})`;
    case 'placed':
      return `placed(${query(q.of, areas)}, ${q.place})`;
    case 'count':
      return `count(${query(q.of, areas)}, ${q.peers.name}, ${q.than} ${q.mark.kind === 'mark' ? q.mark.value + q.mark.unit : query(q.mark, areas)}${q.except ? ` but ${q.except.map((c) => area(c, areas)).join()}` : ''})`;
    case 'rank-distance':
      return `distance(${query(q.of, areas)}, ${q.to})`;
    case 'rank-change':
      return `difference(${query(q.of, areas)}, ${baseOf(q.of.of, q.from.of, areas)})`;
    case 'growth-of':
      return `growth(${query(q.of, areas)}, ${baseOf(q.of, q.from, areas)})`;
    case 'ratio':
      return `share(${query(q.of, areas)}/${query(q.to, areas)})`;
    case 'earlier-peak':
      return `peak-before(${at(q, areas)}, ${q.among})`;
    case 'run':
      return `run(${query(q.of, areas)}, ${q.direction > 0 ? '' : '−'}${Math.abs(q.least)}${q.cumulative ? ', cumulative' : ''})`;
    case 'rate-difference':
      return `difference(${query(q.of, areas)}, ${baseOf(q.of, q.from, areas)})`;
  }
}

/** What differs between the two: the period, the region or the indicator. */
function baseOf(a: Query, b: Query, areas: RefAreaTable): string {
  const [x, y] = [cell(a), cell(b)];
  if (!x || !y) return query(b, areas);
  if (x.indicator !== y.indicator) return y.indicator;
  if (x.refArea !== y.refArea) return area(y.refArea, areas);
  return x.scenario !== y.scenario ? 'plan' : period(y.timePeriod);
}

const cell = (q: Query): At | undefined =>
  'part' in q
    ? q.part
    : 'indicator' in q
      ? q
      : q.kind === 'unit-price'
        ? q.revenue
        : q.kind === 'per-capita' && 'indicator' in q.of
          ? q.of
          : undefined;
