// Every cell of a result against exact arithmetic, written for this alone: values in ten-thousandths as whole numbers, rates on
// BigInt, ranks by counting. Of a cell given twice the first value stands; a negative or zero base gives no rate.
import { headerOf, rowsOf } from './rows.mjs';

const SCALE = 4;

/** A decimal in ten-thousandths; undefined where there is none. */
function scaled(text) {
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!found || (found[3] ?? '').length > SCALE) return undefined;
  return Number(`${found[1]}${found[2]}${(found[3] ?? '').padEnd(SCALE, '0')}`);
}

/** Months of the calendar; 2024-03, 2024年3月, 2024年1—3月, 2024年第一季度, 2024年上半年, 2024年. */
function monthOf(text) {
  const year = Number(text.slice(0, 4)) * 12;
  const iso = /^\d{4}-(\d\d)$/.exec(text);
  if (iso) return year + Number(iso[1]) - 1;
  const month = /(\d+)月$/.exec(text);
  if (month) return year + Number(month[1]) - 1;
  const quarter = '一二三四'.indexOf(/第(.)季度$/.exec(text)?.[1] ?? '-');
  if (quarter >= 0) return year + 3 * quarter + 2;
  return year + (text.endsWith('上半年') ? 5 : 11);
}

export function expectedCells(file) {
  const cells = new Map();
  for (const [period, code, , parent, indicator, , value] of rowsOf(file)) {
    const month = monthOf(period);
    const series = `${code} ${indicator}`;
    if (!cells.has(series)) cells.set(series, { group: `${parent} ${indicator}`, months: new Map() });
    const { months } = cells.get(series);
    if (!months.has(month)) months.set(month, { value: scaled(value), rate: undefined });
  }
  const groups = new Map();
  for (const { group, months } of cells.values())
    for (const [month, cell] of months) {
      cell.rate = rateOf(cell.value, months.get(month - 12)?.value);
      const key = `${group} ${month}`;
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(cell);
    }
  for (const peers of groups.values())
    for (const cell of peers) {
      cell.rankLevel = rankOf(
        cell.value,
        peers.map(({ value }) => value),
      );
      cell.rankRate = rankOf(
        cell.rate,
        peers.map(({ rate }) => rate),
      );
    }
  return cells;
}

/** In tenths of a per cent, half up. */
function rateOf(value, base) {
  if (value === undefined || base === undefined || base <= 0) return undefined;
  const [change, below] = [BigInt(value - base), BigInt(base)];
  const size = change < 0n ? -change : change;
  const rounded = Number((2000n * size + below) / (2n * below));
  return change < 0n && rounded !== 0 ? -rounded : rounded;
}

const rankOf = (own, all) => (own === undefined ? undefined : 1 + all.filter((other) => other > own).length);

/** Columns of the result by the names that tianshu and the jobs give them. */
const COLUMNS = {
  period: ['时期', 'period'],
  code: ['地区代码', 'region_code'],
  indicator: ['指标', 'indicator'],
  value: ['数值', 'value'],
  rate: ['同比(%)', 'yoy'],
  rankLevel: ['数值排名', 'rank_level'],
  rankRate: ['增速排名', 'rank_yoy'],
};

const number = (text) => (text === '' || text === 'NaN' || text === 'NA' ? undefined : Number(text));
const inUnits = (text, units) => (number(text) === undefined ? undefined : Math.round(Number(text) * units));

/** How many cells were compared, and how many of which column are wrong; a row that is missing counts where it has a value. */
export function checkCells(expected, file) {
  const header = headerOf(file);
  const at = Object.fromEntries(
    Object.entries(COLUMNS).map(([key, names]) => [key, header.findIndex((h) => names.includes(h))]),
  );
  const wrong = { value: 0, rate: 0, rankLevel: 0, rankRate: 0, unknown: 0, missing: 0 };
  const months = new Map();
  let rows = 0;
  for (const row of rowsOf(file)) {
    const period = row[at.period];
    if (!months.has(period)) months.set(period, monthOf(period));
    const cell = expected.get(`${row[at.code]} ${row[at.indicator]}`)?.months.get(months.get(period));
    rows++;
    if (!cell || cell.seen === file) {
      wrong.unknown++;
      continue;
    }
    cell.seen = file;
    if (inUnits(row[at.value], 10 ** SCALE) !== cell.value) wrong.value++;
    if (inUnits(row[at.rate], 10) !== cell.rate) wrong.rate++;
    if (number(row[at.rankLevel]) !== cell.rankLevel) wrong.rankLevel++;
    if (number(row[at.rankRate]) !== cell.rankRate) wrong.rankRate++;
  }
  for (const { months: cells } of expected.values())
    for (const cell of cells.values()) if (cell.seen !== file && cell.value !== undefined) wrong.missing++;
  return { cells: 4 * rows, wrong: Object.values(wrong).reduce((sum, n) => sum + n, 0), ...wrong };
}
