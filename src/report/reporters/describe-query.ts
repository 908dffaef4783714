import { areaName, indicatorName, type MeasureContext } from '../../measures/context.js';
import type { At, Base, Query, RunQuery } from '../../measures/query.js';
import { aboutArea } from '../../measures/rankable.js';
import { parseRankedArea } from '../../measures/ranked-area.js';
import type { TimePeriod } from '../../model/time-period.js';
import { formatPeriodInChinese, formatTimePeriod } from '../../model/time-period-text.js';
import type { Lang } from '../messages/language.js';
import { speak } from '../messages/speak.js';

/** What a query asks, in words: 河北省2024年快递业务量同比增速在全国的排名. */
export function describeQuery(query: Query, context: MeasureContext, lang: Lang): string {
  const period = (p: TimePeriod) => (lang === 'zh' ? formatPeriodInChinese(p) : formatTimePeriod(p));
  const say = (code: string, args: Record<string, string>) => speak({ code, args }, lang);
  // A region that is known by its place only, before the data have said who it is.
  const areaText = (refArea: string): string => {
    const ranked = parseRankedArea(refArea);
    return ranked ? describe(ranked) : areaName(refArea, context);
  };
  const eachOf = (peers: string): string => (lang === 'zh' ? `${peers}各地` : `each area of ${peers}`);
  const at = (cell: At): string =>
    say(cell.scenario === 'plan' ? 'measure-planned-cell' : 'measure-cell', {
      area: areaText(cell.refArea),
      period: period(cell.timePeriod),
      indicator: indicatorName(cell.indicator, context),
    });
  const base = (b: Base): string =>
    typeof b === 'string' ? say(`measure-base-${b}`, {}) : say('measure-base-named', { period: period(b.timePeriod) });
  const describe = (q: Query): string => {
    switch (q.kind) {
      case 'level':
        return at(q);
      case 'growth':
      case 'increase':
      case 'multiple':
        return say(`measure-${q.kind}`, { what: at(q), base: base(q.base) });
      case 'share':
        return say('measure-share', { part: at(q.part), whole: at(q.whole) });
      case 'total':
        return say('measure-total', { parts: q.of.map(at).join(lang === 'zh' ? '、' : ', ') });
      case 'average':
        return say(`measure-average-${q.per}`, { what: at(q) });
      case 'unit-price':
        return say('measure-unit-price', { revenue: at(q.revenue), volume: at(q.volume) });
      case 'per-capita':
        return say('measure-per-capita', { what: at(q.of) });
      case 'rank':
        return say(q.order === 'worst-first' ? 'measure-rank-from-last' : 'measure-rank', {
          what: describe(q.of),
          peers: q.peers.name,
        });
      case 'placed':
        return say(q.of.order === 'worst-first' ? 'measure-placed-from-last' : 'measure-placed', {
          what: describe(aboutArea(q.of.of, eachOf(q.of.peers.name))),
          place: String(q.place),
        });
      case 'count':
        return say(`measure-count-${q.than}`, {
          what: describe(aboutArea(q.of, eachOf(q.peers.name))),
          mark: q.mark.kind === 'mark' ? q.mark.value + q.mark.unit : describe(q.mark),
        });
      case 'rank-distance':
        return say(`measure-rank-distance-${q.to}`, { what: describe(q.of) });
      case 'rank-change':
        return say('measure-rank-change', { what: describe(q.of), than: describe(q.from) });
      case 'growth-of':
        return say('measure-growth-of', { what: describe(q.of), than: describe(q.from) });
      case 'ratio':
        return say('measure-share', { part: describe(q.of), whole: describe(q.to) });
      case 'rate-difference':
        return say('measure-rate-difference', { what: describe(q.of), than: describe(q.from) });
      case 'average-growth':
        return say('measure-average-growth', { what: at(q), from: period(q.from) });
      case 'completion':
      case 'ahead-of-time':
        return say(`measure-${q.kind}`, { what: at(q.actual) });
      case 'earlier-peak':
        return say(`measure-earlier-peak-${q.among}`, { what: at(q) });
      case 'run':
        return say(runCode(q), { what: describe(q.of), least: String(Math.abs(q.least)) });
      case 'contribution':
      case 'pull':
        return say(`measure-${q.kind}`, { part: at(q.part), whole: at(q.whole) });
    }
  };
  return describe(query);
}

/** 高于10%, 前3位, 为正, 为负: what each period of a run holds. */
function runCode({ of, direction, least }: RunQuery): string {
  if (of.kind === 'rank') return 'measure-run-of-places';
  if (least !== 0) return 'measure-run';
  return direction > 0 ? 'measure-run-of-rises' : 'measure-run-of-falls';
}
