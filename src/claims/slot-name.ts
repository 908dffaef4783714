import type { Slot } from './slot.js';
import type { Token } from './token.js';
import type { Vocabulary } from './vocabulary.js';

/** Suffixes of administrative names; after a slot they ask for a region's name. */
const ADMINISTRATIVE = /^(?:自治区|自治州|自治县|地区|新区|省|市|县|区|州|盟|旗)/u;
/** What follows a masked name: a post, a paper, an organisation. */
const PROPER =
  /^(?:副?(?:局长|市长|省长|县长|区长|书记|主任|处长|科长|部长|厅长|主席|会长|总经理|经理|同志|组长|院长|校长)|日报|晚报|时报|电视台|公司|集团|股份|村|镇|乡|街道|社区|路|杯|奖|学院|大学|机场|高铁|港|园区|小区)/u;
/** Words in front of the short name of a place: 富强邯郸, 美丽邯郸. */
const EPITHET = /(?:富强|美丽|平安|幸福|和谐|法治|文明|活力|创新|现代化|新时代|魅力|宜居|健康|数字|智慧)$/u;
const DATE = /^(?:年(?!均|来|度)|月(?!均)|日(?!均|报)|时(?!报|序)|点钟|分钟前|月份|季度)/u;

/** The name slot or date slot that starts here: what kind of name it asks for, and the home region's where it is that. */
export function matchMaskedName(
  text: string,
  at: number,
  slots: ReadonlyMap<number, Slot>,
  { refAreas, home }: Vocabulary,
): Token | undefined {
  const slot = slots.get(at);
  if (!slot || slot.decimals !== undefined || slot.form !== undefined) return undefined;
  const after = text.slice(slot.end, slot.end + 8);
  const before = text.slice(Math.max(0, at - 6), at);
  if (/第$/u.test(before)) return undefined;
  const date = DATE.exec(after)?.[0];
  if (date !== undefined) return token(text, slot, slot.end + date.length, 'date');
  const suffix = ADMINISTRATIVE.exec(after)?.[0];
  const area = refAreas.get(home);
  // ×市、×市: the second of a list of names; 3、×市 and 12、×个 are numbers.
  const counted = /[\d、]$/u.test(before) && !/[×╳✕✖X_](?:省|市|县|区|州|盟|旗)、$/u.test(before);
  if (suffix !== undefined && !counted) {
    const another =
      /(?:是|为|包括|如|含|有|数)$/u.test(before) ||
      /最(?:大|小|高|低|快|慢|多|少)/u.test(text.slice(Math.max(0, at - 12), at));
    const listed = /^[、和与及]\s*[×╳✕✖X_]/u.test(after.slice(suffix.length)) || /[、和与及]$/u.test(before);
    const own = area?.name.endsWith(suffix) && !listed && !another ? area.name.slice(0, -suffix.length) : undefined;
    if (own === undefined) return token(text, slot, slot.end + suffix.length, 'name');
    return { ...token(text, slot, slot.end + suffix.length, 'home', own), classes: ['area'], areas: [home] };
  }
  if (EPITHET.test(before) && !/^\s*[\d%％万亿]/u.test(after))
    return token(text, slot, slot.end, 'home', area?.shortName);
  if (PROPER.test(after) || (/《$/u.test(before) && !/^[》]/u.test(after))) return token(text, slot, slot.end, 'name');
  return undefined;
}

function token(text: string, slot: Slot, end: number, kind: 'home' | 'name' | 'date', name?: string): Token {
  const masked = { start: slot.start, end: slot.end, kind, ...(name === undefined ? {} : { text: name }) };
  return {
    text: text.slice(slot.start, end),
    start: slot.start,
    end,
    classes: [kind === 'date' ? 'date' : 'unknown'],
    masked,
  };
}
