import { areaName, indicatorName, label, type MeasureContext } from '../measures/context.js';
import type { At, Base, Query } from '../measures/query.js';
import { samePeriod } from '../model/time-period.js';
import { formatPeriodInChinese } from '../model/time-period-text.js';

/** What a question to the data asks for, in words: 邯郸市2019年快递业务量同比增速 → 在河北省的位次. */
export function meaningOf(query: Query, context: MeasureContext): string {
  switch (query.kind) {
    case 'level':
      return label(query, context);
    case 'growth':
      return `${label(query, context)}${growthName(query.base)}`;
    case 'rank':
      return `${meaningOf(query.of, context)}在${query.peers.name}的位次`;
    case 'share':
      return `${label(query.part, context)}占${wholeName(query.part, query.whole, context)}的比重`;
    case 'increase':
      return `${label(query, context)}${baseName(query.base)}的增量`;
    case 'multiple':
      return `${label(query, context)}为${typeof query.base === 'object' ? formatPeriodInChinese(query.base.timePeriod) : '上年同期'}的倍数`;
    case 'average':
      return `${label(query, context)}${query.per === 'day' ? '日均' : '月均'}`;
    case 'average-growth':
      return `${label(query, context)}自${formatPeriodInChinese(query.from)}起的年均增速`;
    case 'total':
      return `${query.of.map((at) => label(at, context)).join('、')}合计`;
    case 'unit-price':
      return `${label(query.revenue, context)} ÷ ${indicatorName(query.volume.indicator, context)}（单价）`;
    case 'completion':
      return `${label(query.actual, context)}对${formatPeriodInChinese(query.plan.timePeriod)}计划的完成率`;
    case 'ahead-of-time':
      return `${label(query.actual, context)}完成率与时序进度之差`;
    case 'contribution':
      return `${label(query.part, context)}对${wholeName(query.part, query.whole, context)}增长的贡献率`;
    case 'pull':
      return `${label(query.part, context)}拉动${wholeName(query.part, query.whole, context)}增长的百分点`;
    case 'rank-change':
      return `${meaningOf(query.of, context)}与${meaningOf(query.from, context)}之差`;
    case 'rate-difference':
      return `${meaningOf(query.of, context)}与${meaningOf(query.from, context)}之差`;
  }
}

const growthName = (base: Base): string =>
  base === 'last-year'
    ? '同比增速'
    : base === 'preceding'
      ? '环比增速'
      : `比${formatPeriodInChinese(base.timePeriod)}的增速`;

const baseName = (base: Base): string =>
  base === 'last-year' ? '比上年同期' : base === 'preceding' ? '比上期' : `比${formatPeriodInChinese(base.timePeriod)}`;

/** The whole, told only as far as it differs from the part. */
function wholeName(part: At, whole: At, context: MeasureContext): string {
  const area = part.refArea === whole.refArea ? '' : areaName(whole.refArea, context);
  const period = samePeriod(part.timePeriod, whole.timePeriod) ? '' : formatPeriodInChinese(whole.timePeriod);
  const indicator = part.indicator === whole.indicator && area !== '' ? '' : indicatorName(whole.indicator, context);
  return `${area}${period}${indicator}`;
}
