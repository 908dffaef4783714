import { distinctPeriods } from './periods.js';
import type { Scope } from './scope.js';
import type { SentenceState } from './sentence-state.js';
import { has, type Token } from './token.js';

/** 2024年完成×，上年完成×，增长×%: what names no period after a look back may be of either. */
export const isLookBack = (scene: readonly Token[], { claims }: SentenceState): boolean =>
  claims.length > 0 && scene.some((t) => has(t, 'period') && t.period?.ofPeriod && t.period.relativeYear === -1);

export const bothPeriods = (now: Scope, before: Scope): Scope => ({
  ...now,
  period: { ...before.period, candidates: distinctPeriods([...before.period.candidates, ...now.period.candidates]) },
});
