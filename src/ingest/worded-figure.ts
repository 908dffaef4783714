import * as z from 'zod';
import words from './rate-words.yaml';

const { rise, fall } = z
  .strictObject({ rise: z.array(z.string()).min(1), fall: z.array(z.string()).min(1) })
  .parse(words);
const SIGNED = new RegExp(
  `^\\s*(?:(?<rise>${rise.join('|')})|(?:${fall.join('|')}))\\s*(?<rate>[\\d０-９][\\d０-９.．]*\\s*[%％]?)\\s*$`,
  'u',
);

/**
 * A rate whose sign stands as a word or an arrow before it, with the sign in its place: ↓2.1 is -2.1, 增长5.2% is 5.2%.
 * Undefined for any other text, among them one with a sign of its own (下降-2.1): it may be said twice, or turned.
 */
export function plainRate(text: string): string | undefined {
  const { rise, rate } = SIGNED.exec(text)?.groups ?? {};
  if (rate === undefined) return undefined;
  return rise === undefined ? `-${rate}` : rate;
}

/** 第1, 3位: a place in words of its own is its number. Undefined for any other text. */
export const plainRank = (text: string): string | undefined =>
  /^\s*第?\s*(\d{1,5})\s*[位名]?\s*$/u.exec(text.normalize('NFKC'))?.[1];
