import * as z from 'zod';
import noClaims from './lexicon/no-claims.yaml';
import type { Token } from './token.js';

const text = z.string().min(1);
const schema = z.array(z.strictObject({ reads: text, examples: z.array(text).min(1) }));

/** Numerals that claim nothing, with their examples. */
export const noClaimTable = (): z.output<typeof schema> => schema.parse(noClaims);

/** Every one of them begins with one of these. */
const FIRST: ReadonlySet<string> = new Set('一二两三四五六七八九十百千万几多另第前“党中双时');

let compiled: RegExp | undefined;
const expression = (): RegExp => {
  compiled ??= new RegExp(
    noClaimTable()
      .map(({ reads }) => `(?:${reads})`)
      .join('|'),
    'uy',
  );
  return compiled;
};

/** 一方面, 第一书记, 八项规定: a word like any other that no table knows, whose numeral is no figure. */
export function matchNoClaim(text: string, at: number): Token | undefined {
  if (!FIRST.has(text[at]!)) return undefined;
  const all = expression();
  all.lastIndex = at;
  const found = all.exec(text)?.[0];
  return found === undefined ? undefined : { text: found, start: at, end: at + found.length, classes: ['unknown'] };
}

/** Every such phrase of a text that holds a Chinese numeral. */
export function noClaimsIn(text: string): readonly { readonly start: number; readonly end: number }[] {
  const all = new RegExp(expression().source, 'gu');
  return [...text.matchAll(all)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
}
