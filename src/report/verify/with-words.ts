import { type Document, placeInBlock } from '../../model/document.js';
import { applyEdits } from '../../model/edit.js';
import { FAILING } from './judge-claim.js';
import type { VerifiedNumber } from './verified-number.js';

type Found = Omit<VerifiedNumber, 'no'>;

/**
 * A wrong number with the words that are wrong with it: 【增长2.9】 should read 下降2.9, 【4440.3件】 4440.3万件. What is marked is then
 * what has to be replaced, and what it should read replaces it.
 */
export function withWords(number: Found, { blocks }: Document): Found {
  const { edits, claim, start, end, expected } = number;
  if (!claim || expected === undefined || !FAILING.includes(number.verdict) || edits.length === 0) return number;
  if (claim.number.value.kind !== 'written' || edits.some((e) => e.block !== number.block)) return number;
  const block = blocks[number.block]!;
  const from = Math.min(start, ...edits.map((e) => e.start));
  const to = Math.max(end, ...edits.map((e) => e.end));
  const beside = block.text.slice(from, start) + block.text.slice(end, to);
  if (beside === '' || beside.length > LONGEST || /[\d，。；\n]/u.test(beside)) return number;
  const own = edits.map((e) => ({ ...e, start: e.start - from, end: e.end - from }));
  const text = block.text.slice(from, to);
  return {
    ...number,
    start: from,
    end: to,
    place: placeInBlock(block, from),
    text,
    before: block.text.slice(Math.max(0, from - 24), from),
    after: block.text.slice(to, to + 12),
    expected: applyEdits(text, own),
  };
}

/** Words farther away than this are told and not marked. */
const LONGEST = 16;
