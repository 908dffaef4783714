import { parseChineseInteger } from '../model/numeral.js';
import { lexicon } from './lexicon/lexicon.js';
import { has, type Token } from './token.js';

/** 前三位, 前5名, 后三位; 前三 where a list follows. Not 前三季度, 前8个月. */
const TOP =
  /(?<end>[前后末])(?<count>[一二两三四五六七八九十]{1,3}|\d{1,2})(?:位|名|强|(?=的|为|是|分别|依次|合计|[，。；：（(]|$))/uy;

export function matchTopList(text: string, at: number): Token | undefined {
  TOP.lastIndex = at;
  const found = TOP.exec(text);
  if (!found) return undefined;
  const { end, count = '' } = found.groups!;
  const places = parseChineseInteger(count) ?? Number(count);
  if (!Number.isSafeInteger(places) || places < 1) return undefined;
  return {
    text: found[0],
    start: at,
    end: at + found[0].length,
    classes: ['top-list'],
    top: { count: places, worst: end !== '前' },
  };
}

/** ×个市（州）, 增速最快的省份: what is counted or ranked. Only behind 个 or 的: elsewhere 市 is part of a name. */
export function matchPeerNoun(text: string, at: number, before: Token | undefined): Token | undefined {
  const counted = before?.end === at && (before.text === '个' || /的$/u.test(before.text));
  if (!counted) return undefined;
  const found = lexicon().peerNouns.find(([says]) => text.startsWith(says, at));
  if (!found) return undefined;
  const [says, level] = found;
  const end = at + says.length;
  // 的市场, 的地区生产总值: another word.
  const goesOn = has(before, 'unit') ? /^[场长区内外]/u : /^(?!有|为|是|共|达|依次|分别|[，：、。（(]|$|[×╳✕✖X_])/u;
  return goesOn.test(text.slice(end)) ? undefined : { text: says, start: at, end, classes: ['peer-noun'], level };
}
