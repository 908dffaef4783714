import { formatChineseOrdinal } from '../model/numeral.js';

const KIND = /(?:经济圈|经济区|城市群|都市圈|地区|片区|区域|板块)$/u;

/** How a text names a group of regions: 胶东经济圈, 皖北地区, and by its members counted: 胶东五市, 皖北6市中. */
export function groupNames(name: string, members: number): readonly string[] {
  const stem = name.replace(KIND, '');
  const stems = stem === name || stem === '' ? [name] : [name, stem];
  const counted = stems.flatMap((s) =>
    spellings(members).flatMap((n) =>
      ['市', '个市', '省', '省份', '省市', '省区', '省区市', '省(区、市)', '县', '地'].flatMap((kind) => [
        `${s}${n}${kind}`,
        `${s}${n}${kind}中`,
      ]),
    ),
  );
  return [name, `${name}地区`, ...counted];
}

const MOST_COUNTED = 99;

function spellings(members: number): readonly string[] {
  if (members < 2 || members > MOST_COUNTED) return [];
  return [...(members === 2 ? ['两'] : []), formatChineseOrdinal(members), String(members)];
}
