import type { Document } from '../model/document.js';

/** How far a date line may be from the top. */
const TOP = 4;
const DATE_LINE = /(?<![\d年])((?:19|20)\d{2})年(?:\d{1,2}|[×X]+)月(?:\d{1,2}|[×X]+)日/u;
const OCCASION = /((?:19|20)\d{2})年.*(?:会议|大会|全会|座谈会)/u;

/** The year in which a text speaks, from its date line (（2020年1月15日）) or the occasion in its title (在2020年…会议上). */
export function speakingYear({ blocks }: Document): number | undefined {
  for (const { text, kind } of blocks.slice(0, TOP)) {
    const found =
      (text.length < 60 ? DATE_LINE.exec(text)?.[1] : undefined) ??
      (kind === 'title' ? OCCASION.exec(text)?.[1] : undefined);
    if (found !== undefined) return Number(found);
  }
  return undefined;
}
