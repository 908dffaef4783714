import type { Claim } from '../../claims/claim.js';
import type { Document } from '../../model/document.js';
import type { Said } from './verified-number.js';

/** （2020年不变单价）, 按2015年不变价格计算. */
const NAMED = /((?:19|20)\d{2})年(?:不变|可比)(?:单价|价格?)/gu;
const COMPARING: readonly Claim['kind'][] = ['growth', 'increase', 'multiple', 'average-growth'];

/** 业务总量（2020年不变单价）…，比2018年（2010年不变单价）增长×%: the sentence itself compares what cannot be compared. */
export function comparedAcrossPrices({ blocks }: Document, claims: readonly Claim[]): ReadonlyMap<Claim, Said> {
  const found = new Map<Claim, Said>();
  for (const claim of claims) {
    if (!COMPARING.includes(claim.kind)) continue;
    const { text } = blocks[claim.block]!;
    const before = text.slice(
      Math.max(...['。', '；', '\n'].map((c) => text.lastIndexOf(c, claim.number.start))) + 1,
      claim.number.start,
    );
    const years = [...new Set([...before.matchAll(NAMED)].map((m) => `${m[1]}年`))];
    if (years.length > 1) found.set(claim, { code: 'price-bases-differ', args: { others: years } });
  }
  return found;
}
