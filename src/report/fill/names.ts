import type { Slot } from '../../claims/slot.js';

/** A masked name found in a text: the slot in it and what the slot stands for. */
export interface FoundName {
  readonly slot: Slot;
  readonly text: string;
  readonly mask: string;
}

const GLYPHS = /[×╳✕✖☓]+|X+|_{2,}/gu;

/**
 * Finds masks of the project (×局长, 《×日报》) in a text. The name must agree with the mask but for the cross: 张局长 fills
 * ×局长 with 张; a name that does not fit its mask (邯郸晚报 for ×日报) fills nothing. Longer masks first.
 */
export function findNames(
  text: string,
  slots: readonly Slot[],
  names: Readonly<Record<string, string>>,
): readonly FoundName[] {
  const found: FoundName[] = [];
  const masks = Object.keys(names).sort((a, b) => b.length - a.length);
  for (const mask of masks) {
    const glyph = [...mask.matchAll(GLYPHS)][0];
    if (!glyph) continue;
    const [head, tail] = [mask.slice(0, glyph.index), mask.slice(glyph.index + glyph[0].length)];
    const name = names[mask]!;
    if (!name.startsWith(head) || !name.endsWith(tail) || name.length <= head.length + tail.length) continue;
    for (const slot of slots) {
      if (
        found.some((f) => f.slot === slot) ||
        !text.startsWith(tail, slot.end) ||
        !text.slice(0, slot.start).endsWith(head)
      )
        continue;
      found.push({ slot, text: name.slice(head.length, name.length - tail.length), mask });
    }
  }
  return found;
}
