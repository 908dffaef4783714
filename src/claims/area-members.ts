import { parseChineseInteger } from '../model/numeral.js';
import { has, type Token } from './token.js';
import type { Vocabulary } from './vocabulary.js';

/** 全省21个市（州）中, 全国31个省（区、市）, 全省11个设区市: the members of a region, counted. */
const MEMBERS =
  /的?(?<count>\d{1,3}|[一二三四五六七八九十]{1,3})个?(?:省[（(]自治区、直辖市[)）]|省[（(]区、市[)）]|省区市|省市区|省份|设区的?市|地级以上市|地级市|市[（(]州[)）]|地市州|市州|地市|盟市|城市|省|市|州)(?:当中|之中|中|里)?/uy;

/** A region with its counted members is the region; a count that is not theirs is left to be read as words of its own. */
export function withMembers(
  token: Token | undefined,
  text: string,
  { refAreas, groups }: Vocabulary,
): Token | undefined {
  if (!token || !has(token, 'area', 'wide-area') || token.areas?.length !== 1) return token;
  MEMBERS.lastIndex = token.end;
  const found = MEMBERS.exec(text);
  if (!found) return token;
  const code = token.areas[0]!;
  const members = code.startsWith('group:')
    ? (groups[code.slice('group:'.length)]?.length ?? 0)
    : refAreas.members(code).length;
  const said = found.groups!['count']!;
  const count = parseChineseInteger(said) ?? Number(said);
  const end = token.end + found[0].length;
  return count === members ? { ...token, text: text.slice(token.start, end), end } : token;
}
