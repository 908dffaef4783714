import type { HeadingPhrase } from '../catalogue/heading-phrase.js';
import type { Problem } from './claim.js';

/**
 * The columns of levels to the left of a cell in its row. A 同比 or 完成计划 column that does not say of what speaks of
 * these: 接待游客人次 | 同比, 9月 | 同比 | 1—9月累计 | 同比.
 */
export interface LeftColumn {
  readonly row: string;
  /** The nearest. */
  readonly level?: HeadingPhrase | undefined;
  /** The nearest that is no plan. */
  readonly actual?: HeadingPhrase | undefined;
  /** What the column right before holds, and whether the row has had a rank since its last level: 业务量 排名 增速 排名. */
  readonly nearest?: HeadingPhrase['measure'];
  readonly ranked?: boolean;
  /** Why the column before could not be read: what leans on it cannot be read either. */
  readonly doubt?: Problem | undefined;
}

const WHAT = ['indicator', 'indicatorCandidates', 'subject', 'segment', 'word', 'name'] as const;
const WHEN = ['period', 'accumulation', 'span', 'scenario', 'year'] as const;

const last = <K extends keyof HeadingPhrase>(columns: readonly HeadingPhrase[], key: K) =>
  columns.map((p) => p[key]).findLast((v) => v !== undefined);

function pick(columns: readonly HeadingPhrase[], keys: readonly (keyof HeadingPhrase)[]): HeadingPhrase {
  const said = keys.flatMap((key) => {
    const value = last(columns, key);
    return value === undefined ? [] : [[key, value] as const];
  });
  return { ...Object.fromEntries(said), rest: '' };
}

const says = (columns: readonly HeadingPhrase[], keys: readonly (keyof HeadingPhrase)[]): boolean =>
  keys.some((key) => last(columns, key) !== undefined);

/** A column that holds levels, not what follows from them. */
const holdsLevels = (columns: readonly HeadingPhrase[]): boolean => (last(columns, 'measure') ?? 'level') === 'level';

/** What a column takes over from the left: completion from the actual figures, growth and rank from whatever is nearest. */
export function leaning(
  columns: readonly HeadingPhrase[],
  left: LeftColumn | undefined,
): { readonly phrase?: HeadingPhrase | undefined; readonly doubt?: Problem | undefined } {
  if (!left || holdsLevels(columns) || says(columns, WHAT)) return {};
  if (left.doubt) return { doubt: left.doubt };
  const from = last(columns, 'measure') === 'completion' ? left.actual : left.level;
  return { phrase: from && says(columns, ['period', 'accumulation', 'span']) ? pick([from], WHAT) : from };
}

/** The columns to the left of the next cell in the row. */
export function nextLeft(
  row: string,
  columns: readonly HeadingPhrase[],
  problem: Problem | undefined,
  left: LeftColumn | undefined,
): LeftColumn {
  const nearest = last(columns, 'measure') ?? 'level';
  const ranked = nearest === 'rank' || (nearest !== 'level' && left?.ranked === true);
  if (!holdsLevels(columns)) return { ...(left ?? { row }), nearest, ranked };
  if (problem) return { row, doubt: problem, nearest, ranked };
  const level = pick(columns, [...WHAT, ...WHEN]);
  return { row, level, nearest, ranked, actual: level.scenario === 'plan' ? left?.actual : level };
}

/**
 * What a heading 排名 ranks: the level that stands right in front of it, or the growth where the level has a rank of its own
 * (业务量 排名 增速 排名) or the table none (增速 排名). After a level and its growth it may be of either.
 */
export function rankedBeside(left: LeftColumn | undefined): 'level' | 'growth' | undefined {
  if (left?.nearest === 'level') return 'level';
  return left?.nearest === 'growth' && (left.ranked === true || left.level === undefined) ? 'growth' : undefined;
}
