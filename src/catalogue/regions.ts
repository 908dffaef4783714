import { COUNTRY, type RefArea, RefAreaTable, shortenAreaName } from '../model/ref-area.js';

/** Short names that dropping a suffix does not give. */
const SHORT: Record<string, string> = { 内蒙古自治区: '内蒙古', 香港特别行政区: '香港', 澳门特别行政区: '澳门' };

/** Reads the region table: lines of `code,name,parent,level`. A province without a parent belongs to 全国. */
export function parseRegions(csv: string): RefAreaTable {
  const areas: RefArea[] = [
    { code: COUNTRY, name: '全国', shortName: '全国', aliases: ['中国'], parent: undefined, level: 'country' },
  ];
  for (const line of csv.trim().split(/\r?\n/).slice(1)) {
    const [code = '', name = '', parent = '', level = ''] = line.split(',');
    areas.push({
      code,
      name,
      shortName: SHORT[name] ?? shortenAreaName(name, level),
      aliases: [],
      parent: parent !== '' ? parent : level === 'province' ? COUNTRY : undefined,
      level,
    });
  }
  return new RefAreaTable(areas);
}
