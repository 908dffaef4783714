/** A reference area (SDMX REF_AREA): 全国, a province, a prefecture-level unit, a county, or another named area. */
export interface RefArea {
  readonly code: string;
  readonly name: string;
  /** What people say for short: 邯郸 for 邯郸市. Equal to `name` where there is nothing to shorten. */
  readonly shortName: string;
  readonly aliases: readonly string[];
  readonly parent: string | undefined;
  /** country, province, prefecture, new-area, county, other, or a project's own word. */
  readonly level: string;
}

export const COUNTRY = '000000';

const PEOPLES =
  '汉族 满族 蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 傣族 黎族 傈僳族 佤族 畲族 高山族 ' +
  '拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 阿昌族 普米族 塔吉克族 怒族 ' +
  '乌孜别克族 俄罗斯族 鄂温克族 德昂族 保安族 裕固族 京族 塔塔尔族 独龙族 鄂伦春族 赫哲族 门巴族 珞巴族 基诺族 各族 ' +
  '维吾尔 蒙古 哈萨克 柯尔克孜 锡伯 塔吉克';
const PEOPLE = new RegExp(`(?:${PEOPLES.split(' ').join('|')})+$`, 'u');
/** How the name of a people may end: most of thousands of names need no pattern to be told that they end in none. */
const PEOPLE_ENDING = new Set(PEOPLES.split(' ').map((people) => people.at(-1)));
const SUFFIXES = ['特别行政区', '自治区', '自治州', '地区', '新区', '林区', '省', '市', '盟'];
const COUNTY_SUFFIXES = ['自治县', '自治旗', '县', '区', '市', '旗'];

/**
 * What people say for short: 邯郸市 → 邯郸, 广西壮族自治区 → 广西, 孟村回族自治县 → 孟村. Never shorter than two characters, and a
 * county's 新区 keeps its name: 浦东新 is nobody's word.
 */
export function shortenAreaName(name: string, level: string): string {
  const suffix = (level === 'county' ? COUNTY_SUFFIXES : SUFFIXES).find((end) => name.endsWith(end));
  if (suffix === undefined) return name;
  const stem = name.slice(0, -suffix.length);
  if (level === 'county' && name.endsWith('新区') && stem.length > 2) return name;
  const shorter = PEOPLE_ENDING.has(stem.at(-1)) ? [stem.replace(PEOPLE, ''), stem.replace(/族$/u, ''), stem] : [stem];
  return shorter.find((text) => text.length >= 2) ?? name;
}

/** All areas that a project knows, with membership. Lookups are by exact name; what is ambiguous stays so. */
export class RefAreaTable {
  readonly areas: readonly RefArea[];
  readonly #byCode = new Map<string, RefArea>();
  readonly #byName = new Map<string, RefArea[]>();
  readonly #members = new Map<string, RefArea[]>();

  constructor(areas: readonly RefArea[]) {
    this.areas = areas;
    for (const area of areas) {
      this.#byCode.set(area.code, area);
      this.#name(area.name, area);
      if (area.shortName !== area.name) this.#name(area.shortName, area);
      for (const alias of area.aliases) this.#name(alias, area);
      if (area.parent !== undefined) push(this.#members, area.parent, area);
    }
  }

  /** An area may give itself one name twice. */
  #name(name: string, area: RefArea): void {
    if (this.#byName.get(name)?.at(-1) !== area) push(this.#byName, name, area);
  }

  get(code: string): RefArea | undefined {
    return this.#byCode.get(code);
  }

  /**
   * Areas of that name, a full name before short ones, a county last. `within` (a code) keeps those below that area, if any
   * are; the city itself and then its own parts come first of all: in 北京's report 朝阳 is its district.
   */
  named(name: string, within?: string): readonly RefArea[] {
    const found = this.#byName.get(name) ?? [];
    const full = found.filter((a) => a.name === name);
    if (within !== undefined && full.length === 0 && found.length > 1) {
      const home = found.filter((a) => a.code === within && a.level !== 'province');
      const own = home.length > 0 ? home : found.filter((a) => a.parent === within);
      if (own.length === 1) return own;
    }
    const higher = found.filter((a) => a.level !== 'county');
    const candidates = full.length > 0 ? full : higher.length > 0 ? higher : found;
    if (candidates.length < 2) return candidates;
    const inside = within === undefined ? [] : candidates.filter((a) => this.isWithin(a.code, within));
    const left = inside.length > 0 ? inside : candidates;
    // 吉林 and 海南 are provinces first, and a prefecture only where one of these provinces speaks.
    const provinces = left.filter((a) => a.level === 'province');
    return provinces.length > 0 ? provinces : left;
  }

  /** Direct members of the level below: 全国 → provinces of the mainland, a province → its prefecture-level units. */
  members(code: string): readonly RefArea[] {
    const children = this.#members.get(code) ?? [];
    const level = code === COUNTRY ? 'province' : this.get(code)?.level === 'province' ? 'prefecture' : undefined;
    const ofLevel = level === undefined ? [] : children.filter((a) => a.level === level);
    return ofLevel.length > 0 ? ofLevel : children.filter((a) => a.level !== 'other' && a.level !== 'new-area');
  }

  /** Every area below, at any depth. */
  isWithin(code: string, ancestor: string): boolean {
    const seen = new Set<string>();
    // A table of one's own may run in a circle.
    for (let at = this.get(code); at?.parent !== undefined && !seen.has(at.code); at = this.get(at.parent)) {
      if (at.parent === ancestor) return true;
      seen.add(at.code);
    }
    return false;
  }

  names(): IterableIterator<string> {
    return this.#byName.keys();
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
