import type { Frame } from './frame.js';
import { isRemovable } from './removable.js';
import { BEFORE_NUMBER, has, type Token } from './token.js';

/** Numbers that share one reading: 分别增长×%、×%和×%. The first carries the words, the others only a joint. */
export function groupsOf(frames: readonly Frame[]): readonly (readonly Frame[])[] {
  const groups: Frame[][] = [];
  for (const frame of frames) {
    const words = frame.before.filter((t) => !isRemovable(t));
    const joint = has(words[0], 'conjunction');
    const bare = words.slice(1).every((t) => has(t, 'change', 'nth', ...BEFORE_NUMBER));
    if (groups.length > 0 && joint && bare && alike(groups[groups.length - 1]!, frame))
      groups[groups.length - 1]!.push(frame);
    else groups.push([frame]);
  }
  return groups;
}

/** Members of one list are counted in one kind of unit: ×亿元、增长×% is no list. */
function alike(group: readonly Frame[], frame: Frame): boolean {
  const [a, b] = [mainUnit(group[0]!), mainUnit(frame)];
  return a === undefined || b === undefined || a.classes[0] === b.classes[0] || a.text === '个';
}

const MAIN_UNIT = ['unit', 'percent', 'points', 'times', 'places'] as const;
const mainUnit = (frame: Frame): Token | undefined => frame.unit.find((t) => has(t, ...MAIN_UNIT));

/** A member of a list without its own unit shares that of the last: ×、×和×个百分点, ×个和×个百分点. */
export function unitOf(frame: Frame, group: readonly Frame[]): Token | undefined {
  const [own, last] = [mainUnit(frame), mainUnit(group[group.length - 1]!)];
  // ×亿、×亿和×亿千瓦时: the scale is said each time, what is counted once.
  const scaleOnly = own !== undefined && /^[十百千]?[万亿]$/u.test(own.text) && last?.text.startsWith(own.text);
  return own === undefined || scaleOnly || (own.text === '个' && has(last, 'points')) ? last : own;
}
