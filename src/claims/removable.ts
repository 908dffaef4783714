import { has, type Token } from './token.js';

const REMOVABLE = ['filler', 'link', 'space', 'ordinal'] as const;

/** Words that take no place in a pattern: 已, 完成, and notes in brackets that are known to be harmless. */
export const isRemovable = (t: Token): boolean =>
  t.classes.every((c) => (REMOVABLE as readonly string[]).includes(c)) || (has(t, 'note') && !t.doubtful);
