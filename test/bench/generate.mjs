// Tidy returns of invented figures, the same in every run: provinces, their cities, indicators in groups of a total with two
// parts (cumulated in the year, two decimals) and a stock (three decimals), month after month.
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';

/** Provinces, cities, groups of indicators, months. */
const SIZES = { S: [1, 11, 3, 36], M: [31, 341, 8, 60], L: [31, 341, 15, 120], XL: [31, 2852, 8, 120] };
const HEADER = 'period,region_code,region,parent,indicator,unit,value';

function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const indicatorsOf = (groups) =>
  Array.from({ length: groups }, (_, g) => [
    { name: `指标${g}`, unit: '亿元', decimals: 2, cumulative: 1, group: g + 1, role: 'total' },
    { name: `指标${g}甲`, unit: '亿元', decimals: 2, cumulative: 1, group: g + 1, role: 'part' },
    { name: `指标${g}乙`, unit: '亿元', decimals: 2, cumulative: 1, group: g + 1, role: 'part' },
    { name: `存量${g}`, unit: '万吨', decimals: 3, cumulative: 0, group: 0, role: '' },
  ]).flat();

const decimal = (digits, places) => {
  const text = String(Math.abs(digits)).padStart(places + 1, '0');
  return `${digits < 0 ? '-' : ''}${text.slice(0, -places)}.${text.slice(-places)}`;
};

export function writeGenerated({ size, dirty, file, schema }) {
  const [provinces, cities, groups, months] = Array.isArray(size) ? size : (SIZES[size] ?? SIZES.S);
  const indicators = indicatorsOf(groups);
  const row = ({ name, unit, decimals, cumulative, group, role }) =>
    [name, unit, decimals, cumulative, group, role].join(',');
  writeFileSync(schema, `indicator,unit,decimals,cumulative,grp,role\n${indicators.map(row).join('\n')}\n`);

  const random = randomFrom(20240501);
  const areas = Array.from({ length: cities }, (_, i) => {
    const province = i % provinces;
    const code = `${11 + province}${String(Math.floor(i / provinces) + 1).padStart(4, '0')}`;
    return { code, head: `${code},城${i}市,省${province}省` };
  }).sort((a, b) => (a.code < b.code ? -1 : 1));
  const size0 = areas.map(() => indicators.map(() => 1000 + Math.floor(random() * 50_000)));
  const sums = areas.map(() => indicators.map(() => 0));
  const out = openSync(file, 'w');
  let lines = [HEADER];
  for (let month = 0; month < months; month++) {
    const period = `${2015 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    areas.forEach(({ head }, a) => {
      const values = indicators.map(({ cumulative, role }, i) => {
        const flow = Math.max(1, Math.round(size0[a][i] * (1 + month / 200) * (0.9 + 0.2 * random())));
        if (role === 'total') return 0;
        if (!cumulative) return flow;
        sums[a][i] = (month % 12 === 0 ? 0 : sums[a][i]) + flow;
        return sums[a][i];
      });
      indicators.forEach(({ name, unit, decimals, role }, i) => {
        const value = role === 'total' ? values[i + 1] + values[i + 2] : values[i];
        const front = `${period},${head},${name},${unit},`;
        const [text, again] = dirty ? spoilt(value, decimals, random()) : [decimal(value, decimals)];
        lines.push(front + text);
        if (again !== undefined) lines.push(front + again);
      });
    });
    writeSync(out, `${lines.join('\n')}\n`);
    lines = [];
  }
  closeSync(out);
}

/** What is wrong with one value in a hundred: blank, no number, negative, given twice. */
function spoilt(value, places, chance) {
  if (chance < 0.003) return [''];
  if (chance < 0.004) return ['n.a.'];
  if (chance < 0.006) return [decimal(-value, places)];
  if (chance < 0.008) return [decimal(value, places), decimal(value + 1, places)];
  return [decimal(value, places)];
}
