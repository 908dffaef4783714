/** A place in a text where something is to be filled in. */
export interface Slot {
  readonly start: number;
  readonly end: number;
  readonly glyph: string;
  /** X.X and ×.× ask for one decimal. */
  readonly decimals?: number;
}

const CROSS = '[×╳✕✖☓]';
const SLOT = new RegExp(
  `${CROSS}+(?:\\.${CROSS}+)?|(?<![A-Za-z0-9])(?:X+(?:\\.X+)?|x+(?:\\.x+)?)(?![A-Za-z0-9])|[_＿]{2,}`,
  'gu',
);
/** X and x are slots only where a number or a masked name can stand. */
const AFTER_X =
  /^\s*(?:[余多]?[十百千]?[万亿]|个|%|％|‰|倍|位|名|元|件|人|家|年|月|日|省|市|县|区|州|局|期|起|次|吨|户|条|项|分)/u;

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
    const latin = /^[Xx]/.test(glyph);
    const fraction = glyph.split('.')[1];
    const slot: Slot = { start, end, glyph, ...(fraction === undefined ? {} : { decimals: fraction.length }) };
    if (latin && !AFTER_X.test(text.slice(end)) && !/第\s*$/u.test(text.slice(0, start))) continue;
    (isOtherSign(text, start, end) ? kept : slots).push(slot);
  }
  return { slots, kept };
}
