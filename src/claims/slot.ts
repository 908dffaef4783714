/** A place in a text where something is to be filled in. */
export interface Slot {
  readonly start: number;
  readonly end: number;
  readonly glyph: string;
  /** X.X and ×.× ask for one decimal. */
  readonly decimals?: number;
  /** ×〔2019年邯郸市快递业务量同比增长〕: what the writer says outright that the number is. */
  readonly form?: string;
}

const CROSS = '[×╳✕✖☓]';
const POINT = '[.．]';
/** Signs that are slots wherever they stand: crosses and underscores. */
const ANYWHERE = `${CROSS}+(?:${POINT}${CROSS}+)?|[_＿]{2,}`;
const run = (sign: string) => `${sign}+(?:${POINT}${sign}+)?`;
/** Signs that are slots only in the place of a number: X, x, ○, □, *, and brackets with nothing in them. */
const IN_FRAME = [
  `(?<![A-Za-z0-9Ａ-Ｚａ-ｚ])(?:${run('[XＸ]')}|${run('[xｘ]')})(?![A-Za-z0-9Ａ-Ｚａ-ｚ])`,
  `(?<![○◯〇零一二三四五六七八九十百千\\d])${run('[○◯]')}(?![○◯〇零一二三四五六七八九十百千\\d])`,
  run('[□]'),
  // Not the marks around a bold number: **43.65**万件.
  `(?<![\\d*＊×XxＸｘ])${run('[*＊]')}(?![\\d*＊×XxＸｘ])`,
  '（[\\s\\u3000]*）|\\([\\s\\u3000]*\\)|【[\\s\\u3000]*】|［[\\s\\u3000]*］|〔[\\s\\u3000]*〕',
].join('|');
const SLOT = new RegExp(`(?<anywhere>${ANYWHERE})|(?:${IN_FRAME})`, 'gu');
/** What stands behind a number or a masked name. */
const AFTER_NUMBER =
  /^\s*(?:[余多]?[十百千]?[万亿]|个|%|％|‰|倍|位|名|元|件|人|家|年|月|日|省|市|县|区|州|局|期|起|次|吨|户|条|项|分|[〔【［])/u;
/** The words of a slot's own form stand in brackets right behind it. A year alone (国发〔2019〕×号) is none. */
const FORM = /〔([^〔〕×╳]+)〕|【([^【】×╳]+)】|［([^［］×╳]+)］/uy;

/** Multiplication (3×5, 2×660MW), a masked year (20××年), a cross that is a mark in a table of ticks. */
function isOtherSign(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 3), start);
  const after = text.slice(end, end + 3);
  if (/\d\s*$/.test(before) && /^\s*\d/.test(after)) return true;
  if (/(?:19|20)\d?$/.test(before) && after.startsWith('年')) return true;
  return /^\s*[×╳✕✖☓√✓]?\s*$/u.test(text.replace(new RegExp(CROSS, 'gu'), '')) && /[√✓]/u.test(text);
}

/** Every slot of a text, in order; `kept` are crosses that are nobody's to fill. */
export function findSlots(text: string): { readonly slots: readonly Slot[]; readonly kept: readonly Slot[] } {
  const slots: Slot[] = [];
  const kept: Slot[] = [];
  for (const m of text.matchAll(SLOT)) {
    const glyph = m[0];
    const start = m.index;
    const end = start + glyph.length;
    const framed = AFTER_NUMBER.test(text.slice(end)) || /第\s*$/u.test(text.slice(0, start));
    if (m.groups!['anywhere'] === undefined && !framed) continue;
    const fraction = glyph.split(new RegExp(POINT, 'u'))[1];
    const decimals = fraction === undefined ? {} : { decimals: fraction.length };
    const form = formAt(text, end);
    const slot: Slot = form
      ? { start, end: form.end, glyph: text.slice(start, form.end), ...decimals, form: form.words }
      : { start, end, glyph, ...decimals };
    (isOtherSign(text, start, end) ? kept : slots).push(slot);
  }
  return { slots, kept };
}

function formAt(text: string, at: number): { readonly words: string; readonly end: number } | undefined {
  FORM.lastIndex = at;
  const found = FORM.exec(text);
  const words =
    found
      ?.slice(1)
      .find((w) => w !== undefined)
      ?.trim() ?? '';
  return found && /\p{Script=Han}/u.test(words) && !/^(?:注|暂|含)|^\d{4}年?$/u.test(words)
    ? { words, end: at + found[0].length }
    : undefined;
}
