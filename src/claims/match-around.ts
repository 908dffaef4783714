import { matchPattern, type PatternMatch } from './pattern.js';
import { has, type Token } from './token.js';

/** The pattern with what stands behind the unit where that belongs to the number (保持×%的增长, ×亿件快递), else without. */
export function matchAround(
  before: readonly Token[],
  unit: Token | undefined,
  trailing: readonly Token[],
): PatternMatch | undefined {
  const behind = trailing.length === 1 && has(trailing[0], 'change', 'term') ? trailing : [];
  const found = unit && behind.length > 0 ? matchPattern(before, [unit, ...behind]) : undefined;
  return found ?? matchPattern(before, unit ? [unit] : []);
}

/** Words that change nothing for what follows: those of a comparison or of a change, and what is compared with. */
export function setsNoScene(words: readonly Token[]): boolean {
  return words.every(
    (t, i) =>
      has(
        t,
        'change',
        'relation',
        'relation-after',
        'pace',
        'than',
        'comparator',
        'conjunction',
        'respectively',
        'each',
      ) ||
      has(t, 'growth-noun', 'growth-noun-up', 'growth-noun-down', 'mean') ||
      (has(t, 'area', 'wide-area') && has(words[i - 1], 'than', 'relation', 'conjunction')),
  );
}
