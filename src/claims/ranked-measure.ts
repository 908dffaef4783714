import type { Rankable } from '../measures/query.js';
import { cellsOfScope } from './cells-of-scope.js';
import type { ReadingContext } from './reading-context.js';
import { readScene } from './scene.js';
import type { SentenceState } from './sentence-state.js';
import { has, type Token, type TokenClass } from './token.js';

export const GROWTH_NOUNS: readonly TokenClass[] = ['growth-noun', 'growth-noun-up', 'growth-noun-down'];

/** What regions are put in order or counted by: its question, and the sentence once its words have set the scene. */
export interface RankedMeasure {
  readonly kind: 'level' | 'growth';
  /** The question about one region; any other may be put in its place. */
  readonly about: (refArea: string) => Rankable;
  readonly state: SentenceState;
  /** 降幅最大: only what fell has a place. */
  readonly falls: boolean;
}

/**
 * The measure that the words name (快递业务量增速), or the one that the sentence goes on about. Undefined unless indicator, period
 * and measure are each one.
 */
export function rankedMeasure(
  words: readonly Token[],
  state: SentenceState,
  context: ReadingContext,
): RankedMeasure | undefined {
  if (state.scope.doubt || state.scope.scenario === 'plan') return undefined;
  const scene = readScene(
    words.filter((t) => has(t, 'term', 'period', 'conjunction', 'of-which', 'cumulative', 'current-month')),
    { ...state.scope, opening: state.opening },
    context,
  );
  if (scene.problem) return undefined;
  const entities = scene.entities ?? state.scope.entities;
  const period = scene.period ?? state.scope.period;
  const noun = words.find((t) => has(t, ...GROWTH_NOUNS, 'level-noun', 'change'));
  const carried = scene.entities ? undefined : state.noun;
  const kind = measureOf(noun ?? carried, scene.entities !== undefined, words, state);
  const cell = cellsOfScope({ ...state.scope, entities, period }, scene, context);
  if (!kind || !cell) return undefined;
  return {
    kind,
    about: (refArea) =>
      kind === 'growth' ? { kind, ...cell, refArea, base: 'last-year' } : { kind, ...cell, refArea },
    falls: has(noun ?? carried, 'growth-noun-down'),
    state: {
      ...state,
      opening: state.opening && !scene.entities,
      noun: noun && !has(noun, 'change') ? noun : (carried ?? state.noun),
      scope: { ...state.scope, entities, period, subject: entities[0]?.subject ?? state.scope.subject },
    },
  };
}

function measureOf(
  noun: Token | undefined,
  named: boolean,
  words: readonly Token[],
  { claims }: SentenceState,
): RankedMeasure['kind'] | undefined {
  if (has(noun, ...GROWTH_NOUNS, 'change')) return 'growth';
  if (has(noun, 'level-noun')) return 'level';
  // 快递业务量最快的 says by its adjective what is ranked.
  if (words.some((t) => has(t, 'best', 'worst') && /[快慢猛]/u.test(t.text))) return 'growth';
  if (named) return 'level';
  const last = claims.findLast((c) => c.problem === undefined)?.kind;
  return last === 'growth' || last === 'level' ? last : undefined;
}
