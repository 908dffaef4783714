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

const SUFFIX =
  /(?:壮族|回族|维吾尔|朝鲜族|土家族苗族|藏族羌族|藏族|彝族|苗族侗族|布依族苗族|哈尼族彝族|壮族苗族|傣族景颇族|白族|傣族|傈僳族|蒙古族藏族|蒙古族|回族|柯尔克孜|哈萨克|蒙古)*(?:特别行政区|自治区|自治州|地区|新区|林区|省|市|盟)$/u;
const COUNTY_SUFFIX = /(?:自治县|县|区|市|旗)$/u;

/** 邯郸市 → 邯郸, 广西壮族自治区 → 广西. Never shorter than two characters. */
export function shortenAreaName(name: string, level: string): string {
  const short = level === 'county' ? name.replace(COUNTY_SUFFIX, '') : name.replace(SUFFIX, '');
  return short.length >= 2 ? short : name;
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
      for (const name of new Set([area.name, area.shortName, ...area.aliases])) push(this.#byName, name, area);
      if (area.parent !== undefined) push(this.#members, area.parent, area);
    }
  }

  get(code: string): RefArea | undefined {
    return this.#byCode.get(code);
  }

  /** Areas of that name, a full name before short ones. `within` (a code) keeps those below that area, if any are. */
  named(name: string, within?: string): readonly RefArea[] {
    const found = this.#byName.get(name) ?? [];
    const full = found.filter((a) => a.name === name);
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
    for (let at = this.get(code); at?.parent !== undefined; at = this.get(at.parent))
      if (at.parent === ancestor) return true;
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
