import { COUNTRY, type RefArea, RefAreaTable, shortenAreaName } from '../model/ref-area.js';

/** Short names that dropping a suffix does not give. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['内蒙古自治区', '内蒙古'],
  ['香港特别行政区', '香港'],
  ['澳门特别行政区', '澳门'],
  ['神农架林区', '神农架'],
  ['六枝特区', '六枝'],
  ['浦东新区', '浦东'],
]);

/** What people say that neither dropping a suffix nor 州 gives. */
const ALIASES: ReadonlyMap<string, readonly string[]> = new Map([
  ['内蒙古自治区', ['内蒙']],
  ['博尔塔拉蒙古自治州', ['博州']],
  ['巴音郭楞蒙古自治州', ['巴州']],
  ['克孜勒苏柯尔克孜自治州', ['克州']],
]);

const NONE: readonly string[] = [];

/** 恩施土家族苗族自治州 is 恩施 and 恩施州. */
const aliasesOf = (name: string, shortName: string): readonly string[] => {
  const known = ALIASES.get(name) ?? NONE;
  return name.endsWith('自治州') ? [`${shortName}州`, ...known] : known;
};

/** Reads the region table: lines of `code,name,parent,level`. A province without a parent belongs to 全国. */
export function parseRegions(csv: string): RefAreaTable {
  const areas: RefArea[] = [
    { code: COUNTRY, name: '全国', shortName: '全国', aliases: ['中国'], parent: undefined, level: 'country' },
  ];
  for (const line of csv.trim().split(/\r?\n/).slice(1)) {
    const [code = '', name = '', parent = '', level = ''] = line.split(',');
    const shortName = SHORT.get(name) ?? shortenAreaName(name, level);
    areas.push({
      code,
      name,
      shortName,
      aliases: aliasesOf(name, shortName),
      parent: parent !== '' ? parent : level === 'province' ? COUNTRY : undefined,
      level,
    });
  }
  return new RefAreaTable(areas);
}
